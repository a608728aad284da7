#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Where the program writes and what it starts, seen by strace under every command: nothing but its
output and the .part folder beside it (and fontconfig's cache), and no other program. Then names, links and files that would
lead it elsewhere.

    tests/trust/paths.py [SECTION...] [--record]        needs strace
"""

import json
import os
import re
import shutil
import stat
import subprocess
import tempfile

from ground import (MAKERS, PROGRAM, RUN, SCENARIO, SENTENCE, STUDY, TELLERS, Judge, campaign,
                    content, words_of)

CALL = re.compile(r"(?:\d+ +)?(\w+)\((.*)")
PATH = re.compile(r'(?:(AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"')
WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
CHANGING = {"mkdir", "mkdirat", "rename", "renameat", "renameat2", "link", "linkat", "symlink",
            "symlinkat", "unlink", "unlinkat", "rmdir", "truncate", "chmod", "fchmodat", "chown",
            "fchownat", "mknod", "mknodat", "creat", "utimensat", "setxattr"}
STARTING = {"execve", "execveat", "fork", "vfork"}


def trace(ground, words, **more):
    """The lines of strace, with paths as the system resolved the folder they start from."""
    log = ground.folder + ".strace"
    done = ground.mgz(*words, wrapped=["strace", "-f", "-y", "-s", "5000", "-o", log, "-e",
                                       "trace=%file,%process,openat,open"], **more)
    with open(log, encoding="utf-8", errors="surrogateescape") as file:
        lines = file.read().splitlines()
    os.remove(log)
    return done, lines


def deeds(lines, folder):
    """(call, path) of all that changes a file or folder or opens one for writing, and the programs
    and processes that are started; a thread is none."""
    for line in lines:
        found = CALL.match(line)
        if not found:
            continue
        call, rest = found.groups()
        if call in STARTING:
            yield call, rest
        elif call in ("clone", "clone3") and "CLONE_THREAD" not in rest:
            yield call, rest
        elif call in CHANGING or call in ("open", "openat") and WRITING.search(rest):
            for _, base, name in PATH.findall(rest):
                yield call, os.path.normpath(os.path.join(base or folder, name))


def is_of(path, outputs):
    """Is it an output, its .part folder, or in one of them?"""
    return any(re.fullmatch(re.escape(out) + r"(\.part-\d+(-\d+)?)?(/.*)?", path)
               for out in outputs)


# fontconfig, which finds the letters of maps, renews its own cache of what fonts there are.
HARMLESS = re.compile(r"/dev/(null|tty)|/(var/|.*/\.)cache/fontconfig(/.*)?")


def weigh_deeds(judge, what, lines, folder, outputs):
    started = 0
    for call, path in deeds(lines, folder):
        if call in STARTING or call.startswith("clone"):
            started += 1
            if started > 1 or call != "execve":
                judge.fault(f"{what} starts {path[:200]}")
        elif not is_of(path, outputs) and not HARMLESS.fullmatch(path):
            judge.fault(f"{what}: {call} {path}")


OUTPUTS = {"sweep collect": ["new.csv", "new.failed.csv", "new.dictionary.csv", "new.manifest.json"],
           "sweep collect gpkg": ["new.gpkg", "new.failed.csv", "new.dictionary.csv",
                                  "new.manifest.json"],
           "calibrate": ["new.toml", "new.json", "new.toml.log"]}


def traced(ground):
    """Every command, from its first call of the system to its last."""
    judge = Judge()
    for name in [*MAKERS, *TELLERS]:
        words = words_of(name)
        outputs = OUTPUTS.get(name, [word for word in words if word.startswith("new")])
        # The shards of a sweep are opened for writing also to read: SQLite takes its locks so.
        if "swept" in words:
            outputs = [*outputs, "swept/shards"]
        done, lines = trace(ground, words)
        weigh_deeds(judge, name, lines, ground.folder, [ground.path(out) for out in outputs])
        judge.weigh(name, done, ground, name)
        if name in MAKERS and words[0] in ("run", "compare", "report", "map", "export"):
            ground.mgz(*words)
            done, lines = trace(ground, [*words, "--force"])
            weigh_deeds(judge, name + " --force", lines, ground.folder,
                        [ground.path(out) for out in outputs])
            judge.weigh(name + " --force", done, ground, name)
    for words in [["sweep", "run", "new-sweep"], ["sweep", "collect", "new-sweep"],
                  ["sweep", "extend", "new-sweep", "--n", "20"]]:
        if not os.path.exists(ground.path("new-sweep")):
            shutil.copytree(ground.path("planned"), ground.path("new-sweep"))
        done, lines = trace(ground, words)
        weigh_deeds(judge, " ".join(words), lines, ground.folder, [ground.path("new-sweep")])
        judge.tried += 1
        judge.fine += done.returncode == 0
        if (done.returncode, done.stderr) != (0, ""):
            judge.fault(f"{words}: {done.stderr}")
    ground.tidy()
    return judge


def submitted(ground):
    """mgz sweep submit starts sbatch and squeue, with words of its own and through no shell."""
    judge = Judge()
    bin_folder = ground.path("new-bin")
    os.mkdir(bin_folder)
    for name, says in {"sbatch": "42", "squeue": ""}.items():
        path = os.path.join(bin_folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\nprintf "%s\\n" "$0" "$@" >> {bin_folder}/said\necho {says}\n')
        os.chmod(path, 0o755)
    for odd in ["plain", "a b", "$(touch pwned)", "`touch pwned`", "';touch pwned;'", "a\ntouch pwned"]:
        folder = "new-" + odd
        shutil.copytree(ground.path("planned"), ground.path(folder))
        done, lines = trace(ground, ["sweep", "submit", folder, "--slurm"],
                            env={"PATH": bin_folder + ":" + os.environ["PATH"]})
        judge.tried += 1
        programs = [json.loads(f'"{name}"') for name in re.findall(
            r'execve\("((?:[^"\\]|\\.)*)"[^\n]*= 0', "\n".join(lines))]
        wanted = {PROGRAM, shutil.which("strace")} | {os.path.join(bin_folder, at)
                                                      for at in ("sbatch", "squeue")}
        if set(programs) - wanted:
            judge.fault(f"submit of {odd!r} starts {set(programs) - wanted}")
        if done.returncode == 0:
            judge.fine += 1
        elif SENTENCE.match(done.stderr):
            judge.refused += 1
        else:
            judge.fault(f"submit of {odd!r}: {done.stderr!r}")
        if odd != "plain" and done.returncode == 0:
            script = os.path.join(ground.path(folder), "slurm", "array.sbatch")
            with open(script, encoding="utf-8") as file:
                if "touch pwned" in file.read():
                    judge.fault(f"the name {odd!r} stands in the script of a job")
    if os.path.exists(ground.path("pwned")):
        judge.fault("a name was taken for a command")
    ground.tidy()
    return judge


ELSEWHERE = os.path.join(tempfile.gettempdir(), "mgz-pwned")
HOSTILE = ["../x", "../../x", ELSEWHERE, "a/b", "..", ".", "$(touch pwned)", "a\\b", "x" * 300,
           "\u202egpk", "<script>alert(1)</script>", "'; DROP TABLE regions; --", "=cmd|'/c calc'!A0",
           "CON", "a\u0007b", " ", "%2e%2e%2fx", "layer_styles", "gpkg_contents", "sqlite_master"]


def named(ground):
    """Codes and names that would be paths, commands or statements if somebody took them so."""
    judge = Judge()
    with open(ground.path("own/areas.geojson"), encoding="utf-8") as file:
        areas = file.read()
    for odd in HOSTILE:
        quoted = json.dumps(odd)[1:-1]
        shutil.copytree(ground.path("own"), ground.path("new-own"))
        ground.write("new-own/areas.geojson", areas.replace('"W"', f'"{quoted}"').replace(
            "West bank", quoted))
        toml = quoted.replace("\\u", "\\u")
        ground.write("new-own/scenario.toml", re.sub("(travel|population|employers) = .*\n", "",
                                                     SCENARIO).replace("Two banks", toml))
        ground.write("new-study.toml", STUDY.format(design='method = "random"\nn = 2').replace(
            "own/", "new-own/").replace('key = "settlement.size"',
                                        f'name = "{quoted}"\nkey = "settlement.size"'))
        try_words(ground, judge, odd, [
            ["run", "new-own/scenario.toml", *RUN[2:], "-o", "new"], ["report", "new", "-o", "new.html"],
            ["map", "new", "-o", "new.svg"], ["export", "new", "-o", "new.xlsx"],
            ["compare", "new-own/scenario.toml", "new-own/plan.toml", "--replicates", "1", "-o",
             "new-two"],
            ["data", "import", "regions", "new-own/areas.geojson", "-o", "new.gpkg"],
            ["data", "synthesise", "new-own/scenario.toml", "--scale", "2", "-o", "new-large"],
            ["sweep", "plan", "new-study.toml", "-o", "new-sweep"], ["sweep", "run", "new-sweep"],
            ["sweep", "collect", "new-sweep"]])
        ground.tidy()
    return judge


def try_words(ground, judge, odd, commands):
    for words in commands:
        done = ground.mgz(*words)
        judge.tried += 1
        if (done.returncode, done.stderr) == (0, ""):
            judge.fine += 1
        elif done.returncode in (1, 2) and SENTENCE.match(done.stderr):
            judge.refused += 1
        else:
            judge.fault(f"{odd!r}: {words}: status {done.returncode}: {done.stderr[:300]!r}")
    outside = [at for at in (ELSEWHERE, ground.path("../x")) if os.path.exists(at)]
    for path in [*ground.touched(), *outside]:
        judge.fault(f"{odd!r}: {path} was written")


def linked(ground):
    """Links that lead out of the output, and names taken in advance."""
    judge = Judge()
    treasure = content(ground.path("own"))

    def check(what, done, status=0):
        judge.tried += 1
        judge.fine += done.returncode == 0
        judge.refused += done.returncode in (1, 2)
        if done.returncode != status or (status and not SENTENCE.match(done.stderr)):
            judge.fault(f"{what}: status {done.returncode} {done.stderr[:300]!r}")
        if content(ground.path("own")) != treasure or ground.touched():
            judge.fault(f"{what}: what a link leads to has changed")

    # --force replaces a run in which somebody put links: they go, not what they lead to.
    ground.mgz(*RUN, "-o", "new")
    os.symlink(ground.path("own"), ground.path("new/link"))
    os.remove(ground.path("new/regions.csv"))
    os.symlink(ground.path("own/settlements.csv"), ground.path("new/regions.csv"))
    check("links in a run that is replaced", ground.mgz(*RUN, "-o", "new", "--force"))
    if content(ground.path("new")) != ground.expected["run"][2]["new"]:
        judge.fault("links in a run that is replaced: other bytes")
    ground.tidy()
    # A link to a run: the run is replaced, the link stays.
    ground.mgz(*RUN, "-o", "new-run")
    os.symlink("new-run", ground.path("new"))
    check("a link to a run", ground.mgz(*RUN, "-o", "new", "--force"))
    if not os.path.islink(ground.path("new")):
        judge.fault("a link to a run: the link is gone")
    ground.tidy()
    # The folder or file beside the output is made under a name that can be guessed, and is taken.
    for name in ["run", "report", "map png", "export", "data import", "sweep collect"]:
        words = words_of(name)
        out = next(word for word in words if word.startswith("new"))
        check(f"{name} where its .part is a link", ground.mgz(*words, wrapped=[
            "sh", "-c", f'ln -s "$PWD/own" {out}.part-$$; exec "$@"', "sh"]))
        ground.tidy()
    # As the output of another user would be: in a folder where everybody may write.
    shared = ground.path("new-shared")
    os.mkdir(shared)
    os.chmod(shared, 0o1777)
    check("into a shared folder", ground.mgz(*RUN, "-o", "new-shared/out"))
    modes = {stat.S_IMODE(os.lstat(os.path.join(place, at)).st_mode) & 0o022
             for place, _, names in os.walk(os.path.join(shared, "out")) for at in [*names, "."]}
    if modes != {0}:
        judge.fault(f"into a shared folder: others may write to it: {modes}")
    for odd in ["own/..", ".", "/", "own", "new/../own", "own/scenario.toml", ""]:
        check(f"-o {odd!r} --force", ground.mgz(*RUN, "-o", odd, "--force"), status=2)
    ground.tidy()
    return judge


def forged(ground):
    """Plans, manifests and dictionaries that name files elsewhere."""
    judge = Judge()
    secret = "code,name\nS,the secret\n"
    ground.write("new-secret.csv", secret)
    forgeries = {
        "a dictionary that names a table elsewhere": (
            "ran", "dictionary.csv", lambda text: text.replace("regions.csv", "../new-secret.csv"),
            [["export", "new", "-o", "new.xlsx"]]),
        "a dictionary with a full path": (
            "ran", "dictionary.csv",
            lambda text: text.replace("regions.csv", ground.path("new-secret.csv")),
            [["export", "new", "-o", "new.xlsx"]]),
        "a manifest that names outputs elsewhere": (
            "ran", "manifest.json", lambda text: text.replace('"regions.csv"', '"../new-secret.csv"'),
            [["report", "new", "-o", "new.html"], ["explain", "new", "--region", "W"]]),
        "a plan with files elsewhere": (
            "planned", "plan.json",
            lambda text: text.replace('"plan.csv"', '"../new-secret.csv"'),
            [["sweep", "run", "new"], ["sweep", "status", "new"], ["sweep", "extend", "new", "--n", "40"]]),
        "a plan with a device": (
            "planned", "plan.json", lambda text: text.replace('"plan.csv"', '"/dev/zero"'),
            [["sweep", "run", "new"], ["sweep", "status", "new"]]),
    }
    for what, (made, file, forge, commands) in forgeries.items():
        shutil.copytree(ground.path(made), ground.path("new"))
        path = ground.path(f"new/{file}")
        with open(path, encoding="utf-8") as stream:
            text = stream.read()
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(forge(text))
        for words in commands:
            judge_forgery(ground, judge, what, words)
        shutil.rmtree(ground.path("new"))
        for name in ground.made_names():
            if name not in ("new-secret.csv",):
                os.remove(ground.path(name))
    with open(ground.path("new-secret.csv"), encoding="utf-8") as file:
        if file.read() != secret:
            judge.fault("the file elsewhere was changed")
    ground.tidy()
    return judge


def judge_forgery(ground, judge, what, words):
    judge.tried += 1
    try:
        done, lines = trace(ground, words)
    except subprocess.TimeoutExpired:
        judge.fault(f"{what}: {words} does not end")
        return
    if done.returncode not in (0, 1, 2) or done.returncode and not SENTENCE.match(done.stderr):
        judge.fault(f"{what}: {words}: {done.returncode} {done.stderr[:300]!r}")
    judge.fine += done.returncode == 0
    judge.refused += done.returncode in (1, 2)
    opened = [line for line in lines if re.search(r"open(at)?\(", line) and (
        "new-secret.csv" in line or '"/dev/zero"' in line)]
    if opened:
        judge.fault(f"{what}: {words} opens it: {opened[0][-150:]}")
    weigh_deeds(judge, f"{what}: {words}", lines, ground.folder,
                [ground.path(out) for out in ("new", "new.xlsx", "new.html")])


SECTIONS = {"traced": ("every command under strace", traced),
            "submitted": ("submitting to a cluster", submitted),
            "named": ("codes and names that look like paths or commands", named),
            "linked": ("links, and names taken in advance", linked),
            "forged": ("plans, manifests and dictionaries that name files elsewhere", forged)}

if __name__ == "__main__":
    campaign("paths", "Safety of paths", __doc__, SECTIONS)
