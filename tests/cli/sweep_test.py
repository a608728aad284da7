#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""mgz sweep from outside: however the runs of a study are cut, killed, resumed or repeated, the
collected table has the same bytes; a run that fails costs no other.
"""

import os
import random
import shutil
import signal
import subprocess
import time

import cli
import sweeps


class SameBytes(sweeps.Sweep):
    def test_cuts(self):
        """One thread, two threads, seven slices in another order, a slice done twice."""
        self.plan(text=sweeps.study(replicates=2))
        shutil.copytree(self.path("sweep"), self.path("two"))
        shutil.copytree(self.path("sweep"), self.path("seven"))
        self.succeeds("sweep", "run", "sweep", "--threads", "1")
        once = self.collected()
        self.assertEqual(sorted(once), ["results.csv", "results.dictionary.csv",
                                        "results.manifest.json"])
        self.assertEqual(len(cli.table(self.path("sweep/results.csv"))), 8 * 5 * 2 * (4 + 4 * 31 + 7))
        self.succeeds("sweep", "run", "two", "--threads", "2")
        self.assertEqual(self.collected("two"), once)
        for i in [5, 0, 3, 6, 1, 2, 4]:
            self.succeeds("sweep", "run", "seven", "--slice", f"{i}/7")
        self.assertEqual(len(self.shards("seven")), 7)
        self.assertEqual(self.collected("seven"), once)
        # Shards of another folder are attempts at the same runs: they collapse.
        for name in self.shards("two"):
            shutil.copy(self.path(f"two/shards/{name}"), self.path(f"seven/shards/other-{name}"))
        self.assertEqual(self.collected("seven"), once)

    def test_killed(self):
        """kill -9 at a random moment and the same command again, ten times; then to the end."""
        self.plan(text=sweeps.study(design='method = "latin_hypercube"\nn = 150', to=2004))
        shutil.copytree(self.path("sweep"), self.path("whole"))
        moment = random.Random(20261122)
        for _ in range(10):
            worker = subprocess.Popen([cli.PROGRAM, "sweep", "run", "sweep", "--threads", "2"],
                                      cwd=self.folder, stdout=subprocess.DEVNULL)
            time.sleep(moment.uniform(0.3, 1.5))
            worker.send_signal(signal.SIGKILL)
            worker.wait()
        self.succeeds("sweep", "run", "sweep")
        self.succeeds("sweep", "run", "whole")
        self.assertGreater(len(self.shards()), 3)  # so that it was killed at work
        self.assertEqual(self.collected(), self.collected("whole"))
        self.assertEqual(self.count("missing"), 0)

    def test_terminated(self):
        """SIGTERM, as from Slurm: runs under way are kept and the program says so."""
        self.plan(text=sweeps.study(design='method = "latin_hypercube"\nn = 400', to=2004))
        worker = subprocess.Popen([cli.PROGRAM, "sweep", "run", "sweep"], cwd=self.folder,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        while not os.path.isdir(self.path("sweep/shards")):
            time.sleep(0.02)
        time.sleep(0.5)
        worker.send_signal(signal.SIGTERM)
        out, err = worker.communicate(timeout=60)
        self.assertEqual(worker.returncode, 1)
        self.assertIn("ended by a signal; what was finished is kept", err)
        done = int(out.split(" done now")[0].split()[-1])
        self.assertEqual(self.count("done"), done)

    def test_extended(self):
        """A doubled study keeps its runs and equals one that was planned so long."""
        self.plan()
        self.succeeds("sweep", "run", "sweep")
        said = self.succeeds("sweep", "extend", "sweep", "--n", "16")
        self.assertIn("sweep now has 80 runs, before 40; 40 of them are still to be run.", said)
        self.assertIn("40 of 80 runs done before; 40 done now",
                      self.succeeds("sweep", "run", "sweep"))
        self.plan("long", sweeps.study(design='method = "saltelli"\nn = 16'))
        self.succeeds("sweep", "run", "long")
        self.assertEqual(self.collected(), self.collected("long"))

    def test_two_workers_at_once(self):
        self.plan(text=sweeps.study(design='method = "random"\nn = 40'))
        workers = [subprocess.Popen([cli.PROGRAM, "sweep", "run", "sweep", "--slice", "0/1"],
                                    cwd=self.folder, stdout=subprocess.DEVNULL) for _ in range(2)]
        self.assertEqual([worker.wait(timeout=120) for worker in workers], [0, 0])
        both = self.collected()
        shutil.rmtree(self.path("sweep/shards"))
        self.succeeds("sweep", "run", "sweep", "--threads", "1")
        self.assertEqual(self.collected(), both)

    def test_a_run_is_what_mgz_run_would_do(self):
        """The same figures as a plain run with the values of the row."""
        self.plan(text=sweeps.study(design='method = "random"\nn = 2', replicates=2))
        self.succeeds("sweep", "run", "sweep")
        self.collected()
        row = cli.table(self.path("sweep/plan.csv"))[2]
        self.assertEqual((row["point"], row["replicate"], row["incentive"]), ("1", "0", "off"))
        self.succeeds("run", "baseline", "-o", "plain", "--replicates", "1", "--to", "2003", "--set",
                      "output.cell_m=2000", "--set", f"settlement.size={row['settlement.size']}", "--set",
                      f"settlement.rounds={row['settlement.rounds']}")

        def shortage(rows, **wanted):
            return {r["code"]: float(r.get("value", r.get("mean"))) for r in rows
                    if all(r[key] == value for key, value in wanted.items())}
        swept = shortage(cli.table(self.path("sweep/results.csv")), run="2", level="region",
                         profession="so", indicator="shortage")
        plain = shortage(cli.table(self.path("plain/regions.csv")), year="2003", profession="so",
                         indicator="shortage")
        self.assertEqual(len(swept), 31)
        for code, value in swept.items():
            self.assertAlmostEqual(value, plain[code], places=8, msg=code)


class Failures(sweeps.Sweep):
    """A run that fails tells why, and stands there as a scenario."""

    FAILING = """
