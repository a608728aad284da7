#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Every column of every file that the program leaves has a name, a unit and a meaning in the
dictionary beside it, and everything explained is there. That the search finds what is missing is
tested on planted faults.
"""

import json
import os
import shutil
import sqlite3

import cli
import explained
import sweeps

PLAN = """inherits = "baseline"
title = "Other plan"
[settlement]
size = 0.3
"""
SEARCH = """
[[search]]
indicator = "shortage"
profession = "huisarts"
level = "country"
year = 2003
above = 0.04
"""
POLICIES = 'policies = ["baseline", "plan.toml"]'


class Run(cli.Case):
    def test_every_column(self):
        self.succeeds("run", "baseline", "-o", "out", *cli.QUICK)
        self.assertEqual(explained.problems_of(self.path("out")), [])


class Compare(cli.Case):
    def test_every_column(self):
        self.write("plan.toml", PLAN)
        self.write("third.toml", PLAN.replace("0.3", "0.5"))
        self.succeeds("compare", "baseline", "plan.toml", "third.toml", "-o", "out", *cli.YEARS,
                      "--replicates", "2", "--set", "output.cell_m=2000")
        self.assertEqual(explained.problems_of(self.path("out")), [])


class Sweep(sweeps.Sweep):
    FAILING = """
[[factor]]
key = "inputs.employers"
values = ["", "no-such-file.csv"]
[[factor]]
key = "settlement.size"
low = 0.5
high = 1.0
levels = 2
"""

    def test_every_column(self):
        self.plan(text=sweeps.study(design='method = "full_factorial"', factors=self.FAILING))
        self.mgz("sweep", "run", "sweep", "--keep-going")
        self.collected()
        names = ["plan.csv", "results.csv", "results.failed.csv"]
        for name in names:
            self.assertTrue(os.path.exists(self.path(f"sweep/{name}")), name)
        problems = explained.problems_of(self.path("sweep"), "results.dictionary.csv", names)
        self.assertEqual(problems, [])

    def test_a_geopackage_explains_itself(self):
        self.plan(text=sweeps.study(design="method = \"morris\"\nn = 2"))
        self.succeeds("sweep", "run", "sweep")
        self.succeeds("sweep", "collect", "sweep", "-o", "mine.gpkg")
        path = self.path("mine.gpkg")
        found = explained.gpkg_columns(path)["results"]
        self.assertEqual(found[-1], "value")
        self.assertEqual(set(explained.gpkg_told(path)), {("results", name) for name in found})


class Sensitivity(sweeps.Sweep):
    def analysed(self, design, more="", top=""):
        self.write("plan.toml", PLAN)
        self.plan(text=sweeps.study(design=design, replicates=2, more=more, top=top))
        self.succeeds("sweep", "run", "sweep")
        self.succeeds("sensitivity", "sweep", "-o", "out")
        names = set(os.listdir(self.path("out")))
        self.assertEqual(explained.problems_of(self.path("out")), [])
        return names

    def test_sobol(self):
        names = self.analysed('method = "saltelli"\nn = 4')
        self.assertLessEqual({"indices.csv", "convergence.csv", "variance.csv",
                              "sensitivity.gpkg"}, names)

    def test_morris(self):
        self.assertIn("sensitivity.gpkg", self.analysed('method = "morris"\nn = 2'))

    def test_search_and_regret(self):
        names = self.analysed('method = "latin_hypercube"\nn = 24', SEARCH, POLICIES)
        self.assertLessEqual({"associations.csv", "searches.csv", "boxes.csv", "trajectory.csv",
                              "regret.csv", "satisficing.csv"}, names)


class Json(cli.Case):
    def test_validate(self):
        self.mgz("validate", "--to", "2023", "--replicates", "1", "--null", "training", "--json",
                 "patterns.json")
        self.assertEqual(explained.problems_of_json(self.path("patterns.json")), [])

    def test_calibrate(self):
        shown = os.path.join(cli.ROOT, "scenarios", "patterns", "nl-2023.toml")
        self.write("t.toml", f"""title = "Short"
