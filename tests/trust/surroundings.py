#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The same bytes whatever surrounds the program: clocks that jump, languages with other commas and
letters, time zones, names of files that nobody would choose, permissions, processors, and tables as
other programs save them.

    tests/trust/surroundings.py [SECTION...] [--record]

Needs faketime, localedef with the locales' sources (Debian: locales), taskset and unshare.
"""

import os
import shutil
import subprocess
import tempfile
import threading
import time

from ground import MAKERS, RUN, SENTENCE, TELLERS, Judge, campaign, content, words_of


def clocks(ground):
    """Years off, standing still, racing, jumping back while it runs."""
    judge = Judge()
    some = ["run", "sweep collect", "sweep collect gpkg", "report", "map png", "map pdf", "export",
            "sensitivity", "data import"]
    for name in some:
        for clock in ["-40y", "+12y", "2038-01-20 00:00:00", "@1970-01-02 00:00:00 x1000"]:
            done = ground.mgz(*words_of(name), wrapped=["faketime", "-f", clock])
            judge.weigh(f"{name} at {clock}", done, ground, name)
        done = ground.mgz(*words_of(name), wrapped=["unshare", "--user", "--map-root-user", "--time",
                                                    "--monotonic", "86400", "--boottime", "99999"])
        judge.weigh(f"{name} with another start of the machine", done, ground, name)
    jumping_clock(ground, judge)
    return judge


def jumping_clock(ground, judge):
    """A sweep whose clock goes to and fro: its runs and its table are the same."""
    shutil.copytree(ground.path("planned"), ground.path("new-to-and-fro"))
    shutil.copytree(ground.path("planned"), ground.path("new-steady"))
    clock = ground.path("new-clock")
    over = threading.Event()

    def turn():
        while not over.is_set():
            for offset in ("-400d", "+400d", "-1", "+0"):
                with open(clock + ".next", "w", encoding="utf-8") as file:
                    file.write(offset + "\n")
                os.replace(clock + ".next", clock)
                time.sleep(0.02)
    thread = threading.Thread(target=turn)
    thread.start()
    time.sleep(0.1)
    found = subprocess.run(["faketime", "-f", "+0", "sh", "-c", "echo $LD_PRELOAD"],
                           capture_output=True, text=True, check=True).stdout.strip()
    jump = {"LD_PRELOAD": found, "FAKETIME_TIMESTAMP_FILE": clock, "FAKETIME_NO_CACHE": "1"}
    for folder, env in [("new-to-and-fro", jump), ("new-steady", {})]:
        for command in ("run", "status", "collect"):
            done = ground.mgz("sweep", command, folder, env=env)
            if (done.returncode, done.stderr) != (0, ""):
                judge.fault(f"sweep {command} with a clock to and fro: {done.stderr!r}")
    over.set()
    thread.join()
    judge.tried += 1
    tables = [content(ground.path(f"{folder}/results.csv")) for folder in ("new-to-and-fro",
                                                                          "new-steady")]
    if tables[0] == tables[1]:
        judge.fine += 1
    else:
        judge.fault("a clock to and fro changes the table of a sweep")
    ground.tidy()


LOCALES = [("nl_NL", "UTF-8"), ("tr_TR", "UTF-8"), ("de_CH", "UTF-8"), ("fa_IR", "UTF-8"),
           ("nl_NL", "ISO-8859-1"), ("ja_JP", "EUC-JP")]
ZONES = ["Asia/Kathmandu", "Pacific/Apia", "America/St_Johns", "XXX-25:61:61", "no/such", ":",
         "/etc/passwd"]


def languages(ground):
    """Locales with decimal commas, dotless letters and other encodings, and time zones."""
    judge = Judge()
    with tempfile.TemporaryDirectory(prefix="mgz-locales-") as folder:
        os.chmod(folder, 0o755)
        names = ["C", "POSIX", "xx_YY.UTF-8", ""]
        for language, letters in LOCALES:
            name = f"{language}.{letters}"
            subprocess.run(["localedef", "--no-archive", "-i", language, "-f", letters,
                            os.path.join(folder, name)], check=False, capture_output=True)
            if not os.path.isdir(os.path.join(folder, name)):
                raise RuntimeError(f"localedef makes no {name}; install the package locales")
            names.append(name)
        for name in [*MAKERS, *TELLERS]:
            few = names if name in ("run", "sweep collect", "map png", "export") else names[4:6]
            for locale in few:
                done = ground.mgz(*words_of(name), env={"LC_ALL": locale, "LANG": locale,
                                                        "LANGUAGE": locale, "LOCPATH": folder})
                judge.weigh(f"{name} in {locale or 'no language'}", done, ground, name)
    for name in ["run", "sweep collect gpkg", "export", "map pdf"]:
        for zone in ZONES:
            done = ground.mgz(*words_of(name), env={"TZ": zone})
            judge.weigh(f"{name} in the time zone {zone}", done, ground, name)
    return judge


def long_path(folder):
    """A folder some bytes below the longest path that the system takes."""
    at = folder
    while len(at) < 3700:
        at = os.path.join(at, "d" * 200)
    os.makedirs(at)
    return at


NAMES = [" ", "a b", "it's", 'say "yes"', "$(touch pwned)", "`touch pwned`", "a;touch pwned", "a\nb",
         "a\tb", "café-Ĳssel", "日本", "%s%n%d", "{0}{}", "a|b", "-o", "--help", "a\\b", "*", "~", "#",
         "baseline", "a.b.c", "x" * 200, b"\xff\xfe".decode(errors="surrogateescape"), "a\x01b",
         "new.part-1", "&<>", "[a]", "a=b", "a,b", "CON", "."]


def names(ground):
    """Folders with names that shells, formats and readers would take for something else."""
    judge = Judge()
    for odd in NAMES:
        where = os.path.join(ground.folder, "new" + odd) if odd != "." else ground.path("new.")
        os.mkdir(where)
        shutil.copytree(ground.path("own"), os.path.join(where, "own" + odd))
        scenario = os.path.join(where, "own" + odd, "scenario.toml")
        out = os.path.join(where, "out" + odd)
        trials(ground, judge, odd, where, scenario, out)
        if os.path.exists(ground.path("pwned")) or os.path.exists(os.path.join(where, "pwned")):
            judge.fault(f"a name was taken for a command: {odd!r}")
        ground.tidy()
    deep = long_path(ground.path("new-deep"))
    for words in [[*RUN, "-o", os.path.join(deep, "out")],
                  ["report", "ran", "-o", os.path.join(deep, "out.html")],
                  [*RUN, "-o", "new" + "n" * 250], [*RUN, "-o", "new" + "n" * 300],
                  [*RUN, "-o", "n" * 5000]]:
        judge_name(judge, words, ground.mgz(*words))
        if os.path.exists(os.path.join(deep, "out")):
            shutil.rmtree(os.path.join(deep, "out"))
    shutil.rmtree(ground.path("new-deep"))
    ground.tidy()
    return judge


def judge_name(judge, words, done):
    judge.tried += 1
    if (done.returncode, done.stderr) == (0, ""):
        judge.fine += 1
    elif done.returncode in (1, 2) and SENTENCE.match(done.stderr):
        judge.refused += 1
    else:
        judge.fault(f"{words}: status {done.returncode} {done.stderr[:300]!r}")


def trials(ground, judge, odd, where, scenario, out):
    """Runs from and into such names, absolute and relative, and reads what they made."""
    done = ground.mgz("run", scenario, *RUN[2:], "-o", out)
    judge_name(judge, ["run", scenario], done)
    if odd.startswith("\udcff") and done.returncode == 0:
        judge.fault("a run whose inputs no scenario can name")
    if done.returncode != 0:
        return
    # The echo tells the paths of inputs in full; everything else is the same bytes.
    made = {name: is_ for name, is_ in content(out).items() if name != "scenario.toml"}
    expected = {name: is_ for name, is_ in ground.expected["run"][2]["new"].items()
                if name != "scenario.toml"}
    if made != expected:
        wrong = [name for name in expected if made.get(name) != expected[name]]
        judge.fault(f"a run in {odd!r} has other bytes: {wrong}")
    again = os.path.join(where, "again")
    done = ground.mgz("run", os.path.join(out, "scenario.toml"), *RUN[2:], "-o", again)
    judge_name(judge, ["run the echo of", scenario], done)
    if done.returncode != 0:
        judge.fault(f"the echo of a run in {odd!r} does not run: {done.stderr}")
    for words in [["report", out, "-o", out + ".html"], ["map", out, "-o", out + ".svg"],
                  ["export", out, "-o", out + ".xlsx"], ["explain", out, "--region", "W"],
                  ["check", scenario, "--set",
                   "geography.regions=" + os.path.join(where, "own" + odd, "areas.geojson")]]:
        done = ground.mgz(*words)
        judge_name(judge, words, done)
        if done.returncode != 0:
            judge.fault(f"{words}: {done.stderr}")
    # As a relative name, which may begin with a dash or be that of a ready scenario.
    done = ground.mgz("report", "out" + odd, f"--output=again{odd}.html", cwd=where) \
        if not odd.startswith("-") else ground.mgz("report", f"-oagain{odd}.html", "--",
                                                   "out" + odd, cwd=where)
    judge_name(judge, ["report", "out" + odd], done)


def shell_trials():
    """What -> words of a shell before the command."""
    return {
        "umask 077": 'umask 077; exec "$@"', "umask 000": 'umask 000; exec "$@"',
        "umask 777": 'umask 777; exec "$@"',
        "OMP_NUM_THREADS=0": 'OMP_NUM_THREADS=0 exec "$@"',
        "OMP_NUM_THREADS=-3": 'OMP_NUM_THREADS=-3 exec "$@"',
        "OMP_NUM_THREADS=1000": 'OMP_NUM_THREADS=1000 exec "$@"',
        "OMP_NUM_THREADS=many": 'OMP_NUM_THREADS=many exec "$@"',
        "OMP_THREAD_LIMIT=1": 'OMP_THREAD_LIMIT=1 exec "$@"',
        "OMP_DYNAMIC=true": 'OMP_DYNAMIC=true exec "$@"',
        "OMP_STACKSIZE=16k": 'OMP_STACKSIZE=16k exec "$@"',
        "OMP_MAX_ACTIVE_LEVELS=3": 'OMP_MAX_ACTIVE_LEVELS=3 exec "$@"',
        "OMP_SCHEDULE=static,1": 'OMP_SCHEDULE=static,1 exec "$@"',
        "one processor": 'exec taskset -c 0 "$@"', "nice 5": 'exec nice -n 5 "$@"',
    }


def processors(ground):
    """Umask, OpenMP's variables, one processor; a working folder that is gone."""
    judge = Judge()
    for name in ["run", "compare", "sweep collect", "sensitivity", "report", "export"]:
        for what, shell in shell_trials().items():
            done = ground.mgz(*words_of(name), wrapped=["sh", "-c", shell, "sh"])
            # What OpenMP says about a value that it does not take is its own.
            done.stderr = "".join(line for line in done.stderr.splitlines(True)
                                  if line.strip() and not line.startswith("libgomp: Invalid value"))
            judge.weigh(f"{name} with {what}", done, ground, name)
    for name, words in {"run": [*RUN[:1], ground.path("own/scenario.toml"), *RUN[2:]],
                        "report": ["report", ground.path("ran"), ground.path("compared")]}.items():
        for out in (ground.path("new" + (".html" if name == "report" else "")), "new"):
            done = ground.mgz(*words, "-o", out, wrapped=[
                "sh", "-c", 'mkdir new-gone && cd new-gone && rmdir ../new-gone; exec "$@"', "sh"])
            judge.weigh(f"{name} -o {out} in a folder that is gone", done, ground, name, same=False)
    return judge


