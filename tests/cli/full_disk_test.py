#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""A disk that fills up while OUT is written: exit status 1, one sentence that names the file, and no
OUT, whole or in part. The disk is a small tmpfs that only the run sees.
"""

import cli

RUN = ["run", "baseline", *cli.QUICK]

# sh -c ... SIZE FOLDER PROGRAM WORDS...: status of the program, then what it left on the disk.
INSIDE = """
size=$1; folder=$2; shift 2
mount -t tmpfs -o size="${size}k" tmpfs "$folder" || exit 99
cd "$folder"; "$@"
echo "status $?"; ls -A "$folder"
"""


class FullDisk(cli.Case):
    def on_disk_of(self, kibibytes, *words):
        return cli.run("--mount", "--map-root-user", "sh", "-c", INSIDE, "sh", kibibytes,
                       self.folder, cli.PROGRAM, *words, program="unshare")

    def setUp(self):
        super().setUp()
        cli.need("unshare")
        trial = self.on_disk_of(100, "--version")
        if "status 0" not in trial.stdout:
            self.skipTest(f"no disk of our own can be mounted here: {trial.stderr.strip()}")

    def test_every_size(self):
        self.succeeds(*RUN, "-o", "out")
        total = sum(map(len, cli.files_below(self.path("out")).values())) // 1024
        full = set()
        for percent in [1, 10, 30, 50, 70, 80, 90, 97]:
            # One after another, and side by side.
            for threads in ["1", "2"]:
                done = self.on_disk_of(max(4, total * percent // 100), *RUN, "-o", "out",
                                       "--threads", threads)
                self.assertEqual(done.stdout, "status 1\n", f"{percent}% of {total} KiB")
                self.assertRegex(
                    done.stderr, r"\Amgz: out(/[\w.]+)?: cannot be \w+: No space left on device; "
                    r"free some space, or give a folder on another disk\n\Z")
                full.add(done.stderr)
        # Sizes at which only one file does not fit would test little.
        self.assertGreaterEqual(len(full), 4, full)

    def test_large_enough(self):
        done = self.on_disk_of(50000, *RUN, "-o", "out")
        self.assertIn("status 0\nout\n", done.stdout)
        self.assertEqual(done.stderr, "")

    def test_force_keeps_the_older_run(self):
        self.succeeds(*RUN, "-o", "out")
        total = sum(map(len, cli.files_below(self.path("out")).values())) // 1024
        done = cli.run("--mount", "--map-root-user", "sh", "-c", INSIDE, "sh", total * 3 // 2,
                       self.folder, "sh", "-c",
                       '"$@" -o out >first.txt && before=$(md5sum out/*) && '
                       '{ "$@" -o out --seed 2 --force; echo "second $?"; } && '
                       'test "$before" = "$(md5sum out/*)"',
                       "sh", cli.PROGRAM, *RUN, program="unshare")
        self.assertEqual(done.stdout, "second 1\nstatus 0\nfirst.txt\nout\n")
        self.assertIn("No space left on device", done.stderr)


if __name__ == "__main__":
    cli.main()
