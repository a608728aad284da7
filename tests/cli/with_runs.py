# SPDX-License-Identifier: EUPL-1.2
"""Finished runs for tests of what is done with them."""

import hashlib
import json
import os
import shutil
import unittest

import cli

OWN = os.path.join(cli.ROOT, "tests/data/own")


def read_json(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


MADE = os.path.realpath(cli.tempfile.mkdtemp(prefix="mgz-cli-"))


def make_runs():
    """Call it from setUpModule()."""
    unittest.addModuleCleanup(shutil.rmtree, MADE)
    shutil.copytree(OWN, os.path.join(MADE, "own"))
    with open(os.path.join(MADE, "own/less.toml"), "w", encoding="utf-8") as file:
        file.write('inherits = "scenario"\ntitle = "Fewer"\n[training]\nso.places = 1\n')
    years = ["--to", "2006", "--set", "output.years=[2003, 2006]", "--set", "output.map_year=2006",
             "--replicates", "2", "--seed", "5"]
    for words in [["run", "own/scenario.toml", "-o", "run", *years],
                  ["compare", "own/scenario.toml", "own/less.toml", "-o", "plans", *years],
                  ["run", "baseline", "-o", "plain", *cli.QUICK]]:
        done = cli.mgz(*words, cwd=MADE)
        if (done.returncode, done.stderr) != (0, ""):
            raise AssertionError(done.stderr)


class WithRuns(cli.Case):
    """Each test has copies of a run on data of one's own, of a comparison, and of a run on what comes
    with the program."""

    def setUp(self):
        super().setUp()
        for name in ["own", "run", "plans", "plain"]:
            shutil.copytree(os.path.join(MADE, name), self.path(name))

    def without_paths(self, folder):
        """Forgets where the inputs were."""
        os.remove(self.path(f"{folder}/run.json"))

    def change(self, change, folder="run"):
        """Rewrites the manifest."""
        path = self.path(f"{folder}/manifest.json")
        manifest = read_json(path)
        change(manifest)
        with open(path, "w", encoding="utf-8") as file:
            json.dump(manifest, file)

    def differs(self, *words):
        """Ends with 1 and says what differs on stdout."""
        done = self.mgz("reproduce", *words)
        self.assertEqual((done.returncode, done.stderr), (1, ""))
        return done.stdout
