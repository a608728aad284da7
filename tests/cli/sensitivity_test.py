#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""mgz sensitivity from outside: what it leaves of each kind of study, and what it refuses."""

import os

import cli

STUDY = """title = "What decides the shortage"
scenario = "baseline"
[set]
to = 2003
[design]
{design}
[runs]
replicates = 2
[keep]
indicators = ["shortage"]
professions = ["huisarts", "so"]
[[factor]]
name = "Pull of size"
key = "settlement.size"
low = 0.2
high = 1.4
[[factor]]
name = "rounds"
key = "settlement.rounds"
low = 2
high = 5
"""
SALTELLI = 'method = "saltelli"\nn = 8'
EVERY = {"dictionary.csv", "manifest.json", "run.json", "summary.md"}


class Sensitivity(cli.Case):
    def sweep(self, design=SALTELLI):
        self.write("study.toml", STUDY.format(design=design))
        self.succeeds("sweep", "plan", "study.toml", "-o", "sweep")
        self.succeeds("sweep", "run", "sweep")

    def analysis(self, *words, out="out"):
        said = self.succeeds("sensitivity", "sweep", "-o", out, *words)
        return said, cli.files_below(self.path(out))

    def test_saltelli(self):
        self.sweep()
        said, files = self.analysis("--threads", "1")
        self.assertEqual(set(files), EVERY | {"indices.csv", "convergence.csv", "variance.csv",
                                              "sensitivity.gpkg", "sensitivity.qgs"})
        self.assertIn("The country in 2003: total indices of Sobol' (95% interval).", said)
        self.assertIn("shortage of GPs", said)
        rows = cli.table(self.path("out/indices.csv"))
        # Two professions in the country and, with the excess over it, 31 regions; two factors, two
        # measures.
        self.assertEqual(len(rows), 2 * (1 + 2 * 31) * 2 * 2)
        self.assertEqual({row["factor"] for row in rows}, {"Pull of size", "rounds"})
        self.assertEqual({row["blocks"] for row in rows}, {"8"})
        again = self.analysis("--threads", "2", out="two")[1]
        for name in set(files) - {"run.json"}:
            self.assertEqual(files[name], again[name], name)
        more = self.analysis("--resamples", "40", out="three")[1]
        self.assertNotEqual(files["indices.csv"], more["indices.csv"])

    def test_map(self):
        cli.need("ogrinfo")
        self.sweep()
        self.analysis()
        told = cli.run("-al", "-so", self.path("out/sensitivity.gpkg"), program="ogrinfo")
        self.assertEqual(told.returncode, 0, told.stderr)
        self.assertIn("Layer name: region_drivers", told.stdout)
        self.assertIn("total_pull_of_size: Real", told.stdout)
        self.assertIn("COLUMNS_region_indices=policy, year [year]", told.stdout)
        self.assertEqual(told.stdout.count("Feature Count: 124"), 2)

    def test_screening(self):
        self.sweep('method = "morris"\nn = 4')
        said, files = self.analysis()
        self.assertEqual(set(files), EVERY | {"indices.csv", "sensitivity.gpkg",
                                              "sensitivity.qgs"})
        self.assertIn("mu* of Morris", said)
        measures = {row["measure"] for row in cli.table(self.path("out/indices.csv"))}
        self.assertEqual(measures, {"mu", "mu_star", "sigma"})
        self.assertIn("no random sample of futures", files["summary.md"].decode())

    def test_hypercube(self):
        self.sweep('method = "latin_hypercube"\nn = 12')
        said, files = self.analysis()
        self.assertEqual(set(files), EVERY | {"associations.csv", "variance.csv"})
        self.assertIn("rank correlations", said)

    def test_gaps(self):
        self.write("study.toml", STUDY.format(design=SALTELLI))
        self.succeeds("sweep", "plan", "study.toml", "-o", "sweep")
        self.refuses("sweep: 64 of 64 runs are missing; finish them with mgz sweep run sweep, or "
                     "add --allow-missing", "sensitivity", "sweep", "-o", "out")
        self.assertFalse(os.path.exists(self.path("out")))
        # Every second run: no point has both of its replicates.
        self.succeeds("sweep", "run", "sweep", "--slice", "0/2")
        said = self.analysis("--allow-missing")[0]
        self.assertIn("32 points, 0 failed and 32 missing runs", said)
        self.assertIn("too many runs failed", said)
        rows = cli.table(self.path("out/indices.csv"))
        self.assertEqual({(row["state"], row["value"]) for row in rows}, {("too_few", "")})

    def test_folders(self):
        self.sweep()
        self.analysis()
        self.refuses("out: exists; give another folder or --force", "sensitivity", "sweep", "-o",
                     "out")
        self.analysis("--force")
        self.refuses("sweep: holds sweep/plan.json, which the run reads; give another folder",
                     "sensitivity", "sweep", "-o", "sweep", "--force")
        self.refuses("nowhere: there is no such folder; make it with mgz sweep plan STUDY -o "
                     "nowhere", "sensitivity", "nowhere", "-o", "other")
        self.refuses("sensitivity: --resamples: '5' is not a whole number from 20 to 100000; mgz "
                     "sensitivity --help tells more", "sensitivity", "sweep", "-o", "other",
                     "--resamples", "5")


if __name__ == "__main__":
    cli.main()
