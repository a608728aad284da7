# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the command line share. They see the program from outside: its exit status, what
it prints, what it leaves behind. The environment names the program (MGZ_PROGRAM) and the source tree
(MGZ_ROOT).
"""

import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.environ["MGZ_PROGRAM"]
ROOT = os.environ["MGZ_ROOT"]
SHAPES = os.path.join(ROOT, "shapefiles")

# A run that takes a second: two years, one replicate, large cells.
YEARS = ["--to", "2004", "--set", "output.map_year=2004", "--set", "output.years=[2003, 2004]"]
QUICK = [*YEARS, "--replicates", "1", "--set", "output.cell_m=2000"]

SKIPPED = 77  # what ctest takes for skipped


def run(*words, cwd=None, program=PROGRAM, **more):
    """Runs a command and returns it with status, stdout and stderr as text."""
    return subprocess.run([program, *map(str, words)], cwd=cwd, capture_output=True, text=True,
                          timeout=300, check=False, **more)


def mgz(*words, cwd=None, **more):
    """The program, without what the user who tests may have set."""
    env = {name: value for name, value in os.environ.items()
           if not name.startswith(("MGZ_", "OMP_"))}
    return run(*words, cwd=cwd, env={**env, **more.pop("env", {})}, **more)


def need(tool):
    """Skips a test for lack of a tool."""
    if shutil.which(tool) is None:
        raise unittest.SkipTest(f"{tool} is not installed")


def ogr2ogr(*words):
    need("ogr2ogr")
    done = run(*words, program="ogr2ogr")
    if done.returncode != 0:
        raise AssertionError(f"ogr2ogr {words}: {done.stderr}")


def files_below(folder):
    """Relative path -> bytes, of every file below."""
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


def ring_json(code, ring):
    """One area as a feature of GeoJSON; ring as pairs of degrees."""
    return {"type": "Feature", "properties": {"code": code, "name": f"Area {code}"},
            "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}}


def geojson(features):
    return json.dumps({"type": "FeatureCollection", "features": features})


def json_of_squares(squares):
    """Areas between two meridians, from 52.0 to 52.1 degrees north."""
    return geojson([ring_json(code, [[west, 52.0], [east, 52.0], [east, 52.1], [west, 52.1]])
                    for code, west, east in squares])


# What tells of the machine or of the user's folders, and is meant to differ.
OF_THE_MACHINE = {"run.json", "scenario.toml"}


def data_files(folder):
    """The outputs that must be the same bytes wherever they are made."""
    return {name: content for name, content in files_below(folder).items()
            if name not in OF_THE_MACHINE}


def table(path):
    with open(path, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


class Case(unittest.TestCase):
    """A test with a folder of its own, which is the working folder of what it runs."""

    def setUp(self):
        self.folder = os.path.realpath(tempfile.mkdtemp(prefix="mgz-cli-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        return self.path(name)

    def mgz(self, *words, **more):
        return mgz(*words, cwd=self.folder, **more)

    def succeeds(self, *words, **more):
        """A success prints results on stdout and nothing on stderr."""
        done = self.mgz(*words, **more)
        self.assertEqual((done.returncode, done.stderr), (0, ""), words)
        return done.stdout

    def refuses(self, sentence, *words, status=2, **more):
        """A refusal is one sentence on stderr, and no file or folder made."""
        before = sorted(os.listdir(self.folder))
        done = self.mgz(*words, **more)
        self.assertEqual(done.stderr, f"mgz: {sentence}\n")
        self.assertEqual((done.returncode, done.stdout), (status, ""))
        self.assertEqual(sorted(os.listdir(self.folder)), before)


def main():
    """Runs the tests of the calling file, or of the classes named on the command line. Ends with 0
    when all is well, 1 when not, 77 when everything was skipped.
    """
    here, load = sys.modules["__main__"], unittest.defaultTestLoader
    suite = load.loadTestsFromModule(here) if len(sys.argv) == 1 \
        else load.loadTestsFromNames(sys.argv[1:], here)
    result = unittest.TextTestRunner(verbosity=2).run(suite)
    if not result.wasSuccessful() or result.testsRun == 0:
        sys.exit(1)
    sys.exit(SKIPPED if len(result.skipped) == result.testsRun else 0)
