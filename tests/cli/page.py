# SPDX-License-Identifier: EUPL-1.2
"""What a page of docs says is done as it says. A page to be tested marks its blocks:

    <!-- file: NAME -->   above a block of toml: a file that the reader saves under this name
    <!-- tested -->       above a block of sh: commands, run one block after the other in one folder
    <!-- printed -->      above a block of text: lines that the last block of sh prints. Times, sizes
                          and other figures that a machine or a seed decides may differ; "..." at the
                          end of a line stands for its rest
"""

import os
import re

import cli

BLOCK = re.compile(r"(?m)^(?:<!-- (.*) -->\n)?```(\w*)\n((?:.*\n)*?)```$")


def bare(line):
    """A line without what may differ: numbers with a point, those before a unit, spaces."""
    line = re.sub(r"\d+\.\d+(e-\d+)?|\d+:\d\d:\d\d|\b\d+(?= (s|min|h|MB)\b)", "#", line)
    return re.sub(r" +", " ", line).strip()


class Page:
    def __init__(self, case, name):
        self.case = case
        with open(os.path.join(cli.ROOT, "docs", name), encoding="utf-8") as file:
            self.text = file.read()
        blocks = BLOCK.findall(self.text)
        case.assertEqual(len(blocks) * 2, len(re.findall("(?m)^```", self.text)),
                         "a block is not read")
        self.commands, self.printed = [], []
        for mark, kind, content in blocks:
            if kind == "sh":
                case.assertEqual(mark, "tested", f"a block of sh that is not tested:\n{content}")
                self.commands.append(content)
            elif mark == "printed":
                self.printed.append((len(self.commands) - 1, content.splitlines()))
            elif mark.startswith("file: "):
                case.write(mark.removeprefix("file: "), content)

    def run(self):
        """Runs all commands in the folder of the test; what they printed. mgz is on the path, $MGZ
        is the source.
        """
        script = "".join(f"echo '== block {i}'\n{block}" for i, block in enumerate(self.commands))
        path = os.path.dirname(cli.PROGRAM) + os.pathsep + os.environ["PATH"]
        done = cli.run("-e", "-c", script, program="sh", cwd=self.case.folder,
                       env={**os.environ, "PATH": path, "MGZ": cli.ROOT})
        self.case.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        told = re.split(r"(?m)^== block \d+\n", done.stdout)[1:]
        for block, lines in self.printed:
            self.look_for(lines, told[block])
        return done.stdout

    def look_for(self, lines, told):
        """Every line is there, in this order."""
        left = [bare(line) for line in told.splitlines()]
        for line in lines:
            wanted = bare(line.removesuffix("..."))
            while left and not (left[0] == wanted or
                                line.endswith("...") and left[0].startswith(wanted)):
                left.pop(0)
            self.case.assertTrue(left, f"{line}\nis not, or not there, in what is printed:\n{told}")
            left.pop(0)

    def links_lead_somewhere(self):
        links = [link for link in re.findall(r"\[[^]]*\]\(([^)]+)\)", self.text) if "://" not in link]
        self.case.assertGreaterEqual(len(links), 3)
        for link in links:
            file, _, place = link.partition("#")
            target = os.path.join(cli.ROOT, "docs", file) if file else None
            self.case.assertTrue(target is None or os.path.exists(target), link)
            if place and (target is None or target.endswith(".md")):
                self.case.assertIn(place, self.anchors(target), link)

    def anchors(self, target):
        """Of the headings of a page, as web sites make them."""
        text = self.text
        if target is not None:
            with open(target, encoding="utf-8") as file:
                text = file.read()
        headings = re.findall(r"(?m)^#+ (.*)$", text)
        return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
