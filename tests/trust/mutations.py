#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Breaks the code in one place at a time, and looks whether a test fails.

    tests/trust/mutations.py [--only WORD] [--record]

Works on a clone of what is committed, in build/mutants. A place that is no longer in the source is an
error: choose another. Half an hour on two cores; a mutant that no test notices ends it with status 1.
"""

import argparse
import os
import re
import subprocess
import sys

import record

# What is broken, file, the text there (once), what takes its place, the program with tests of it.
MUTANTS = [
    ("a second arrival counts from the start of the race, not from the first",
     "sim/model/choice.cpp", "next.time -= log_of(words.uniform(2))",
     "next.time = -log_of(words.uniform(2))", "test_model"),
    ("the lower bound of a waiting time is too high", "sim/core/random.h",
     "return x + 0.5f * (x * x);", "return x + x * x;", "test_core"),
    ("bounds that do not tell who is first are taken at their word", "sim/model/choice.cpp",
     "if (latest(bound, drawn[first], weight[first]) < race.position[other])",
     "if (bound < race.position[other])", "test_model"),
    ("a market that is mended keeps its sums", "sim/model/market.cpp",
     "list(changed_in[k]);", "static_cast<void>(k);", "test_model"),
    ("boxes in the tree of subregions are half as wide", "sim/model/subregion_tree.cpp",
     "std::abs(offset) - half;", "std::abs(offset) - 0.5f * half;", "test_model"),
    ("the draws within a group of tracks are those between groups", "sim/model/tracks.cpp",
     "entry, track_block + 1)", "entry, track_block)", "test_model"),
    ("any hour short makes a vacancy", "sim/model/positions.cpp",
     "return room(g, e, id) >= 0.5 * fte;", "return room(g, e, id) > 0 * fte;", "test_model"),
    ("hours given under contract are not in the account", "sim/model/delivery.cpp",
     "booked(state, r, p, Cause::contracts) += full;",
     "booked(state, r, p, Cause::contracts) += 0 * full;", "test_laws"),
    ("institutions short of doctors do not retreat", "sim/model/care.h",
     "falls ? care.retreat_fall", "falls ? 0 * care.retreat_fall", "test_model"),
    ("practices give nothing to small homes when there is too little", "sim/model/practices.cpp",
     "std::min(for_small, small_home)", "0 * std::min(for_small, small_home)", "test_model"),
    ("who does not finish training finishes, and the other way round", "sim/model/training.cpp",
     "e.stops = u >= ", "e.stops = u < ", "test_model"),
    ("a round of the random numbers is left out", "sim/core/random.cpp",
     "round < 10", "round < 9", "test_core"),
    ("the distance decay of demand is left out of E2SFCA", "geo/catchment.cpp",
     "people[w.col()] += demand[place] * w.value();", "people[w.col()] += demand[place];",
     "test_geo"),
    ("a point is inside a polygon on the wrong side of an edge", "geo/polygon.cpp",
     "(p.y - a.y) / (b.y - a.y)", "(p.y - b.y) / (b.y - a.y)", "test_geo"),
    ("quantiles are not interpolated", "sim/score/spread.cpp",
     "(at - static_cast<double>(below)) * (sorted[above]", "0 * (sorted[above]", "test_score"),
    ("a row of a sweep has no checksum", "sim/sweep/shard_writer.cpp",
     "shard::checksum_of(row)", "std::int64_t{0}", "test_sweep_store"),
    ("a file that came to exist meanwhile is replaced", "sim/output/output_file.cpp",
     "if (!is_new && existing_ == Existing::refuse) {",
     "if (false && existing_ == Existing::refuse) {", "test_output"),
]


LONGEST = 240  # seconds that a program of tests may take: what is broken may not end


def run(*words, cwd, timeout=None):
    return subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False,
                          timeout=timeout)


def prepare(tree):
    """A clone with its build: what the mutants are made of."""
    if not os.path.isdir(tree):
        subprocess.run(["git", "clone", "--quiet", "--shared", record.ROOT, tree], check=True)
    subprocess.run(["git", "-C", tree, "fetch", "--quiet", record.ROOT, "HEAD"], check=True)
    subprocess.run(["git", "-C", tree, "checkout", "--quiet", "--force", "FETCH_HEAD"], check=True)
    subprocess.run(["cmake", "--preset", "ci", "--log-level=WARNING"], cwd=tree, check=True,
                   stdout=subprocess.DEVNULL)


def build(tree, program):
    jobs = os.environ.get("CMAKE_BUILD_PARALLEL_LEVEL", str(os.cpu_count()))
    words = ["cmake", "--build", "--preset", "ci", "--parallel", jobs]
    return run(*words, "--target", program, cwd=tree)


def failing_tests(tree, program):
    """Names of the tests of a program that fail; it is run as a whole, faster than through ctest."""
    found = subprocess.run(["find", "build/ci/tests", "-name", program, "-type", "f"], cwd=tree,
                           capture_output=True, text=True, check=True).stdout.split()
    try:
        done = run(os.path.join(tree, found[0]), "--reporter", "xml", cwd=tree, timeout=LONGEST)
    except subprocess.TimeoutExpired as late:
        begun = re.findall(r'<TestCase name="([^"]*)"', (late.stdout or b"").decode())
        return [f"{begun[-1] if begun else program}, which does not end"]
    cases = re.findall(r'<TestCase name="([^"]*)".*?<OverallResult success="(true|false)"',
                       done.stdout, re.DOTALL)
    failed = [name for name, success in cases if success == "false"]
    return failed or (["the program of tests itself"] if done.returncode != 0 else [])


def try_mutant(tree, mutant):
    """The first test that fails, and how many do."""
    what, file, text, instead, program = mutant
    path = os.path.join(tree, file)
    with open(path, encoding="utf-8") as source:
        before = source.read()
    if before.count(text) != 1:
        sys.exit(f"{file} has {before.count(text)} places like '{text}'; one is needed ({what})")
    if build(tree, program).returncode != 0 or failing_tests(tree, program):
        sys.exit(f"{program} does not pass before anything is broken")
    try:
        with open(path, "w", encoding="utf-8") as source:
            source.write(before.replace(text, instead))
        built = build(tree, program)
        if built.returncode != 0:
            sys.exit(f"{file}: the compiler refuses '{instead}'; choose what it takes ({what})")
        failed = failing_tests(tree, program)
        return (failed[0] if failed else ""), len(failed)
    finally:
        with open(path, "w", encoding="utf-8") as source:
            source.write(before)


def main():
    parser = argparse.ArgumentParser(description="Breaks the code and looks whether a test fails.")
    parser.add_argument("--only", default="", help="mutants with this in their words or file")
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    tree = os.path.join(record.ROOT, "build", "mutants")
    prepare(tree)
    lines, missed = [], []
    for mutant in MUTANTS:
        what, file = mutant[:2]
        if options.only not in what + file:
            continue
        first, count = try_mutant(tree, mutant)
        print(f"{file}: {what}: {count} fail: {first}", flush=True)
        if count == 0:
            missed.append(what)
        lines.append(record.line(f"{what} (`{file}`)", f"{count} tests of {mutant[4]} fail",
                                 f"noticed by \"{first}\"", "tests/trust/mutations.py"))
    if missed:
        sys.exit("not noticed by any test: " + "; ".join(missed))
    if options.record:
        record.keep("mutations", "Mutations", lines)


if __name__ == "__main__":
    main()
