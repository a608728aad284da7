#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""QGIS opens what runs, comparisons and sensitivity analyses leave, and draws it styled: every layer
and every project is drawn, and the pictures are looked into for the colours that the figures demand.
Pictures stay in the folder MGZ_PICTURES where that is set.
"""

import json
import os
import shutil
import sqlite3
import tempfile

import cli
import sweeps

PYTHON = "/usr/bin/python3"  # QGIS is a module of the system's
HERE = os.path.dirname(os.path.abspath(__file__))
SERVER = "/usr/lib/cgi-bin/qgis_mapserv.fcgi"

# ColorBrewer's YlOrRd, and where its classes begin.
BREAKS = [0.025, 0.05, 0.10, 0.15, 0.20, 0.30]
SHORTAGE = ["#ffffb2", "#fed976", "#feb24c", "#fd8d3c", "#fc4e2a", "#e31a1c", "#b10026"]
EFFECT = ["#b35806", "#e08214", "#fdb863", "#fee0b6", "#efefef", "#d8daeb", "#b2abd2", "#8073ac",
          "#542788"]
KINDS = ["#0072b2", "#d55e00", "#009e73"]
PLAN = """inherits = "baseline"
title = "{title}"
[need.huisarts]
start_gap = {gap}
"""


def shortage_colours(values):
    return {SHORTAGE[sum(value >= b for b in BREAKS)] for value in values}


def hatched(seen):
    """Pixels of the grey of hatches, also where a line covers a pixel in part."""
    return sum(n for colour, n in seen["colours"].items()
               if colour[1:3] == colour[3:5] == colour[5:7] and 0x98 <= int(colour[1:3], 16) <= 0xdc)


class WithQgis(cli.Case):
    """One folder, made once, moved, and looked at by QGIS."""

    @classmethod
    def setUpClass(cls):
        if cli.run("-c", "import qgis.core", program=PYTHON).returncode != 0:
            raise cli.unittest.SkipTest("python3-qgis is not installed")
        work = tempfile.mkdtemp(prefix="mgz-cli-")
        cls.addClassCleanup(shutil.rmtree, work, ignore_errors=True)
        cls.make(work)
        # Paths are relative: what was made in one place is opened in another.
        cls.out = os.path.join(work, "moved to another place")
        os.rename(os.path.join(work, "out"), cls.out)
        pictures = os.path.join(os.environ.get("MGZ_PICTURES", work), cls.__name__)
        os.makedirs(pictures, exist_ok=True)
        done = cli.subprocess.run(
            [PYTHON, os.path.join(HERE, "qgis_render.py"), cls.out, pictures],
            capture_output=True, text=True, timeout=540, check=False,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8",
                 "XDG_RUNTIME_DIR": work, "HOME": work})
        if done.returncode != 0:
            raise AssertionError(done.stderr)
        cls.seen = json.loads(done.stdout[done.stdout.index("{"):])
        cls.files, cls.project = cls.seen["files"], cls.seen["project"]

    @classmethod
    def made(cls, work, *words):
        done = cli.mgz(*words, cwd=work)
        if done.returncode != 0 or done.stderr:
            raise AssertionError(f"{words}: {done.stderr}")

    def rows(self, file, query):
        with sqlite3.connect(f"file:{self.out}/{file}?mode=ro", uri=True) as base:
            return base.execute(query).fetchall()

    def layers(self):
        """All that was drawn."""
        yield from self.files.items()
        for group in self.project["groups"]:
            for layer in group["layers"]:
                yield f"{group['name']} / {layer['name']}", layer

    def holds(self, seen, colours, among, least=30):
        """The picture has these colours, and no other of the scale."""
        shown = {colour for colour in among if seen["colours"].get(colour, 0) >= least}
        self.assertEqual(shown, set(colours))

    def check_all(self, title):
        for name, layer in self.layers():
            with self.subTest(layer=name):
                self.assertTrue(layer["valid"])
                crs = "EPSG:4326" if name.endswith("geojson") else "EPSG:28992"
                self.assertEqual(layer["crs"], crs)
                self.assertGreater(len(layer["legend"]), 1)
                for picture in [layer, layer.get("sld"), *layer.get("by_year", {}).values()]:
                    if picture and "colours" in picture:
                        self.assertEqual(picture["errors"], [])
                        # Lines and letters are more; cells may be all alike, on white.
                        least = 1 if "band" in layer else 2
                        self.assertGreater(len(picture["colours"]), least)
                if "sld" in layer:
                    self.assertTrue(layer["sld"]["good"], layer["sld"]["message"])
        self.assertTrue(self.project["read"])
        self.assertEqual(self.project["title"], title)
        self.assertEqual(self.project["crs"], "EPSG:28992")
        self.assertIn("Simulated values, not observations", self.project["abstract"])
        self.assertIn("CBS", self.project["attribution"])
        self.assertGreater(len(self.project["picture"]["labels"]), 3)
        self.assertIn(self.project["note_on_map"][:20], self.project["abstract"])

    def check_server(self, name):
        """A map server offers the project as it is."""
        if not os.path.exists(SERVER):
            self.skipTest("qgis-server is not installed")
        query = "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetCapabilities"
        done = cli.subprocess.run(
            [SERVER], capture_output=True, timeout=120, check=False,
            env={**os.environ, "QGIS_PROJECT_FILE": os.path.join(self.out, name),
                 "REQUEST_METHOD": "GET", "QUERY_STRING": query, "HOME": self.folder,
                 "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": self.folder})
        self.assertIn(b"<Layer", done.stdout)
        return done.stdout.decode()


class Run(WithQgis):
    @classmethod
    def make(cls, work):
        cls.made(work, "run", "baseline", "-o", "out", "--to", "2006", "--replicates", "1", "--set",
                 "output.map_year=2005", "--set", "output.years=[2003, 2005]", "--set",
                 "output.cell_m=1000", "--set", "need.huisarts.start_gap=0.15", "--set",
                 "need.so.start_gap=0.15")

    def test_everything_is_drawn(self):
        self.check_all("Baseline")

    def test_areas_in_the_colours_of_their_shortage(self):
        for layer, column in [("regions", "shortage"), ("subregions", "shortage")]:
            seen = self.files[f"shortage.gpkg|{layer}"]
            values = [value for (value,) in self.rows("shortage.gpkg",
                                                      f"SELECT {column} FROM {layer}")]
            self.assertEqual(seen["renderer"], "graduatedSymbol")
            self.assertEqual(len(seen["legend"]), 7)
            self.assertGreater(len(shortage_colours(values)), 3)
            self.holds(seen, shortage_colours(values), SHORTAGE)
            self.holds(seen["sld"], shortage_colours(values), SHORTAGE)

    def test_labels_have_name_and_share(self):
        rows = dict(self.rows("shortage.gpkg", "SELECT name, shortage FROM regions"))
        labels = self.files["shortage.gpkg|regions"]["labels"]
        self.assertGreater(len(labels), len(rows) // 4)  # as many as fit
        for label in labels:
            name, share = label.split("\n")
            self.assertEqual(share, f"{100 * rows[name]:.1f}%")

    def test_points(self):
        for layer in ["settlements", "employers"]:
            seen = self.files[f"shortage.gpkg|{layer}"]
            self.assertEqual(seen["renderer"], "graduatedSymbol")
            self.assertGreater(len(seen["colours"]), 5)
        self.assertEqual(self.files["shortage.gpkg|employers"]["legend"][-1], "under 2.5%")
        centres = self.files["shortage.gpkg|training_centres"]
        self.assertEqual(centres["renderer"], "categorizedSymbol")
        self.holds(centres, KINDS, KINDS)

    def test_columns_have_titles(self):
        aliases = self.files["shortage.gpkg|regions"]["aliases"]
        self.assertEqual(aliases["need_huisarts"], "need huisarts [FTE]")
        self.assertEqual([name for name, title in aliases.items() if not title], ["fid"])

    def test_rasters_are_in_classes(self):
        for who in ["huisarts", "so", "avg"]:
            for what in ["shortage", "access"]:
                seen = self.files[f"{what}_{who}.tif"]
                self.assertEqual((seen["renderer"], seen["band"]), ("singlebandpseudocolor", 2))
                self.assertGreater(len(seen["colours"]), 3)
        seen = self.files["shortage_so.tif"]
        self.assertLessEqual(set(seen["colours"]), {*SHORTAGE, "#ffffff"})

    def test_geojson_is_styled(self):
        seen = self.files["shortage.geojson"]
        self.assertEqual(seen["renderer"], "graduatedSymbol")
        self.assertTrue(seen["labels"])

    def test_time_slider(self):
        self.assertEqual([text[:10] for text in self.project["years"]],
                         ["2003-01-01", "2006-12-31"])
        yearly = [layer for group in self.project["groups"] for layer in group["layers"]
                  if layer.get("temporal")]
        self.assertEqual(len(yearly), 8)
        layer = yearly[0]
        for year, seen in layer["by_year"].items():
            values = [value for (value,) in self.rows(
                "shortage.gpkg", f"SELECT shortage FROM region_years WHERE year = {year}")]
            self.holds(seen, shortage_colours(values), SHORTAGE)
            self.assertTrue(seen["labels"])
        first, last = layer["by_year"].values()
        self.assertNotEqual(first["labels"], last["labels"])

    def test_project_of_the_map_year(self):
        values = [value for (value,) in self.rows("shortage.gpkg", "SELECT shortage FROM regions")]
        self.holds(self.project["picture"], shortage_colours(values) | set(KINDS),
                   [*SHORTAGE, *KINDS])
        self.assertIn("Shortage in 2005", [group["name"] for group in self.project["groups"]])

    def test_server(self):
        self.assertIn("Shortage in 2005", self.check_server("shortage.qgs"))


class Compare(WithQgis):
    """One scenario that is the reference by another name, and one that changes much."""

    @classmethod
    def make(cls, work):
        for name, title, gap in [("short", "Short of GPs", 0.15), ("same", "Nothing changes", 0.15),
                                 ("more", "Less at first", 0.05)]:
            with open(os.path.join(work, f"{name}.toml"), "w", encoding="utf-8") as file:
                file.write(PLAN.format(title=title, gap=gap))
        cls.made(work, "compare", "short.toml", "more.toml", "same.toml", "-o", "out", *cli.YEARS,
                 "--replicates", "3", "--set", "output.cell_m=2000")

    def test_everything_is_drawn(self):
        self.check_all("Compared with Short of GPs, 2004")

    def group(self, name):
        return next(group for group in self.project["groups"] if group["name"] == name)

    def test_first_scenario_is_shown_and_the_others_can_be(self):
        seen = self.files["difference.gpkg|region_differences"]
        groups = [rule for rule in seen["rules"] if rule["filter"].startswith('"scenario"')]
        self.assertEqual([(rule["label"], rule["shown"]) for rule in groups],
                         [("Less at first", True), ("Nothing changes", False)])

    def test_what_is_uncertain_is_hatched(self):
        certain = {name for (name,) in self.rows(
            "difference.gpkg", "SELECT name FROM region_differences WHERE scenario = 'more' "
            "AND certain_huisarts_so != 'uncertain'")}
        self.assertGreater(len(certain), 3)
        changed = self.group("Less at first")["layers"][0]
        same = self.group("Nothing changes")["layers"][0]
        self.assertEqual(changed["subset"], "\"scenario\" = 'more'")
        self.assertGreater(hatched(same), 3000)
        self.assertEqual(same["labels"], [])
        self.assertLess(hatched(changed), hatched(same) / 10)
        self.assertTrue(changed["labels"])
        self.assertLessEqual({label.split("\n")[0] for label in changed["labels"]}, certain)

    def test_effects_lie_around_zero(self):
        same = self.group("Nothing changes")["layers"][0]
        self.holds(same, [EFFECT[4]], EFFECT)
        changed = self.group("Less at first")["layers"][0]
        self.assertTrue({colour for colour in changed["colours"]} & set(EFFECT[5:]))

    def test_rasters(self):
        for who in ["huisarts_so", "huisarts", "so", "avg"]:
            seen = self.files[f"difference_{who}.tif"]
            self.assertEqual((seen["renderer"], seen["band"]), ("singlebandpseudocolor", 1))
        bands = [layer["band"] for layer in self.group("Nothing changes")["layers"]
                 if "band" in layer]
        self.assertEqual(bands, [4, 4, 4, 4])


class Sensitivity(WithQgis):
    @classmethod
    def make(cls, work):
        with open(os.path.join(work, "study.toml"), "w", encoding="utf-8") as file:
            file.write(sweeps.study(design='method = "morris"\nn = 3'))
        cls.made(work, "sweep", "plan", "study.toml", "-o", "sweep")
        cls.made(work, "sweep", "run", "sweep")
        cls.made(work, "sensitivity", "sweep", "-o", "out")

    def test_everything_is_drawn(self):
        self.check_all("What decides the shortage")

    def test_a_colour_for_each_factor(self):
        (first, *_) = self.project["groups"][0]["layers"]
        strongest = {name for (name,) in self.rows(
            "sensitivity.gpkg", "SELECT DISTINCT strongest FROM region_drivers WHERE "
            + first["subset"])} - {None}
        colours = [colour for colour in KINDS if first["colours"].get(colour, 0) > 30]
        self.assertEqual(len(colours), len(strongest))
        self.assertLessEqual(strongest, set(first["legend"]))

    def test_one_outcome_at_a_time(self):
        seen = self.files["sensitivity.gpkg|region_drivers"]
        outcomes = [rule for rule in seen["rules"] if '"policy"' in rule["filter"]]
        self.assertEqual([rule["shown"] for rule in outcomes],
                         [True] + [False] * (len(outcomes) - 1))


if __name__ == "__main__":
    cli.main()
