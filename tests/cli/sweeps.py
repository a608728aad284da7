# SPDX-License-Identifier: EUPL-1.2
"""What the tests of mgz sweep share: a study of the default country, small by its years."""

import os

import cli

# Two runs of a year of the country in tests/data/own, copied to own/.
SHORT_STUDY = """title = "Short"
scenario = "own/scenario.toml"
[set]
to = 2003
[design]
method = "random"
n = 2
[keep]
indicators = ["shortage"]
[[factor]]
key = "settlement.size"
low = 0.2
high = 1.4
"""
STUDY = """title = "What decides the shortage"
scenario = "baseline"
{top}
[set]
to = {to}
[design]
{design}
[runs]
replicates = {replicates}
[keep]
indicators = ["shortage", "far_gap", "gini"]
levels = ["country", "region"]
{factors}{more}"""
FACTORS = """
[[factor]]
key = "settlement.size"
low = 0.2
high = 1.4
[[factor]]
key = "settlement.rounds"
low = 2
high = 5
[[factor]]
name = "incentive"
[[factor.interventions]]
initiative = "location_incentive"
where = ["ZK22"]
from = 2003
"""


def study(design='method = "saltelli"\nn = 8', factors=FACTORS, to=2003, replicates=1, top="",
          more=""):
    text = STUDY.format(design=design, factors=factors, to=to, replicates=replicates, top=top,
                        more=more)
    return text.replace('scenario = "baseline"\n', "") if "policies" in top else text


class Sweep(cli.Case):
    def plan(self, folder="sweep", text=None):
        self.write("study.toml", text or study())
        return self.succeeds("sweep", "plan", "study.toml", "-o", folder)

    def collected(self, folder="sweep"):
        self.succeeds("sweep", "collect", folder)
        return {name: content for name, content in cli.files_below(self.path(folder)).items()
                if name.startswith("results.")}

    def shards(self, folder="sweep"):
        return sorted(os.listdir(self.path(f"{folder}/shards")))

    def count(self, what):
        """A figure that the status tells."""
        for line in self.succeeds("sweep", "status", "sweep").splitlines():
            if line.startswith(what + " "):
                return int(line.split()[1])
        raise AssertionError(f"the status does not tell what is {what}")
