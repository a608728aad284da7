#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Rasters and maps of the small run, read with GDAL's own programs: figures, names, no warnings."""

import json
import os
import shutil
import sys
import tempfile

from judge import check, problems, run

PROFESSIONS = ["huisarts", "so", "avg"]
YEARS = [2003, 2005, 2006]
CORNER = (120000, 440000)


def value(path, band, x_km, y_km):
    x, y = CORNER[0] + 1000 * x_km, CORNER[1] + 1000 * y_km
    text = run("gdallocationinfo", "-valonly", "-geoloc", "-b", str(band), path, str(x), str(y))
    return float(text)


def near(actual, expected, what):
    check(abs(actual - expected) < 1e-6, f"{what}: {actual}, expected {expected}")


UNITS = {"shortage": "1", "access": "FTE per 10,000 people"}


def check_frame(path, what):
    info = json.loads(run("gdalinfo", "-json", path))
    check(info["size"] == [60, 20], f"{path}: size {info['size']}")
    check(info["geoTransform"] == [120000, 1000, 0, 460000, 0, -1000], f"{path}: frame")
    check('ID["EPSG",28992]' in info["coordinateSystem"]["wkt"], f"{path}: not EPSG:28992")
    names = [band["description"] for band in info["bands"]]
    check(names == [f"{what} {year}" for year in YEARS], f"{path}: bands {names}")
    check(all(band["noDataValue"] == -9999 for band in info["bands"]), f"{path}: no-data value")
    check(all(band.get("unit") == UNITS[what] for band in info["bands"]), f"{path}: units")
    for band in info["bands"]:
        noted = band["metadata"][""]
        check(0 <= float(noted["STATISTICS_MINIMUM"]) <= float(noted["STATISTICS_MEAN"])
              <= float(noted["STATISTICS_MAXIMUM"]), f"{path}: statistics {noted}")
    check(info["metadata"]["IMAGE_STRUCTURE"]["LAYOUT"] == "COG", f"{path}: no COG")
    labels = info["metadata"][""]
    check(labels["SCENARIO"] == "Drieland" and labels["SEED"] == "7", f"{path}: labels {labels}")


def check_shortage(folder):
    """As small_run.h makes it: mean 0.03 (area + 1) + 0.01 time + 0.02 profession + 0.01."""
    places = {0: (30, 10), 1: (50, 5), 2: (50, 15), 3: (10, 10)}  # area: centre of its subregion
    for p, profession in enumerate(PROFESSIONS):
        path = f"{folder}/shortage_{profession}.tif"
        check_frame(path, "shortage")
        for band, time in enumerate([0, 2, 3], start=1):
            for area, (x, y) in places.items():
                # Subregion o2 has no need of avg: it shows its region, whose place is 1.
                shown = 1 if (area, profession) == (2, "avg") else area
                expected = 0.03 * (shown + 1) + 0.01 * time + 0.02 * p + 0.01
                near(value(path, band, x, y), expected, f"{path}, band {band}, area {area}")


def check_access(folder):
    for profession in PROFESSIONS:
        check_frame(f"{folder}/access_{profession}.tif", "access")
    # Settlement 5 stands in a corner of cells; the cell that starts there has its centre 0.7 km
    # away, near enough for the same bands as the settlement itself.
    rows = json.loads(run("ogr2ogr", "-f", "GeoJSON", "/vsistdout/", f"{folder}/shortage.gpkg",
                          "settlements"))["features"]
    settlement = next(row["properties"] for row in rows if row["properties"]["code"] == "5")
    for profession in PROFESSIONS:
        shown = value(f"{folder}/access_{profession}.tif", 2, 33.5, 5.5)
        near(shown, settlement[f"access_{profession}"], f"access of {profession} at settlement 5")


def check_maps(folder):
    listing = run("ogrinfo", "-so", "-al", f"{folder}/shortage.gpkg")
    for layer, count in {"regions": 3, "subregions": 4, "settlements": 7, "employers": 26,
                         "training_centres": 4, "region_years": 12, "subregion_years": 16}.items():
        part = listing.split(f"Layer name: {layer}\n")
        check(len(part) == 2 and f"Feature Count: {count}\n" in part[1].split("Layer name")[0],
              f"shortage.gpkg: layer {layer} has not {count} features")
    with open(f"{folder}/shortage.geojson", encoding="utf-8") as file:
        codes = [f["properties"]["code"] for f in json.load(file)["features"]]
    check(codes == ["m", "o", "w"], f"shortage.geojson: {codes}")


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: read_back.py PROGRAM_THAT_WRITES")
    if not all(map(shutil.which, ["gdalinfo", "gdallocationinfo", "ogrinfo", "ogr2ogr"])):
        print("skipped: the programs of GDAL (gdal-bin) are not installed")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as temp:
        folder = os.path.join(temp, "out")
        run(sys.argv[1], folder)
        check_shortage(folder)
        check_access(folder)
        check_maps(folder)
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
