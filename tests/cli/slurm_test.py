#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Sweeps as jobs of a real Slurm with two nodes on this machine: a node lost midway, work that is
missing handed out again, and the same bytes as without Slurm. Also what docs/cluster.md says.
"""

import os
import re
import shutil

import cli
import page
import slurm_cluster

STUDY = """title = "What decides the shortage"
[set]
to = 2012
[design]
method = "latin_hypercube"
n = 72
[keep]
years = [2005, 2012]
[[factor]]
key = "settlement.size"
low = 0.2
high = 1.4
[[factor]]
key = "settlement.home_weight"
low = 0.0
high = 0.3
"""


class Sweep(cli.Case):

    def plan(self, name="sweep", study=STUDY):
        self.write("study.toml", study)
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        self.succeeds("sweep", "plan", "study.toml", "-o", name)
        return self.path(name)

    def names(self, sweep, folder):
        """Of the files in a folder of a sweep; the first who needs the folder makes it."""
        path = os.path.join(sweep, folder)
        return sorted(os.listdir(path)) if os.path.exists(path) else []

    def done_in(self, sweep, pattern):
        """Runs finished by the attempts with such a name."""
        said = self.succeeds("sweep", "status", sweep, "--shards")
        rows = re.findall(r"(?m)^(slice-\S+) +\S+ +(\d+) ", said)
        return sum(int(done) for name, done in rows if re.search(pattern, name))

    def results(self, sweep):
        with open(os.path.join(sweep, "results.csv"), "rb") as file:
            return file.read()

    def tree(self, sweep):
        """All below but the shards, which readers may lock."""
        return sorted(cli.files_below(sweep))


class Refusals(Sweep):
    """What needs no cluster."""

    def test_arguments(self):
        sweep = self.plan()
        before = self.tree(sweep)
        self.refuses("sweep submit: does not say to what kind of cluster; add --slurm",
                     "sweep", "submit", "sweep")
        self.refuses("sweep submit: --partition is 'a b'; give a name as sinfo or sacctmgr show it",
                     "sweep", "submit", "sweep", "--slurm", "--partition", "a b")
        self.refuses("sweep submit: there is no sbatch on this machine; submit from a login node "
                     "of a cluster with Slurm, or try it with tools/slurm/local_cluster.sh",
                     "sweep", "submit", "sweep", "--slurm", env={"PATH": self.folder})
        self.assertEqual(self.tree(sweep), before)

    def test_dry_run(self):
        """Figures, scripts and commands; nothing is made, and no Slurm needed."""
        sweep = self.plan("it's 50% done")
        before = self.tree(sweep)
        said = self.succeeds("sweep", "submit", sweep, "--slurm", "--dry-run", "--tasks", "6",
                             "--cpus", "2", "--at-most", "3", "--minutes", "7",
                             "--partition", "thin", "--account", "me", env={"PATH": self.folder})
        for line in ["runs        72 missing of 72", "tasks       6, at most 3 at a time",
                     "cpus        2 per task", "time        0:07 hours asked per task",
                     "#SBATCH --array=0-5%3", "#SBATCH --time=7", "#SBATCH --partition=thin",
                     "#SBATCH --account=me", "#SBATCH --cpus-per-task=2",
                     "Nothing was submitted or written."]:
            self.assertIn(f"{line}\n", said)
        self.assertRegex(said, r"(?m)^core-hours +about 0\.\d\d; at most 1\.40, if every task")
        self.assertRegex(said, r"(?m)^store +about \d+\.\d MB more$")
        self.assertRegex(said, r"(?m)^sbatch --parsable '--output=.*/it'\\''s 50%% done/slurm/%A_%a")
        self.assertEqual(self.tree(sweep), before)

    def test_names_of_the_folder(self):
        """The jobs get the name that the user goes by."""
        sweep = self.plan("real/sweep")
        os.symlink("real", self.path("link"))
        for name, shown in [("link/sweep/", self.path("link/sweep")), ("./link/sweep/.",
                            self.path("link/sweep")), ("link/../real/sweep", sweep)]:
            said = self.succeeds("sweep", "submit", name, "--slurm", "--dry-run")
            self.assertIn(f"{shown}/slurm/array.sbatch {shown} ", said)


class OnTwoNodes(Sweep):

    def setUp(self):
        super().setUp()
        slurm_cluster.need_slurm()
        self.cluster = slurm_cluster.Cluster(self.path("cluster"))
        self.addCleanup(self.cluster.stop)

    def submit(self, sweep, *words):
        """The numbers of the two jobs."""
        said = self.succeeds("sweep", "submit", sweep, "--slurm", *words, env=self.cluster.env)
        jobs = re.search(r"Job (\d+) was submitted; job (\d+) collects", said)
        self.assertTrue(jobs, said)
        return jobs[1], jobs[2]

    def log(self, sweep, name):
        with open(os.path.join(sweep, "slurm", name), encoding="utf-8") as file:
            return file.read()

    def test_a_node_lost_midway(self):
        # 54 runs in each of four slices: seconds, in which the node is lost.
        study = STUDY.replace("n = 72", "n = 216")
        reference = self.plan("reference", study)
        self.succeeds("sweep", "run", "reference", "--threads", "1")
        self.succeeds("sweep", "collect", "reference")
        sweep = self.plan("it's 50% done", study)
        array, collect = self.submit(sweep, "--tasks", "4")

        # A second array would do the same again.
        done = self.mgz("sweep", "submit", sweep, "--slurm", env=self.cluster.env)
        self.assertEqual((done.returncode, done.stderr), (
            2, f"mgz: {sweep}: job {array} of this sweep still waits or runs; let it end, or end "
               f"it with: scancel {array}\n"))

        self.cluster.wait(lambda: self.done_in(sweep, r"\.n2\.") > 0, "a run on n2")
        lost = self.cluster.running_on("n2")[0]
        self.cluster.script("lose", "n2")
        self.assertLess(self.done_in(sweep, rf"job-{lost}\."), 216 // 4, "lost too late")
        self.cluster.wait(lambda: self.cluster.running_on("n1"), "work on the other node")
        self.cluster.script("recover", "n2")
        self.cluster.wait(lambda: not self.cluster.queue(), "the end of all jobs", 300)

        shards = self.names(sweep, "shards")
        restarted = [name for name in shards if "restart-1" in name]
        self.assertEqual(len(restarted), 1, shards)
        self.assertIn(f".job-{lost}.restart-1.", restarted[0])
        self.assertTrue(any(f".job-{lost}.restart-0.n2." in name for name in shards), shards)
        self.assertEqual(len({name.split(".")[0] for name in shards}), 4)
        self.assertIn(f"{collect}_collect.log", self.names(sweep, "slurm"))
        self.assertEqual(self.results(sweep), self.results(reference))

        said = self.succeeds("sweep", "submit", sweep, "--slurm", env=self.cluster.env)
        self.assertIn("Nothing is missing: each of the 216 runs is done", said)
        self.assertEqual(self.names(sweep, "shards"), shards)

        # Files gone, and only what was in them is done again.
        for name in shards:
            if name.startswith(("slice-001", "slice-003")):
                os.remove(os.path.join(sweep, "shards", name))
        os.remove(os.path.join(sweep, "results.csv"))
        said = self.succeeds("sweep", "submit", sweep, "--slurm", "--dry-run", "--tasks", "4",
                             env=self.cluster.env)
        self.assertIn("runs        108 missing of 216\n", said)
        self.assertIn("#SBATCH --array=1,3\n", said)
        array, _ = self.submit(sweep, "--tasks", "5")
        self.cluster.wait(lambda: not self.cluster.queue(), "the end of all jobs", 300)
        self.assertEqual(self.results(sweep), self.results(reference))

    def test_two_workers_on_one_slice(self):
        """A node that is only thought lost works on, while its task runs elsewhere too."""
        # So many that the first is not through before the second begins.
        study = STUDY.replace("n = 72", "n = 240")
        reference = self.plan("reference", study)
        self.succeeds("sweep", "run", "reference", "--threads", "1")
        self.succeeds("sweep", "collect", "reference")
        sweep = self.plan("sweep", study)
        self.submit(sweep, "--tasks", "1")
        self.cluster.wait(lambda: self.done_in(sweep, r"\.n1\.") > 0, "a run on n1")
        self.cluster.cut_off("n1")
        self.cluster.wait(lambda: self.done_in(sweep, r"\.restart-1\.n2\.") > 0, "a run on n2")
        self.cluster.wait(lambda: not self.cluster.queue(), "the end of all jobs")
        self.assertEqual(self.results(sweep), self.results(reference))
        # Both ran what neither knew the other to run.
        self.assertGreater(self.done_in(sweep, r"^slice"), self.done_in(reference, r"^slice"))

    def test_collect_refuses_gaps(self):
        """Tasks that are cancelled: the other job still runs, and says what is missing."""
        sweep = self.plan()
        array, collect = self.submit(sweep, "--tasks", "3")
        self.cluster.wait(lambda: self.cluster.running_on("n2"), "a task")
        self.cluster.ask("scancel", array)
        self.cluster.wait(lambda: not self.cluster.queue(), "the end of all jobs")
        self.assertNotIn("results.csv", os.listdir(sweep))
        self.assertRegex(self.log(sweep, f"{collect}_collect.log"), r"mgz: .*missing")

    def test_slurm_refuses(self):
        sweep = self.plan()
        done = self.mgz("sweep", "submit", sweep, "--slurm", "--partition", "nowhere",
                        env=self.cluster.env)
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"\Amgz: sbatch refuses: .*invalid partition.*\n\Z")
        self.assertNotIn("jobs.txt", self.names(sweep, "slurm"))


class Page(cli.Case):
    """The commands of docs/cluster.md, one after the other."""

    def test_commands(self):
        slurm_cluster.need_slurm()
        cluster = page.Page(self, "cluster.md")
        self.addCleanup(lambda: slurm_cluster.script("stop", self.path("trial")))
        told = cluster.run()
        self.assertIn("Nothing is missing", told)
        self.assertIn("n2       down", told)
        for name in set(re.findall(r"(?m)^\| `(\w+\.\w+)`", cluster.text)):
            self.assertIn(name, os.listdir(self.path("sweep")))
        shutil.rmtree(self.path("sweep"))


if __name__ == "__main__":
    cli.main()
