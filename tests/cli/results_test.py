#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""What a run leaves behind: every file is there, GDAL opens it without a murmur, and it holds all
regions.
"""

import json
import os
import pty
import re
import sqlite3
import tempfile

import cli

FILES = {"manifest.json", "run.json", "scenario.toml", "dictionary.csv", "country.csv",
         "regions.csv", "subregions.csv", "employers.csv", "account.csv", "care.csv", "inventory.csv",
         "costs.csv", "distances.csv", "report.html", "shortage.gpkg", "shortage.geojson",
         "shortage.qgs", "shortage.qml",
         *(f"{what}_{who}.{ending}" for what in ["shortage", "access"]
           for who in ["huisarts", "so", "avg"] for ending in ["tif", "qml"])}


class WithRun(cli.Case):
    """One short run for all tests of a class."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="mgz-cli-")
        cls.addClassCleanup(folder.cleanup)
        cls.out = os.path.join(folder.name, "out")
        cls.done = cli.mgz("run", "baseline", "-o", cls.out, *cli.QUICK)


class Results(WithRun):
    def test_success_is_silent_on_stderr(self):
        self.assertEqual((self.done.returncode, self.done.stderr), (0, ""))

    def test_says_where_the_files_are_and_who_is_short(self):
        lines = self.done.stdout.splitlines()
        self.assertEqual(lines[0], f"Baseline: 1 replicates of 2003 to 2004 are in {self.out}")
        self.assertEqual(lines[5].split(" in ")[0], "The 7 regions most short of GPs and elderly "
                         "care physicians")
        said = [re.fullmatch(r" +(\d+\.\d)%  \(\d+\.\d% - \d+\.\d%\) +(\S.*)", line).groups()
                for line in lines[7:]]
        rows = [row for row in cli.table(f"{self.out}/regions.csv")
                if (row["year"], row["profession"], row["indicator"])
                == ("2004", "huisarts_so", "shortage")]
        rows.sort(key=lambda row: -float(row["mean"]))
        self.assertEqual(said, [(f"{100 * float(row['mean']):.1f}", row["name"])
                                for row in rows[:7]])

    def test_every_file(self):
        self.assertEqual(set(os.listdir(self.out)), FILES)

    def test_all_regions(self):
        with open(f"{self.out}/shortage.geojson", encoding="utf-8") as file:
            features = json.load(file)["features"]
        with open(f"{cli.ROOT}/shapefiles/source/regions.csv", encoding="utf-8") as file:
            codes = sorted(line.split(",")[0] for line in file.read().splitlines()[1:])
        self.assertEqual(len(codes), 31)
        self.assertEqual(sorted(f["properties"]["code"] for f in features), codes)
        with sqlite3.connect(f"file:{self.out}/shortage.gpkg?mode=ro", uri=True) as base:
            found = base.execute("SELECT code FROM regions ORDER BY code").fetchall()
        self.assertEqual([code for (code,) in found], codes)

    def test_inventory_has_every_item_of_every_region(self):
        rows = [row for row in cli.table(f"{self.out}/inventory.csv") if row["year"] == "2004"]
        items = {row["item"] for row in rows}
        self.assertEqual(len(rows), 31 * len(items))
        for row in rows:
            steps = [row[f"step{i}"] for i in (1, 2, 3, 4)]
            if row["step"]:
                self.assertAlmostEqual(sum(map(float, steps)), 1)
                self.assertEqual(float(steps[int(row["step"]) - 1]), max(map(float, steps)))
                self.assertTrue(row["answer"])
            else:
                self.assertEqual((row["answer"], *steps), ("", "", "", "", ""))
            self.assertIn(row["mentioned"], ("", "0", "1"))

    def test_costs_have_an_item_a_payer_and_money(self):
        for row in cli.table(f"{self.out}/costs.csv"):
            self.assertTrue(row["item"] and row["payer"])
            self.assertNotEqual(float(row["mean"]), 0)

    def test_gdal_opens_everything(self):
        for name in sorted(FILES):
            program, words = "ogrinfo", ["-ro", "-al", "-so"]
            if name.endswith(".tif"):
                program, words = "gdalinfo", ["-checksum"]
            elif not name.endswith((".csv", ".gpkg", ".geojson")):
                continue
            cli.need(program)
            done = cli.run(*words, f"{self.out}/{name}", program=program)
            self.assertEqual((done.returncode, done.stderr), (0, ""), name)
            self.assertNotRegex(done.stdout, r"(?i)\b(warning|error)\b", name)

    def test_progress_bar_on_a_terminal_only(self):
        ours, theirs = pty.openpty()
        cli.subprocess.run([cli.PROGRAM, "run", "baseline", "-o", self.path("out"), *cli.QUICK],
                           stdout=cli.subprocess.DEVNULL, stderr=theirs, check=True)
        os.close(theirs)
        shown = os.read(ours, 65536).decode()
        os.close(ours)
        self.assertIn("] 0 of 1 replicates\r[", shown)
        # Wiped at the end: start of the line, clear to its end.
        self.assertTrue(shown.endswith("] 1 of 1 replicates\r\x1b[K"), repr(shown))

    def test_dutch_sentences(self):
        text = self.succeeds("run", "baseline", "-o", "out", *cli.QUICK, "--lang", "nl")
        self.assertIn("De 7 regio's met het grootste tekort aan huisartsen en specialisten "
                      "ouderengeneeskunde in 2004:", text)
        self.assertRegex(text, r"\d+,\d%")
        # Only these sentences and the page are Dutch, not the data.
        dutch, english = cli.data_files(self.path("out")), cli.data_files(self.out)
        self.assertNotEqual(dutch.pop("report.html"), english.pop("report.html"))
        self.assertEqual(dutch, english)


class Judge(WithRun):
    """GDAL's own validator of cloud-optimised GeoTIFF, in the system's Python."""

    PYTHON = "/usr/bin/python3"

    def setUp(self):
        super().setUp()
        if cli.run("-c", "import osgeo_utils", program=self.PYTHON).returncode != 0:
            self.skipTest("python3-gdal is not installed")

    def test_rasters_are_cloud_optimised(self):
        for name in sorted(FILES):
            if name.endswith(".tif"):
                done = cli.run("-m", "osgeo_utils.samples.validate_cloud_optimized_geotiff",
                               f"{self.out}/{name}", program=self.PYTHON)
                self.assertEqual(done.returncode, 0, f"{name}: {done.stdout}{done.stderr}")
                self.assertIn("is a valid cloud optimized GeoTIFF", done.stdout)


if __name__ == "__main__":
    cli.main()
