#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""What sharing luck gains: prints the tables of docs/precision.md and draws
docs/images/precision.png from the folders of comparisons, one for each year of comparison.

    docs/images/draw_precision.py docs/images/precision.png out/common-2030 out/common-2040

Needs python3-gdal and python3-matplotlib.
"""
import csv
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
LOCAL, WIDE = "#b2182b", "#2166ac"
MOVE_YEARS = ("2030", "2035", "2040")
MOST = 1000  # beyond it next to nothing differs but the measure
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
    if number >= MOST:
        return f">{MOST:,}"
    return f"{number:.0f}" if number >= 9.95 else f"{number:.1f}"


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


def draw(comparisons, regions, picture):
    """Factor of the regions named (or all), by scenario and year: median and range."""
    first = comparisons[0]
    where = {name: first.named(name) or regions for name in first.scenarios}
    names = sorted(where, key=lambda name: statistics.median(
        first.factors(name, where[name], "huisarts", "shortage")))
    figure, panels = plt.subplots(1, 2, figsize=(8.8, 6.8), dpi=130, sharey=True, sharex=True)
    for panel, (profession, title) in zip(panels, [("huisarts", "GP"), ("so", "SO")]):
        for lower, comparison in enumerate(comparisons):
            for y, name in enumerate(names):
                values = comparison.factors(name, where[name], profession, "shortage")
                values = [min(value, MOST) for value in values]
                colour = LOCAL if comparison.is_local(name) else WIDE
                at = y - 0.32 * lower
                panel.plot([min(values), max(values)], [at, at], color=colour, linewidth=1,
                           alpha=0.45)
                panel.plot(statistics.median(values), at, "o", color=colour, markersize=4.5,
                           markerfacecolor="white" if lower else colour)
        panel.axvline(WANTED, color="0.45", linewidth=0.9, linestyle="--")
        panel.set_xscale("log")
        panel.set_xlim(0.8, 1.2 * MOST)
        panel.set_xticks([1, 5, 10, 100, MOST])
        panel.set_xticklabels(["1", "5", "10", "100", f"{MOST:,}+"])
        panel.set_title(f"shortage of {title}", fontsize=10, loc="left")
        for side in ("top", "right"):
            panel.spines[side].set_visible(False)
    panels[0].set_yticks(range(len(names)))
    panels[0].set_yticklabels([name.replace("_", " ") for name in names], fontsize=8)
    handles = [plt.Line2D([], [], marker="o", color=LOCAL, label="some regions alone: those"),
               plt.Line2D([], [], marker="o", color=WIDE, label="nationwide too: named or all")]
    for lower, comparison in enumerate(comparisons):
        handles.append(plt.Line2D([], [], marker="o", color="0.3", linestyle="",
                                  label=comparison.year,
                                  markerfacecolor="white" if lower else "0.3"))
    handles.append(plt.Line2D([], [], color="0.45", linestyle="--", label=f"{WANTED}, wanted"))
    figure.legend(handles=handles, loc="lower center", ncol=5, frameon=False, fontsize=8)
    figure.supxlabel("times as many replicates needed without shared luck", fontsize=9, y=0.05)
    figure.tight_layout(rect=(0, 0.04, 1, 1))
    figure.savefig(picture, metadata={"Software": None})


def main(picture, *folders):
    comparisons = [Comparison(folder) for folder in folders]
    neighbours = touching(comparisons[-1])
    for comparison in comparisons:
        print_factors(comparison, sorted(neighbours))
    print_elsewhere(comparisons[-1], neighbours)
    draw(comparisons, sorted(neighbours), picture)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
