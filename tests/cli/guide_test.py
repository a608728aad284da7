#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""What docs/guide.md says is true. Its commands run in order in one folder, in a home folder that is
made for the test; files that it shows are written from its text; what it says that commands print is
what they print. Every block of the guide is one of:

    console, a command after "$ "   runs; the lines below it are printed, where "..." is any lines;
                                    after the comment "exit 2" it is refused with that sentence
    toml, json                      written to the file named by the comment "file: NAME" above it
    text                            figures, found in the file named by the comment "figures: NAME"
                                    above it, or in what a command with "-o NAME" printed ("printed
                                    by NAME")

The test of ctest runs with 2 replicates and looks for what figures are about, not for the figures.
Studies of many runs are cut down to two blocks. With the replicates of the guide, and the figures as
they are printed there but for those studies (some minutes; run it when results have changed):

    MGZ_PROGRAM=build/release/tools/mgz MGZ_ROOT=$PWD python3 tests/cli/guide_test.py Figures
"""

import os
import re
import subprocess

import cli

GUIDE = os.path.join(cli.ROOT, "docs", "guide.md")
BLOCK = re.compile(r"(?m)^(?:<!-- (.*) -->\n)?```(\w*)\n((?:.*\n)*?)```$")
STUDIES = "/scenarios/sweeps/"


def text():
    with open(GUIDE, encoding="utf-8") as file:
        return file.read()


def steps(block):
    """The commands of a console block, each with the lines that it should print."""
    found = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append([line[2:], []])
        elif not found[-1][1] and found[-1][0].endswith("\\"):
            found[-1][0] += "\n" + line
        else:
            found[-1][1].append(line)
    return found


def matches(expected, printed):
    """Whether the lines are printed; a line of three dots stands for any lines."""
    pattern = "".join(r"(?:.*\n)*?" if line == "..." else re.escape(line) + "\n" for line in expected)
    return re.fullmatch(pattern, "".join(line.rstrip() + "\n" for line in printed.splitlines()))


def subject(line):
    """What a line of figures is about: its first words."""
    pieces = (piece.strip(" -+.,*|") for piece in re.split(r"[\d%|:()]", line))
    return next(piece for piece in pieces if re.search(r"[A-Za-z]", piece))


class Guide(cli.Case):
    replicates = 2  # None: as the guide says

    def setUp(self):
        super().setUp()
        tools = self.path("mgz/build/release/tools")
        os.makedirs(tools)
        os.symlink(cli.PROGRAM, os.path.join(tools, "mgz"))
        for name in ["docs", "scenarios", "tests"]:
            os.symlink(os.path.join(cli.ROOT, name), self.path(f"mgz/{name}"))
        self.env = {name: value for name, value in os.environ.items()
                    if not name.startswith(("MGZ", "OMP_"))} | {"HOME": self.folder}
        self.work, self.printed, self.start = self.path("question"), {}, None

    def as_run(self, words):
        if self.replicates is None:
            return words
        return re.sub(r"(?<=--replicates )\d+|\d+(?= replicates)", str(self.replicates), words)

    def run_step(self, command, expected, status):
        """The first block of the guide is about the terminal and goes before each command."""
        script = f"set -e\n{self.start}\n{self.as_run(command)}\n"
        done = subprocess.run(["bash", "-c", script], env=self.env, cwd=self.folder, timeout=600,
                              capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, status, (command, done.stderr))
        silent, told = (done.stderr, done.stdout) if status == 0 else (done.stdout, done.stderr)
        self.assertEqual(silent, "", command)
        expected = [self.as_run(line) for line in expected]
        self.assertTrue(matches(expected, told), f"{command}\n{told}\nis not\n" + "\n".join(expected))
        for out in re.findall(r" -o (\S+)", command):
            self.printed[out] = told
        if STUDIES in command:
            self.cut_down(os.path.join(self.work, command.split()[-1]))

    @staticmethod
    def cut_down(study):
        """The same study with as few runs as say anything: the whole takes most of an hour."""
        with open(study, encoding="utf-8") as file:
            text, found = re.subn(r"(?m)^n = \d+$", "n = 2", file.read())
        assert found == 1, study
        with open(study, "w", encoding="utf-8") as file:
            file.write(text)

    def look_for_figures(self, source, lines):
        if source.startswith("printed by "):
            found = self.printed[source.removeprefix("printed by ")]
        else:
            with open(os.path.join(self.work, source), encoding="utf-8") as file:
                found = file.read()
        for line in lines:
            self.check_figures(line, found, source)

    def check_figures(self, line, found, source):
        self.assertIn(subject(line), found, f"{line} is about nothing in {source}")

    def test_commands_run_and_print_what_is_said(self):
        blocks = BLOCK.findall(text())
        self.assertEqual(len(blocks) * 2, len(re.findall("(?m)^```", text())), "a block is not read")
        self.start = "\n".join(command for command, _ in steps(blocks[0][2]))
        for mark, kind, block in blocks[1:]:
            verb, _, name = mark.partition(" ")
            if kind == "console":
                for command, expected in steps(block):
                    self.run_step(command, expected, 2 if mark == "exit 2" else 0)
            elif verb == "file:" and kind in ("toml", "json"):
                self.write(os.path.join(self.work, name), block)
            else:
                self.assertEqual((verb, kind), ("figures:", "text"), block)
                self.look_for_figures(name, block.splitlines())


class Figures(Guide):
    """The same with the figures of the guide."""
    replicates = None

    def check_figures(self, line, found, source):
        if "-drivers/" in source:
            return super().check_figures(line, found, source)
        return self.assertIn(line.strip(), found, f"not in {source}")


class Links(cli.Case):
    def test_lead_somewhere(self):
        links = [link for link in re.findall(r"\[[^]]*\]\(([^)]+)\)", text()) if "://" not in link]
        self.assertGreaterEqual(len(links), 5)
        for link in links:
            self.assertTrue(os.path.exists(os.path.join(cli.ROOT, "docs", link.split("#")[0])), link)


if __name__ == "__main__":
    cli.main()
