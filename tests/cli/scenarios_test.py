# SPDX-License-Identifier: EUPL-1.2
"""The ready scenarios: what their files say, and that they share the past of the baseline."""

import filecmp
import glob
import os
import re

import cli

FOLDER = os.path.join(cli.ROOT, "scenarios")
BASES = {"baseline", "fitted"}  # what others start from
BRANCH = 2026  # the first year in which anything may differ
TABLES = ["regions.csv", "subregions.csv", "care.csv", "inventory.csv", "costs.csv", "account.csv"]


def what_ifs():
    names = {os.path.basename(path)[:-5] for path in glob.glob(os.path.join(FOLDER, "*.toml"))}
    return sorted(names - BASES)


def text_of(name):
    with open(os.path.join(FOLDER, f"{name}.toml"), encoding="utf-8") as file:
        return file.read()


class Form(cli.Case):
    def test_there_are_some(self):
        self.assertGreaterEqual(len(what_ifs()), 19)
        self.assertLessEqual({"regional_training", "bad_future"}, set(what_ifs()))

    def test_header(self):
        for name in what_ifs():
            with self.subTest(name):
                self.assertRegex(name, r"^[a-z]+(_[a-z]+)*$")
                header = text_of(name).split("\n\n", 1)[0]
                self.assertTrue(all(line.startswith("#") for line in header.splitlines()))
                parts = re.findall(r"^# (Question|Source|Assumptions)  +\S", header, re.MULTILINE)
                self.assertEqual(parts, ["Question", "Source", "Assumptions"])
                self.assertLessEqual(max(map(len, header.splitlines())), 105)

    def test_difference(self):
        titles = []
        for name in what_ifs():
            with self.subTest(name):
                text = text_of(name)
                self.assertIn('\ninherits = "baseline"\n', text)
                titles += re.findall(r'^title = "(.+)"$', text, re.MULTILINE)
                self.assertRegex(text, r'\nquestion = ".+\?"\n')
                for year in re.findall(r"^from = (\d+)", text, re.MULTILINE):
                    self.assertEqual(int(year), BRANCH)
        self.assertEqual(len(set(titles)), len(what_ifs()))

    def test_each_is_listed_and_read(self):
        listed = self.succeeds("scenarios").splitlines()
        for name in what_ifs():
            with self.subTest(name):
                self.assertIn(name, listed)
                self.succeeds("run", name, "-o", "out", "--dry-run")


class Past(cli.Case):
    """Same bytes up to the year before the branch."""

    def run_until(self, name, year):
        self.succeeds("run", name, "-o", name, "--to", year, "--replicates", "1", "--set",
                      "output.cell_m=5000", "--set", "output.map_year=2023", "--set",
                      f"output.years=[2003, 2023, {year}]")

    def test_nothing_differs_before_the_branch(self):
        self.run_until("baseline", BRANCH - 1)
        for name in what_ifs():
            with self.subTest(name):
                self.run_until(name, BRANCH - 1)
                _, differ, missing = filecmp.cmpfiles(
                    self.path("baseline"), self.path(name), TABLES, shallow=False)
                self.assertEqual((differ, missing), ([], []))

    def test_something_differs_after_it(self):
        self.run_until("baseline", BRANCH + 4)
        for name in what_ifs():
            with self.subTest(name):
                self.run_until(name, BRANCH + 4)
                _, differ, missing = filecmp.cmpfiles(
                    self.path("baseline"), self.path(name), TABLES, shallow=False)
                self.assertEqual(missing, [])
                self.assertIn("regions.csv", differ)


if __name__ == "__main__":
    cli.main()
