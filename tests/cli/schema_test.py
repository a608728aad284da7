#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The JSON Schema of scenario files: it accepts what the program accepts and finds what an editor
should underline.
"""

import glob
import json
import os

import cli

try:
    import tomllib

    from jsonschema import Draft4Validator, Draft202012Validator
except ImportError as error:
    raise SystemExit(cli.SKIPPED) from error


class Schema(cli.Case):
    def setUp(self):
        super().setUp()
        self.text = self.succeeds("parameters", "--schema")
        self.schema = json.loads(self.text)
        Draft202012Validator.check_schema(self.schema)

    def faults(self, toml):
        """Paths and messages of what is wrong in a scenario."""
        found = Draft202012Validator(self.schema).iter_errors(tomllib.loads(toml))
        return sorted(f"{'.'.join(map(str, e.path))}: {e.message}" for e in found)

    def accepts(self, toml):
        self.assertEqual(self.faults(toml), [], toml)

    def finds(self, part, toml):
        faults = self.faults(toml)
        self.assertEqual(len(faults), 1, (toml, faults))
        self.assertIn(part, faults[0])

    def test_same_text_every_time(self):
        self.assertEqual(self.text, self.succeeds("parameters", "--schema"))

    def test_takes_no_group_and_no_markdown(self):
        for word in ["settlement", "--markdown"]:
            self.refuses("--schema: describes whole scenario files, in JSON; give it without a "
                         "group and without --markdown", "parameters", "--schema", word)

    def test_ready_scenarios_are_valid(self):
        folder = os.path.join(cli.ROOT, "scenarios")
        files = [*glob.glob(f"{folder}/*.toml"), *glob.glob(f"{folder}/nulls/*.toml")]
        self.assertGreater(len(files), 8)
        for file in files:
            with open(file, encoding="utf-8") as toml:
                self.accepts(toml.read())

    def test_the_version_of_the_language(self):
        self.accepts("format = 1\n")
        self.finds("2 is greater than the maximum of 1", "format = 2\n")

    def test_the_whole_scenario_is_valid(self):
        # As check prints it: every key in dotted form.
        self.accepts(self.succeeds("check", "shared_anw_pools"))

    def test_every_key_is_described_with_its_default(self):
        def leaves(schema, prefix=""):
            for name, value in schema["properties"].items():
                if value.get("type") == "object":
                    self.assertIs(value["additionalProperties"], False)
                    yield from leaves(value, f"{prefix}{name}.")
                else:
                    yield prefix + name, value

        keys = dict(leaves(self.schema))
        shown = [line.split(" = ")[0] for line in self.succeeds("check", "baseline").splitlines()
                 if " = " in line and not line.startswith("#")]
        self.assertEqual(sorted(keys), sorted(["inherits", *shown, "interventions"]))
        for key in shown:
            self.assertGreater(len(keys[key]["description"]), 10, key)
            self.assertEqual(list(Draft202012Validator(keys[key]).iter_errors(
                keys[key]["default"])), [], key)
        gap = keys["settlement.distance_exponent"]
        self.assertEqual((gap["type"], gap["minimum"], gap["default"]), ("number", 0, 1.64))

    def test_misspelled_keys(self):
        self.finds("'sise' was unexpected", "[settlement]\nsise = 1\n")
        self.finds("'sise' was unexpected", "settlement.sise = 1\n")
        self.finds("'setlement' was unexpected", "[setlement]\nsize = 1\n")
        self.finds("'lod' was unexpected", "settlement.size = 1\nsettlement.lod = 1\n")

    def test_values_out_of_range_or_of_another_kind(self):
        self.accepts("[settlement]\nhome_weight = 0.5\nrounds = 3\n")
        self.finds("settlement.home_weight", "[settlement]\nhome_weight = 0.6\n")
        self.finds("settlement.rounds", "settlement.rounds = 2.5\n")
        self.finds("settlement.size", 'settlement.size = "large"\n')
        self.finds("title", "title = 7\n")
        self.finds("training.root", 'training.root = "work"\n')
        self.finds("output.years", "output.years = []\n")
        self.finds("geography.settlements_population",
                   'geography.settlements_population = ["a", "b"]\n')

    def test_series(self):
        for value in ["500", "500.5", "[[2003, 400], [2010, 500.5]]"]:
            self.accepts(f"training.huisarts.places = {value}\n")
        for value in ["-1", '"many"', "[2010, 500]", "[[2010.5, 500]]", "[[2010, 500, 3]]", "[]",
                      "[[2010, -1]]", "[[1800, 500]]", "[[2010]]"]:
            self.finds("training.huisarts.places", f"training.huisarts.places = {value}\n")

    def test_older_drafts_find_the_common_mistakes(self):
        # Some editors know no newer one: no word of the schema may stop them.
        Draft4Validator.check_schema(self.schema)
        for toml, faults in [("settlement.size = 0.5\n", 0), ("settlement.sise = 0.5\n", 1),
                             ("settlement.home_weight = 0.6\n", 1)]:
            found = list(Draft4Validator(self.schema).iter_errors(tomllib.loads(toml)))
            self.assertEqual(len(found), faults, toml)

    def test_interventions(self):
        begin = '[[interventions]]\ninitiative = "anw_pool"\nfrom = 2025\n'
        for more in ["", 'where = ["A", "B"]\n', 'area = "mine.gpkg|layer"\n',
                     "until = 2030\nintensity = 0\nramp_years = 0.5\n"]:
            self.accepts(begin + more)
        for more in ["where = []\n", 'where = "A"\n', "area = 3\n", "intensity = 1.01\n",
                     "ramp_years = -1\n", "until = 2200\n", "intensty = 1\n",
                     'where = ["A"]\narea = "a.shp"\n']:
            self.finds("interventions.0", begin + more)
        self.finds("'anw_pol' is not one of", begin.replace("pool", "pol"))
        self.finds("'from' is a required", '[[interventions]]\ninitiative = "anw_pool"\n')
        national = begin.replace("anw_pool", "fill")
        self.accepts(national)
        self.finds("interventions.0", national + 'where = ["A"]\n')
        self.finds("interventions.0", national + 'area = "a.shp"\n')
        self.finds("interventions", "interventions = 1\n")


if __name__ == "__main__":
    cli.main()
