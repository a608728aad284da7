#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Kills every command that makes something, by SIGKILL, SIGTERM and SIGINT, at random moments and at
chosen calls of the system: what has its name is whole, what was there before stands, the same command
succeeds afterwards. And kills sweeps and calibrations again and again: every run that was finished
before a kill is there after it, and the end has the bytes of a study that nobody disturbed.

    tests/trust/kills.py [SECTION...] [--record]        needs strace
"""

import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

from ground import MAKERS, PROGRAM, STUDY, campaign, content, words_of

CHANCE = random.Random(20261129)
SIGNALS = [signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT]
# A killed command leaves this beside its output, or nothing.
PART = re.compile(r"new[.\w]*\.part-\d+(-\d+)?\Z")


class Count:
    def __init__(self):
        self.kills = self.too_late = self.remains = self.rows = self.lost = 0
        self.faults = []

    def fault(self, what):
        self.faults.append(what)
        print("FAULT", what, file=sys.stderr, flush=True)

    def measured(self):
        parts = [f"{self.kills} kills, {self.too_late} more came too late"]
        if self.rows:
            parts.append(f"{self.rows} runs finished before the last kill, {self.lost} of them lost")
        if self.remains:
            parts.append(f"{self.remains} left a .part folder")
        return "; ".join(parts)

    def verdict(self):
        return f"{len(self.faults)} faults"


def start(ground, words, wrapped=()):
    return subprocess.Popen([*wrapped, PROGRAM, *words], cwd=ground.folder, text=True,
                            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                            stderr=subprocess.PIPE)


def look(ground, count, what, name, words, old):
    """What a kill left, and whether the same command then does its work."""
    made = ground.made()
    whole = ground.expected[name][2]
    log = {at: made.pop(at) for at in list(made) if at.endswith(".log")}
    parts = [at for at in made if PART.match(at)]
    count.remains += bool(parts)
    named = {at: made[at] for at in made if at not in parts}
    finished = {at: whole[at] for at in whole if at in named}
    if named not in (old, finished):
        count.fault(f"{what}: leaves {sorted(named)}, neither as it was nor whole")
    # Several files of one command appear one by one, each whole.
    if named != old and any(named[at] != whole.get(at) for at in named):
        count.fault(f"{what}: leaves a part under a final name")
    for at in ground.touched():
        count.fault(f"{what}: changed {at}")
    for at in [at for at in named if old == {}]:
        path = ground.path(at)
        shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)
    again = ground.mgz(*words, *(["--resume"] if log else []))
    if again.stderr or again.returncode != ground.expected[name][0]:
        count.fault(f"{what}: the same command then says {again.stderr!r}")
    made = {at: is_ for at, is_ in ground.made().items()
            if not PART.match(at) and not at.endswith(".log")}
    if made != {at: whole[at] for at in whole if not at.endswith(".log")}:
        count.fault(f"{what}: the same command then leaves other bytes: {sorted(made)}")
    ground.tidy()


def prepared(ground, name, force):
    """Words of the command, and what stands under its name before."""
    words = words_of(name)
    if not force:
        return words, {}
    seed = ["--seed", "2"] if name in ("run", "compare") else []
    ground.mgz(*words, *seed)
    return [*words, "--force"], ground.made()


FORCED = {"run", "compare", "report", "map png", "export", "data import"}


def moments(ground, each=6):
    """At random moments."""
    count = Count()
    for name in MAKERS:
        begin = time.monotonic()
        ground.mgz(*words_of(name))
        took = time.monotonic() - begin
        ground.tidy()
        for force in [False, True] if name in FORCED else [False]:
            for _ in range(each):
                words, old = prepared(ground, name, force)
                kind = CHANCE.choice(SIGNALS)
                moment = CHANCE.uniform(0.1, 1.1) * took
                worker = start(ground, words)
                try:
                    worker.communicate(timeout=moment)
                    count.too_late += 1
                except subprocess.TimeoutExpired:
                    worker.send_signal(kind)
                    worker.communicate()
                    count.kills += 1
                look(ground, count, f"{' '.join(words)}: {kind.name} after {moment:.3f} s", name,
                     words, old)
    return count


# The calls around which a name is given: killed before the first, second... of each.
CALLS = ["mkdir", "fsync", "rename,renameat2", "unlink,unlinkat,rmdir", "write"]


def calls(ground, each=3):
    """As a call of the system begins, those that give names above all."""
    count = Count()
    for name in ["run", "compare", "sweep collect", "sensitivity", "report", "map png", "export",
                 "calibrate"]:
        for force in [False, True] if name in FORCED else [False]:
            for call in CALLS:
                for number in range(1, each + 1):
                    words, old = prepared(ground, name, force)
                    done = subprocess.run(
                        ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e",
                         f"inject={call}:signal=KILL:when={number}", PROGRAM, *words],
                        cwd=ground.folder, capture_output=True, text=True, check=False,
                        stdin=subprocess.DEVNULL)
                    if done.returncode in (-9, 137):
                        count.kills += 1
                    else:
                        count.too_late += 1
                    look(ground, count, f"{' '.join(words)}: SIGKILL at {call} {number}", name,
                         words, old)
    return count


def finished(folder):
    """The finished runs in the shards of a sweep, as the outside sees them: key -> outcome."""
    rows = {}
    shards = os.path.join(folder, "shards")
    for name in sorted(os.listdir(shards)) if os.path.isdir(shards) else []:
        if not name.endswith(".sqlite"):
            continue
        with sqlite3.connect(f"file:{shards}/{name}?mode=rw", uri=True, timeout=20) as database:
            for point, replicate, outcome in database.execute(
                    "select point, replicate, outcome from run where ok"):
                rows[point, replicate] = outcome
        database.close()
    return rows


def sweeps(ground, rounds=24, runs=12_000):
    """Workers of one sweep, one or two at a time, killed again and again; then to the end."""
    count = Count()
    ground.write("long.toml", STUDY.format(design=f'method = "random"\nn = {runs}'))
    ground.mgz("sweep", "plan", "long.toml", "-o", "killed")
    shutil.copytree(ground.path("killed"), ground.path("whole"))
    exact = ["pwrite64", "fdatasync", "unlink", "link", "openat"]
    for number in range(rounds):
        before = finished(ground.path("killed"))
        wrapped = []
        if number % 3 == 2:
            call = CHANCE.choice(exact)
            wrapped = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e",
                       f"inject={call}:signal=KILL:when={CHANCE.randrange(1, 40)}"]
        workers = [start(ground, ["sweep", "run", "killed", "--threads", "2"], wrapped)
                   for _ in range(1 + number % 2)]
        time.sleep(CHANCE.uniform(0.1, 1.2))
        before.update(finished(ground.path("killed")))
        for worker in workers:
            worker.send_signal(CHANCE.choice(SIGNALS) if not wrapped else signal.SIGTERM)
        for worker in workers:
            worker.communicate()
            count.kills += 1
        after = finished(ground.path("killed"))
        lost = [key for key, outcome in before.items() if after.get(key) != outcome]
        count.lost += len(lost)
        if lost:
            count.fault(f"kill {number}: {len(lost)} finished runs are gone")
        count.rows = len(after)
        if count.rows == runs:
            break
    if count.rows == 0 or number < 10:
        count.fault(f"{count.rows} runs were finished in {number + 1} rounds: no test")
    results = {}
    for folder in ("killed", "whole"):
        for command in ("run", "status", "collect"):
            done = ground.mgz("sweep", command, folder)
            if (done.returncode, done.stderr) != (0, ""):
                count.fault(f"sweep {command} {folder} then says {done.stderr!r}")
        shards = os.listdir(ground.path(f"{folder}/shards"))
        count.remains += sum(not name.endswith(".sqlite") for name in shards)
        results[folder] = {name: is_ for name, is_ in content(ground.path(folder)).items()
                           if name.startswith("results.")}
    if results["killed"] != results["whole"]:
        count.fault("the table of the killed sweep has other bytes")
    for folder in ("killed", "whole"):
        shutil.rmtree(ground.path(folder))
    os.remove(ground.path("long.toml"))
    ground.look_again()
    return count


def searches(ground, rounds=8):
    """mgz calibrate killed again and again, gone on with by --resume."""
    count = Count()
    words = words_of("calibrate")
    for _ in range(rounds):
        resume = ["--resume"] if os.path.exists(ground.path("new.toml.log")) else []
        worker = start(ground, [*words, *resume])
        time.sleep(CHANCE.uniform(0.02, 0.3))
        worker.send_signal(CHANCE.choice(SIGNALS))
        worker.communicate()
        count.kills += 1
    look(ground, count, "calibrate", "calibrate", words, {})
    return count


SECTIONS = {"moments": ("commands killed at random moments", moments),
            "calls": ("commands killed as they give names", calls),
            "sweeps": ("workers of a sweep killed", sweeps),
            "searches": ("a calibration killed", searches)}


if __name__ == "__main__":
    campaign("kills", "Kills", __doc__, SECTIONS)
