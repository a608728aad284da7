#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""mgz explain from outside: an account that sums to the last digit, a paragraph, and what one
physician weighed.
"""

import json
import os
import tempfile

import cli

YEARS = ["--to", "2006", "--set", "output.map_year=2006", "--set", "output.years=[2003, 2006]"]
TOLERANCE = 1e-9  # FTE


class Explain(cli.Case):
    """One short run for all tests."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="mgz-cli-")
        cls.addClassCleanup(folder.cleanup)
        cls.out = os.path.join(folder.name, "out")
        done = cli.mgz("run", "baseline", "-o", cls.out, *YEARS, "--replicates", "2",
                       "--set", "output.cell_m=2000")
        if done.returncode != 0:
            raise AssertionError(done.stderr)
        with open(f"{cli.ROOT}/shapefiles/source/regions.csv", encoding="utf-8") as file:
            rows = [line.split(",") for line in file.read().splitlines()[1:]]
        cls.codes = [row[0] for row in rows]

    def explain(self, *words):
        return json.loads(self.succeeds("explain", self.out, *words, "--format", "json"))

    def test_sums_in_every_region_and_profession(self):
        for code in self.codes:
            found = self.explain("--region", code)
            self.assertEqual((found["region"], found["from"], found["to"]), (code, 2003, 2006))
            self.assertEqual([p["profession"] for p in found["professions"]],
                             ["huisarts", "so", "avg"])
            for account in found["professions"]:
                self.assertAlmostEqual(sum(account["causes"].values()), account["change"],
                                       delta=TOLERANCE)
                self.assertLessEqual(abs(account["difference"]), TOLERANCE)

    def test_agrees_with_the_tables(self):
        code = self.codes[0]
        account = self.explain("--region", code, "--profession", "huisarts", "--from", "2004",
                               "--to", "2006")["professions"][0]
        causes = dict.fromkeys(account["causes"], 0.0)
        for row in cli.table(f"{self.out}/account.csv"):
            if (row["region"], row["profession"]) == (code, "huisarts") \
                    and row["year"] in ("2005", "2006"):
                causes[row["cause"]] += float(row["fte"])
        for cause, fte in causes.items():
            self.assertAlmostEqual(account["causes"][cause], fte, delta=TOLERANCE)
        fte = {(row["year"], row["indicator"]): float(row["mean"])
               for row in cli.table(f"{self.out}/regions.csv")
               if (row["code"], row["profession"]) == (code, "huisarts")}
        change = sum(fte["2006", i] - fte["2004", i] for i in ("fte", "commercial"))
        self.assertAlmostEqual(account["change"], change, delta=TOLERANCE)
        self.assertAlmostEqual(sum(causes.values()), change, delta=TOLERANCE)

    def test_text(self):
        said = self.succeeds("explain", self.out, "--region", self.codes[0], "--from", "2003")
        for words in ["sum of the causes", "change of FTE", "sum less change", "retired",
                      "huisarts", "simulated, not"]:
            self.assertIn(words, said)
        paragraph = said.rstrip().split("\n\n")[-1].replace("\n", " ")
        self.assertEqual(paragraph, self.explain("--region", self.codes[0])["text"])

    def test_physician(self):
        code = self.codes[0]
        there = ["--region", code, "--replicate", "1"]
        rows = self.succeeds("explain", self.out, *there, "--list").splitlines()[1:-1]
        self.assertGreater(len(rows), 5)
        for row in rows[:2]:
            key, profession = row.split()[:2]
            found = self.explain(*there, "--physician", key)
            self.assertEqual((found["physician"], found["profession"]), (int(key), profession))
            self.assertEqual(found["chosen"]["region"], code)
            chances = [place["probability"] for place in [found["chosen"], *found["alternatives"]]]
            self.assertAlmostEqual(sum(chances) + found["others_probability"]
                                   + found["outside_probability"], 1, places=9)
            for place in [found["chosen"], *found["alternatives"]]:
                self.assertAlmostEqual(sum(place["terms"].values()), place["total"], places=9)
            self.assertIn("he or she saw", found["text"])
            self.assertIn(f"Physician {key}", self.succeeds("explain", self.out, *there,
                                                            "--physician", key))

    def test_refuses(self):
        def refuses(sentence, *words):
            self.refuses(sentence, "explain", self.out, *words)
        near = self.codes[1]
        done = self.mgz("explain", self.out, "--region", near + "x")
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr, rf'^mgz: --region: there is no region "{near}x"; did you '
                                      rf"mean {near} \(.+\)\?\n$")
        refuses("explain: --profession: 'gp' is unknown; give huisarts or so or avg; "
                "mgz explain --help tells more", "--region", near, "--profession", "gp")
        refuses("--from: 1999 is not a year of the run; give 2003 to 2006",
                "--region", near, "--from", "1999")
        refuses("--to: 2041 is not a year of the run; give 2003 to 2006",
                "--region", near, "--to", "2041")
        refuses("--replicate: 2 is not a replicate of the run; give 0 to 1",
                "--region", near, "--physician", "1", "--replicate", "2")
        refuses("--physician 4294967295: nobody with this key took a place until then in this "
                "replicate; --list shows who did", "--region", near, "--physician", "4294967295")
        self.refuses("none: there is no such folder; give the folder that mgz run made",
                     "explain", "none", "--region", near)


if __name__ == "__main__":
    cli.main()
