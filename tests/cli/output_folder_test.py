#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""OUT appears whole or not at all: what is there already, folders that may not be written to."""

import os

import cli

RUN = ["run", "baseline", *cli.QUICK]


class Existing(cli.Case):
    def test_refused_without_force(self):
        os.mkdir(self.path("out"))
        self.write("out/thesis.txt", "Years of work.\n")
        # A run of hours would be refused as fast: the folder is looked at before the work.
        self.refuses("out: exists; give another folder or --force",
                     "run", "baseline", "-o", "out", "--replicates", "100000")
        self.assertEqual(cli.files_below(self.path("out")), {"thesis.txt": b"Years of work.\n"})

    def test_force_replaces_a_run_and_nothing_of_it_stays(self):
        self.succeeds(*RUN, "-o", "out", "--seed", "1")
        self.write("out/leftover.csv", "old\n")
        first = cli.files_below(self.path("out"))
        self.refuses("out: exists; give another folder or --force", *RUN, "-o", "out")
        self.succeeds(*RUN, "-o", "out", "--seed", "2", "--force")
        second = cli.files_below(self.path("out"))
        self.assertEqual(set(first) - set(second), {"leftover.csv"})
        self.assertNotEqual(first["regions.csv"], second["regions.csv"])
        self.assertEqual(os.listdir(self.folder), ["out"])

    def test_force_spares_what_is_no_run(self):
        os.mkdir(self.path("out"))
        self.write("out/thesis.txt", "Years of work.\n")
        self.refuses("out: is not empty and holds no manifest.json: no run of mgz made it; give "
                     "another folder, or remove this one yourself", *RUN, "-o", "out", "--force")
        self.assertEqual(cli.files_below(self.path("out")), {"thesis.txt": b"Years of work.\n"})

    def test_failed_run_leaves_the_older_one(self):
        self.succeeds(*RUN, "-o", "out")
        before = cli.files_below(self.path("out"))
        self.refuses(f"{self.path('none.shp')}: no such file; check the path",
                     *RUN, "-o", "out", "--force", "--set", "geography.regions=none.shp")
        self.assertEqual(cli.files_below(self.path("out")), before)


class NotWritable(cli.Case):
    def test_below_a_file(self):
        self.write("file", "")
        self.refuses(f"file/out: {self.path('file')} is not a folder; give a path in a folder that "
                     "you may write to", *RUN, "-o", "file/out")

    def test_folder_above_missing(self):
        self.refuses(f"no/out: the folder {self.path('no')} does not exist; make it first, or give "
                     "another folder", *RUN, "-o", "no/out")

    def test_without_permission(self):
        """Root may write everywhere, so that root becomes somebody else for this test."""
        words = [cli.PROGRAM]
        if os.geteuid() == 0:
            cli.need("setpriv")
            words = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *words]
            if cli.run(*words[1:], "--version", program=words[0]).returncode != 0:
                self.skipTest("another user than root cannot run the program where it was built")
        os.mkdir(self.path("locked"))
        os.chmod(self.folder, 0o755)
        os.chmod(self.path("locked"), 0o555)
        done = cli.run(*words[1:], *RUN, "-o", "locked/out", program=words[0], cwd=self.folder)
        self.assertEqual(done.stderr, "mgz: locked/out: cannot be made: Permission denied; give a "
                         "folder that you may write to\n")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertEqual(os.listdir(self.path("locked")), [])


if __name__ == "__main__":
    cli.main()
