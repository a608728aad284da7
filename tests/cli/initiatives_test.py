# SPDX-License-Identifier: EUPL-1.2
"""The catalogue of initiatives, and interventions in scenario files."""

import csv
import io
import os

import cli

POOL = """[[interventions]]
initiative = "anw_pool"
where = ["ZK22"]
from = 2025
until = 2035
intensity = 0.5
ramp_years = 2.0
"""


class Catalogue(cli.Case):
    def test_list(self):
        text = self.succeeds("initiatives")
        for word in ["task_shifting", "gezamenlijke ANW-dienst", "of the country", "vpt_growth"]:
            self.assertIn(word, text)
        entries = [line for line in text.splitlines() if line.startswith("  ") and line[2] != " "]
        self.assertEqual(len(entries), 39)
        self.assertLessEqual(max(len(line) for line in entries), 120)

    def test_one(self):
        text = self.succeeds("initiatives", "anw_pool")
        for word in ["initiatives.anw_pool.pull", "initiatives.anw_pool.cost", "0 to 0.4",
                     "EUR/year", "Source:", "wlz", "[[interventions]]"]:
            self.assertIn(word, text)
        self.assertNotIn("triage", text)

    def test_country_only(self):
        self.assertNotIn("where =", self.succeeds("initiatives", "fill"))
        self.assertIn("where =", self.succeeds("initiatives", "location_incentive"))

    def test_wrong_id(self):
        self.refuses('anw_pol: is not an initiative; did you mean "anw_pool"?',
                     "initiatives", "anw_pol")
        self.refuses("helicopters: is not an initiative; mgz initiatives lists them",
                     "initiatives", "helicopters")


class Interventions(cli.Case):
    def test_check_shows_them_as_a_scenario(self):
        file = self.write("pool.toml", POOL)
        text = self.succeeds("check", file)
        self.assertIn(f"# {file}, line 1\n{POOL}", text)

    def test_a_run_echoes_them(self):
        self.write("pool.toml", POOL)
        self.succeeds("run", "pool.toml", "-o", "out", *cli.QUICK)
        with open(self.path("out/scenario.toml"), encoding="utf-8") as file:
            self.assertTrue(file.read().endswith(POOL))

    def test_no_such_place(self):
        self.write("far.toml", POOL.replace("ZK22", "ZK99"))
        for command in [["check", "far.toml"], ["run", "far.toml", "-o", "out"]]:
            done = self.mgz(*command)
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertIn('far.toml, line 1: no region or subregion has the code "ZK99"; did you '
                          "mean", done.stderr)
            self.assertFalse(os.path.exists(self.path("out")))

    def test_no_such_initiative(self):
        self.write("odd.toml", POOL.replace("anw_pool", "anw_pol"))
        self.refuses('odd.toml, line 2: there is no initiative "anw_pol"; did you mean '
                     '"anw_pool"?', "check", "odd.toml")

    def test_intensity_zero_changes_nothing(self):
        self.write("none.toml", POOL.replace("0.5", "0.0").replace("2025", "2003"))
        self.write("plain.toml", "")
        for name in ["none", "plain"]:
            self.succeeds("run", f"{name}.toml", "-o", name, *cli.QUICK)
        tables = []
        for name in ["none", "plain"]:
            with open(self.path(f"{name}/regions.csv"), encoding="utf-8", newline="") as file:
                tables.append(list(csv.reader(io.StringIO(file.read()))))
        self.assertEqual(tables[0], tables[1])


if __name__ == "__main__":
    cli.main()
