#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Other people's boundaries: other formats, coordinate systems, column names and cruder borders give
nearly the same regional pattern as the default ones.
"""

import os
import re
import shutil
import tempfile

import cli

RUN = ["run", "baseline", "--to", "2023", "--set", "output.years=[2023]", "--set",
       "output.cell_m=5000", "--replicates", "4"]


def shortage_by_region(folder):
    return {row["code"]: float(row["mean"]) for row in cli.table(f"{folder}/regions.csv")
            if (row["year"], row["profession"], row["indicator"])
            == ("2023", "huisarts_so", "shortage")}


def ranks(values):
    """Average ranks for ties."""
    order = sorted(values)
    return [order.index(v) + (order.count(v) - 1) / 2 for v in values]


def spearman(one, other):
    """Rank correlation of two tables with the same keys."""
    first, second = (ranks([table[key] for key in sorted(one)]) for table in (one, other))
    mean = (len(first) - 1) / 2
    covariance = sum((a - mean) * (b - mean) for a, b in zip(first, second))
    return covariance / (sum((a - mean) ** 2 for a in first)
                         * sum((b - mean) ** 2 for b in second)) ** 0.5


class Boundaries(cli.Case):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.mkdtemp(prefix="mgz-cli-")
        cls.addClassCleanup(shutil.rmtree, folder)
        cls.default = shortage_by_region(cls.run_once(os.path.join(folder, "default"), []))

    @staticmethod
    def run_once(out, words):
        done = cli.mgz(*RUN, *words, "-o", out)
        if (done.returncode, done.stderr) != (0, ""):
            raise AssertionError(f"{words}: {done.returncode} {done.stderr}")
        return out

    def compare(self, *settings):
        words = [word for setting in settings for word in ("--set", setting)]
        found = shortage_by_region(self.run_once(self.path("out"), words))
        self.assertEqual(sorted(found), sorted(self.default))
        likeness = spearman(found, self.default)
        print(f"rank correlation {likeness:.4f}")
        self.assertGreaterEqual(likeness, 0.9)
        return found

    def test_measure_itself(self):
        """Hand-made: 4, 1, 3, 2 against 1, 2, 3, 4 has d = 3, 1, 0, 2: 1 - 6 x 14 / 60 = -0.4."""
        self.assertAlmostEqual(spearman(dict(zip("abcd", [4, 1, 3, 2])),
                                        dict(zip("abcd", [1, 2, 3, 4]))), -0.4)
        self.assertGreater(len(set(self.default.values())), 20)

    def test_geopackage_with_other_names_and_simpler_borders(self):
        cli.ogr2ogr("-simplify", 3000, "-sql", "SELECT code AS kantoor, name AS naam FROM regions",
                    "-nln", "kantoren", self.path("other.gpkg"), f"{cli.SHAPES}/regions.shp")
        found = self.compare(f"geography.regions={self.path('other.gpkg')}|kantoren",
                             "geography.regions_code=kantoor", "geography.regions_name=naam")
        # Borders this crude move settlements to other regions: were they read at all?
        self.assertNotEqual(found, self.default)

    def test_geojson_in_degrees(self):
        cli.ogr2ogr("-t_srs", "EPSG:4326", "-sql", "SELECT code AS id, name AS label FROM regions",
                    self.path("other.geojson"), f"{cli.SHAPES}/regions.shp")
        self.compare(f"geography.regions={self.path('other.geojson')}",
                     "geography.regions_code=id", "geography.regions_name=label")

    def test_shapefile_in_the_european_grid(self):
        cli.ogr2ogr("-t_srs", "EPSG:3035", "-sql", "SELECT code AS zk, name FROM regions",
                    self.path("other.shp"), f"{cli.SHAPES}/regions.shp")
        self.compare(f"geography.regions={self.path('other.shp')}", "geography.regions_code=zk")

    def test_imported(self):
        cli.ogr2ogr("-t_srs", "EPSG:4326", "-sql", "SELECT code AS id, name AS label FROM regions",
                    self.path("other.geojson"), f"{cli.SHAPES}/regions.shp")
        text = self.succeeds("data", "import", "regions", "other.geojson", "--code", "id", "--name",
                             "label", "-o", "mine.gpkg")
        self.assertTrue(text.startswith("mine.gpkg: 31 regions in EPSG:28992, 0 polygons repaired."),
                        text)
        # The codes are the default ones, so that the default subregions still fit.
        self.assertTrue(text.endswith("Use it with:\n    --set geography.regions=mine.gpkg\n"), text)
        self.compare(f"geography.regions={self.path('mine.gpkg')}")

    def test_imported_with_codes_of_their_own(self):
        cli.ogr2ogr("-sql", "SELECT 'R' || code AS code, name, geometry FROM regions", "-dialect",
                    "SQLite", self.path("other.gpkg"), f"{cli.SHAPES}/regions.shp")
        text = self.succeeds("data", "import", "regions", "other.gpkg", "-o", "mine.gpkg")
        advice = text[text.index("Use it with:"):]
        words = [word for line in advice.splitlines() if line.startswith("    --set")
                 for word in line.split()]
        self.assertEqual(words[2:], ["--set", "geography.subregions=none"])
        self.succeeds("check", "baseline", *words)


class Settlements(cli.Case):
    def test_imported_settlements_give_the_same_world(self):
        cli.ogr2ogr("-t_srs", "EPSG:4326", "-sql",
                    "SELECT code AS pc4, name AS plaats, muni AS gemeente, province, pop_0_19 AS a, "
                    "pop_20_64 AS b, pop_65_74 AS c, pop_75_84 AS d, pop_85p AS e FROM settlements",
                    self.path("places.geojson"), f"{cli.SHAPES}/settlements.shp")
        text = self.succeeds("data", "import", "settlements", "places.geojson", "--code", "pc4",
                             "--name", "plaats", "--municipality", "gemeente",
                             "--population", "a,b,c,d,e", "-o", "mine.gpkg")
        self.assertIn("4067 settlements in EPSG:28992", text)
        for out, more in [("one", []), ("two", ["--set", "geography.settlements=mine.gpkg"])]:
            self.succeeds("run", "baseline", "-o", out, *cli.QUICK, *more)
        one, two = (need_by_region(self.path(out)) for out in ("one", "two"))
        self.assertEqual(one.keys(), two.keys())
        for key, value in one.items():
            self.assertAlmostEqual(value, two[key], delta=1e-6 * value, msg=key)
        town = self.write("town.toml", '[[interventions]]\ninitiative = "triage"\n'
                          'where = ["GM0363"]\nfrom = 2025\n')
        reach = [re.search("# works in .*", self.succeeds("check", town, *more)).group()
                 for more in ([], ["--set", "geography.settlements=mine.gpkg"])]
        self.assertEqual(*reach)
        done = self.mgz("check", town, "--set", "geography.settlements=mine.gpkg",
                        "--set", "geography.settlements_municipality=none_such")
        self.assertIn('no region or subregion has the code "GM0363"', done.stderr)
        self.assertEqual(done.returncode, 2)


def need_by_region(folder):
    """What the regions need: a figure that settlements decide and luck does not."""
    return {(row["code"], row["year"], row["profession"]): float(row["mean"])
            for row in cli.table(f"{folder}/regions.csv") if row["indicator"] == "need"}


if __name__ == "__main__":
    cli.main()
