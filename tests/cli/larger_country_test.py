#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Countries several times as large as that of a scenario."""

import os
import shutil

import cli


def country(folder):
    """(year, profession, indicator) -> mean, of the country."""
    return {(row["year"], row["profession"], row["indicator"]): float(row["mean"])
            for row in cli.table(os.path.join(folder, "country.csv"))}


class LargerCountry(cli.Case):
    def test_once_is_the_scenario_itself(self):
        self.succeeds("data", "synthesise", "--scale", "1", "-o", "once")
        self.succeeds("run", "baseline", *cli.QUICK, "-o", "plain")
        self.succeeds("run", "once/scenario.toml", *cli.QUICK, "-o", "made")
        plain, made = (cli.files_below(self.path(folder)) for folder in ("plain", "made"))
        tables = [name for name in plain if name.endswith(".csv")]
        self.assertIn("employers.csv", tables)
        self.assertEqual([name for name in tables if plain[name] != made[name]], [])

    def test_twice_has_twice_of_everything(self):
        # An intervention in one place runs in both copies of it.
        self.write("pilot.toml", 'inherits = "baseline"\n[[interventions]]\n'
                   'initiative = "triage"\nwhere = ["ZK01"]\nfrom = 2003\n')
        text = self.succeeds("data", "synthesise", "pilot.toml", "--scale", "2", "-o", "two")
        self.assertEqual(text, "two: 8344 places in 2 copies.\nRun it with:\n"
                         "    mgz run two/scenario.toml -o OUT\n")
        self.assertIn("62 regions, 112 subregions, 8134 settlements",
                      self.succeeds("check", "two/scenario.toml"))
        for scenario, out in [("pilot.toml", "one"), ("two/scenario.toml", "both")]:
            self.succeeds("run", scenario, *cli.QUICK, "-o", out)
        one, both = country(self.path("one")), country(self.path("both"))
        for (year, profession, indicator), value in one.items():
            if indicator not in ("need", "heads", "trainees") or profession == "avg":
                continue
            self.assertAlmostEqual(both[year, profession, indicator] / value, 2, delta=0.06,
                                   msg=(year, profession, indicator))
        regions = {row["code"] for row in cli.table(self.path("both/regions.csv"))}
        self.assertEqual(len(regions), 62)
        self.assertLess({"1-ZK01", "2-ZK01"}, regions)
        employers = [len(cli.table(self.path(f"{out}/employers.csv"))) for out in ("one", "both")]
        self.assertEqual(employers[1], 2 * employers[0])
        with open(self.path("two/scenario.toml"), encoding="utf-8") as file:
            self.assertIn('where = ["1-ZK01", "2-ZK01"]', file.read())

    def test_same_bytes_where_threads_share_one_country(self):
        # Thirty times: more practices than rows_worth_a_team (sim/core/threads.h).
        self.succeeds("data", "synthesise", "--scale", "30", "-o", "thirty")
        run = ["run", "thirty/scenario.toml", *cli.YEARS, "--replicates", "1",
               "--set", "output.cell_m=10000"]
        for threads in "1", "3":
            self.succeeds(*run, "--threads", threads, "-o", threads)
        one, three = (cli.data_files(self.path(threads)) for threads in "13")
        practices = sum(row["kind"] == "gp_practice" and row["year"] == "2004"
                        for row in cli.table(self.path("1/employers.csv")))
        self.assertGreater(practices, 1 << 17)
        self.assertEqual(sorted(one), sorted(three))
        self.assertEqual([name for name in sorted(one) if one[name] != three[name]], [])

    def test_moves_as_a_whole(self):
        self.succeeds("data", "synthesise", "--scale", "2", "-o", "two")
        shutil.move(self.path("two"), self.path("elsewhere"))
        self.succeeds("check", "elsewhere/scenario.toml")

    def test_wrong(self):
        self.refuses("data synthesise: --scale: '101' is not a whole number from 1 to 100; "
                     "mgz data synthesise --help tells more",
                     "data", "synthesise", "--scale", "101", "-o", "out")
        self.write("taken", "")
        self.refuses("taken: exists; give another name", "data", "synthesise", "--scale", "1", "-o", "taken")
        self.refuses("careers.huisarts.stock: is 4000000 and would be 8000000 in a country 2 times "
                     "as large; give a smaller scale; the most is 5000000 (heads)", "data",
                     "synthesise", "--scale", "2", "-o", "out",
                     "--set", "careers.huisarts.stock=4000000")
        own = os.path.join(cli.ROOT, "tests/data/own")
        self.refuses(f"inputs.employers: is {own}/employers.csv, of which there are no copies; leave "
                     "it out: --set inputs.employers=",
                     "data", "synthesise", f"{own}/scenario.toml", "--scale", "2", "-o", "out")
        self.assertEqual(os.listdir(self.folder), ["taken"])


if __name__ == "__main__":
    cli.main()
