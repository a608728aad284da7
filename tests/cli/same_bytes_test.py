#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Same scenario, seed and release: same bytes, for any number of threads and both compilers."""

import json
import os

import cli

RUN = ["run", "baseline", *cli.YEARS, "--set", "output.cell_m=1000", "--replicates", "6"]


class Comparing(cli.Case):
    def assert_same(self, first, second):
        """Compares file by file, so that a failure names one."""
        one, other = (cli.data_files(self.path(name)) for name in (first, second))
        self.assertEqual(sorted(one), sorted(other))
        self.assertEqual([name for name in sorted(one) if one[name] != other[name]], [])


# glibc rounds some results otherwise without these; tests/trust/processors.py tries more.
OLDER_PROCESSOR = {"GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX2_Usable,-FMA_Usable"}


class SameBytes(Comparing):
    def test_threads_and_processors(self):
        for threads, environment in [("1", {}), ("2", {}), ("5", OLDER_PROCESSOR)]:
            self.succeeds(*RUN, "-o", threads, "--threads", threads, env=environment)
        self.assert_same("1", "2")
        self.assert_same("1", "5")

    def test_another_seed_gives_other_figures(self):
        self.succeeds(*RUN, "-o", "one")
        self.succeeds(*RUN, "-o", "two", "--seed", "2")
        one, two = (cli.data_files(self.path(name)) for name in ("one", "two"))
        for name in ["regions.csv", "employers.csv", "shortage.gpkg", "shortage_so.tif"]:
            self.assertNotEqual(one[name], two[name], name)

    def test_effective_scenario_runs_to_the_same(self):
        changes = ["--set", "settlement.size=0.35", "--set", "training.so.places=[[2003, 300]]",
                   "--set", 'title="Size \\"halved\\""']
        self.succeeds(*RUN, *changes, "-o", "first")
        self.succeeds("run", "first/scenario.toml", "--replicates", "6", "-o", "second")
        one, other = (cli.data_files(self.path(name)) for name in ("first", "second"))
        # The manifest alone tells the two apart, by what was read and by where values came from; the
        # page shows it.
        manifests = [json.loads(files.pop("manifest.json")) for files in (one, other)]
        for files in (one, other):
            del files["report.html"]
        self.assertEqual([name for name in sorted(one) if one[name] != other.get(name)], [])
        self.assertEqual(sorted(one), sorted(other))
        for manifest in manifests:
            del manifest["scenario"]["files"], manifest["scenario"]["origins"]
        self.assertEqual(*manifests)


class Compilers(Comparing):
    def setUp(self):
        super().setUp()
        self.other = os.environ["MGZ_CLANG"]
        if not os.path.exists(self.other):
            self.skipTest(f"mgz built with clang is not at {self.other}")
        versions = [cli.mgz("--version", program=p).stdout.strip() for p in (cli.PROGRAM, self.other)]
        if versions[0] != versions[1]:
            self.skipTest(f"the two are of different revisions, {versions[0]} and {versions[1]}: "
                          "configure and build both again")

    def test_both_compilers(self):
        self.succeeds(*RUN, "-o", "gcc")
        done = cli.mgz(*RUN, "-o", "clang", cwd=self.folder, program=self.other)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        with open(self.path("clang/run.json"), encoding="utf-8") as file:
            self.assertIn("clang", json.load(file)["compiler"])
        self.assert_same("gcc", "clang")


if __name__ == "__main__":
    cli.main()
