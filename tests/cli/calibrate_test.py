#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""mgz calibrate from outside: what it leaves, what it refuses, and that a killed search loses
nothing.
"""

import json
import os
import signal
import subprocess
import time

import cli

TARGETS = """
title = "Short"
patterns = "{patterns}"
[search]
replicates = 1
max_evaluations = {most}
tolerance = 1e-9
[[move]]
key = "need.so.start_gap"
low = -0.2
high = 0.2
start = 0.15
[[move]]
key = "careers.so.early_leaving"
low = 0.01
high = 0.04
[[target]]
id = "gap-2004"
measure = "gap"
profession = "so"
at = [2004, 4]
value = 0.0
tolerance = 0.01
[[target]]
id = "exits-2004"
measure = "exits"
profession = "so"
at = [2004, 4]
at_least = 40
tolerance = 10
"""
PATTERNS = os.path.join(cli.ROOT, "scenarios", "patterns", "nl-2023.toml")


class Calibrate(cli.Case):
    def targets(self, most, name="t.toml", more=""):
        return self.write(name, TARGETS.format(patterns=PATTERNS, most=most) + more)

    def lines(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read().splitlines()

    def test_leaves_a_scenario_a_record_and_a_log(self):
        said = self.succeeds("calibrate", self.targets(8), "-o", "p.toml")
        self.assertIn("gap-2004", said)
        with open(self.path("p.json"), encoding="utf-8") as file:
            record = json.load(file)
        self.assertEqual(record["evaluations"], 8)
        self.assertEqual(record["to"], 2004)
        self.assertLess(record["loss"], record["start_loss"])
        self.assertAlmostEqual(sum(t["loss"] for t in record["targets"]), record["loss"])
        log = [json.loads(line) for line in self.lines("p.toml.log")]
        self.assertEqual(log[1]["loss"], record["start_loss"])
        best = min(log[1:], key=lambda evaluation: evaluation["loss"])
        self.assertEqual(best["loss"], record["loss"])
        self.assertEqual(best["values"], [p["value"] for p in record["parameters"]])
        # It is a scenario, and the values in it are those of the record.
        shown = self.succeeds("check", "p.toml")
        for parameter in record["parameters"]:
            self.assertIn(f"{parameter['key']} = {parameter['value']}", shown)

    def test_same_for_any_number_of_threads(self):
        targets = self.targets(4)
        for threads in ["1", "2"]:
            self.mgz("calibrate", targets, "-o", f"p{threads}.toml", "--threads", threads)
        self.assertEqual(self.lines("p1.toml.log"), self.lines("p2.toml.log"))
        self.assertEqual(self.lines("p1.json"), self.lines("p2.json"))

    def test_a_killed_search_loses_nothing(self):
        targets = self.targets(10)
        whole = self.mgz("calibrate", targets, "-o", "whole.toml")
        self.assertEqual(whole.returncode, 0, whole.stderr)
        with subprocess.Popen([cli.PROGRAM, "calibrate", targets, "-o", "cut.toml"],
                              cwd=self.folder, stdout=subprocess.DEVNULL) as search:
            deadline = time.monotonic() + 120
            while time.monotonic() < deadline and search.poll() is None:
                if os.path.exists(self.path("cut.toml.log")) \
                        and len(self.lines("cut.toml.log")) > 3:
                    break
                time.sleep(0.02)
            search.send_signal(signal.SIGKILL)
        before = self.lines("cut.toml.log")
        self.assertGreater(len(before), 3)
        self.assertFalse(os.path.exists(self.path("cut.toml")))
        self.succeeds("calibrate", targets, "-o", "cut.toml", "--resume")
        after = self.lines("cut.toml.log")
        self.assertEqual(after[:len(before)], before)
        self.assertEqual(after, self.lines("whole.toml.log"))
        for ending in ["toml", "json"]:
            self.assertEqual(self.lines(f"cut.{ending}"), self.lines(f"whole.{ending}"))

    def test_refuses(self):
        targets = self.targets(2)
        held_out = self.targets(2, "h.toml", '[[target]]\nid = "H2"\nvalue = 1\ntolerance = 1\n')
        line = 1 + self.lines("h.toml").index('id = "H2"')
        self.refuses(f"{held_out}, line {line}: H2 is held out and may not be fitted; leave it out; "
                     f"{PATTERNS} keeps it for judging the result",
                     "calibrate", held_out, "-o", "p.toml")
        self.refuses("p.txt: is no scenario file; give a name that ends in .toml",
                     "calibrate", targets, "-o", "p.txt")
        self.refuses(f"no/p.toml: {self.path('no')} is not a folder; give a file in a folder that "
                     "you may write to", "calibrate", targets, "-o", "no/p.toml")
        self.succeeds("calibrate", targets, "-o", "p.toml")
        self.refuses(f"{self.path('p.toml')}: exists already; remove it, name another with -o, or "
                     "go on with --resume", "calibrate", targets, "-o", "p.toml")
        os.remove(self.path("p.toml"))
        os.remove(self.path("p.json"))
        self.refuses("p.toml.log: there is a log of an earlier search; give --resume to go on with "
                     "it, or remove it", "calibrate", targets, "-o", "p.toml")
        done = self.mgz("calibrate", self.targets(3), "-o", "p.toml", "--resume")
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr, r"^mgz: p\.toml\.log: is the log of a search with another "
                                      r"target file \([0-9a-f]+, not [0-9a-f]+\); remove it, or go "
                                      r"back to that\n$")


if __name__ == "__main__":
    cli.main()
