#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Manual pages: one for every command, with all that --help tells, and nothing that man, groff or
mandoc finds fault with.
"""

import os
import re

import cli
import commands

DATE = {"SOURCE_DATE_EPOCH": "1769860800"}  # 31 January 2026


class Manual(cli.Case):
    def pages(self, folder="man1", **env):
        self.succeeds("manual", "-o", folder, env=env)
        return {name: text.decode() for name, text in cli.files_below(self.path(folder)).items()}

    def test_every_command_and_option_has_its_place(self):
        pages = self.pages()
        expected = {"-".join(["mgz", *at.words]) + ".1": at for at in commands.every_command()}
        self.assertEqual(sorted(pages), sorted(expected))
        for name, at in expected.items():
            text = pages[name].replace("\\-", "-")
            for option in at.options:
                self.assertRegex(text, rf"(?m)^\.TP\n.*\\fB{option}\\fR", name)
            for operand, _ in at.operands:
                self.assertRegex(text, rf"(?m)^\.TP\n\\fI{operand}\\fR", name)
            for inner in at.commands:
                self.assertIn("-".join(["mgz", *at.words, inner]) + "(1)", text)
        self.assertEqual(self.succeeds("manual", "sweep", "plan"), pages["mgz-sweep-plan.1"])

    def test_no_judge_finds_fault(self):
        names = [self.path(os.path.join("man1", name)) for name in self.pages(**DATE)]
        judges = [["groff", "-ww", "-man", "-Tutf8", "-Z"], ["mandoc", "-Tlint", "-Wwarning"]]
        for program, *words in judges:
            if cli.shutil.which(program) is None:
                continue
            done = cli.run(*words, *names, program=program)
            said = done.stderr + (done.stdout if program == "mandoc" else "")
            self.assertEqual((done.returncode, said), (0, ""), program)
        cli.need("man")
        done = cli.run("--warnings", "-E", "UTF-8", "-l", *names, program="man",
                       env={**os.environ, "MANWIDTH": "80", "MANPAGER": "cat"})
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertRegex(done.stdout, r"mgz-sweep-plan - make the table of runs of a study")
        # What stands by itself in a line is shown, not taken for an instruction.
        self.assertIn("mgz run baseline -o out/baseline", done.stdout)

    def test_same_bytes_and_the_date_that_is_given(self):
        self.assertEqual(self.pages("one"), self.pages("two"))
        self.assertNotRegex(self.pages("three")["mgz.1"], r"20\d\d-\d\d-\d\d")
        self.assertIn('.TH MGZ 1 "2026-01-31" "mgz 0.', self.pages("four", **DATE)["mgz.1"])
        self.refuses("SOURCE_DATE_EPOCH (today): is not a number of seconds since 1970; correct this "
                     "environment variable, or unset it", "manual",
                     env={"SOURCE_DATE_EPOCH": "today"})

    def test_wrong_words(self):
        self.refuses("manual: there is no command 'sweep plam'; mgz --help lists them",
                     "manual", "sweep", "plam")
        self.refuses("manual: a folder gets the pages of all commands; leave out the command, or -o",
                     "manual", "run", "-o", "man1")


if __name__ == "__main__":
    cli.main()
