#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Plans of sweeps from outside: every design and kind of factor, and one sentence for every mistake in a
study file.
"""

import os

import cli
import sweeps


class Designs(sweeps.Sweep):
    """Every design, and every kind of factor."""

    def rows(self, folder="sweep"):
        return cli.table(self.path(f"{folder}/plan.csv"))

    def test_morris_with_groups(self):
        factors = sweeps.FACTORS.replace('high = 1.4\n', 'high = 1.4\ngroup = "settling"\n').replace(
            'high = 5\n', 'high = 5\ngroup = "settling"\n')
        self.plan(text=sweeps.study(design='method = "morris"\nn = 3\nlevels = 4', factors=factors))
        rows = self.rows()
        self.assertEqual(len(rows), 3 * 3)
        self.assertEqual({row["moved"] for row in rows}, {"", "settling", "incentive"})

    def test_saltelli_with_groups(self):
        factors = sweeps.FACTORS.replace('high = 1.4\n', 'high = 1.4\ngroup = "settling"\n').replace(
            'high = 5\n', 'high = 5\ngroup = "settling"\n')
        self.plan(text=sweeps.study(factors=factors))
        self.assertEqual(len(self.rows()), 8 * 4)

    def test_full_factorial(self):
        factors = """
[[factor]]
key = "training.root"
values = ["practice", "home"]
[[factor]]
key = "settlement.size"
low = 0.5
high = 1.0
levels = 3
[[factor]]
name = "policy"
scenarios = ["baseline", "task_shifting"]
"""
        text = sweeps.study(design='method = "full_factorial"', factors=factors)
        self.plan(text=text.replace('scenario = "baseline"\n', ""))
        rows = self.rows()
        self.assertEqual([(r["training.root"], r["settlement.size"], r["policy"]) for r in rows],
                         [(root, size, policy) for root in ('"practice"', '"home"')
                          for size in ("0.5", "0.75", "1.0")
                          for policy in ("baseline", "task_shifting")])
        self.succeeds("sweep", "run", "sweep")

    def test_one_at_a_time_begins_at_the_scenario(self):
        self.plan(text=sweeps.study(design='method = "one_at_a_time"\nlevels = 3'))
        rows = self.rows()
        self.assertEqual(len(rows), 1 + 3 + 3 + 2)
        self.assertEqual((rows[0]["settlement.size"], rows[0]["settlement.rounds"],
                          rows[0]["incentive"]), ("0.7566", "4", "off"))
        self.assertEqual([r["settlement.size"] for r in rows[1:4]], ["0.2", "0.8", "1.4"])
        self.assertTrue(all(r["settlement.size"] == "0.7566" for r in rows[4:]))

    def test_list(self):
        self.write("points.csv", "incentive,settlement.size,settlement.rounds\n"
                                 "on,0.5,3\noff,1.25,4\n")
        self.plan(text=sweeps.study(design='method = "list"\nfile = "points.csv"'))
        self.assertEqual([(r["settlement.size"], r["settlement.rounds"], r["incentive"])
                          for r in self.rows()], [("0.5", "3", "on"), ("1.25", "4", "off")])
        self.succeeds("sweep", "run", "sweep")

    def test_list_of_one_factor(self):
        """A table has two columns or more: the second may be anything."""
        self.write("points.csv", "settlement.size,remark\n0.5,low\n1.25,high\n")
        one = sweeps.FACTORS.split("[[factor]]")[1]
        self.plan(text=sweeps.study(design='method = "list"\nfile = "points.csv"',
                                    factors="[[factor]]" + one))
        self.assertEqual([r["settlement.size"] for r in self.rows()], ["0.5", "1.25"])

    def test_distributions_and_multipliers(self):
        factors = """
