#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Counts the instructions of one national replicate with callgrind and compares them with those
recorded in tests/data/instructions.json: time on a shared machine says little, this does.

    count_instructions.py PROGRAM RECORD --compiler "GNU 12.2.0" --build Release
    count_instructions.py PROGRAM RECORD ... --write      records what is counted now

Prints the steps of the model by their share. Skips (77) where the record does not apply.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

ALLOWED = 0.05  # more or less than recorded
CASES = ["fixed_groundwork", "fixed_replicate"]
STEPS = ["start_state", "resolve_intensities", "assess_need", "recount_staff", "train",
         "spread_trainees", "live_careers", "settle_successions", "settle", "deliver", "hold_duty",
         "weigh_load", "overflow", "cooperate", "Recorder::look"]
PARTS = ["become_locums", "set_off", "first_of", "open_market", "refresh_market", "pass_rows",
         "Draws::words", "Draws::fill", "exp_of", "exp_each", "log_of", "Physicians::sweep"]


# Count, share, file and function of a line of callgrind_annotate.
LINE = (r"\s*([\d,]+) \(\s*[\d.]+%\)\s+[^\s:]*:"
        r"(?:mgz::)?(?:\(anonymous namespace\)::)?([\w:]+)(?:\(|\s|$)")


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def count(program):
    """Instructions by function, with all that it calls."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "callgrind.out")
        toggles = [f"--toggle-collect={case}" for case in CASES]
        subprocess.run(["valgrind", "--tool=callgrind", "--quiet", f"--callgrind-out-file={out}",
                        *toggles, program], check=True, stdout=subprocess.DEVNULL,
                       env={**os.environ, "OMP_NUM_THREADS": "1"}, timeout=600)
        text = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100",
                               "--auto=no", out], check=True, capture_output=True,
                              text=True).stdout
    counts = {}
    for line in text.splitlines():
        found = re.match(LINE, line)
        if found:
            name, number = found[2], int(found[1].replace(",", ""))
            counts[name] = max(counts.get(name, 0), number)
    return counts


def table(counts):
    whole = counts["fixed_replicate"]
    for title, names in [("steps", STEPS), ("in them", PARTS)]:
        print(f"{title:20s} {'million':>9s} {'share':>7s}")
        for name in names:
            if name in counts:
                print(f"  {name:18s} {counts[name] / 1e6:9.1f} {counts[name] / whole:7.1%}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("record")
    parser.add_argument("--compiler", required=True)
    parser.add_argument("--build", required=True)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    if not shutil.which("valgrind"):
        skip("valgrind is not installed")
    if args.build != "Release":
        skip(f"counted in a Release build, and this one is {args.build}")
    major = args.compiler.split(".")[0]
    if not args.write:
        with open(args.record, encoding="utf-8") as file:
            recorded = json.load(file)
        # A later compiler gives other code: compare with what the same major version gave.
        if major != recorded["compiler"]:
            skip(f"recorded with {recorded['compiler']}, and this is {args.compiler}")

    counts = count(args.program)
    table(counts)
    if args.write:
        recorded = {"compiler": major, **{case: counts[case] for case in CASES}}
        with open(args.record, "w", encoding="utf-8") as file:
            file.write(json.dumps(recorded, indent=2) + "\n")
        return 0
    wrong = 0
    for case in CASES:
        change = counts[case] / recorded[case] - 1
        bad = abs(change) > ALLOWED
        wrong += bad
        print(f"{case}: {counts[case]:,} instructions, recorded {recorded[case]:,} ({change:+.1%})"
              + (": record it again if that is meant, see docs/development.md" if bad else ""))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