def as_saved(text, what):
    """A table as another program saves it, in bytes."""
    lines = text.splitlines()
    plain = "\n".join(lines) + "\n"
    return {
        "CRLF": "\r\n".join(lines + [""]).encode(),
        "no end of line": "\n".join(lines).encode(),
        "byte order mark": b"\xef\xbb\xbf" + plain.encode(),
        "byte order mark, CRLF": b"\xef\xbb\xbf" + "\r\n".join(lines + [""]).encode(),
        "semicolons": plain.replace(",", ";").encode(),
        "tabs": plain.replace(",", "\t").encode(),
        "empty lines at the end": (plain + "\n\n").encode(),
        "quotes": "".join(",".join(f'"{cell}"' for cell in line.split(",")) + "\n"
                          for line in lines).encode(),
        "UTF-16": plain.encode("utf-16"),
        "carriage returns": "\r".join(lines + [""]).encode(),
        "decimal commas": plain.replace(",", ";").replace(".", ",").encode(),
        "thousands": "".join(line.replace("000", ".000") + "\n" for line in lines).encode(),
    }[what]


SAME_TABLE = ["CRLF", "no end of line", "byte order mark", "byte order mark, CRLF", "semicolons",
              "tabs", "empty lines at the end", "quotes"]
OTHER_TABLE = ["UTF-16", "carriage returns", "decimal commas", "thousands"]


