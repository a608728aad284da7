# SPDX-License-Identifier: EUPL-1.2
"""The ready scenarios: what their files say, and that they share the past of the baseline."""

import glob
import os
import re

import cli

FOLDER = os.path.join(cli.ROOT, "scenarios")
BASES = {"baseline", "fitted"}  # what others start from
BRANCH = 2026  # the first year in which anything may differ
LATER = 2030  # by then everything does
# Without inventory.csv: it also asks what is expected in two years' time.
TABLES = ["regions.csv", "subregions.csv", "care.csv", "costs.csv", "account.csv"]


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
    """The same figures until the year before the branch, others after it."""

    def rows(self, name):
        """By table: the lines of the years before the branch, and those after."""
        self.succeeds("run", name, "-o", name, "--to", LATER, "--replicates", "1", "--set",
                      "output.cell_m=5000", "--set", f"output.years=[2023, {LATER}]")
        found = {}
        for table in TABLES:
            with open(self.path(f"{name}/{table}"), encoding="utf-8") as file:
                header, *lines = file.read().splitlines()
            column = header.split(",").index("year")  # before any name, which may hold a comma
            before, after = [], []
            for line in lines:
                year = int(line.split(",")[column])
                (before if year < BRANCH else after).append(line)
            found[table] = before, after
        return found

    def test_past_and_future(self):
        baseline = self.rows("baseline")
        for table in TABLES:
            self.assertGreater(min(map(len, baseline[table])), 0, table)
        for name in what_ifs():
            with self.subTest(name):
                rows = self.rows(name)
                for table in TABLES:
                    self.assertTrue(rows[table][0] == baseline[table][0], table)
                self.assertTrue(rows["regions.csv"][1] != baseline["regions.csv"][1])


if __name__ == "__main__":
    cli.main()
