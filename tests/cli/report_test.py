#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""mgz report from outside: the page that runs and comparisons leave, and those of several folders."""

import base64
import json
import os
import re
import shutil
import tempfile
import zlib

import cli
import sensitivity_test

YEARS = ["--to", "2004", "--set", "output.years=[2003, 2004]", "--set", "output.map_year=2004"]
COMPARE = ["compare", "baseline", "incentive.toml", *YEARS, "--replicates", "2", "--set",
           "output.cell_m=2000"]
# Four blocks and one replicate: 16 runs.
STUDY = sensitivity_test.STUDY.format(design='method = "saltelli"\nn = 4').replace(
    "replicates = 2", "replicates = 1")
INCENTIVE = """inherits = "baseline"
title = "Incentive <b>now</b>"
[[interventions]]
initiative = "location_incentive"
where = ["ZK22"]
from = 2004
"""


def data_of(page):
    """The data of a page, as its script reads them."""
    with open(page, encoding="utf-8") as file:
        packed = re.search(r'<script[^>]*id="mgz-data"[^>]*>([^<]*)</script>', file.read())
    return json.loads(zlib.decompress(base64.b64decode(packed[1])))


def figures(data, scenario, level, indicator, profession, stat):
    """{(code, year): whole number} of a block."""
    [block] = [b for b in data["figures"]
               if (b["scenario"], b["level"], b["indicator"], b["profession"])
               == (scenario, level, indicator, profession)]
    years = block["years"]
    years = years["list"] if isinstance(years, dict) else range(years[0], years[1] + 1)
    found, last = {}, None
    numbers = iter(block[stat])
    for code in data["levels"][level]["codes"]:
        last = None
        for year in years:
            number = next(numbers)
            if number is not None:
                last = number if last is None else last + number
                found[code, year] = last
    return found