patterns = "{shown}"
[search]
replicates = 1
max_evaluations = 2
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
[[target]]
id = "exits-2004"
measure = "exits"
profession = "so"
at = [2004, 4]
at_least = 40
tolerance = 10
""")
        self.mgz("calibrate", "t.toml", "-o", "p.toml")
        self.assertEqual(explained.problems_of_json(self.path("p.json")), [])


class Planted(cli.Case):
    """One fault each, in a folder that had none."""

    @classmethod
    def setUpClass(cls):
        cls.clean = cli.tempfile.mkdtemp(prefix="mgz-cli-")
        cls.addClassCleanup(shutil.rmtree, cls.clean, ignore_errors=True)
        cli.mgz("run", "baseline", "-o", os.path.join(cls.clean, "out"), *cli.QUICK)

    def setUp(self):
        super().setUp()
        shutil.copytree(os.path.join(self.clean, "out"), self.path("out"))

    def edit(self, name, old, new):
        """Of bytes, so that rasters can be edited too."""
        with open(self.path(f"out/{name}"), "rb") as file:
            content = file.read()
        self.assertIn(old, content)
        with open(self.path(f"out/{name}"), "wb") as file:
            file.write(content.replace(old, new, 1))

    def sql(self, statement):
        with sqlite3.connect(self.path("out/shortage.gpkg")) as base:
            base.execute(statement)

    def found(self, problem):
        self.assertEqual(explained.problems_of(self.path("out")), [problem])

    def test_a_column_of_a_table(self):
        self.edit("regions.csv", b"p95\n", b"p95,p99\n")
        self.found("regions.csv: nobody explains p99")

    def test_a_column_that_is_gone(self):
        self.edit("account.csv", b",cause,", b",")
        self.found("account.csv: cause is explained and not there")

    def test_no_unit(self):
        self.edit("dictionary.csv", b"employers.csv,,10,fte,,real,FTE,",
                  b"employers.csv,,10,fte,,real,,")
        self.found("employers.csv fte: no unit")

    def test_no_meaning(self):
        self.edit("dictionary.csv", b",The last day of that year.", b",")
        problems = explained.problems_of(self.path("out"))
        self.assertIn("shortage.gpkg region_years date: no meaning", problems)

    def test_a_column_of_a_layer(self):
        self.sql("ALTER TABLE settlements ADD COLUMN secret REAL")
        self.found("shortage.gpkg settlements: nobody explains secret")

    def test_a_layer(self):
        self.sql("UPDATE gpkg_contents SET table_name = 'others' WHERE table_name = 'employers'")
        problems = explained.problems_of(self.path("out"))
        self.assertIn("shortage.gpkg others: nobody explains it", problems)
        self.assertIn("shortage.gpkg employers: is explained and not there", problems)

    def test_a_geopackage_that_does_not_tell(self):
        self.sql("DELETE FROM gpkg_data_columns WHERE table_name = 'regions' "
                 "AND column_name = 'rank'")
        self.found("shortage.gpkg regions: gpkg_data_columns does not explain rank")

    def test_a_property(self):
        self.edit("shortage.geojson", b'"properties": {', b'"properties": { "secret": 1,')
        self.found("shortage.geojson: nobody explains secret")

    def test_a_band(self):
        cli.need("gdalinfo")
        self.edit("shortage_so.tif", b"shortage 2004", b"scarcity 2004")
        self.found("shortage_so.tif: nobody explains scarcity YEAR")

    def test_a_file(self):
        shutil.copy(self.path("out/costs.csv"), self.path("out/more.csv"))
        self.found("more.csv: nobody explains it")

    def test_a_file_of_a_new_kind(self):
        shutil.copy(self.path("out/costs.csv"), self.path("out/more.xlsx"))
        self.found("more.xlsx: nobody says whether it holds columns")

    def test_json(self):
        path = self.path("a.json")
        whole = {"columns": {"rows": {"a": {"unit": "1", "meaning": ""},
                                      "b": {"unit": "1", "meaning": "Something."}}},
                 "rows": [{"a": 1, "c": 2}]}
        with open(path, "w", encoding="utf-8") as file:
            json.dump(whole, file)
        self.assertEqual(explained.problems_of_json(path),
                         ["rows a: no meaning", "rows: nobody explains c",
                          "rows: b is explained and not there"])


if __name__ == "__main__":
    cli.main()
