#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Folders of sweeps in which something is amiss: a plan that was changed, gaps, damaged and foreign
shards, attempts that differ.
"""

import contextlib
import os
import re
import shutil
import sqlite3

import cli
import sweeps


class BadFolder(sweeps.Sweep):
    def test_the_plan_was_changed_after_runs_started(self):
        self.plan()
        self.succeeds("sweep", "run", "sweep", "--slice", "0/10")
        self.write("study.toml", sweeps.study().replace("high = 1.4", "high = 1.5"))
        self.refuses("sweep: has a plan already, and this one is another: factor settlement.size "
                     'was key = "settlement.size" low = 0.2 high = 1.4, is key = "settlement.size" '
                     "low = 0.2 high = 1.5; name another folder with -o",
                     "sweep", "plan", "study.toml", "-o", "sweep")
        with open(self.path("sweep/study.toml"), encoding="utf-8") as file:
            text = file.read()
        self.write("sweep/study.toml", text.replace("high = 1.4", "high = 1.5"))
        for words in (["run", "sweep"], ["status", "sweep"], ["collect", "sweep"]):
            self.refuses("sweep/study.toml: was changed after the plan was made: factor "
                         'settlement.size was key = "settlement.size" low = 0.2 high = 1.4, is key '
                         '= "settlement.size" low = 0.2 high = 1.5; put it back; another study '
                         "needs another folder (a longer one: mgz sweep extend)", "sweep", *words)

    def test_more_memory_than_there_is(self):
        """By what one run took when it was planned, here as if on a larger machine."""
        self.plan()
        with open(self.path("sweep/plan.json"), encoding="utf-8") as file:
            plan = file.read()
        terabyte = plan
        for what, much in [("megabytes", 1e7), ("megabytes_per_thread", 1e6)]:
            terabyte = re.sub(rf'"{what}": [0-9.e+]+', f'"{what}": {much}', terabyte)
        machine = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9
        self.write("sweep/plan.json", terabyte)
        for threads, runs, much, mend in [
                ("1", "1 run", 10486, "run the sweep where there is more"),
                ("3", "3 runs", 12583, "give fewer --threads"),
                ("4096", "40 runs", 51380, "give fewer --threads")]:
            self.refuses(f"memory: {runs} at a time take about {much} GB, and this machine has about "
                         f"{machine:.0f} GB; {mend}",
                         "sweep", "run", "sweep", "--threads", threads)
        self.assertFalse(os.path.exists(self.path("sweep/shards")))

    def test_gaps_are_refused_unless_told(self):
        self.plan()
        self.succeeds("sweep", "run", "sweep", "--slice", "0/4")
        self.refuses("sweep: 30 of 40 runs are missing; finish them with mgz sweep run sweep, or "
                     "add --allow-missing", "sweep", "collect", "sweep")
        self.assertIn("10 runs done, 0 failed, 30 missing.",
                      self.succeeds("sweep", "collect", "sweep", "--allow-missing"))

    def test_damaged_and_foreign_shards(self):
        """Each is named, the rest is kept, and what was lost is run again."""
        self.plan()
        for i in range(4):
            self.succeeds("sweep", "run", "sweep", "--slice", f"{i}/4")
        self.collected()
        whole = cli.files_below(self.path("sweep"))["results.csv"]
        first, second, third, _ = (self.path(f"sweep/shards/{name}") for name in self.shards())
        os.truncate(first, os.path.getsize(first) // 2)
        with open(second, "wb") as file:
            file.write(b"no database")
        self.plan("other", sweeps.study(design='method = "saltelli"\nn = 8\nseed = 2'))
        self.succeeds("sweep", "run", "other", "--slice", "0/9")
        shutil.move(self.path("other/shards/" + self.shards("other")[0]), third)
        status = self.mgz("sweep", "status", "sweep")
        self.assertEqual(status.returncode, 0)
        self.assertRegex(status.stdout, r"\ndone +10\n")
        warnings = status.stderr.splitlines()
        self.assertEqual(len(warnings), 3, warnings)
        for path, warning in zip((first, second, third), warnings):
            self.assertIn(os.path.basename(path), warning)
        self.assertIn("another study", warnings[2])
        self.assertEqual(self.mgz("sweep", "run", "sweep").returncode, 0)
        self.assertEqual(self.mgz("sweep", "collect", "sweep").returncode, 0)
        self.assertEqual(cli.files_below(self.path("sweep"))["results.csv"], whole)

    def test_a_figure_that_was_changed(self):
        """Nobody alters a finished run unnoticed: the shard is named, and not used."""
        self.plan()
        self.succeeds("sweep", "run", "sweep")
        shard = self.path(f"sweep/shards/{self.shards()[0]}")
        with contextlib.closing(sqlite3.connect(shard)) as database, database:
            database.execute("update run set fingerprint = fingerprint + 1 where point = 3")
        status = self.mgz("sweep", "status", "sweep")
        self.assertRegex(status.stdout, r"\ndone +0\n")
        self.assertIn(os.path.basename(shard), status.stderr)

    def test_no_folder_of_a_sweep(self):
        self.refuses("nowhere: there is no such folder; make it with mgz sweep plan STUDY -o "
                     "nowhere", "sweep", "run", "nowhere")
        os.mkdir(self.path("empty"))
        self.refuses("empty: is not the folder of a sweep: it has no plan.json; give a folder that "
                     "mgz sweep plan made", "sweep", "status", "empty")

    def test_bad_words(self):
        self.plan()
        for slice_text in ("4/4", "1", "a/b", "-1/4", "0/0", "1/4x"):
            self.refuses(f"--slice: '{slice_text}' is no slice; give i/n with i from 0 to n - 1, "
                         "for example 0/4", "sweep", "run", "sweep", f"--slice={slice_text}")
        self.refuses("--n: 8 is not more than the 8 that are planned; give 16 or more",
                     "sweep", "extend", "sweep", "--n", "8")
        self.refuses("--n: N is 12; give a power of two, for example 16",
                     "sweep", "extend", "sweep", "--n", "12")
        self.plan("hypercube", sweeps.study(design='method = "latin_hypercube"\nn = 8'))
        self.refuses("--n: a Latin hypercube cannot be extended: its strata are others; use random "
                     "or saltelli for a study that may grow",
                     "sweep", "extend", "hypercube", "--n", "16")


if __name__ == "__main__":
    cli.main()
