#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""What SECURITY.md promises of the program, seen from outside: it writes below its output, uses no
network, starts no program, and takes no name for more than a file.
"""

import os
import re
import shutil
import sqlite3

import cli
import sweeps

# fontconfig, which finds the letters of maps, renews its own list of fonts.
WRITTEN_BY_SYSTEM = re.compile(r"/dev/|/proc/self/|/sys/|/(var/|.*/\.)cache/fontconfig(/|$)|.*/\.fontconfig(/|$)")
# Libraries look for settings of their own also where the user keeps such.
READ_FROM_SYSTEM = re.compile(r"/(dev|etc|lib\w*|proc|sys|usr|var)(/|$)|/$|"
                              r".*/(\.fonts|\.?fontconfig|fonts|\.gdal|proj)(/|$)")


class Traced(cli.Case):
    """A run and its page, as the system sees them (strace)."""

    def calls(self, *words, status=(0,), **more):
        """Each call of interest as the line that strace writes."""
        cli.need("strace")
        trace = self.path("trace")
        done = self.mgz("-f", "-qq", "-o", trace, "-e", "trace=execve,socket,connect,open,openat,creat,"
                        "unlink,unlinkat,rename,renameat,renameat2,truncate", "-s", "4096",
                        cli.PROGRAM, *words, program="strace", **more)
        if "ptrace" in done.stderr:
            self.skipTest("this system lets nobody trace")
        self.assertIn(done.returncode, status, done.stderr)
        with open(trace, encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
        os.remove(trace)
        self.assertGreater(len(lines), 50)
        return lines

    def stays_below(self, *words):
        """It writes below here/, reads files of this folder, of the program and of the system, asks
        nobody and starts nothing.
        """
        os.makedirs(self.path("here"), exist_ok=True)
        lines = self.calls(*words)
        self.assertEqual([line for line in lines if re.search(r"\b(socket|connect)\(", line)], [])
        self.assertEqual(len([line for line in lines if "execve(" in line]), 1)
        self.assertEqual([line for line in lines if "gdalplugins" in line], [])
        written = 0
        for line in lines:
            writes = re.search(r"O_WRONLY|O_RDWR|O_CREAT|creat\(|unlink|rename|truncate\(", line)
            written += writes is not None
            for name in re.findall(r'"([^"]*)"', line):
                place = os.path.normpath(os.path.join(self.folder, name))
                self.assertTrue(place.startswith(self.path("here") + "/")
                                or WRITTEN_BY_SYSTEM.match(place) if writes
                                else place.startswith((self.folder, cli.ROOT))
                                or READ_FROM_SYSTEM.match(place), line)
        self.assertGreater(written, 0)

    def test_a_run_writes_below_its_output_and_asks_nobody(self):
        os.makedirs(self.path("in"))
        cli.ogr2ogr("-f", "GPKG", self.path("in/regions.gpkg"), f"{cli.SHAPES}/regions.shp")
        # As QGIS leaves it: who opens such a file makes two more beside it, unless told otherwise.
        with sqlite3.connect(self.path("in/regions.gpkg")) as database:
            self.assertEqual(database.execute("PRAGMA journal_mode = WAL").fetchall(), [("wal",)])
        database.close()
        before = cli.files_below(self.path("in"))
        self.stays_below("run", "baseline", "-o", "here/out", *cli.QUICK,
                         "--set", "geography.regions=in/regions.gpkg")
        self.assertEqual(cli.files_below(self.path("in")), before)

    def test_what_other_commands_write_and_read(self):
        """All of them, and with --force: tests/trust/paths.py."""
        shutil.copytree(os.path.join(cli.ROOT, "tests/data/own"), self.path("own"))
        self.write("own/less.toml", 'inherits = "scenario"\n[training]\nso.places = 1\n')
        self.write("study.toml", sweeps.SHORT_STUDY)
        few = ["--replicates", "1", "--to", "2005", "--set", "output.years=[2004]", "--set",
               "output.map_year=2004"]
        before = cli.files_below(self.folder)
        for words in [["run", "own/scenario.toml", *few, "-o", "here/run"],
                      ["compare", "own/scenario.toml", "own/less.toml", *few, "-o", "here/plans"],
                      ["map", "here/run", "--width", "300px", "-o", "here/map.png"],
                      ["export", "here/run", "-o", "here/run.xlsx"],
                      ["report", "here/run", "-o", "here/report.html"],
                      ["reproduce", "here/run/manifest.json", "-o", "here/again"],
                      ["sweep", "plan", "study.toml", "-o", "here/sweep"],
                      ["sweep", "run", "here/sweep"],
                      ["sweep", "collect", "here/sweep"]]:
            with self.subTest(words=words):
                self.stays_below(*words)
        after = cli.files_below(self.folder)
        self.assertEqual({name: after[name] for name in after if not name.startswith("here/")},
                         before)
        # GDAL's plugins are looked for where it was built to look, by who wants Parquet.
        os.makedirs(self.path("plugins"))
        self.write("plugins/ogr_Mine.so", "")
        lines = self.calls("sweep", "collect", "here/sweep", "-o", "here/all.parquet", status=(0, 2),
                           env={name: self.path("plugins")
                                for name in ("GDAL_DRIVER_PATH", "OGR_DRIVER_PATH")})
        self.assertEqual([line for line in lines if self.path("plugins") in line], [])


class Names(cli.Case):
    def test_no_name_is_an_address(self):
        for name in ["/vsicurl/http://example.org/a.csv", "/vsizip/a.zip/a.csv", "/vsimem/a.csv"]:
            sentence = f"{name}: virtual file systems are not read; give a file on disk"
            self.refuses(sentence, "data", "import", "regions", name, "-o", "x.gpkg")
            for key in ["geography.settlements", "inputs.employers", "inputs.travel",
                        "inputs.population", "inputs.training_centres", "inputs.student_origins"]:
                self.refuses(sentence, "check", "baseline", "--set", f"{key}={name}")
            self.write("area.toml", f'[[interventions]]\ninitiative = "anw_pool"\nfrom = 2025\n'
                                    f'area = "{name}"\n')
            self.refuses(sentence, "check", "area.toml")
            self.write("study.toml", 'title = "T"\n[design]\nmethod = "list"\n'
                                     f'file = "{name}"\n[[factor]]\nkey = "settlement.size"\n'
                                     "low = 0.2\nhigh = 1.4\n")
            self.refuses(sentence, "sweep", "plan", "study.toml", "-o", "plan")

    def test_messages_do_not_steer_the_terminal(self):
        done = self.mgz("check", "no\x1b[2Jsuch\nfile.toml")
        self.assertEqual(done.returncode, 2)
        self.assertEqual(re.findall(r"[\x00-\x09\x0b-\x1f\x7f]", done.stderr), [])
        self.assertEqual(done.stderr.count("\n"), 1)


class Settings(cli.Case):
    def test_no_setting_of_a_library_is_heeded(self):
        plain = self.succeeds("check", "baseline")
        settings = {"CPL_DEBUG": "ON", "GDAL_SKIP": "GPKG", "PROJ_NETWORK": "ON",
                    "OGR_SQLITE_LOAD_EXTENSIONS": "/nowhere.so", "GDAL_DRIVER_PATH": "/",
                    "CPL_LOG": self.path("log")}
        self.assertEqual(self.succeeds("check", "baseline", env=settings), plain)
        self.assertEqual(os.listdir(self.folder), [])


class Formats(cli.Case):
    """Files of a later release, in each command that reads some."""

    LATER = "use a later release of mgz (mgz --version tells which one this is)"

    def test_files_that_users_write(self):
        sentence = f"later.toml, line 1: the file is of format 2, and this program reads formats up to 1; {self.LATER}"
        self.write("later.toml", 'format = 2\ntitle = "T"\n')
        for words in [("check", "later.toml"), ("sweep", "plan", "later.toml", "-o", "out"),
                      ("calibrate", "later.toml", "-o", "out.toml")]:
            self.refuses(sentence, *words)

    def test_a_plan(self):
        self.write("study.toml", 'format = 1\ntitle = "T"\n[set]\nto = 2003\n[design]\n'
                                 'method = "random"\nn = 2\n[[factor]]\nkey = "settlement.size"\n'
                                 "low = 0.2\nhigh = 1.4\n")
        self.succeeds("sweep", "plan", "study.toml", "-o", "plan")
        with open(self.path("plan/study.toml"), encoding="utf-8") as file:
            self.assertEqual(file.readline(), "format = 1\n")
        with open(self.path("plan/plan.json"), encoding="utf-8") as file:
            record = file.read()
        for old, new, wrong in [
                ('"format_version": 1', '"format_version": 2',
                 f"is of format_version 2, and this program reads versions up to 1; {self.LATER}"),
                ("mgz sweep plan", "mgz manifest",
                 "is not the record of a plan; plan again in another folder"),
                ('"conditions"', '"condition"', "is damaged; plan again in another folder"),
                ("{", "[", "is not an object of JSON; plan again in another folder")]:
            self.assertIn(old, record)
            self.write("plan/plan.json", record.replace(old, new, 1))
            for words in [("run",), ("status",), ("collect",), ("extend", "--n", "4")]:
                self.refuses(f"plan/plan.json: {wrong}", "sweep", words[0], "plan", *words[1:])


if __name__ == "__main__":
    cli.main()
