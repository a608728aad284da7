#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""A machine that refuses, and files that mean harm: a sentence and nothing left behind. The short
form of tests/trust/faults.py and paths.py.
"""

import json
import os
import re
import shutil

import cli
import sweeps

OWN = os.path.join(cli.ROOT, "tests/data/own")
RUN = ["run", "own/scenario.toml", "--replicates", "1"]
TARGETS = """title = "Short"
scenario = "own/scenario.toml"
[search]
replicates = 1
max_evaluations = 2
[[move]]
key = "need.so.start_gap"
low = -0.2
high = 0.2
[[target]]
id = "gap-2003"
measure = "gap"
profession = "so"
at = [2003, 4]
value = 0.0
tolerance = 0.01
"""


class Machine(cli.Case):
    def setUp(self):
        """The small country, for two years."""
        super().setUp()
        shutil.copytree(OWN, self.path("own"))
        with open(os.path.join(OWN, "scenario.toml"), encoding="utf-8") as file:
            text = file.read().split("# In two places")[0]
        text = re.sub("years = .*", "years = [2004]", text).replace("2026", "2004")
        self.write("own/scenario.toml", text)

    def limited(self, limit, *words):
        cli.need("prlimit")
        return cli.run(limit, cli.PROGRAM, *words, program="prlimit", cwd=self.folder)


class Limits(Machine):
    def refused(self, done, sentence, status=1):
        self.assertRegex(done.stderr, rf"\Amgz: {sentence}\n\Z")
        self.assertEqual((done.returncode, done.stdout, os.listdir(self.folder)),
                         (status, "", ["own"]))

    def test_size_of_files(self):
        self.refused(self.limited("--fsize=20000", *RUN, "-o", "out"),
                     r"out/\S+: cannot be written: File too large; a limit on the size of files is "
                     r"in force \(ulimit -f\); .*")

    def test_open_files(self):
        """The new file has its name only when all that is said of it is known."""
        for number in (5, 6):
            self.refused(self.limited(f"--nofile={number}", "data", "import", "regions",
                                      "own/areas.geojson", "-o", "new.gpkg"), ".*", status=2)

    def test_stack(self):
        self.refused(self.limited("--stack=65536", *RUN, "-o", "out"),
                     r"the stack is limited to 64 KiB \(ulimit -s\); 1024 are needed")

    def test_memory(self):
        """Libraries that draw end the program when they are refused memory: it does so before."""
        self.succeeds(*RUN, "-o", "ran")
        for megabytes in (150, 220, 290, 360, 430):
            done = self.limited(f"--as={megabytes << 20}", "map", "ran", "-o", "map.svg")
            self.assertIn(done.returncode, (0, 1, 127), (megabytes, done))
            self.assertEqual(os.path.exists(self.path("map.svg")), done.returncode == 0)
            if done.returncode == 0:
                os.remove(self.path("map.svg"))

    def test_memory_for_what_is_asked(self):
        self.refused(self.limited("--as=2000000000", "run", "baseline", "--replicates", "10000",
                                  "-o", "out"),
                     r"memory: 10000 replicates of 31 regions, .*, 2003 to 2040, take about \d+ GB, "
                     r"and the limit of this process \(ulimit -v\) is about 2 GB; it needs fewer of "
                     r"them, fewer years, a smaller world or another machine", status=2)

    def test_stacks_of_threads(self):
        self.refuses("OMP_STACKSIZE: is 16k; give 1M or more, or unset this environment variable",
                     *RUN, "-o", "out", env={"OMP_STACKSIZE": "16k"})

    def test_no_fonts(self):
        """Boxes in place of letters are no picture."""
        self.succeeds(*RUN, "-o", "ran")
        self.write("fonts.conf", "<fontconfig></fontconfig>\n")
        self.refuses("no font is found to write with; install one, such as the package "
                     "fonts-liberation, or mend the configuration of fontconfig", "map", "ran", "-o",
                     "map.svg", status=1, env={"FONTCONFIG_FILE": self.path("fonts.conf")})

    def test_options_of_gdal_change_no_byte(self):
        os.makedirs(self.path("home/.gdal"))
        self.write("home/.gdal/gdalrc", "[configoptions]\nOGR_SQLITE_PRAGMA=page_size=512\n")
        for number, env in enumerate([{}, {"OGR_SQLITE_PRAGMA": "page_size=512"},
                                      {"HOME": self.path("home")}]):
            self.succeeds("data", "import", "regions", "own/areas.geojson", "-o", f"{number}.gpkg",
                          env=env)
        files = cli.files_below(self.folder)
        self.assertEqual({files[f"{number}.gpkg"] for number in range(3)}, {files["0.gpkg"]})

    def test_streams(self):
        for shell in ('exec "$@" >/dev/full', 'exec "$@" >&-'):
            done = cli.run("-c", shell, "sh", cli.PROGRAM, "check", "baseline", program="sh")
            self.assertEqual((done.returncode, done.stderr),
                             (1, "mgz: standard output cannot be written to\n"), shell)


class Hostile(Machine):
    def test_a_bar_in_the_name_of_a_folder(self):
        """Bars name layers elsewhere; every input has its checksum in the manifest."""
        os.rename(self.path("own"), self.path("my|own"))
        self.succeeds("run", "my|own/scenario.toml", "--replicates", "1", "-o", "ran", "--set",
                      f"geography.regions={self.path('my|own/areas.geojson')}|areas")
        with open(self.path("ran/manifest.json"), encoding="utf-8") as file:
            inputs = [entry["file"] for entry in json.load(file)["inputs"]]
        self.assertEqual(inputs, ["areas.geojson", "settlements.csv", "centres.csv", "employers.csv",
                                  "travel.csv", "projection.csv"])

    def test_a_name_gives_no_orders_to_a_terminal(self):
        done = self.mgz("check", "a\n\x1b[31mb.toml")
        self.assertEqual(done.stderr, "mgz: a \ufffd[31mb.toml: there is no such file; give the "
                         "path of a scenario (mgz scenarios lists the ready ones)\n")

    def test_a_path_that_no_scenario_can_name(self):
        name = b"\xff".decode(errors="surrogateescape")
        os.rename(self.path("own"), self.path(name))
        done = self.mgz("run", f"{name}/scenario.toml", "--replicates", "1", "-o", "out",
                        errors="surrogateescape")
        shown = self.path("\ufffd")  # what stands for a byte that is no text
        self.assertEqual(done.stderr, f"mgz: {shown}/areas.geojson: the path is not UTF-8, "
                         "so no scenario file can name it; rename the file or its folder\n")
        self.assertEqual((done.returncode, os.listdir(self.folder)), (2, [name]))

    def test_several_files_get_their_names_together(self):
        self.write("study.toml", sweeps.SHORT_STUDY)
        self.succeeds("sweep", "plan", "study.toml", "-o", "sweep")
        self.succeeds("sweep", "run", "sweep")
        os.mkdir(self.path("new.manifest.json"))
        self.refuses("new.manifest.json: exists and is not a plain file; give another path",
                     "sweep", "collect", "sweep", "-o", "new.csv")
        # A plan that names a file elsewhere is not followed there.
        with open(self.path("sweep/plan.json"), encoding="utf-8") as file:
            plan = file.read()
        for elsewhere in ("../study.toml", "/dev/zero"):
            self.write("sweep/plan.json", plan.replace('"plan.csv"', f'"{elsewhere}"'))
            self.refuses("sweep/plan.json: names a file elsewhere; plan again in another "
                         "folder", "sweep", "status", "sweep")

    def test_a_search_names_its_files_together(self):
        self.write("targets.toml", TARGETS)
        self.succeeds("calibrate", "targets.toml", "-o", "p.toml")
        os.remove(self.path("p.toml"))
        os.remove(self.path("p.json"))
        os.mkdir(self.path("p.json"))
        self.refuses("p.json: exists and is not a plain file; give another path",
                     "calibrate", "targets.toml", "-o", "p.toml", "--resume")

    def test_a_dictionary_that_names_a_file_elsewhere(self):
        self.succeeds(*RUN, "-o", "ran")
        self.write("secret.csv", "code,name\nS,secret\n")
        with open(self.path("ran/dictionary.csv"), encoding="utf-8") as file:
            lines = file.read().replace("regions.csv", "../secret.csv").splitlines()
        self.write("ran/dictionary.csv", "\n".join(lines) + "\n")
        row = 1 + next(i for i, line in enumerate(lines) if "../secret.csv" in line)
        self.refuses(f"ran/dictionary.csv, row {row}: '../secret.csv' is no file of this folder; "
                     "give a folder that mgz run, compare or sensitivity made, or a collected sweep",
                     "export", "ran", "-o", "new.xlsx")


if __name__ == "__main__":
    cli.main()
