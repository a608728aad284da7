#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""What sharing luck gains: prints the tables of docs/precision.md and draws docs/images/precision.png
from the folders of comparisons, one for each year of comparison.

    docs/images/draw_precision.py docs/images/precision.png out/common-2030 out/common-2040

Needs python3-gdal and python3-matplotlib.
"""
import csv
import re
import statistics
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from osgeo import gdal

gdal.UseExceptions()

# The default geography, where scenarios name no other.
REGIONS = Path(__file__).resolve().parents[2] / "shapefiles" / "regions.shp"
WANTED = 5  # times fewer replicates: the least that is asked of a local measure
MOVE_YEARS = ("2030", "2035", "2040")
# Profession, indicator, heading.
MEASURED = [("huisarts", "shortage", "GP shortage"), ("so", "shortage", "SO shortage"),
            ("huisarts", "fte", "GP FTE"), ("so", "fte", "SO FTE")]


class Comparison:
    """One folder of mgz compare."""

    def __init__(self, folder):
        self.folder = folder
        self.factor = {}
        for row in self.rows("precision.csv"):
            self.year = row["year"]
            if row["variance_reduction"]:
                key = (row["scenario"], row["code"], row["profession"], row["indicator"])
                self.factor[key] = float(row["variance_reduction"])
        self.scenarios = list(dict.fromkeys(key[0] for key in self.factor))
        self.plans = {name: self.plan(name) for name in self.scenarios}

    def rows(self, name):
        with open(f"{self.folder}/{name}", encoding="utf-8") as file:
            yield from csv.DictReader(file)

    def plan(self, name):
        with open(f"{self.folder}/scenario-{name}.toml", "rb") as file:
            return tomllib.load(file)

    def named(self, scenario):
        """Regions that the scenario names."""
        codes = {code for i in self.plans[scenario].get("interventions", [])
                 for code in i.get("where", [])}
        return sorted(codes)

    def is_local(self, scenario):
        """Does it nothing but measures in some regions?"""
        measures = self.plans[scenario].get("interventions", [])
        return bool(measures) and all(i.get("where") for i in measures)

    def factors(self, scenario, codes, profession, indicator):
        keys = ((scenario, code, profession, indicator) for code in codes)
        return [self.factor[key] for key in keys if key in self.factor]


def touching(comparison):
    """Region -> regions that share a border or a corner with it."""
    geography = next(iter(comparison.plans.values()))["geography"]
    source = gdal.OpenEx(geography.get("regions", str(REGIONS)), gdal.OF_VECTOR)
    shapes = {feature.GetField(geography["regions_code"]): feature.GetGeometryRef().Clone()
              for feature in source.GetLayer(0)}
    return {a: {b for b in shapes if b != a and shapes[a].Intersects(shapes[b])} for a in shapes}


def show(number):
    return f"{number:.0f}" if number >= 10 else f"{number:.1f}"


def spread(numbers):
    if not numbers:
        return "-"
    middle = show(statistics.median(numbers))
    if len(numbers) == 1:
        return middle
    return f"{middle} ({show(min(numbers))} to {show(max(numbers))})"


def table(head, rows):
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()


def print_factors(comparison, regions):
    print(f"### {comparison.year}\n")
    head = ["scenario", "country GP", "country SO"] + [f"regions, {m[2]}" for m in MEASURED]
    rows = []
    for name in comparison.scenarios:
        where = comparison.named(name) or regions
        row = [name.replace("_", " ")]
        row += [spread(comparison.factors(name, ["country"], p, "shortage"))
                for p in ("huisarts", "so")]
        row += [spread(comparison.factors(name, where, p, i)) for p, i, _ in MEASURED]
        rows.append(row)
    table(head, rows)


def elsewhere(comparison, neighbours):
    """(scenario, year, profession) -> share of those who work far from the regions named in the
    reference that works for another employer in the scenario, or not at all."""
    away, everybody = defaultdict(float), defaultdict(float)
    near = {}
    for name in filter(comparison.is_local, comparison.scenarios):
        named = set(comparison.named(name))
        near[name] = named.union(*(neighbours[code] for code in named))
    for row in comparison.rows("moves.csv"):
        name = row["scenario"]
        if name not in near or not row["from_code"] or row["from_code"] in near[name]:
            continue
        key = (name, row["year"], row["profession"])
        everybody[key] += float(row["heads"])
        away[key] += float(row["other_employer_heads"])
    return {key: away[key] / everybody[key] for key in everybody}, near


def print_elsewhere(comparison, neighbours):
    share, near = elsewhere(comparison, neighbours)
    head = ["scenario", "regions left out"] + [f"{p} {year}" for p in ("GP", "SO")
                                               for year in MOVE_YEARS]
    rows = []
    for name, regions in near.items():
        rows.append([name.replace("_", " "), str(len(regions))] +
                    [f"{100 * share[name, year, p]:.0f}%" for p in ("huisarts", "so")
                     for year in MOVE_YEARS])
    print("### Far away, at another employer\n")
    table(head, rows)


def draw(comparison, regions, picture):
    """Factor of the regions named (or all), by scenario: median and range."""
    figure, panels = plt.subplots(1, 2, figsize=(8.6, 6.4), dpi=130, sharey=True, sharex=True)
    names = sorted(comparison.scenarios, key=lambda name: statistics.median(
        comparison.factors(name, comparison.named(name) or regions, "huisarts", "shortage")))
    for panel, (profession, title) in zip(panels, [("huisarts", "GP"), ("so", "SO")]):
        for y, name in enumerate(names):
            where = comparison.named(name)
            values = comparison.factors(name, where or regions, profession, "shortage")
            colour = "#b2182b" if comparison.is_local(name) else "#2166ac"
            panel.plot([min(values), max(values)], [y, y], color=colour, linewidth=1.2, alpha=0.5)
            panel.plot(statistics.median(values), y, "o", color=colour, markersize=5)
        panel.axvline(WANTED, color="0.45", linewidth=0.9, linestyle="--")
        panel.axvline(1, color="0.75", linewidth=0.9)
        panel.set_xscale("log")
        panel.set_xticks([1, 2, 5, 10, 20, 50, 100])
        panel.set_xticklabels(["1", "2", "5", "10", "20", "50", "100"])
        panel.set_title(f"shortage of {title}, {comparison.year}", fontsize=10, loc="left")
        panel.set_xlabel("replicates saved: times fewer")
        for side in ("top", "right"):
            panel.spines[side].set_visible(False)
    panels[0].set_yticks(range(len(names)))
    panels[0].set_yticklabels([re.sub("_", " ", name) for name in names], fontsize=8)
    handles = [plt.Line2D([], [], marker="o", color=c, linewidth=1.2, label=label) for c, label in
               [("#b2182b", "measures in some regions alone: those regions"),
                ("#2166ac", "also nationwide: regions named, or all")]]
    handles.append(plt.Line2D([], [], color="0.45", linestyle="--", linewidth=0.9,
                              label=f"{WANTED}: wanted of local measures"))
    figure.legend(handles=handles, loc="lower center", ncol=3, frameon=False, fontsize=8)
    figure.tight_layout(rect=(0, 0.05, 1, 1))
    figure.savefig(picture, metadata={"Software": None})


def main(picture, *folders):
    comparisons = [Comparison(folder) for folder in folders]
    neighbours = touching(comparisons[-1])
    for comparison in comparisons:
        print_factors(comparison, sorted(neighbours))
    print_elsewhere(comparisons[-1], neighbours)
    draw(comparisons[0], sorted(neighbours), picture)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
