#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""What SECURITY.md promises of the program, seen from outside: it writes below its output, uses no
network, starts no program, and takes no name for more than a file.
"""

import os
import re
import sqlite3

import cli


class Traced(cli.Case):
    """A run and its page, as the system sees them (strace)."""

    def calls(self, *words):
        """Each call of interest as the line that strace writes."""
        cli.need("strace")
        trace = self.path("trace")
        done = self.mgz("-f", "-qq", "-o", trace, "-e", "trace=execve,socket,connect,open,openat,creat,"
                        "unlink,unlinkat,rename,renameat,renameat2,truncate", "-s", "4096",
                        cli.PROGRAM, *words, program="strace")
        if "ptrace" in done.stderr:
            self.skipTest("this system lets nobody trace")
        self.assertEqual(done.returncode, 0, done.stderr)
        with open(trace, encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
        os.remove(trace)
        self.assertGreater(len(lines), 50)
        return lines

    def test_a_run_writes_below_its_output_and_asks_nobody(self):
        os.makedirs(self.path("in"))
        cli.ogr2ogr("-f", "GPKG", self.path("in/regions.gpkg"), f"{cli.SHAPES}/regions.shp")
        # As QGIS leaves it: who opens such a file makes two more beside it, unless told otherwise.
        with sqlite3.connect(self.path("in/regions.gpkg")) as database:
            self.assertEqual(database.execute("PRAGMA journal_mode = WAL").fetchall(), [("wal",)])
        database.close()
        before = cli.files_below(self.path("in"))
        os.makedirs(self.path("here"))
        lines = self.calls("run", "baseline", "-o", "here/out", *cli.QUICK,
                           "--set", "geography.regions=in/regions.gpkg")
        self.assertEqual([line for line in lines if re.search(r"\b(socket|connect)\(", line)], [])
        self.assertEqual(len([line for line in lines if "execve(" in line]), 1)
        written = [line for line in lines
                   if re.search(r"O_WRONLY|O_RDWR|O_CREAT|creat\(|unlink|rename|truncate\(", line)]
        self.assertGreater(len(written), 10)
        for line in written:
            names = re.findall(r'"([^"]*)"', line)
            for name in names:
                place = os.path.normpath(os.path.join(self.folder, name))
                self.assertTrue(place.startswith(self.path("here") + "/")
                                or re.match(r"/dev/|/proc/self/|/sys/", place), line)
        self.assertEqual(cli.files_below(self.path("in")), before)


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
