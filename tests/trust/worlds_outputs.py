#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Random worlds through mgz itself: check, run on 1, 2 and 7 threads, compare, map, export, and every
output read back.

    worlds_outputs.py --random-worlds PROGRAM --mgz PROGRAM --largest N SEED...

Prints what was seen as JSON; exit status 1 when something is wrong, each said with the seed of its
world. Needs python3-gdal.
"""

import argparse
import csv
import hashlib
import json
import math
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

from osgeo import gdal, ogr

gdal.UseExceptions()
ogr.UseExceptions()

OF_THE_MACHINE = {"run.json", "scenario.toml"}
ALWAYS_THERE = {"mean", "p05", "p50", "p95"}
MAY_BE_EMPTY = {"inventory.csv"}
NAME_WITH_MARKUP = "</script><b>bold"


class World:
    """One world in a folder; `wrong` gathers what is not as it should be."""

    def __init__(self, seed, arguments, folder):
        self.seed, self.arguments, self.folder = seed, arguments, folder
        self.wrong = []

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def mgz(self, *words):
        return subprocess.run([self.arguments.mgz, *words], capture_output=True, text=True,
                              cwd=self.folder, timeout=600, check=False)

    def expect(self, true, what):
        if not true:
            self.wrong.append(f"seed {self.seed}: {what}")

    def succeeds(self, *words):
        done = self.mgz(*words)
        self.expect(done.returncode == 0, f"mgz {' '.join(words)} ends with {done.returncode}: "
                                          f"{done.stderr.strip()[:300]}")
        return done.returncode == 0

    def try_out(self):
        """The refusal of a world that cannot be run, or None."""
        subprocess.run([self.arguments.random_worlds, "--only", str(self.seed), "--largest",
                        str(self.arguments.largest), "--write-to", self.folder], check=True)
        checked = self.mgz("check", "scenario.toml")
        if checked.returncode == 2:
            sentence = checked.stderr.strip()
            self.expect("\n" not in sentence and len(sentence) > 30, f"refused with: {sentence}")
            return sentence
        self.expect(checked.returncode == 0, f"mgz check: {checked.stderr.strip()[:300]}")
        hashes = []
        for threads in (1, 2, 7):
            out = f"out{threads}"
            if not self.succeeds("run", "scenario.toml", "-o", out, "--replicates", "3",
                                 "--threads", str(threads)):
                return None
            hashes.append(self.hash_of(out))
        self.expect(len(set(hashes)) == 1, "the outputs of 1, 2 and 7 threads differ")
        self.read_back("out1")
        self.read_geometry()
        self.succeeds("map", "out1", "-o", "map.svg")
        self.succeeds("export", "out1", "-o", "tables.xlsx")
        self.compare()
        return None

    def hash_of(self, out):
        total = hashlib.sha256()
        for name in sorted(set(os.listdir(self.path(out))) - OF_THE_MACHINE):
            with open(self.path(out, name), "rb") as file:
                total.update(name.encode() + hashlib.sha256(file.read()).digest())
        return total.hexdigest()

    def read_back(self, out):
        """Every table: numbers where its dictionary says so."""
        with open(self.path(out, "dictionary.csv"), encoding="utf-8", newline="") as file:
            numeric = {(at["file"], at["column"]) for at in csv.DictReader(file)
                       if at["type"] in ("integer", "real")}
        names = [name for name in os.listdir(self.path(out)) if name.endswith(".csv")]
        self.expect(len(names) >= 10 or out != "out1", "tables are missing")
        for name in names:
            if name != "dictionary.csv":
                self.read_table(out, name, numeric)
        with open(self.path(out, "report.html"), encoding="utf-8") as file:
            page = file.read()
        self.expect(NAME_WITH_MARKUP not in page, f"{out}/report.html holds a name as markup")
        for name in os.listdir(self.path(out)):
            if name.endswith((".qgs", ".qml")):
                xml.parse(self.path(out, name))

    def read_table(self, out, name, numeric):
        with open(self.path(out, name), encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column, text in row.items():
                    if (name, column) not in numeric:
                        continue
                    if text == "":
                        empty_is_fine = column not in ALWAYS_THERE or name in MAY_BE_EMPTY
                        self.expect(empty_is_fine, f"{out}/{name}: no {column} in {row}")
                    elif not math.isfinite(float(text)):
                        self.expect(False, f"{out}/{name}: {column} is {text}")
                if len(self.wrong) > 20:
                    return

    def read_geometry(self):
        source = ogr.Open(self.path("out1", "shortage.gpkg"))
        for i in range(source.GetLayerCount()):
            layer = source.GetLayer(i)
            for feature in layer:
                shape = feature.GetGeometryRef()
                if shape is not None:
                    self.expect(shape.IsValid() and not shape.IsEmpty(),
                                f"{layer.GetName()}: feature {feature.GetFID()} is not valid")
        page = ogr.Open(self.path("out1", "shortage.geojson"))
        self.expect(all(map(math.isfinite, page.GetLayer(0).GetExtent())), "shortage.geojson")
        for name in os.listdir(self.path("out1")):
            if not name.endswith(".tif"):
                continue
            raster = gdal.Open(self.path("out1", name))
            for band in range(1, raster.RasterCount + 1):
                values = raster.GetRasterBand(band).ReadAsArray().ravel().tolist()
                seen = [v for v in values if v != -9999]
                self.expect(all(math.isfinite(v) and v >= 0 for v in seen),
                            f"{name}: band {band} holds what is no figure")

    def compare(self):
        with open(self.path("more.toml"), "w", encoding="utf-8") as file:
            file.write('inherits = "scenario.toml"\ntitle = "More"\n[training]\nso.fill = 1.0\n'
                       "huisarts.fill = 1.0\n")
        if self.succeeds("compare", "scenario.toml", "more.toml", "-o", "both", "--replicates", "2"):
            self.read_back("both")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--random-worlds", required=True)
    parser.add_argument("--mgz", required=True)
    parser.add_argument("--largest", type=int, default=60)
    parser.add_argument("seeds", type=int, nargs="+")
    arguments = parser.parse_args()
    arguments.mgz = os.path.abspath(arguments.mgz)
    wrong, refusals = [], []
    for seed in arguments.seeds:
        with tempfile.TemporaryDirectory(prefix="mgz-world-") as folder:
            world = World(seed, arguments, folder)
            refusal = world.try_out()
            if refusal is not None:
                refusals.append(refusal.replace(folder, ""))
            wrong += world.wrong
    print(json.dumps({"worlds": len(arguments.seeds), "refusals": refusals, "wrong": wrong},
                     indent=1, ensure_ascii=False))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