def tables(ground):
    """Tables as spreadsheets save them: the same result, or a sentence."""
    judge = Judge()
    for table in ["settlements", "centres", "employers", "travel", "projection"]:
        path = ground.path(f"own/{table}.csv")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        shutil.copy2(path, path + ".kept")
        for what in [*SAME_TABLE, *OTHER_TABLE]:
            saved = as_saved(text, what)
            # 136.000 may be a number: only where places are held against the regions can it not.
            if saved == text.encode() and what in OTHER_TABLE or \
                    what == "thousands" and table != "settlements":
                continue
            with open(path, "wb") as file:
                file.write(saved)
            done = ground.mgz(*words_of("run"))
            judge.tried += 1
            made = ground.made().get("new")
            if done.returncode == 0:
                judge.fine += 1
                # Checksums of the inputs differ, and with them manifest and page.
                wrong = [name for name, is_ in ground.expected["run"][2]["new"].items()
                         if name not in ("manifest.json", "report.html") and made.get(name) != is_]
                if wrong and done.stderr == "":
                    judge.fault(f"{table}.csv with {what}: read, with other results: {wrong[:3]}")
            elif not SENTENCE.match(done.stderr) or done.returncode != 2 or made:
                judge.fault(f"{table}.csv with {what}: {done.returncode} {done.stderr!r}")
            else:
                judge.refused += 1
                if what in SAME_TABLE:
                    print(f"note: {table}.csv with {what} is refused: {done.stderr.strip()}")
            ground.tidy()
        os.replace(path + ".kept", path)
    ground.look_again()
    return judge


SECTIONS = {"clocks": ("clocks that are wrong, or jump", clocks),
            "languages": ("languages and time zones", languages),
            "names": ("names of files and folders", names),
            "processors": ("umask, OpenMP, one processor, no working folder", processors),
            "tables": ("tables as other programs save them", tables)}


if __name__ == "__main__":
    campaign("surroundings", "Surroundings", __doc__, SECTIONS)
