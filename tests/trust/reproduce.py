#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The published figures once more: from each manifest in docs/published the outputs are made again
and compared, the picture is drawn from them, and damage to a folder must be noticed.

    tests/trust/reproduce.py [--program build/ci/tools/mgz] [--damages 100] [--record]
    tests/trust/reproduce.py --write    renews manifests and pictures, after results moved on purpose

Files are damaged by one bit at a random place; each time mgz reproduce --check must name the file.
"""

import argparse
import filecmp
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

import record

PUBLISHED = os.path.join(record.ROOT, "docs/published")
# Of each: what was run, what was drawn of it, and the picture.
FIGURES = {
    "shortage": (["run", "baseline", "--to", "2023", "--set", "output.years=[2023]"],
                 ["map", "--width", "1200px"], "docs/images/shortage.png"),
    "difference": (["compare", "baseline", "regional_training", "location_incentive",
                    "docs/published/difference/two_regions.toml"],
                   ["map", "--difference", "--width", "1800px"], "docs/images/guide_difference.png"),
}


def mgz(program, *words, status=0):
    done = subprocess.run([program, *words], cwd=record.ROOT, capture_output=True, text=True,
                          check=False)
    if done.returncode != status:
        sys.exit(f"mgz {' '.join(words)} ended with {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout


def draw(program, words, out, picture):
    mgz(program, words[0], out, *words[1:], "-o", picture, "--force")


def write(program, folder):
    for name, (run, map_, picture) in FIGURES.items():
        out = os.path.join(folder, name)
        mgz(program, *run, "-o", out)
        os.makedirs(os.path.join(PUBLISHED, name), exist_ok=True)
        shutil.copy(os.path.join(out, "manifest.json"), os.path.join(PUBLISHED, name))
        draw(program, map_, out, os.path.join(record.ROOT, picture))


def damage(program, out, times):
    """One flipped bit at a time; each must be noticed, and the file named."""
    chance = random.Random(1)
    with open(os.path.join(out, "manifest.json"), encoding="utf-8") as file:
        files = [entry["file"] for entry in json.load(file)["outputs"]]
    for _ in range(times):
        name = chance.choice(files)
        path = os.path.join(out, name)
        with open(path, "r+b") as file:
            at = chance.randrange(os.path.getsize(path))
            file.seek(at)
            old = file.read(1)
            file.seek(at)
            file.write(bytes([old[0] ^ 1 << chance.randrange(8)]))
            file.flush()
            said = mgz(program, "reproduce", out, "--check", status=1)
            file.seek(at)
            file.write(old)
        if f"\n{name} " not in said or ", 1 differ" not in said:
            sys.exit(f"{name} was damaged at byte {at}, and mgz reproduce --check said: {said}")
    mgz(program, "reproduce", out, "--check")


def reproduce(program, folder, damages):
    lines = []
    for name, (_, map_, picture) in FIGURES.items():
        out, start = os.path.join(folder, name), time.monotonic()
        said = mgz(program, "reproduce", os.path.join(PUBLISHED, name), "-o", out)
        seconds = time.monotonic() - start
        print(said, end="")
        drawn = os.path.join(folder, name + ".png")
        draw(program, map_, out, drawn)
        same = filecmp.cmp(drawn, os.path.join(record.ROOT, picture), shallow=False)
        print(f"{picture}: {'the same bytes' if same else 'other bytes: other fonts or libraries'}")
        files = said.split("reproduced: ")[1].split()[0]
        lines.append(record.line(
            f"{picture} from docs/published/{name}",
            f"{files} output files of 20 replicates, {seconds:.0f} s",
            f"0 differ; the picture has {'the same' if same else 'other'} bytes",
            "tests/trust/reproduce.py"))
        damage(program, out, damages)
        lines.append(record.line(f"one flipped bit in a file of {name}",
                                 f"{damages} times, at random", f"{damages} noticed, by name",
                                 "tests/trust/reproduce.py"))
    return lines


def main():
    options = argparse.ArgumentParser(description=__doc__,
                                      formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--program", default=os.path.join(record.ROOT, "build/ci/tools/mgz"))
    options.add_argument("--damages", type=int, default=100)
    options.add_argument("--write", action="store_true")
    options.add_argument("--record", action="store_true")
    given = options.parse_args()
    program = os.path.abspath(given.program)
    with tempfile.TemporaryDirectory(prefix="mgz-reproduce-") as folder:
        if given.write:
            write(program, folder)
            return
        lines = reproduce(program, folder, given.damages)
    if given.record:
        record.keep("reproduce", "Published results again", lines)


if __name__ == "__main__":
    main()
