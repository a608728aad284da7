#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""mgz sweep from outside: however the runs of a study are cut, killed, resumed or repeated, the
collected table has the same bytes; and what is wrong is said in one sentence.
"""

import os
import random
import shutil
import signal
import subprocess
import time

import cli

STUDY = """title = "What decides the shortage"
scenario = "baseline"
{top}
[set]
to = {to}
[design]
{design}
[runs]
replicates = {replicates}
[keep]
indicators = ["shortage", "far_gap", "gini"]
levels = ["country", "region"]
{factors}{more}"""
FACTORS = """
[[factor]]
key = "settlement.size"
low = 0.2
high = 1.4
[[factor]]
key = "settlement.rounds"
low = 2
high = 5
[[factor]]
name = "incentive"
[[factor.interventions]]
initiative = "location_incentive"
where = ["ZK22"]
from = 2003
"""


def study(design='method = "saltelli"\nn = 8', factors=FACTORS, to=2003, replicates=1, top="",
          more=""):
    text = STUDY.format(design=design, factors=factors, to=to, replicates=replicates, top=top,
                        more=more)
    return text.replace('scenario = "baseline"\n', "") if "policies" in top else text


class Sweep(cli.Case):
    def plan(self, folder="sweep", text=None):
        self.write("study.toml", text or study())
        return self.succeeds("sweep", "plan", "study.toml", "-o", folder)

    def collected(self, folder="sweep"):
        self.succeeds("sweep", "collect", folder)
        return {name: content for name, content in cli.files_below(self.path(folder)).items()
                if name.startswith("results.")}

    def shards(self, folder="sweep"):
        return sorted(os.listdir(self.path(f"{folder}/shards")))

    def count(self, what):
        """A figure that the status tells."""
        for line in self.succeeds("sweep", "status", "sweep").splitlines():
            if line.startswith(what + " "):
                return int(line.split()[1])
        raise AssertionError(f"the status does not tell what is {what}")


class SameBytes(Sweep):
    def test_cuts(self):
        """One thread, two threads, seven slices in another order, a slice done twice."""
        self.plan(text=study(replicates=2))
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
        self.plan(text=study(design='method = "latin_hypercube"\nn = 150', to=2004))
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
        self.plan(text=study(design='method = "latin_hypercube"\nn = 400', to=2004))
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
        self.plan("long", study(design='method = "saltelli"\nn = 16'))
        self.succeeds("sweep", "run", "long")
        self.assertEqual(self.collected(), self.collected("long"))

    def test_two_workers_at_once(self):
        self.plan(text=study(design='method = "random"\nn = 40'))
        workers = [subprocess.Popen([cli.PROGRAM, "sweep", "run", "sweep", "--slice", "0/1"],
                                    cwd=self.folder, stdout=subprocess.DEVNULL) for _ in range(2)]
        self.assertEqual([worker.wait(timeout=120) for worker in workers], [0, 0])
        both = self.collected()
        shutil.rmtree(self.path("sweep/shards"))
        self.succeeds("sweep", "run", "sweep", "--threads", "1")
        self.assertEqual(self.collected(), both)

    def test_a_run_is_what_mgz_run_would_do(self):
        """The same figures as a plain run with the values of the row."""
        self.plan(text=study(design='method = "random"\nn = 2', replicates=2))
        self.succeeds("sweep", "run", "sweep")
        self.collected()
        row = cli.table(self.path("sweep/plan.csv"))[2]
        self.assertEqual((row["point"], row["replicate"], row["incentive"]), ("1", "0", "off"))
        self.succeeds("run", "baseline", "-o", "plain", *cli.QUICK, "--to", "2003", "--set",
                      "output.years=[2003]", "--set", "output.map_year=2003", "--set",
                      f"settlement.size={row['settlement.size']}", "--set",
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


class Designs(Sweep):
    """Every design, and every kind of factor."""

    def rows(self, folder="sweep"):
        return cli.table(self.path(f"{folder}/plan.csv"))

    def test_morris_with_groups(self):
        factors = FACTORS.replace('high = 1.4\n', 'high = 1.4\ngroup = "settling"\n').replace(
            'high = 5\n', 'high = 5\ngroup = "settling"\n')
        self.plan(text=study(design='method = "morris"\nn = 3\nlevels = 4', factors=factors))
        rows = self.rows()
        self.assertEqual(len(rows), 3 * 3)
        self.assertEqual({row["moved"] for row in rows}, {"", "settling", "incentive"})

    def test_saltelli_with_groups(self):
        factors = FACTORS.replace('high = 1.4\n', 'high = 1.4\ngroup = "settling"\n').replace(
            'high = 5\n', 'high = 5\ngroup = "settling"\n')
        self.plan(text=study(factors=factors))
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
        text = study(design='method = "full_factorial"', factors=factors)
        self.plan(text=text.replace('scenario = "baseline"\n', ""))
        rows = self.rows()
        self.assertEqual([(r["training.root"], r["settlement.size"], r["policy"]) for r in rows],
                         [(root, size, policy) for root in ('"practice"', '"home"')
                          for size in ("0.5", "0.75", "1.0")
                          for policy in ("baseline", "task_shifting")])
        self.succeeds("sweep", "run", "sweep")

    def test_one_at_a_time_begins_at_the_scenario(self):
        self.plan(text=study(design='method = "one_at_a_time"\nlevels = 3'))
        rows = self.rows()
        self.assertEqual(len(rows), 1 + 3 * 3)
        self.assertEqual((rows[0]["settlement.size"], rows[0]["settlement.rounds"],
                          rows[0]["incentive"]), ("0.7566", "4", "off"))
        self.assertEqual([r["settlement.size"] for r in rows[1:4]], ["0.2", "0.8", "1.4"])
        self.assertTrue(all(r["settlement.size"] == "0.7566" for r in rows[4:]))

    def test_list(self):
        self.write("points.csv", "incentive,settlement.size,settlement.rounds\n"
                                 "on,0.5,3\noff,1.25,4\n")
        self.plan(text=study(design='method = "list"\nfile = "points.csv"'))
        self.assertEqual([(r["settlement.size"], r["settlement.rounds"], r["incentive"])
                          for r in self.rows()], [("0.5", "3", "on"), ("1.25", "4", "off")])
        self.succeeds("sweep", "run", "sweep")

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
        self.plan(text=study(design='method = "latin_hypercube"\nn = 200', factors=factors))
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
        self.plan(text=study(design='method = "random"\nn = 3', replicates=2,
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


class Failures(Sweep):
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
        self.plan(text=study(design='method = "full_factorial"', factors=self.FAILING))

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


class BadStudy(Sweep):
    """Every mistake in a study file is one sentence with its line; nothing is made."""

    def refused(self, sentence, old, new, text=None):
        text = (text or study())
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
        self.write("study.toml", study().replace("ZK22", "ZK99"))
        done = self.mgz("sweep", "plan", "study.toml", "-o", "sweep")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn('ZK99', done.stderr)
        self.assertFalse(os.path.exists(self.path("sweep")))

    def test_years_outside_the_run(self):
        self.refused("study.toml, line 14: keeps 2040; baseline runs from 2003 to 2003",
                     'levels = ["country", "region"]\n',
                     'levels = ["country", "region"]\nyears = [2040]\n')


class BadFolder(Sweep):
    def test_the_plan_was_changed_after_runs_started(self):
        self.plan()
        self.succeeds("sweep", "run", "sweep", "--slice", "0/10")
        self.write("study.toml", study().replace("high = 1.4", "high = 1.5"))
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
        self.plan("other", study(design='method = "saltelli"\nn = 8\nseed = 2'))
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

    def test_two_attempts_that_differ(self):
        """Never happens with an honest store; if it does, nobody chooses silently."""
        cli.need("sqlite3")
        self.plan()
        self.succeeds("sweep", "run", "sweep")
        name = self.shards()[0]
        other = self.path("sweep/shards/other.sqlite")
        shutil.copy(self.path(f"sweep/shards/{name}"), other)
        tables = cli.run(other, ".schema", program="sqlite3").stdout
        self.assertIn("run", tables)
        done = cli.run(other, "update runs set fingerprint = fingerprint + 1 where point = 3",
                       program="sqlite3")
        self.assertEqual(done.stderr, "")
        done = self.mgz("sweep", "collect", "sweep")
        self.assertEqual(done.returncode, 1)
        self.assertIn("other.sqlite", done.stderr)
        self.assertIn(name, done.stderr)

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
        self.plan("hypercube", study(design='method = "latin_hypercube"\nn = 8'))
        self.refuses("--n: a Latin hypercube cannot be extended: its strata are others; use random "
                     "or saltelli for a study that may grow",
                     "sweep", "extend", "hypercube", "--n", "16")


class FullDisk(Sweep):
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
        self.plan(text=study(design='method = "random"\nn = 150'))
        os.mkdir(self.path("disk"))
        used = sum(map(len, cli.files_below(self.path("sweep")).values())) // 1024
        done = cli.run("--mount", "--map-root-user", "sh", "-c", self.INSIDE, "sh", self.folder,
                       cli.PROGRAM, 1024 - used - 110, program="unshare")
        if "status" not in done.stdout:
            self.skipTest(f"no disk of our own can be mounted here: {done.stderr.strip()}")
        lines = done.stdout.splitlines()
        self.assertEqual((lines[0], lines[2]), ("status 1", "status 0"), done)
        self.assertRegex(done.stderr, r"\Amgz: sweep/shards/\S+: .*(full|space).*\n\Z")
        kept = int(lines[1].split()[-1])
        self.assertGreater(kept, 0)
        self.assertLess(kept, 150)
        self.succeeds("sweep", "run", "sweep")
        whole = self.collected()
        shutil.rmtree(self.path("sweep/shards"))
        shutil.move(self.path("back/shards"), self.path("sweep/shards"))
        self.assertEqual(self.collected(), whole)


if __name__ == "__main__":
    cli.main()
