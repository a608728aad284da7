#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""tools/slurm/local_cluster.sh: a cluster that is one, and that leaves nothing behind."""

import os
import re
import shutil
import subprocess

import cli
import slurm_cluster

# Says which task it is, how often it was started and where, then works until a file is there.
JOB = """#!/bin/sh
#SBATCH --requeue
#SBATCH --open-mode=append
echo "$SLURM_ARRAY_TASK_ID restart ${SLURM_RESTART_COUNT:-0} $SLURMD_NODENAME" >>"$1"
until [ -e "$2" ]; do sleep 0.1; done
echo "$SLURM_ARRAY_TASK_ID done" >>"$1"
"""


class Script(cli.Case):

    def setUp(self):
        super().setUp()
        slurm_cluster.need_slurm()

    def start(self, name, *options):
        cluster = slurm_cluster.Cluster(self.path(name), *options)
        self.addCleanup(cluster.stop)
        return cluster

    def gone(self, base):
        self.assertEqual(slurm_cluster.processes_of(base), {})
        self.assertFalse(os.path.exists(base))

    def test_once_or_twice(self):
        """A second start or stop changes nothing; a stop leaves nothing; others stay."""
        one, other = self.start("the one"), self.start("other")
        daemons = cli.files_below(one.folder)["daemons"]
        again = slurm_cluster.script("start", one.folder)
        self.assertEqual((again.returncode, again.stderr), (0, ""))
        self.assertEqual(again.stdout, f"export SLURM_CONF={one.configuration}\n")
        self.assertEqual(one.script("env"), again.stdout)
        self.assertEqual(cli.files_below(one.folder)["daemons"], daemons)
        self.assertNotEqual(one.base, other.base)
        for _ in range(2):
            self.assertEqual(one.stop(), "")
            self.gone(one.base)
        self.assertEqual(slurm_cluster.script("status", one.folder).returncode, 1)
        self.assertEqual(len(re.findall(r"\bidle\b", other.script("status"))), 2)
        # DIR keeps the logs, to read why something failed.
        self.assertIn("slurmctld.log", os.listdir(one.folder))

    def test_node_lost_and_back(self):
        """Work of a lost node is done again elsewhere; a stop ends jobs that run."""
        cluster = self.start("c", "--memory", "900")
        self.assertEqual(cluster.ask("sinfo", "-h", "-o", "%D %c %m"), "2 1 900")
        job, log, done = self.write("job.sh", JOB), self.path("said"), self.path("done")
        cluster.ask("sbatch", "--array=0-3", "--output=" + self.path("%a.log"), job, log, done)
        cluster.wait(lambda: cluster.running_on("n2"), "a task on n2")
        lost = cluster.running_on("n2")[0].split("_")[1]
        cluster.script("lose", "n2")
        self.assertEqual(cluster.ask("sinfo", "-h", "-n", "n2", "-o", "%T %E"), "down lost")
        self.assertEqual([job for job, _, where in cluster.queue() if where == "n2"], [])
        cluster.script("lose", "n2")  # lost already
        cluster.script("recover", "n2")
        cluster.script("recover", "n2")
        self.write("done", "")
        cluster.wait(lambda: not cluster.queue(), "the end of all tasks")
        with open(log, encoding="utf-8") as file:
            said = file.read().splitlines()
        self.assertEqual(sorted(line for line in said if "done" in line),
                         [f"{task} done" for task in range(4)])
        restarted = [line for line in said if "restart 1" in line]
        self.assertEqual([line.split()[0] for line in restarted], [lost], said)
        cluster.ask("sbatch", "--array=0-3", "--output=" + self.path("%a.log"), job, log,
                    self.path("never"))
        cluster.wait(lambda: cluster.running_on("n1") and cluster.running_on("n2"), "two tasks")
        cluster.stop()
        self.gone(cluster.base)

    def test_only_what_it_started(self):
        """A pid that another process has by now is not taken for a daemon."""
        cluster = self.start("c")
        with subprocess.Popen(["sleep", "600"]) as other:
            self.addCleanup(other.kill)
            daemons = os.path.join(cluster.folder, "daemons")
            with open(daemons, encoding="utf-8") as file:
                text = file.read()
            pid = re.search(r"(?m)^n2 (\d+)", text)[1]
            os.kill(int(pid), 9)
            with open(daemons, "w", encoding="utf-8") as file:
                file.write(text.replace(f"n2 {pid} ", f"n2 {other.pid} "))
            self.assertIn("n2         does not run", cluster.script("status"))
            cluster.stop()
            self.assertIsNone(other.poll())
            other.kill()
        self.gone(cluster.base)

    def test_ordinary_user(self):
        """Everything works without root, for that user's own jobs."""
        if os.geteuid() != 0 or shutil.which("setpriv") is None:
            self.skipTest("becoming an ordinary user needs root and setpriv")
        place = self.path("home")
        os.mkdir(place, 0o700)
        os.chmod(self.folder, 0o711)
        # Where the source tree lies, others may not look.
        copy = os.path.join(shutil.copytree(os.path.dirname(slurm_cluster.SCRIPT),
                                            self.path("slurm")), "local_cluster.sh")
        os.chown(place, 65534, 65534)
        script = (f'trap \'"{copy}" stop c\' EXIT; cd "{place}" && eval "$("{copy}" start c)" && '
                  'sbatch --wait --output=said --wrap "id -u" >/dev/null && cat said')
        done = cli.run("--reuid=65534", "--regid=65534", "--clear-groups", "bash", "-c", script,
                       program="setpriv", cwd=place, env={"PATH": "/usr/bin:/bin"})
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "65534\n", ""))

    def test_failed_start(self):
        """What started goes again, and the reason is told."""
        os.mkdir(self.path("bin"))
        self.write("bin/slurmd", "#!/bin/sh\n[ \"$1\" != -V ] || echo slurm 22.05.8\n"
                                 "echo it does not suit me >&2\nexit 1\n")
        os.chmod(self.path("bin/slurmd"), 0o755)
        done = slurm_cluster.script(
            "start", self.path("c"),
            env={"PATH": self.path("bin") + os.pathsep + slurm_cluster.PATH})
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("the cluster did not start (attempt 1)", done.stderr)
        self.assertIn("it does not suit me", done.stderr)
        with open(self.path("c/munged.log"), encoding="utf-8") as file:
            base = re.search(r'Created socket "(.*)/munge/socket"', file.read())[1]
        self.gone(base)
        self.assertNotIn("daemons", os.listdir(self.path("c")))

    def test_usage(self):
        os.mkdir(self.path("empty"))
        for words, sentence in [
                ([], "use it as: "), (["begin", "x"], "use it as: "), (["start"], "use it as: "),
                (["start", "x", "--memory", "much"], "use it as: "),
                (["stop", "nowhere"], "there is no folder nowhere, so no cluster was started"),
                (["env", "empty"], "no cluster runs in "),
                (["lose", "empty", "n2"], "no cluster runs in ")]:
            done = slurm_cluster.script(*words, cwd=self.folder)
            self.assertEqual((done.returncode, done.stdout), (2, ""), words)
            self.assertTrue(done.stderr.startswith("local_cluster.sh: " + sentence), done.stderr)
        cluster = self.start("c")
        done = slurm_cluster.script("lose", cluster.folder, "n3")
        self.assertEqual((done.returncode, done.stderr),
                         (2, "local_cluster.sh: there is no node 'n3'; the nodes are n1 n2\n"))

    def test_not_installed(self):
        if os.geteuid() != 0 or shutil.which("unshare") is None:
            self.skipTest("hiding the daemons needs root and unshare")
        hidden = cli.run("-m", "sh", "-c", 'mount -t tmpfs none /usr/sbin && "$0" start "$1"',
                         slurm_cluster.SCRIPT, self.path("c"), program="unshare",
                         env={**os.environ, "PATH": "/usr/bin:/bin"})
        if "mount:" in hidden.stderr:
            self.skipTest(f"mounting is not allowed here: {hidden.stderr}")
        self.assertEqual((hidden.returncode, hidden.stderr),
                         (2, "local_cluster.sh: munged is not installed; on Debian: apt install "
                             "slurm-wlm munge\n"))
        self.assertFalse(os.path.exists(self.path("c")))


if __name__ == "__main__":
    cli.main()