[[factor]]
key = "settlement.size"
distribution = "triangular"
low = 0.2
mode = 0.3
high = 1.4
[[factor]]
key = "settlement.load"
distribution = "log_uniform"
low = 0.01
high = 1.0
[[factor]]
key = "need.so.growth"
distribution = "normal"
mean = 0.025
sd = 0.004
[[factor]]
key = "training.so.places"
low = 0.5
high = 1.5
[[factor]]
key = "world.seed"
low = 1
high = 3
"""
        self.plan(text=sweeps.study(design='method = "latin_hypercube"\nn = 200', factors=factors))
        values = {name: sorted(float(row[name]) for row in self.rows())
                  for name in ("settlement.size", "settlement.load", "need.so.growth",
                               "training.so.places", "world.seed")}
        self.assertAlmostEqual(values["settlement.load"][100], 0.1, delta=0.003)
        self.assertAlmostEqual(values["need.so.growth"][100], 0.025, delta=0.0002)
        self.assertGreater(values["need.so.growth"][0], 0.025 - 3 * 0.004)
        # The median of a triangle: high - sqrt((high - low)(high - mode) / 2).
        self.assertAlmostEqual(values["settlement.size"][100], 1.4 - (1.2 * 1.1 / 2) ** 0.5,
                               delta=0.01)
        self.assertEqual({values["world.seed"].count(seed) for seed in (1, 2, 3)}, {66, 67})
        self.succeeds("sweep", "run", "sweep", "--slice", "0/50")

    def test_policies_cross_every_point(self):
        self.plan(text=sweeps.study(design='method = "random"\nn = 3', replicates=2,
                             top='policies = ["baseline", "task_shifting"]'))
        rows = self.rows()
        self.assertEqual([(r["point"], r["policy"], r["replicate"]) for r in rows[:5]],
                         [("0", "baseline", "0"), ("0", "baseline", "1"),
                          ("0", "task_shifting", "0"), ("0", "task_shifting", "1"),
                          ("1", "baseline", "0")])
        self.succeeds("sweep", "run", "sweep")
        self.collected()
        self.assertEqual({r["policy"] for r in cli.table(self.path("sweep/results.csv"))},
                         {"baseline", "task_shifting"})


class BadStudy(sweeps.Sweep):
    """Every mistake in a study file is one sentence with its line; nothing is made."""

    def refused(self, sentence, old, new, text=None):
        text = (text or sweeps.study())
        self.assertIn(old, text)
        self.write("study.toml", text.replace(old, new, 1))
        self.refuses(sentence, "sweep", "plan", "study.toml", "-o", "sweep")

    def test_unknown_factor(self):
        self.refused('study.toml, line 16: there is no key "setlement.size"; did you mean '
                     '"settlement.size"?', '"settlement.size"', '"setlement.size"')

    def test_empty_range(self):
        self.refused("study.toml, line 17: the range of settlement.size is empty: 1.4 to 1.4; give "
                     "a low that lies below high", "low = 0.2", "low = 1.4")

    def test_range_outside_the_parameter(self):
        self.refused("study.toml, line 17: settlement.size runs from 0.2 to 140; stay within 0 to 3 "
                     "(1)", "high = 1.4", "high = 140")

    def test_n_is_no_power_of_two(self):
        self.refused("study.toml, line 8: N is 12; give a power of two, for example 8 or 16",
                     "n = 8", "n = 12")

    def test_a_multiplier_that_goes_too_far(self):
        more = '\n[[factor]]\nkey = "training.huisarts.fill"\nlow = 0.5\nhigh = 1.5\n'
        self.refused("study.toml, line 30: training.huisarts.fill becomes 1.455; choose a range of "
                     "training.huisarts.fill that keeps it within 0 to 1", "from = 2003\n",
                     "from = 2003\n" + more)

    def test_unknown_words(self):
        self.refused('study.toml, line 7: method is "sobol"; give morris, saltelli, '
                     "latin_hypercube, full_factorial, one_at_a_time, random, list",
                     '"saltelli"', '"sobol"')
        self.refused('study.toml, line 12: there is no indicator "shortages"; did you mean '
                     '"shortage"?', '"shortage"', '"shortages"')
        self.refused('study.toml, line 2: there is no scenario "basline" to vary: neither '
                     f'basline.toml nor {cli.ROOT}/scenarios/basline.toml is a file; did you mean '
                     '"baseline"?', '"baseline"', '"basline"')
        self.refused('study.toml, line 10: there is no key "replicate"; did you mean "replicates"?',
                     "replicates =", "replicate =")

    def test_a_factor_given_twice(self):
        twice = '\n[[factor]]\nkey = "settlement.size"\nlow = 0.1\nhigh = 1.0\n'
        self.refused("study.toml, line 30: settlement.size is varied twice; it is at study.toml, "
                     "line 15 too", "from = 2003\n", "from = 2003\n" + twice)

    def test_places_that_are_not_there(self):
        self.write("study.toml", sweeps.study().replace("ZK22", "ZK99"))
        done = self.mgz("sweep", "plan", "study.toml", "-o", "sweep")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn('ZK99', done.stderr)
        self.assertFalse(os.path.exists(self.path("sweep")))

    def test_more_figures_of_a_run_than_are_kept(self):
        """All there is of 173 regions, each its own subregion, for 98 years."""
        west = [4 + 0.01 * i for i in range(173)]
        self.write("areas.geojson", cli.json_of_squares(
            [(f"A{i:03}", at, at + 0.01) for i, at in enumerate(west)]))
        people = {f"pop_{age}": 100 for age in ("0_19", "20_64", "65_74", "75_84", "85p")}
        self.write("places.geojson", cli.geojson([
            {"type": "Feature", "properties": {"code": str(i), "name": "P", **people},
             "geometry": {"type": "Point", "coordinates": [at + 0.005, 52.05]}}
            for i, at in enumerate(west)]))
        self.write("many.toml", 'to = 2100\n[geography]\nregions = "areas.geojson"\n'
                   'subregions = "none"\nsettlements = "places.geojson"\n')
        indicators = ["shortage", "fte", "staff", "commercial", "vacancies", "outside_unmet",
                      "outside_given", "fte_ratio", "access", "hpsa", "duty_load", "thin_duty",
                      "small_home_unmet", "pushed", "crisis", "vvt_wait_weeks", "vvt_placed_away",
                      "vvt_unplaced", "ghz_wait_weeks", "ghz_placed_away", "ghz_unplaced",
                      "gap_employers"]
        listed = ", ".join(f'"{name}"' for name in indicators)
        self.write("study.toml", f"""title = "T"
