#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""mgz validate from outside: the words it takes, the JSON it writes, its exit status. What the
patterns mean is tested where they are measured.
"""

import json
import os

import cli

SHORT = ["validate", "--to", "2023", "--replicates", "2"]


class Validate(cli.Case):
    def test_json_agrees_with_the_exit_status(self):
        done = self.mgz(*SHORT, "--null", "training", "--json", "patterns.json")
        self.assertEqual(done.stderr, "")
        with open(self.path("patterns.json"), encoding="utf-8") as file:
            found = json.load(file)
        patterns = found["patterns"]
        self.assertGreaterEqual({key for p in patterns for key in p},
                                {"id", "group", "value", "low", "high", "target", "pass", "use"})
        ids = [p["id"] for p in patterns]
        self.assertEqual(len(set(ids)), len(ids))
        self.assertIn("P2b", ids)
        decisive = [p["pass"] for p in patterns
                    if p["use"] in ("fit", "check") and p["pass"] is not None]
        self.assertGreater(len(decisive), 10)
        self.assertEqual(done.returncode, 0 if all(decisive) else 1)
        self.assertEqual([null["null"] for null in found["nulls"]], ["training"])
        for name in ids:
            self.assertIn(name, done.stdout)

    def test_all_nulls_and_every_pattern(self):
        done = self.mgz("validate", "--to", "2024", "--replicates", "1", "--json", "patterns.json")
        self.assertEqual(done.stderr, "")
        with open(self.path("patterns.json"), encoding="utf-8") as file:
            found = json.load(file)
        self.assertEqual([null["null"] for null in found["nulls"]],
                         ["training", "rootedness", "home", "size", "retreat", "owner"])
        groups = {p["group"] for p in found["patterns"]}
        self.assertLessEqual({*(f"P{i}" for i in range(1, 20)), "P1b", "P1c", "P2b", "P7b", "H1",
                              "H2", "H3"}, groups)
        # What the nulls must lose was measured with and without them.
        outcomes = {(null["null"], o["pattern"]): o for null in found["nulls"]
                    for o in null["outcomes"]}
        for key in [("retreat", "P6"), ("owner", "P10")]:
            self.assertIsNotNone(outcomes[key]["baseline"], key)
            self.assertIsNotNone(outcomes[key]["value"], key)

    def test_same_for_any_number_of_threads(self):
        for threads in ["1", "2"]:
            self.mgz(*SHORT, "--null", "none", "--threads", threads, "--json", threads)
        one, two = (cli.files_below(self.folder)[name] for name in ("1", "2"))
        self.assertEqual(one, two)

    def test_refuses(self):
        patterns = os.path.join(cli.ROOT, "scenarios", "patterns", "nl-2023.toml")
        self.refuses(f'{patterns}: there is no null "training2"; give one of: training, rootedness, '
                     "home, size, retreat, owner", *SHORT, "--null", "training2")
        self.refuses(f"no/x.json: {self.path('no')} is not a folder; give a file in a folder that "
                     "you may write to", *SHORT, "--json", "no/x.json")


if __name__ == "__main__":
    cli.main()
