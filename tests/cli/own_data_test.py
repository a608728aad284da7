#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Data of one's own: a made-up country with all of it (tests/data/own), and tables of travel and of
population beside the default geography.
"""

import csv
import json
import math
import os
import re
import shutil
from itertools import combinations

import cli

OWN = os.path.join(cli.ROOT, "tests/data/own")
AGES = ["pop_0_19", "pop_20_64", "pop_65_74", "pop_75_84", "pop_85p"]


def figure(folder, indicator, profession, year, code):
    """One mean of regions.csv."""
    (found,) = [float(row["mean"]) for row in cli.table(os.path.join(folder, "regions.csv"))
                if (row["code"], row["year"], row["profession"], row["indicator"])
                == (code, year, profession, indicator)]
    return found


class OwnCountry(cli.Case):
    def setUp(self):
        super().setUp()
        shutil.copytree(OWN, self.path("own"))

    def run_own(self, out, *settings):
        words = [word for setting in settings for word in ("--set", setting)]
        self.succeeds("run", "own/scenario.toml", "--replicates", "2", "-o", out, *words)
        return self.path(out)

    def test_runs_and_names_its_inputs(self):
        text = self.succeeds("check", "own/scenario.toml")
        self.assertIn("travel between 6 settlements is 1.", text)
        self.assertIn("population is projected for 2 regions, 2021 to 2040", text)
        self.assertIn("works in 1 subregion: E (0.794 of it)", text)
        folder = self.run_own("out")
        with open(os.path.join(folder, "manifest.json"), encoding="utf-8") as file:
            inputs = {entry["key"]: entry["file"] for entry in json.load(file)["inputs"]}
        self.assertEqual(inputs, {"geography.regions": "areas.geojson",
                                  "geography.settlements": "settlements.csv",
                                  "inputs.training_centres": "centres.csv",
                                  "inputs.employers": "employers.csv",
                                  "inputs.travel": "travel.csv",
                                  "inputs.population": "projection.csv",
                                  "interventions.area": "pilot.geojson"})
        employers = {row["code"] for row in cli.table(os.path.join(folder, "employers.csv"))}
        self.assertEqual(len(employers), 16)

    def test_the_echo_runs_to_the_same(self):
        first = self.run_own("first")
        self.succeeds("run", "first/scenario.toml", "--replicates", "2", "-o", "second")
        one, other = cli.data_files(first), cli.data_files(self.path("second"))
        # The manifest says which file set a value, and that is another one now; the page shows it.
        self.assertEqual(sorted(name for name in one if one[name] != other[name]),
                         ["manifest.json", "report.html"])

    def test_travel_and_population_matter(self):
        both = cli.data_files(self.run_own("both"))
        for key, name in [("inputs.travel", "access_huisarts.tif"),
                          ("inputs.travel", "account.csv"),
                          ("inputs.population", "regions.csv")]:
            other = cli.data_files(self.run_own(f"no-{name}", f"{key}="))
            self.assertNotEqual(both[name], other[name], (key, name))

    def test_a_shorter_way_than_the_crow_flies_is_refused(self):
        table = self.write("own/travel.csv", "from,to,km\nW1,W2,15.1\nW1,W3,2.4\n")
        self.refuses(f'{table}, row 3: from "W1" to "W3" is 2.4 km, and the crow flies 17.5 km '
                     "between their inhabitants; give 15.7 to 349 km of road",
                     "run", "own/scenario.toml", "-o", "out")


def places(key):
    """Code -> inhabitants by age and their centre, by a column of the default settlements."""
    found = {}
    with open(os.path.join(cli.SHAPES, "source/settlements.csv"), encoding="utf-8",
              newline="") as stream:
        for row in csv.DictReader(stream):
            people = [int(row[f"{age}lus" if age.endswith("85p") else age]) for age in AGES]
            place = found.setdefault(row[key], {"people": [0] * 5, "x": 0, "y": 0})
            place["people"] = [a + b for a, b in zip(place["people"], people)]
            place["x"] += sum(people) * float(row["x_rd"])
            place["y"] += sum(people) * float(row["y_rd"])
    for place in found.values():
        total = sum(place["people"])
        place["x"], place["y"] = place["x"] / total, place["y"] / total
    return found


class DefaultGeography(cli.Case):
    RUN = ["run", "baseline", "--to", "2006", "--set", "output.map_year=2006", "--set",
           "output.years=[2003, 2006]", "--replicates", "1", "--set", "output.cell_m=2000"]

    def travel(self, name, factor):
        """Distances between all subregions; factor(a, b) of the centres multiplies the crow's."""
        centres = places("subregion_code")
        rows = ["from,to,km"]
        for a, b in combinations(sorted(centres), 2):
            p, q = centres[a], centres[b]
            crow = math.hypot(p["x"] - q["x"], p["y"] - q["y"]) / 1000
            rows.append(f"{a},{b},{crow * factor(p, q)!r}")
        return self.write(name, "\n".join(rows) + "\n")

    def run_with(self, out, *settings):
        words = [word for setting in settings for word in ("--set", setting)]
        self.succeeds(*self.RUN, "-o", out, *words)
        return cli.data_files(self.path(out))

    def test_a_table_of_what_the_crow_flies_changes_nothing(self):
        self.travel("crow.csv", lambda p, q: 1.0)
        plain, crow = self.run_with("plain"), self.run_with("crow", "inputs.travel=crow.csv")
        # The manifest names the table, the page shows the manifest, and maps tell of which case they
        # are. So of rasters the pixels are compared.
        cli.need("gdalinfo")
        rasters = [name for name in plain if name.endswith(".tif")]
        self.assertGreater(len(rasters), 3)
        for name in rasters:
            sums = [re.findall("Checksum=.*", cli.run(
                "-checksum", self.path(f"{out}/{name}"), program="gdalinfo").stdout)
                for out in ("plain", "crow")]
            self.assertGreater(len(sums[0]), 0, name)
            self.assertEqual(*sums, name)
        names = [name for name in plain if name.endswith((".csv", ".geojson", ".qml"))]
        self.assertGreater(len(names), 10)
        self.assertEqual([name for name in names if plain[name] != crow[name]], [])

    def test_a_barrier_changes_who_works_where(self):
        self.travel("river.csv", lambda p, q: 2.0 if (p["x"] < 150000) != (q["x"] < 150000) else 1.0)
        plain, river = self.run_with("plain"), self.run_with("river", "inputs.travel=river.csv")
        for name in ["account.csv", "employers.csv", "access_so.tif"]:
            self.assertNotEqual(plain[name], river[name], name)

    def test_a_pair_too_few(self):
        path = self.travel("travel.csv", lambda p, q: 1.3)
        with open(path, encoding="utf-8") as file:
            lines = file.readlines()
        self.write("travel.csv", "".join(lines[:-1]))
        a, b, _ = lines[-1].split(",")
        self.refuses(f'{path}: has no row for from "{a}" to "{b}" or back; give every pair of '
                     "subregions with settlements, in one direction or in both",
                     *self.RUN, "-o", "out", "--set", "inputs.travel=travel.csv")

    def test_a_region_that_grows_old_has_more_of_the_need(self):
        rows = [",".join(["gebied", "jaar", *AGES])]
        of_region = places("region_code")
        old = sorted(of_region)[0]
        for code, place in of_region.items():
            rows.append(",".join(map(str, [code, 2021, *place["people"]])))
            doubled = [*place["people"][:-1], place["people"][-1] * (2 if code == old else 1)]
            rows.append(",".join(map(str, [code, 2003, *doubled])))
        self.write("projection.csv", "\n".join(rows) + "\n")
        self.run_with("plain")
        self.run_with("old", "inputs.population=projection.csv", "inputs.population_code=gebied",
                      "inputs.population_year=jaar")
        before, after = (figure(self.path(out), "need", "so", "2003", old)
                         for out in ("plain", "old"))
        self.assertGreater(after, 1.3 * before)


if __name__ == "__main__":
    cli.main()