scenario = "many.toml"
[design]
method = "random"
n = 2
[keep]
indicators = [{listed}]
levels = ["country", "region", "subregion"]
years = {list(range(2003, 2101))}
[[factor]]
key = "settlement.size"
low = 0.2
high = 1.4
""")
        self.refuses("study.toml: keeps 1004206 figures of each run; keep 1000000 at most: name "
                     "fewer under [keep]", "sweep", "plan", "study.toml", "-o", "sweep")

    def test_a_search_in_a_year_that_is_not_kept(self):
        search = ('[[search]]\nindicator = "far_gap"\nprofession = "huisarts"\nlevel = "country"\n'
                  "year = 2002\nabove = 0.1\n")
        self.refused("study.toml, line 29: looks at 2002, which is not kept; add it to the years "
                     "under [keep]", "from = 2003\n", "from = 2003\n" + search)

    def test_a_list_with_a_word_that_is_no_value(self):
        self.write("points.csv", "incentive,settlement.size,settlement.rounds\nmaybe,0.5,3\n")
        self.refused(f'{self.path("points.csv")}, row 2: incentive is "maybe"; give one of: off, on',
                     'method = "saltelli"\nn = 8', 'method = "list"\nfile = "points.csv"')

    def test_policies_of_other_years(self):
        self.write("later.toml", 'inherits = "baseline"\ntitle = "Later"\nto = 2010\n')
        text = sweeps.study(top='policies = ["baseline", "later.toml"]')
        self.refused("later.toml: runs from 2003 to 2010, but baseline from 2003 to 2040; give all "
                     "of them the same years under [set]", "[set]\nto = 2003\n", "", text=text)

    def test_a_shorter_plan(self):
        self.plan()
        self.write("study.toml", sweeps.study(design='method = "saltelli"\nn = 4'))
        self.refuses("sweep: has a plan of 40 runs already, this one has 20; a plan can only be made "
                     "longer; name another folder with -o",
                     "sweep", "plan", "study.toml", "-o", "sweep")

    def test_years_outside_the_run(self):
        self.refused("study.toml, line 14: keeps 2040; baseline runs from 2003 to 2003",
                     'levels = ["country", "region"]\n',
                     'levels = ["country", "region"]\nyears = [2040]\n')


if __name__ == "__main__":
    cli.main()
