#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The same bytes on other processors: glibc picks other code for exp, log, sin and pow where a
processor has no AVX2 and FMA, and rounds some results the other way. Here it is told to do so.

    tests/trust/processors.py [--program build/ci/tools/mgz] [--clang build/clang/tools/mgz] [--record]

A run of the baseline and a comparison are made with each program, with and without those
instructions, and compared byte for byte. A probe shows first that libm does answer otherwise.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile

import record

# Both spellings: glibc 2.33 and later leave out "_Usable". What a version does not know it passes over.
WITHOUT = "-AVX2,-FMA,-FMA4,-AVX2_Usable,-FMA_Usable,-FMA4_Usable"
ENVIRONMENTS = {"as it is": {}, "no AVX2, FMA": {"GLIBC_TUNABLES": f"glibc.cpu.hwcaps={WITHOUT}"}}
CASES = {"baseline": ["run", "baseline"],
         "comparison": ["compare", "baseline", "regional_training"]}
OF_THE_MACHINE = ("run.json", "scenario")  # beginnings of names: they hold times and places

PROBE = """
import math, random, struct
r = random.Random(1)
for f in (math.exp, math.sin, math.tan, lambda x: abs(x) ** 1.37, lambda x: math.log(abs(x) + 1)):
    print(struct.pack("20000d", *(f(r.uniform(-20, 20)) for _ in range(20000))).hex())
"""


def probe(environment):
    """What libm says of 100,000 numbers, as a hash."""
    said = subprocess.run([sys.executable, "-c", PROBE], env={**os.environ, **environment},
                          capture_output=True, check=True).stdout
    return hashlib.sha256(said).hexdigest()


def make(program, words, out, environment):
    done = subprocess.run([program, *words, "--replicates", "2", "-o", out], check=False,
                          env={**os.environ, **environment}, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{program} {' '.join(words)}: {done.stderr}")
    files = {}
    for name in sorted(os.listdir(out)):
        if not name.startswith(OF_THE_MACHINE):
            with open(os.path.join(out, name), "rb") as file:
                files[name] = hashlib.sha256(file.read()).hexdigest()
    return files


def version(program):
    return subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout


def compare(programs):
    """Returns how many files were compared with the first; ends with an error when one differs."""
    compared = {}
    for case, words in CASES.items():
        first = None
        for compiler, program in programs.items():
            for name, environment in ENVIRONMENTS.items():
                with tempfile.TemporaryDirectory(prefix="mgz-processors-") as folder:
                    files = make(program, words, os.path.join(folder, "out"), environment)
                if first is None:
                    first, of_first = files, f"{compiler}, {name}"
                    continue
                other = [file for file in sorted({*first, *files}) if first.get(file) != files.get(file)]
                if other:
                    sys.exit(f"{case}: {of_first} and {compiler}, {name} differ in {', '.join(other)}")
                way = f"{case}: {compiler}, {name}"
                compared[way] = len(files)
                print(f"{way}: {len(files)} files, the same bytes as {of_first}")
    return compared


def main():
    build = os.path.join(record.ROOT, "build")
    options = argparse.ArgumentParser(description=__doc__,
                                      formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--program", default=os.path.join(build, "ci/tools/mgz"))
    options.add_argument("--clang", default=os.path.join(build, "clang/tools/mgz"))
    options.add_argument("--record", action="store_true")
    given = options.parse_args()
    if len({probe(environment) for environment in ENVIRONMENTS.values()}) != len(ENVIRONMENTS):
        sys.exit("libm answers the same with and without AVX2 and FMA: nothing is tried here")
    programs = {"g++": given.program}
    if os.path.exists(given.clang):
        if version(given.clang) != version(given.program):
            sys.exit("the two programs are of different revisions: build both again")
        programs["clang"] = given.clang
    compared = compare(programs)
    if given.record:
        record.keep("processors", "Other processors and compilers", [record.line(
            "the same bytes without AVX2 and FMA in libm, from "
            + " and ".join(programs),
            f"a run of the baseline and a comparison, 2 replicates each, in {len(compared) + len(CASES)} "
            f"ways; {sum(compared.values())} files compared; libm itself answers otherwise",
            "0 files differ", "tests/trust/processors.py")])


if __name__ == "__main__":
    main()