class Pages(cli.Case):
    """A run, a comparison and a sensitivity, made once."""

    @classmethod
    def setUpClass(cls):
        cls.made = os.path.realpath(tempfile.mkdtemp(prefix="mgz-cli-"))
        cls.addClassCleanup(shutil.rmtree, cls.made, ignore_errors=True)
        for name, text in [("incentive.toml", INCENTIVE),
                           ("study.toml", STUDY)]:
            with open(os.path.join(cls.made, name), "w", encoding="utf-8") as file:
                file.write(text)
        for words in [["run", "baseline", "-o", "run", *cli.QUICK], [*COMPARE, "-o", "compared"],
                      ["sweep", "plan", "study.toml", "-o", "sweep"], ["sweep", "run", "sweep"],
                      ["sensitivity", "sweep", "-o", "drivers"]]:
            done = cli.mgz(*words, cwd=cls.made)
            if done.returncode != 0:
                raise AssertionError(f"{words}: {done.stderr}")

    def setUp(self):
        super().setUp()
        for name in ["run", "compared", "drivers"]:
            os.symlink(os.path.join(self.made, name), self.path(name))

    def report(self, *folders, out="page.html", more=()):
        said = self.succeeds("report", *folders, "-o", out, *more)
        self.assertRegex(said, rf"^{out}: \d+\.\d MB; open it in a browser\n$")
        return data_of(self.path(out))

    def bytes_of(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def test_page_of_a_run_is_the_one_it_left(self):
        self.report("run")
        self.assertEqual(self.bytes_of("page.html"), self.bytes_of("run/report.html"))
        self.report("run/", out="again.html")
        self.assertEqual(self.bytes_of("again.html"), self.bytes_of("page.html"))
        shutil.copytree(self.path("run"), self.path("elsewhere"))
        self.report("elsewhere", out="moved.html")
        self.assertEqual(self.bytes_of("moved.html"), self.bytes_of("page.html"))

    def test_page_of_a_comparison_is_the_one_it_left(self):
        self.report("compared")
        self.assertEqual(self.bytes_of("page.html"), self.bytes_of("compared/report.html"))

    def test_manifest_does_not_list_the_page(self):
        for folder in ["run", "compared"]:
            with open(self.path(f"{folder}/manifest.json"), encoding="utf-8") as file:
                listed = [output["file"] for output in json.load(file)["outputs"]]
            self.assertNotIn("report.html", listed)
            self.assertGreater(len(listed), 10)

    def test_figures_are_those_of_the_table(self):
        data = self.report("run")
        found = figures(data, 0, "region", "shortage", "so", "p95")
        rows = {(row["code"], int(row["year"])): float(row["p95"])
                for row in cli.table(self.path("run/regions.csv"))
                if (row["profession"], row["indicator"]) == ("so", "shortage")}
        self.assertEqual(len(found), 2 * 31)
        self.assertEqual(set(found), set(rows))
        for key, value in rows.items():
            self.assertAlmostEqual(found[key] / 1000, value, delta=0.0005001)

    def test_certain_is_what_the_table_says(self):
        data = self.report("compared")
        rows = {(row["level"], row["code"], int(row["year"]), row["profession"], row["indicator"]):
                (float(row["effect_p05"]), float(row["effect_p95"]))
                for row in cli.table(self.path("compared/differences.csv"))}
        seen = set()
        for block in data["effects"]:
            years = block["years"]
            years = years["list"] if isinstance(years, dict) else range(years[0], years[1] + 1)
            certain = iter(block["certain"])
            for code in data["levels"][block["level"]]["codes"]:
                for year in years:
                    low, high = rows.pop((block["level"], code, year, block["profession"],
                                          block["indicator"]))
                    self.assertEqual(next(certain), 1 if low > 0 else -1 if high < 0 else 0)
                    seen.add((low > 0, high < 0))
        self.assertEqual(rows, {})
        self.assertEqual(len(seen), 3)

    def test_several_folders(self):
        data = self.report("compared", "run", "drivers")
        self.assertEqual([source["kind"] for source in data["sources"]],
                         ["comparison", "run", "sensitivity"])
        self.assertEqual([s["id"] for s in data["scenarios"]],
                         ["baseline", "incentive", "baseline-2"])
        self.assertEqual([s["title"] for s in data["scenarios"]],
                         ["Baseline", "Incentive <b>now</b>", "Baseline (2)"])
        changes = {change["key"]: change for change in data["scenarios"][1]["changes"]}
        self.assertIn('where = ["ZK22"]', changes["interventions.location_incentive"]["value"])
        [sensitivity] = data["sensitivity"]
        self.assertEqual(sensitivity["design"], "saltelli")
        self.assertEqual([f["id"] for f in sensitivity["factors"]], ["Pull of size", "rounds"])
        # Two professions in the country, and in 31 regions with the excess over it.
        self.assertEqual(len(sensitivity["outcomes"]), 2 * (1 + 2 * 31))
        self.assertEqual(len(data["summary"]), 2)

    def test_sensitivity_alone(self):
        data = self.report("drivers")
        self.assertEqual(data["scenarios"], [])
        self.assertEqual(len(data["levels"]["region"]["codes"]), 31)
        rows = cli.table(self.path("drivers/indices.csv"))
        indices = sum(len(outcome["indices"]) for outcome in data["sensitivity"][0]["outcomes"])
        self.assertEqual(indices, len(rows))

    def test_language(self):
        data = self.report("run", more=["--lang", "nl"])
        self.assertEqual(data["lang"], "nl")
        self.assertIn(b'<html lang="nl"', self.bytes_of("page.html"))
        dutch = cli.mgz(*COMPARE, "-o", self.path("nl"), "--lang", "nl", cwd=self.made)
        self.assertEqual((dutch.returncode, dutch.stderr), (0, ""))
        self.report("compared", out="nl.html", more=["--lang", "nl"])
        self.assertEqual(self.bytes_of("nl/report.html"), self.bytes_of("nl.html"))

    def test_text_of_others_is_no_markup(self):
        self.report("compared")
        with open(self.path("page.html"), encoding="utf-8") as file:
            page = file.read()
        self.assertNotIn("Incentive <b>", page)
        self.assertIn("Incentive &lt;b&gt;now&lt;/b&gt;</title>", page)

    def test_force(self):
        self.write("page.html", "mine")
        self.refuses("page.html: exists; give another file or --force",
                     "report", "run", "-o", "page.html")
        self.report("run", more=["--force"])
        self.assertEqual(self.bytes_of("page.html"), self.bytes_of("run/report.html"))

    def test_folders_that_are_none(self):
        which = "give a folder that mgz run, compare or sensitivity made"
        self.refuses(f"none: there is no such folder; {which}", "report", "none", "-o", "a.html")
        os.mkdir(self.path("empty"))
        self.refuses(f"empty: has no manifest.json; {which}",
                     "report", "run", "empty", "-o", "a.html")
        self.write("empty/manifest.json", '{"format": "something else"}')
        self.refuses("empty/manifest.json: is not the manifest of a run, comparison or sensitivity; "
                     f"{which}", "report", "empty", "-o", "a.html")

    def test_folders_with_something_amiss(self):
        again = "give a folder that this release of mgz made"
        broken = self.path("broken")

        def spoil(name, change):
            shutil.rmtree(broken, ignore_errors=True)
            shutil.copytree(self.path("run"), broken)
            path = os.path.join(broken, name)
            with open(path, "rb") as file:
                content = change(file.read())
            os.remove(path)
            if content is not None:
                with open(path, "wb") as file:
                    file.write(content)

        spoil("regions.csv", lambda content: None)
        self.refuses("broken/regions.csv: no such file; did you mean 'subregions.csv'?",
                     "report", "broken", "-o", "a.html")
        spoil("care.csv", lambda content: content[:-5])
        done = self.mgz("report", "broken", "-o", "a.html")
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr, r"^mgz: broken/care.csv, row \d+: .*\n$")
        spoil("care.csv", lambda content: content.replace(b"duty_load", b"duty_toll"))
        self.refuses("broken/care.csv, row 4: indicator 'duty_toll' is unknown; " + again,
                     "report", "broken", "-o", "a.html")
        spoil("costs.csv", lambda content: content.replace(b"payer", b"buyer"))
        done = self.mgz("report", "broken", "-o", "a.html")
        self.assertEqual(done.returncode, 2)
        self.assertIn("broken/costs.csv: there is no column 'payer'", done.stderr)
        self.assertNotIn("a.html", os.listdir(self.folder))

    def test_no_place_for_the_page(self):
        self.refuses(f"no/page.html: the folder {self.path('no')} does not exist; make it first, or "
                     "give another folder", "report", "run", "-o", "no/page.html")

    def test_no_template(self):
        data = self.path("data")
        os.mkdir(data)
        for name in ["shapefiles", "scenarios"]:
            os.symlink(os.path.join(cli.ROOT, name), os.path.join(data, name))
        before = sorted(os.listdir(self.folder))
        for words in (["report", "run", "-o", "a.html"], ["run", "baseline", "-o", "b", *cli.QUICK]):
            done = self.mgz(*words, env={"MGZ_DATA": data})
            self.assertEqual(done.stderr, f"mgz: {data}/report/dist/report.html: the template of "
                             "reports is missing; install all of mgz, or set MGZ_DATA to a whole "
                             "data folder\n")
            self.assertEqual(done.returncode, 2)
        self.assertEqual(sorted(os.listdir(self.folder)), before)


if __name__ == "__main__":
    cli.main()
