#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Rasters of the small comparison, read with GDAL's own programs: bands, frame, values."""

import json
import os
import shutil
import sys
import tempfile

from judge import check, problems, run

PROFESSIONS = ["huisarts_so", "huisarts", "so", "avg"]
BANDS = [f"{scenario}: {what}" for scenario in ["help", "same"]
         for what in ["effect", "certainty", "certain"]]
# By subregion: a point in it (km from the corner), then the six bands, as small_comparison.h says.
VALUES = {"m1": ((30, 10), [0.01, 1, 1, 0, 0.5, 0]), "o1": ((50, 5), [0.02, 1, 1, 0, 0.5, 0]),
          "o2": ((50, 15), [-0.03, 1, -1, 0, 0.5, 0]), "w1": ((10, 10), [0.04, 1, 1, 0, 0.5, 0])}


def check_raster(path):
    info = json.loads(run("gdalinfo", "-json", path))
    check(info["size"] == [60, 20], f"{path}: size {info['size']}")
    check(info["geoTransform"] == [120000, 1000, 0, 460000, 0, -1000], f"{path}: frame")
    check('ID["EPSG",28992]' in info["coordinateSystem"]["wkt"], f"{path}: not EPSG:28992")
    names = [band["description"] for band in info["bands"]]
    check(names == BANDS, f"{path}: bands {names}")
    check(all(band["noDataValue"] == -9999 for band in info["bands"]), f"{path}: no-data value")
    check(info["metadata"]["IMAGE_STRUCTURE"]["LAYOUT"] == "COG", f"{path}: no COG")
    labels = info["metadata"][""]
    check(labels["REFERENCE"] == "baseline" and labels["SCENARIOS"] == "help, same",
          f"{path}: labels {labels}")
    for code, ((x, y), expected) in VALUES.items():
        text = run("gdallocationinfo", "-valonly", "-geoloc", path, str(120000 + 1000 * x),
                   str(440000 + 1000 * y))
        values = [float(line) for line in text.split()]
        check(len(values) == 6 and all(abs(a - b) < 1e-6 for a, b in zip(values, expected)),
              f"{path}, {code}: {values}, expected {expected}")


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: read_back_comparison.py PROGRAM_THAT_WRITES")
    if not all(map(shutil.which, ["gdalinfo", "gdallocationinfo"])):
        print("skipped: the programs of GDAL (gdal-bin) are not installed")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as temp:
        folder = os.path.join(temp, "out")
        run(sys.argv[1], folder)
        for profession in PROFESSIONS:
            check_raster(f"{folder}/difference_{profession}.tif")
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
