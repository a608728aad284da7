# SPDX-License-Identifier: EUPL-1.2
"""The catalogue of initiatives, and interventions in scenario files."""

import csv
import hashlib
import io
import json
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
        self.assertEqual(len(entries), 37)
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
        self.assertIn(f"# {file}, line 1\n# works in 1 subregion: ZK22-1\n{POOL}", text)

    def test_check_prints_a_scenario_file(self):
        file = self.write("pool.toml", f'inherits = "baseline"\n{POOL}')
        text = self.succeeds("check", file)
        again = self.succeeds("check", self.write("again.toml", text))
        self.assertEqual(*([line.split("  #")[0] for line in printed.splitlines()
                            if not line.startswith("#")] for printed in [text, again]))

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
            self.assertIn('far.toml, line 1: no region, subregion or municipality has the '
                          'code "ZK99"; did you '
                          "mean", done.stderr)
            self.assertFalse(os.path.exists(self.path("out")))

    def test_municipality(self):
        file = self.write("town.toml", POOL.replace('["ZK22"]', '["ZK22", "GM0363", "GM0518"]'))
        text = self.succeeds("check", file)
        self.assertRegex(text, r"\n# works in 3 subregions: ZK02-1 \(0\.\d+ of it\), "
                         r"ZK10-1 \(0\.\d+ of it\), ZK22-1\n"
                         r"# \(of its inhabitants; such a part is taken as that part of the "
                         r"intensity in all of it\)\n\[\[")
        for line in text.splitlines():
            self.assertTrue(line == "" or line[0] in "#[" or " = " in line, line)
        self.write("odd.toml", POOL.replace("ZK22", "GM036"))
        self.assertIn('did you mean "GM03', self.mgz("check", "odd.toml").stderr)

    def test_area(self):
        os.mkdir(self.path("maps"))
        cli.ogr2ogr("-t_srs", "EPSG:4326", "-where", "code IN ('GM0363', 'GM0518')",
                    self.path("maps/two.geojson"), f"{cli.SHAPES}/municipalities.shp")
        area = POOL.replace('where = ["ZK22"]', 'area = "maps/two.geojson"')
        codes = POOL.replace('"ZK22"', '"GM0363", "GM0518"')
        self.write("area.toml", area)
        self.write("codes.toml", codes)
        works = [next(line for line in self.succeeds("check", f"{name}.toml").splitlines()
                      if line.startswith("# works")) for name in ["area", "codes"]]
        self.assertEqual(*works)
        for name in ["area", "codes"]:
            self.succeeds("run", f"{name}.toml", "-o", name, *cli.QUICK)
        area_path = self.path("maps/two.geojson")
        with open(self.path("area/scenario.toml"), encoding="utf-8") as file:
            self.assertIn(f'area = "{area_path}"\n', file.read())
        with open(self.path("area/manifest.json"), encoding="utf-8") as file:
            manifest = json.load(file)
        inputs = [i for i in manifest["inputs"] if i["key"] == "interventions.area"]
        with open(area_path, "rb") as file:
            self.assertEqual([(i["file"], i["sha256"]) for i in inputs],
                             [("two.geojson", hashlib.sha256(file.read()).hexdigest())])
        self.assertIn('area = "two.geojson"', manifest["scenario"]["text"])
        self.assertNotIn(self.folder, json.dumps(manifest))
        # The echo runs again, from its own folder, to the same figures.
        self.succeeds("run", "area/scenario.toml", "-o", "again", *cli.QUICK)
        with open(self.path("area/regions.csv"), "rb") as first, \
                open(self.path("again/regions.csv"), "rb") as second:
            self.assertEqual(first.read(), second.read())

    def test_area_without_settlements(self):
        self.write("sea.geojson", cli.geojson([cli.ring_json("A", [[3.3, 53.0], [3.5, 53.0],
                                                                   [3.5, 53.1], [3.3, 53.1]])]))
        self.write("area.toml", POOL.replace('where = ["ZK22"]', 'area = "sea.geojson"'))
        for command in [["check", "area.toml"], ["run", "area.toml", "-o", "out"]]:
            self.refuses(f"area.toml, line 1: no settlement lies in the area "
                         f"{self.path('sea.geojson')}; draw polygons around points of "
                         f"{cli.SHAPES}/settlements.shp, or name codes with where", *command)

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