[[factor]]
key = "inputs.employers"
values = ["", "no-such-file.csv"]
[[factor]]
key = "settlement.size"
low = 0.5
high = 1.0
levels = 3
"""

    def setUp(self):
        super().setUp()
        self.plan(text=sweeps.study(design='method = "full_factorial"', factors=self.FAILING))

    def test_stop(self):
        done = self.mgz("sweep", "run", "sweep", "--threads", "1")
        self.assertEqual((done.returncode, done.stderr), (1, ""))
        self.assertIn("0 of 6 runs done before; 3 done now, 1 failed", done.stdout)

    def test_keep_going(self):
        done = self.mgz("sweep", "run", "sweep", "--keep-going")
        self.assertEqual((done.returncode, done.stderr), (1, ""))
        self.assertIn("3 done now, 3 failed", done.stdout)
        self.assertIn("no-such-file.csv: no such file; check the path", done.stdout)
        status = self.succeeds("sweep", "status", "sweep")
        self.assertEqual((self.count("failed"), self.count("missing")), (3, 0))
        self.assertIn("First failure, run 3: ", status)
        self.assertIn("3 runs done, 3 failed, 0 missing.",
                      self.succeeds("sweep", "collect", "sweep"))
        failed = cli.table(self.path("sweep/results.failed.csv"))
        self.assertEqual([row["run"] for row in failed], ["3", "4", "5"])
        scenario = self.path("sweep/failed/run-000003.toml")
        again = self.mgz("run", scenario, "-o", "again")
        self.assertEqual(again.returncode, 2)
        self.assertIn("no-such-file.csv: no such file; check the path", again.stderr)

    def test_failed_runs_are_tried_again_when_asked(self):
        self.mgz("sweep", "run", "sweep", "--keep-going")
        self.assertIn("Nothing is left to run", self.succeeds("sweep", "run", "sweep"))
        done = self.mgz("sweep", "run", "sweep", "--keep-going", "--again")
        self.assertIn("0 done now, 3 failed", done.stdout)


class FullDisk(sweeps.Sweep):
    """The disk fills up in the midst of a sweep: a sentence, what is finished stays, and with room
    again the same command goes on."""

    INSIDE = """
folder=$1; program=$2; shift 2
mount -t tmpfs -o size=1m tmpfs "$folder/disk" || exit 99
cp -r "$folder/sweep" "$folder/disk/" && cd "$folder/disk"
dd if=/dev/zero of=filler bs=1k count=$1 2>/dev/null
"$program" sweep run sweep --threads 2 >out.txt; echo "status $?"
rm filler; "$program" sweep status sweep | head -2 | tail -1
"$program" sweep run sweep >/dev/null; echo "status $?"
"$program" sweep collect sweep -o /dev/null >/dev/null 2>&1
mkdir "$folder/back"; cp -r sweep/shards "$folder/back/"
"""

    def test_it(self):
        cli.need("unshare")
        self.plan(text=sweeps.study(design='method = "random"\nn = 300'))
        os.mkdir(self.path("disk"))
        used = sum(map(len, cli.files_below(self.path("sweep")).values())) // 1024
        done = cli.run("--mount", "--map-root-user", "sh", "-c", self.INSIDE, "sh", self.folder,
                       cli.PROGRAM, 1024 - used - 260, program="unshare")
        if "status" not in done.stdout:
            self.skipTest(f"no disk of our own can be mounted here: {done.stderr.strip()}")
        lines = done.stdout.splitlines()
        self.assertEqual((lines[0], lines[2]), ("status 1", "status 0"), done)
        self.assertRegex(done.stderr, r"\Amgz: sweep/shards/\S+: .*(full|space).*\n\Z")
        kept = int(lines[1].split()[-1])
        self.assertGreater(kept, 0)
        self.assertLess(kept, 300)
        self.succeeds("sweep", "run", "sweep")
        whole = self.collected()
        shutil.rmtree(self.path("sweep/shards"))
        shutil.move(self.path("back/shards"), self.path("sweep/shards"))
        self.assertEqual(self.collected(), whole)


if __name__ == "__main__":
    cli.main()
