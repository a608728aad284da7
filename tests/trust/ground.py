# SPDX-License-Identifier: EUPL-1.2
"""What the campaigns on faults, kills, surroundings and safety share: a small country in a folder,
one of everything that the program makes of it, every command with what it makes, and a judge of how
a command ended.

MGZ_PROGRAM names the program, build/ci/tools/mgz unless set.
"""

import argparse
import concurrent.futures
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

import record

os.environ.setdefault("MGZ_ROOT", record.ROOT)
os.environ.setdefault("MGZ_PROGRAM", os.path.join(record.ROOT, "build", "ci", "tools", "mgz"))
sys.path.insert(0, os.path.join(record.ROOT, "tests", "cli"))
import cli  # noqa: E402  needs the two above

PROGRAM = os.environ["MGZ_PROGRAM"]

SCENARIO = """title = "Two banks of a river"
to = 2005
[geography]
regions = "areas.geojson"
subregions = "none"
settlements = "settlements.csv"
[inputs]
training_centres = "centres.csv"
student_origins = "none"
employers = "employers.csv"
travel = "travel.csv"
population = "projection.csv"
[careers]
huisarts.stock = 130
so.stock = 24
avg.stock = 6
[training]
huisarts.places = 8
so.places = 3
avg.places = 1
[output]
years = [2003, 2005]
map_year = 2005
cell_m = 1000
"""
PLAN = """inherits = "scenario.toml"
title = "Work where it is needed"
[[interventions]]
initiative = "stepped_care"
area = "pilot.geojson"
from = 2004
"""
STUDY = """title = "What decides the shortage"
scenario = "own/scenario.toml"
[set]
to = 2004
[design]
{design}
[keep]
indicators = ["shortage"]
[[factor]]
key = "settlement.size"
low = 0.2
high = 1.4
[[factor]]
key = "settlement.rounds"
low = 2
high = 5
"""
TARGETS = """title = "Short"
scenario = "own/scenario.toml"
patterns = "{root}/scenarios/patterns/nl-2023.toml"
[search]
replicates = 1
max_evaluations = 6
tolerance = 1e-9
[[move]]
key = "need.so.start_gap"
low = -0.2
high = 0.2
start = 0.15
[[target]]
id = "gap-2004"
measure = "gap"
profession = "so"
at = [2004, 4]
value = 0.0
tolerance = 0.01
"""

RUN = ["run", "own/scenario.toml", "--replicates", "2", "--threads", "2"]

# Name -> words; what is made is called new..., in the folder that {to} stands for.
MAKERS = {
    "run": [*RUN, "-o", "{to}new"],
    "compare": ["compare", "own/scenario.toml", "own/plan.toml", "--replicates", "2", "-o",
                "{to}new"],
    "sweep plan": ["sweep", "plan", "study.toml", "-o", "{to}new"],
    "sweep collect": ["sweep", "collect", "swept", "-o", "{to}new.csv"],
    "sweep collect gpkg": ["sweep", "collect", "swept", "-o", "{to}new.gpkg"],
    "sensitivity": ["sensitivity", "swept", "--resamples", "20", "-o", "{to}new"],
    "report": ["report", "ran", "compared", "-o", "{to}new.html"],
    "map png": ["map", "ran", "--width", "300px", "-o", "{to}new.png"],
    "map svg": ["map", "ran", "-o", "{to}new.svg"],
    "map pdf": ["map", "compared", "-o", "{to}new.pdf"],
    "export": ["export", "ran", "-o", "{to}new.xlsx"],
    "data import": ["data", "import", "regions", "own/areas.geojson", "-o", "{to}new.gpkg"],
    "data synthesise": ["data", "synthesise", "own/plain.toml", "--scale", "2", "-o", "{to}new"],
    "calibrate": ["calibrate", "targets.toml", "-o", "{to}new.toml"],
    "validate": ["validate", "own/scenario.toml", "--replicates", "1", "--null", "none", "--json",
                 "{to}new.json"],
}
# These only say something.
TELLERS = {
    "check": ["check", "own/scenario.toml"],
    "explain": ["explain", "ran", "--region", "W", "--from", "2003", "--to", "2005"],
    "sweep status": ["sweep", "status", "swept"],
    "parameters": ["parameters", "--schema"],
    "data columns": ["data", "columns"],
}
# What differs between two equal runs, and why it may.
OF_THE_MOMENT = {"run.json",   # times
                 "plan.json"}  # what one run took


def words_of(name, to=""):
    words = {**MAKERS, **TELLERS}[name]
    return [word.replace("{to}", to) for word in words]


