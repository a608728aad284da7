#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""What README.md says is true: its commands run, its links lead somewhere, the files that it
promises are made. Blocks of commands after the comment "tested" are run one after the other, in one
folder with the scenarios of the source, with mgz on the path; what they print is not compared.
"""

import os
import re

import cli

MARK = "<!-- tested -->"


def text():
    with open(os.path.join(cli.ROOT, "README.md"), encoding="utf-8") as file:
        return file.read()


class Readme(cli.Case):
    def test_commands_run_and_make_what_is_promised(self):
        blocks = re.findall(rf"{re.escape(MARK)}\n```sh\n(.*?)```", text(), re.DOTALL)
        self.assertGreaterEqual(len(blocks), 1)
        self.assertEqual(len(blocks), text().count(MARK), "a mark without a block of sh")
        path = os.path.dirname(cli.PROGRAM) + os.pathsep + os.environ["PATH"]
        os.symlink(os.path.join(cli.ROOT, "scenarios"), self.path("scenarios"))
        for block in blocks:
            done = cli.run("-e", "-c", block, program="sh", cwd=self.folder,
                           env={**os.environ, "PATH": path})
            self.assertEqual((done.returncode, done.stderr), (0, ""), block)
        os.remove(self.path("scenarios"))
        made = {name for _, _, names in os.walk(self.folder) for name in names}
        promised = re.findall(r"(?m)^\| `([\w<>]+\.\w+)`", text())
        self.assertGreaterEqual(len(promised), 8)
        for name in promised:
            self.assertIn(name.replace("<profession>", "so"), made)

    def test_links_lead_somewhere(self):
        links = [link for link in re.findall(r"(?<!!)\[[^]]*\]\(([^)]+)\)", text()) if "://" not in link]
        self.assertGreaterEqual(len(links), 5)
        for link in links:
            self.assertTrue(os.path.exists(os.path.join(cli.ROOT, link.split("#")[0])), link)

    def test_scripts_that_it_names_are_there(self):
        for script in re.findall(r"tools/\w+\.sh", text()):
            self.assertTrue(os.access(os.path.join(cli.ROOT, script), os.X_OK), script)


if __name__ == "__main__":
    cli.main()
