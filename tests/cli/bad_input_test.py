#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Input that cannot be used: exit status 2 and one sentence that says where, what is wrong and what
would be right. Nothing is left behind. A message that changes is changed here on purpose.
"""

import os
import shutil

import cli

HEAD = "code,name,pop_0_19,pop_20_64,pop_65_74,pop_75_84,pop_85p,x_rd,y_rd\n"


class Input(cli.Case):
    def run_refuses(self, sentence, *settings):
        """A short run with these settings is refused."""
        words = [word for setting in settings for word in ("--set", setting)]
        self.refuses(sentence, "run", "baseline", "-o", "out", *cli.QUICK, *words)


class Files(Input):
    def test_missing(self):
        self.run_refuses(f"{self.path('nowhere.shp')}: no such file; check the path",
                         "geography.regions=nowhere.shp")

    def test_missing_with_another_beside_it(self):
        self.write("regions.csv", "code,name\n")
        self.run_refuses(f"{self.path('region.csv')}: no such file; did you mean 'regions.csv'?",
                         "geography.regions=region.csv")

    def test_not_spatial(self):
        path = self.write("notes.txt", "The regions are where they have always been.\n")
        self.run_refuses(f"{path}: is not a map or table of a known kind; give a shapefile, "
                         "GeoPackage, GeoJSON or CSV", f"geography.regions={path}")

    def test_table_without_places(self):
        path = self.write("regions.csv", "code,name\nA,Area\n")
        self.run_refuses(f"{path}: a CSV file holds no areas; give a shapefile, GeoPackage or "
                         "GeoJSON",
                         f"geography.regions={path}")

    def test_no_crs(self):
        for suffix in ["shp", "shx", "dbf"]:
            shutil.copy(f"{cli.SHAPES}/regions.{suffix}", self.path(f"bare.{suffix}"))
        self.run_refuses(f"{self.path('bare.shp')}: has no coordinate system; save it with "
                         "one, such as EPSG:28992 (a shapefile keeps it in .prj)",
                         "geography.regions=bare.shp")

    def test_virtual_file_systems(self):
        for path in ["/vsicurl/http://example.org/regions.gpkg", "/vsizip/regions.zip",
                     "/vsimem/regions.shp", "/vsistdin/"]:
            self.run_refuses(f"{path}: virtual file systems are not read; give a file on disk",
                             f"geography.regions={path}")

    def test_missing_column(self):
        self.run_refuses(f"{cli.SHAPES}/regions.shp: there is no column 'nme'; did you mean "
                         "'name'? (it has name, code)", "geography.regions_name=nme")


class Areas(Input):
    def test_bow_tie(self):
        bow = [[5.0, 52.0], [5.2, 52.1], [5.2, 52.0], [5.0, 52.1]]
        path = self.write("bow.geojson", cli.geojson([cli.ring_json("A", bow)]))
        done = self.mgz("run", "baseline", "-o", "out", *cli.QUICK,
                        "--set", f"geography.regions={path}")
        # Where they cross, and the areas, depend on the last digits of the transformation.
        self.assertRegex(done.stderr, rf"\Amgz: {path}, code 'A': the boundary is not valid "
                         r"\(Self-intersection at [\d. ]+\), and mending it would change its area "
                         r"from [\d.e+]+ to [\d.e+]+; redraw it so that no ring crosses itself or "
                         r"another\n\Z")
        self.assertEqual((done.returncode, os.listdir(self.folder)), (2, ["bow.geojson"]))

    def test_code_twice(self):
        path = self.write("twice.geojson",
                          cli.json_of_squares([("A", 5.0, 5.1), ("A", 5.1, 5.2)]))
        self.run_refuses(f'{path}: code "A" stands twice; codes must be unique; dissolve the parts '
                         "into one feature", f"geography.regions={path}")

    def test_region_code_without_boundary(self):
        # The column with the subregions' own codes, given as that of their regions.
        self.run_refuses(f'{cli.SHAPES}/subregions.shp, subregion ZK01-1: region code "ZK01-1" is '
                         "in no boundary; use the codes of geography.regions, or set "
                         'geography.subregions to "none"', "geography.subregions_region=code")


class Settlements(Input):
    def test_too_far_from_every_region(self):
        path = self.write("places.csv", HEAD + "1,Sea,1,2,3,4,5,0,500000\n")
        done = self.mgz("run", "baseline", "-o", "out", *cli.QUICK,
                        "--set", f"geography.settlements={path}")
        self.assertRegex(done.stderr, rf"\Amgz: {path}, settlement 1: lies \d+ m from the nearest "
                         r"region \(ZK\d\d\); move it, or raise geography\.snap_m \(2000\)\n\Z")
        self.assertEqual((done.returncode, os.listdir(self.folder)), (2, ["places.csv"]))

    def test_just_outside_joins_the_nearest(self):
        # Every settlement of the default map, moved 200 m to the west: some fall into the sea.
        cli.ogr2ogr("-dialect", "SQLite", "-sql",
                    "SELECT ST_Translate(geometry, -200, 0, 0) AS geometry, * FROM settlements",
                    self.path("moved.gpkg"), f"{cli.SHAPES}/settlements.shp")
        words = ["check", "baseline", "--set", "geography.settlements=moved.gpkg"]
        self.assertRegex(self.succeeds(*words), r"joined +[1-9]\d* settlements outside every region")
        done = self.mgz(*words, "--set", "geography.snap_m=1")
        self.assertEqual(done.returncode, 2)
        self.assertIn("move it, or raise geography.snap_m (1)", done.stderr)

    def test_population(self):
        for value, wrong in [
                ("-5", "population is -5; give 0 or more"),
                ("many", "'many' is not a number; write a plain number such as 1250 or 0.25"),
                ("", "is empty; write a plain number such as 1250 or 0.25")]:
            path = self.write("places.csv", HEAD + f"1,Town,1,{value},3,4,5,155000,463000\n")
            self.run_refuses(f"{path}, settlement 1, column 'pop_20_64': {wrong}",
                             f"geography.settlements={path}")

    def test_nobody_anywhere(self):
        path = self.write("places.csv", HEAD + "1,Town,0,0,0,0,0,155000,463000\n")
        self.run_refuses(f"{path}: nobody lives in region ZK01; every region needs settlements with "
                         "inhabitants", f"geography.settlements={path}")


class Training(Input):
    def test_no_centre_has_a_share(self):
        path = self.write("centres.csv", "code,name,prof,share,x_rd,y_rd\n"
                          "a,A,huisarts,0,155000,463000\nb,B,so,0,155000,463000\n")
        self.run_refuses(f"{path}: no centre has training places; give at least one a share above 0",
                         f"inputs.training_centres={path}")

    def test_no_places_in_any_year(self):
        self.run_refuses("training.*.places: are zero in every year for every profession; give at "
                         "least one profession training places",
                         *(f"training.{p}.places=0" for p in ["huisarts", "so", "avg"]))


class Scenarios(Input):
    def test_missing(self):
        self.refuses("basline: is neither a file nor a ready scenario; did you mean 'baseline'?",
                     "check", "basline")
        self.refuses("basline.toml: there is no such file; give the path of a scenario (mgz "
                     "scenarios lists the ready ones)", "check", "basline.toml")

    def test_unknown_key(self):
        sentence = 'there is no key "settlement.sise"; did you mean "settlement.size"?'
        path = self.write("mine.toml", 'title = "Mine"\n\n[settlement]\nsise = 1\n')
        self.refuses(f"{path}, line 4: {sentence}", "check", path)
        self.refuses(f"--set: {sentence}", "check", "baseline", "--set", "settlement.sise=1")

    def test_inheritance_loop(self):
        first = self.write("first.toml", 'inherits = "second"\n')
        self.write("second.toml", 'inherits = "first"\n')
        self.refuses(f"{first}: inherits itself through {self.path('second.toml')}; break the loop",
                     "check", first)

    def test_not_toml(self):
        path = self.write("mine.toml", "title = Mine\n")
        done = self.mgz("check", path)
        self.assertRegex(done.stderr, rf"\Amgz: {path}, line 1, column \d+: .*; correct the TOML\n\Z")
        self.assertEqual((done.returncode, done.stdout), (2, ""))

    def test_years(self):
        self.refuses("output.map_year: is 2023; the run covers 2003 to 2010; give a year of the "
                     "run",
                     "run", "baseline", "-o", "out", "--to", "2010",
                     "--set", "output.map_year=2023")


class Import(Input):
    def test_refuses(self):
        self.write("square.geojson", cli.json_of_squares([("A", 5.0, 5.1)]))
        words = ["data", "import", "regions", "square.geojson"]
        self.refuses("x.shp: is no name of a GeoPackage; end it in .gpkg", *words, "-o", "x.shp")
        self.refuses("square.geojson: there is no column 'id'; it has code, name",
                     *words, "-o", "x.gpkg", "--code", "id")
        self.refuses("--population: needs five columns; separate them by commas, from young to old",
                     *words, "-o", "x.gpkg", "--population", "a,b")
        self.write("x.gpkg", "")
        self.refuses("x.gpkg: exists; give another name, or --force", *words, "-o", "x.gpkg")

    def test_code_empty_or_twice(self):
        for code, wrong in [("", "column code is empty; give every feature a code"),
                            ("A", "the code 'A' stands twice; dissolve the parts into one feature")]:
            self.write("two.geojson", cli.json_of_squares([("A", 5.0, 5.1), (code, 5.1, 5.2)]))
            self.refuses(f"two.geojson, feature 2: {wrong}",
                         "data", "import", "regions", "two.geojson", "-o", "x.gpkg")


if __name__ == "__main__":
    cli.main()