def content(path):
    """A file's bytes by their hash, or those of all below a folder; of a link where it leads."""
    if os.path.islink(path):
        return "-> " + os.readlink(path)
    if not os.path.isdir(path):
        with open(path, "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()
    return {name: content(os.path.join(path, name)) for name in sorted(os.listdir(path))
            if name not in OF_THE_MOMENT}


def stamps(folder):
    """Of everything below: kind, size, time of change. Tells cheaply that nothing was touched."""
    found = {}
    for place, folders, names in os.walk(folder):
        for name in [*folders, *names]:
            path = os.path.join(place, name)
            status = os.lstat(path)
            found[os.path.relpath(path, folder)] = (status.st_mode, None if os.path.isdir(path) else
                               (status.st_size, status.st_mtime_ns))
    return found


class Ground:
    """A folder with own/ (the country), ran/, compared/, planned/, swept/, study.toml, targets.toml."""

    def __init__(self, runs=16):
        self.folder = os.path.realpath(tempfile.mkdtemp(prefix="mgz-trust-"))
        os.chmod(self.folder, 0o755)
        shutil.copytree(os.path.join(record.ROOT, "tests", "data", "own"), self.path("own"))
        self.write("own/scenario.toml", SCENARIO)
        self.write("own/plan.toml", PLAN)
        tables = re.compile("(employers|travel|population) = .*\n")
        self.write("own/plain.toml", tables.sub("", SCENARIO))
        self.write("study.toml", STUDY.format(design=f'method = "random"\nn = {runs}'))
        self.write("saltelli.toml", STUDY.format(design='method = "saltelli"\nn = 8'))
        self.write("targets.toml", TARGETS.format(root=record.ROOT))
        for words in [[*RUN, "-o", "ran"],
                      ["compare", "own/scenario.toml", "own/plan.toml", "--replicates", "2", "-o",
                       "compared"],
                      ["sweep", "plan", "study.toml", "-o", "planned"],
                      ["sweep", "plan", "saltelli.toml", "-o", "swept"],
                      ["sweep", "run", "swept"]]:
            done = self.mgz(*words)
            if (done.returncode, done.stderr) != (0, ""):
                raise RuntimeError(f"the ground cannot be made: {words}: {done.stderr}")
        self.expected = {}
        for name in [*MAKERS, *TELLERS]:
            done = self.mgz(*words_of(name))
            if done.stderr != "":
                raise RuntimeError(f"the ground cannot be made: {name}: {done.stderr}")
            self.expected[name] = (done.returncode, done.stdout, self.made())
            self.tidy()
        self.look_again()

    def look_again(self):
        """What is there now shall stay as it is."""
        self.before = self.standing()

    def standing(self):
        """Stamps of all but what commands make and what a disk of their own leaves."""
        return {name: stamp for name, stamp in stamps(self.folder).items()
                if not name.startswith(("new", "back"))}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        subprocess.run(["chmod", "-R", "u+rwX", self.folder], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def mgz(self, *words, wrapped=(), cwd=None, **more):
        """Runs the program; wrapped: words before it, such as a shell that sets a limit."""
        all_words = [*wrapped, PROGRAM, *words]
        env = {name: value for name, value in os.environ.items()
               if not name.startswith(("MGZ_", "OMP_"))}
        more.setdefault("stdin", subprocess.DEVNULL)
        env.update(more.pop("env", {}))
        for stream in ("stdout", "stderr"):
            more.setdefault(stream, subprocess.PIPE)
        return subprocess.run(all_words, cwd=cwd or self.folder, env=env, check=False, text=True,
                              errors="replace", timeout=300, **more)

    def made(self, where=""):
        """What has a name that begins with new, by name."""
        folder = self.path(where)
        return {name: content(os.path.join(folder, name)) for name in sorted(os.listdir(folder))
                if name.startswith("new")}

    def tidy(self, where=""):
        for name in self.made_names(where):
            path = os.path.join(self.path(where), name)
            shutil.rmtree(path) if os.path.isdir(path) and not os.path.islink(path) \
                else os.remove(path)

    def made_names(self, where=""):
        return [name for name in os.listdir(self.path(where)) if name.startswith("new")]

    def touched(self):
        """What of the ground has changed, but for what commands were told to make."""
        now = self.standing()
        changed = sorted(name for name in {*now, *self.before}
                         if now.get(name) != self.before.get(name))
        self.before = now
        return changed


# What the loader or the C library may say before the program begins.
BEFORE_MAIN = re.compile("error while loading shared libraries|cannot (allocate|create|map)|"
                         "failed to map|Cannot allocate memory")
NO_OUTPUT = "mgz: standard output cannot be written to\n"
SENTENCE = re.compile(r"\Amgz: [^\n]+\n\Z")


def without_warnings(text):
    """A shard that is damaged is named on a line of its own, and counts as missing."""
    return "".join(line for line in text.splitlines(True)
                   if not line.startswith("mgz warning: "))


def without_fontconfig(text):
    """fontconfig says by itself what is wrong with its configuration."""
    return "".join(line for line in text.splitlines(True)
                   if not line.startswith("Fontconfig error: "))


class Judge:
    """Counts outcomes, and keeps a line for every one that should not be."""

    def __init__(self):
        self.tried = self.fine = self.refused = self.before_main = 0
        self.faults = []

    def fault(self, what):
        self.faults.append(what)
        print("FAULT", what, file=sys.stderr, flush=True)

    def weigh(self, what, done, ground, name=None, *, where="", same=True, leaves=()):
        """Exit status 0 with the right files and words, or 1 or 2 with a sentence and nothing made.
        same: whether success must give the bytes of an undisturbed run; leaves: names that may
        remain after a refusal, as a log that is kept on purpose."""
        self.tried += 1
        made = ground.made(where)
        done.stderr = without_fontconfig(done.stderr or "")
        if done.returncode != 0 or name == "sweep status":
            done.stderr = without_warnings(done.stderr)
        status, out, files = ground.expected.get(name, (0, None, None))
        left = [at for at in made if at not in leaves]
        if done.returncode == 127 or BEFORE_MAIN.search(done.stderr or "") and left == [] \
                and not SENTENCE.match(done.stderr):
            self.before_main += 1
        elif done.returncode == status and (done.stderr or "") == "":
            self.fine += 1
            if same and name and made != files:
                self.fault(f"{what}: success, and other bytes than undisturbed: "
                           f"{different(made, files)}")
        elif done.returncode in (1, 2):
            self.refused += 1
            if done.stderr is not None and not SENTENCE.match(done.stderr):
                self.fault(f"{what}: status {done.returncode} says {done.stderr[:400]!r}")
            # What is made may have its name before it turns out that nobody can be told.
            if left and not (done.stderr == NO_OUTPUT and made == files):
                self.fault(f"{what}: status {done.returncode} leaves {left}")
        else:
            self.fault(f"{what}: status {done.returncode}: {(done.stderr or '')[:400]!r}")
        for path in ground.touched():
            self.fault(f"{what}: changed {path}")
        ground.tidy(where)

    def measured(self):
        parts = [f"{self.tried} tried", f"{self.fine} succeeded", f"{self.refused} refused"]
        if self.before_main:
            parts.append(f"{self.before_main} ended before the program began")
        return ", ".join(parts)

    def verdict(self):
        return f"{len(self.faults)} faults"


def different(made, files):
    """Names of what is in one of the two only, or differs."""
    if not isinstance(made, dict) or not isinstance(files, dict):
        return ["itself"]
    return [f"{name}: {different(made.get(name), files.get(name))}" if isinstance(
        made.get(name), dict) else name for name in {*made, *files}
        if made.get(name) != files.get(name)]


def judged(section):
    """What a section found, on a ground of its own, and the seconds that it took."""
    start = time.monotonic()
    with Ground() as ground:
        judge = section(ground)
    return judge, time.monotonic() - start


def campaign(name, title, doc, sections):
    """Runs the sections that the command line names, all unless it names some. sections: key ->
    (what, function of the ground that returns a Judge or the like)."""
    parser = argparse.ArgumentParser(description=doc,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("section", nargs="*", choices=[*sections, []])
    parser.add_argument("--jobs", type=int, default=1, help="sections at a time")
    parser.add_argument("--record", action="store_true", help=f"keep records/{name}.json")
    arguments = parser.parse_args()
    lines, faults = [], 0
    keys = arguments.section or list(sections)
    with concurrent.futures.ProcessPoolExecutor(arguments.jobs) as workers:
        found = [workers.submit(judged, sections[key][1]) for key in keys]
        for key, result in zip(keys, found):
            what = sections[key][0]
            judge, seconds = result.result()
            print(f"{what}: {judge.measured()}; {judge.verdict()}; {seconds:.0f} s", flush=True)
            lines.append(record.line(what, judge.measured(), judge.verdict(),
                                     f"tests/trust/{name}.py {key}"))
            faults += len(judge.faults)
    if faults:
        sys.exit(f"{faults} faults")
    if arguments.record:
        record.keep(name, title, lines)
