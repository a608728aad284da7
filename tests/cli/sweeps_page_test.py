#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""What docs/sweeps.md says is true: its commands run in order, its study files can be planned, what it
shows is printed.
"""

import os
import re

import cli
import page


class Page(cli.Case):
    def test_commands(self):
        sweeps = page.Page(self, "sweeps.md")
        self.assertGreaterEqual(len(sweeps.printed), 5)
        told = sweeps.run()
        self.assertRegex(told, r"(?m)^slice-002-of-003\..*\.sqlite +2/3 +26 ")
        self.succeeds("sweep", "collect", "trial")
        runs = {row["run"] for row in cli.table(self.path("trial/results.csv"))}
        self.assertEqual(len(runs), 160)

    def test_names_every_key_and_indicator(self):
        """A word that study files know and the page does not."""
        text = page.Page(self, "sweeps.md").text
        for name in ["study_file.cpp", "factor_file.cpp"]:
            with open(os.path.join(cli.ROOT, "sim/sweep", name), encoding="utf-8") as file:
                source = file.read()
            keys = set(re.findall(r'\b(?:r_?|d)\.(?:has|text|texts|number|numbers|whole|truth|year|'
                                  r'one_of|tables?)\("(\w+)"', source))
            self.assertGreaterEqual(len(keys), 9)
            for key in keys:
                self.assertRegex(text, rf"[`\[. ]{key}[`\] =]", f"{key} of {name}")
        with open(os.path.join(cli.ROOT, "docs/data.md"), encoding="utf-8") as file:
            section = file.read().split("### The indicators\n")[1].split("\n#")[0]
        told = set(re.findall(r"`(\w+)`", "\n".join(re.findall(r"(?m)^\| (`.*?) \|", section))))
        with open(os.path.join(cli.ROOT, "sim/study/compare_indicators.cpp"),
                  encoding="utf-8") as file:
            known = set(re.findall(r'(?m)^    \{"(\w+)",', file.read()))
        self.assertEqual(told, known)

    def test_links(self):
        page.Page(self, "sweeps.md").links_lead_somewhere()


if __name__ == "__main__":
    cli.main()
