# SPDX-License-Identifier: EUPL-1.2
"""A Slurm of two nodes on this machine, for tests: tools/slurm/local_cluster.sh and what tests ask
of it.
"""

import os
import re
import shutil
import signal
import subprocess
import time
import unittest

import cli

SCRIPT = os.path.join(cli.ROOT, "tools/slurm/local_cluster.sh")
PATH = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])


def need_slurm():
    for tool in ("slurmctld", "slurmd", "munged", "sbatch"):
        if shutil.which(tool, path=PATH) is None:
            raise unittest.SkipTest(f"{tool} is not installed")


def script(*words, **more):
    """The script, without what tells of another Slurm."""
    env = {name: value for name, value in os.environ.items()
           if not name.startswith(("SLURM", "SBATCH"))}
    return cli.run(*words, program=SCRIPT, env={**env, **more.pop("env", {})}, **more)


def processes_of(base):
    """Those that know of a cluster: by their arguments or their environment."""
    found = {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/cmdline", "rb") as words, \
                    open(f"/proc/{pid}/environ", "rb") as names:
                if base.encode() in words.read() + names.read():
                    found[int(pid)] = True
        except OSError:
            pass  # it ended, or is another user's
    return found


class Cluster:
    """Started in a folder; stop() at the end of the test."""

    def __init__(self, folder, *options):
        self.folder = folder
        done = script("start", folder, *options)
        if done.returncode != 0:
            script("stop", folder)
            raise AssertionError(f"no cluster: {done.stderr}")
        self.configuration = done.stdout.strip().removeprefix("export SLURM_CONF=")
        self.base = os.path.dirname(self.configuration)
        self.env = {"SLURM_CONF": self.configuration}

    def stop(self):
        return self.script("stop")

    def script(self, command, *words):
        done = script(command, self.folder, *words)
        if done.returncode != 0:
            raise AssertionError(f"{command} {words}: {done.stderr}")
        return done.stdout

    def cut_off(self, node):
        """Slurm loses sight of a node, whose jobs live on."""
        with open(os.path.join(self.folder, "daemons"), encoding="utf-8") as file:
            pid = re.search(rf"(?m)^{node} (\d+)", file.read())[1]
        os.kill(int(pid), signal.SIGKILL)
        self.ask("scontrol", "update", f"nodename={node}", "state=down", "reason=silent")

    def ask(self, *words):
        """A command of Slurm; what it prints."""
        done = subprocess.run(list(map(str, words)), capture_output=True, text=True, timeout=60,
                              check=False, env={**os.environ, **self.env})
        if done.returncode != 0:
            raise AssertionError(f"{words}: {done.stderr}")
        return done.stdout.strip()

    def queue(self):
        """[(job or task, state, node or reason)] of all that wait or run."""
        lines = self.ask("squeue", "-h", "-r", "-o", "%i|%T|%R").splitlines()
        return [tuple(line.split("|")) for line in lines]

    def running_on(self, node):
        return [job for job, state, where in self.queue() if state == "RUNNING" and where == node]

    def hurry(self):
        """Requeued tasks wait two minutes; not here."""
        for job, state, reason in self.queue():
            if state == "PENDING" and reason == "(BeginTime)":
                self.ask("scontrol", "update", f"jobid={job}", "StartTime=now")

    def wait(self, until, what, seconds=120):
        """Waits for a condition, hurrying what was requeued."""
        end = time.monotonic() + seconds
        while not until():
            if time.monotonic() > end:
                raise AssertionError(f"{what} did not happen in {seconds} s: {self.queue()}")
            self.hurry()
            time.sleep(0.2)
