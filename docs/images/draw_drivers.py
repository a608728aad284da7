#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Draws which factor matters most where, from the folder of a sensitivity analysis: a map of the
regions, coloured by their strongest factor, beside the indices of the whole country.

    docs/images/draw_drivers.py out/drivers docs/images/drivers.png [PROFESSION [INDICATOR [POLICY]]]

PROFESSION is huisarts_so unless given, INDICATOR shortage, POLICY the first; the year is the last.
Needs python3-gdal and python3-matplotlib.
"""
import csv
import sys
import textwrap

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.collections import PatchCollection
from matplotlib.colors import to_rgb
from matplotlib.patches import Patch
from osgeo import gdal

sys.dont_write_bytecode = True  # nothing beside the scripts
from draw_shortage import patch_of

# Told apart with any eyes (Okabe & Ito 2008); more factors than these lead nowhere, as a rule.
COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"]
OTHER, NOTHING, INK = "#8c8c8c", "#efefef", "#222222"
PALE = 0.22  # how much of its colour a region has whose strongest index is 0
MOST_BARS = 12
WHO = {"huisarts": "GPs", "so": "elderly care physicians (SO)",
       "avg": "physicians for the disabled (AVG)", "huisarts_so": "GPs and elderly care physicians"}
# What only areas have, and what says the same of the country.
OF_COUNTRY = {"excess_shortage": "far_gap"}
TITLES = {"excess_shortage": "What decides how much shorter of {who} a region is than the country, "
                             "in {year}",
          "far_gap": "Far regions against near ones"}


def words(name):
    return name.replace("_", " ")


def folded(text):
    """A long name on lines of its own."""
    return "\n".join(textwrap.wrap(text.replace(".", ". "), 24)).replace(". ", ".")


def counted(number, what):
    return f"{number} {what}{'' if number == 1 else 's'}"


def mixed(colour, share):
    """The colour on white."""
    return tuple(1 - share * (1 - c) for c in to_rgb(colour))


class Drivers:
    """One outcome of the folder: its regions and its country."""

    def __init__(self, folder, profession, indicator, policy):
        self.source = gdal.OpenEx(f"{folder}/sensitivity.gpkg", gdal.OF_VECTOR)
        layer = self.source.GetLayerByName("region_drivers")
        features = list(layer)
        wanted = [f for f in features if f.GetField("profession") == profession
                  and f.GetField("indicator") == indicator]
        if not wanted:
            known = {f"{f.GetField('profession')} {f.GetField('indicator')}" for f in features}
            sys.exit(f"{folder} knows no {indicator} of {profession} by region; give one of: "
                     + ", ".join(sorted(known)))
        policy = wanted[0].GetField("policy") or "" if policy is None else policy
        self.year = max(f.GetField("year") for f in wanted)
        self.regions = [f for f in wanted if f.GetField("year") == self.year
                        and (f.GetField("policy") or "") == policy]
        self.of_country = OF_COUNTRY.get(indicator, indicator)
        self.country = {}  # factor -> measure -> row
        with open(f"{folder}/indices.csv", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if (row["policy"], row["year"], row["level"], row["profession"], row["indicator"]) \
                        == (policy, str(self.year), "country", profession, self.of_country):
                    self.country.setdefault(row["factor"], {})[row["measure"]] = row
        any_row = next(iter(self.country.values()), {})
        self.measure = "mu_star" if "mu_star" in any_row else "total"
        self.blocks = next((row["blocks"] for row in any_row.values()), "0")
        self.policy = policy
        self.unit = self.unit_of(folder, indicator)

    @staticmethod
    def unit_of(folder, indicator):
        with open(f"{folder}/dictionary.csv", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if row["column"] == "indicator" and row["code"] == indicator:
                    return row["unit"]
        return ""

    def leaders(self):
        """Factors that are strongest somewhere: most regions first."""
        counts = {}
        for region in self.regions:
            name = region.GetField("strongest")
            if name:
                counts[name] = counts.get(name, 0) + 1
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def draw_map(axes, drivers, colour_of):
    """Regions in the colour of their strongest factor, paler where its index is lower."""
    top = 1.0 if drivers.measure == "total" else \
        max((r.GetField("index") or 0 for r in drivers.regions), default=0) or 1.0
    for region in drivers.regions:
        patch = patch_of(region.GetGeometryRef())
        name = region.GetField("strongest")
        if not name:
            colour = NOTHING
        else:
            strength = min(max(region.GetField("index") / top, 0), 1)
            colour = mixed(colour_of(name), PALE + (1 - PALE) * strength)
        axes.add_collection(PatchCollection([patch], facecolor=colour, linewidth=0))
        if name and region.GetField("certain") == "no":
            axes.add_collection(PatchCollection([patch], facecolor="none", edgecolor="white",
                                                hatch="////", linewidth=0))
        axes.add_collection(PatchCollection([patch], facecolor="none", edgecolor="white",
                                            linewidth=1))
    axes.autoscale_view()
    axes.set_aspect("equal")
    axes.axis("off")
    return top


def draw_scale(figure, place, top, drivers):
    """How pale stands for how strong."""
    axes = figure.add_axes(place)
    steps = 60
    axes.imshow([[mixed("#444444", PALE + (1 - PALE) * i / steps) for i in range(steps + 1)]],
                aspect="auto", extent=(0, top, 0, 1))
    axes.set_yticks([])
    axes.set_xticks([0, top / 2, top])
    scale = 100 if drivers.unit == "share" and drivers.measure == "mu_star" else 1
    axes.set_xticklabels([f"{scale * tick:.2g}" for tick in (0, top / 2, top)], fontsize=8.5)
    axes.tick_params(length=2, color=OTHER)
    axes.set_title("index of the strongest factor" if drivers.measure == "total"
                   else "mean change by the strongest factor", fontsize=9, loc="left", pad=3)
    for side in axes.spines.values():
        side.set_visible(False)


def draw_bars(axes, drivers, colour_of):
    """Strongest on top; the darker part is what a factor explains alone."""
    rows = sorted(drivers.country.items(),
                  key=lambda item: -float(item[1][drivers.measure]["value"] or 0))[:MOST_BARS]
    scale = 100 if drivers.unit == "share" and drivers.measure == "mu_star" else 1
    for y, (name, measures) in enumerate(rows):
        total = measures[drivers.measure]
        if not total["value"]:
            continue
        value, low, high = (scale * float(total[end]) for end in ("value", "low", "high"))
        first = float(measures["first"]["value"]) if "first" in measures else None
        pale = first is not None
        axes.barh(y, max(value, 0), height=0.62, linewidth=0,
                  color=mixed(colour_of(name), 0.42 if pale else 0.85))
        if pale:
            axes.barh(y, min(max(first, 0), max(value, 0)), height=0.62, color=colour_of(name),
                      linewidth=0)
        axes.plot([low, high], [y, y], color=INK, linewidth=1.1, solid_capstyle="butt")
        for end in (low, high):
            axes.plot([end, end], [y - 0.13, y + 0.13], color=INK, linewidth=1.1)
    axes.set_yticks(range(len(rows)))
    axes.set_yticklabels([words(name) for name, _ in rows], fontsize=9.5)
    axes.set_ylim(max(len(rows), 7) - 0.4, -0.6)  # few bars stay as slim as many
    axes.set_xlim(left=0)
    if drivers.measure == "total":
        axes.set_xlim(right=max(0.1, 1.12 * max([scale * float(m[drivers.measure]["high"] or 0)
                                                 for _, m in rows], default=1)))
    axes.tick_params(axis="y", length=0)
    axes.tick_params(axis="x", labelsize=8.5, color=OTHER)
    axes.grid(axis="x", color="#dddddd", linewidth=0.7)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color("#bbbbbb")
    if drivers.measure == "total":
        axes.set_xlabel("share of the differences between futures", fontsize=9)
    else:
        unit = "percentage points" if scale == 100 else drivers.unit
        axes.set_xlabel(f"mean change over the whole range of the factor\n({unit})", fontsize=9)
    axes.set_title(TITLES.get(drivers.of_country, "The whole country"), fontsize=12, weight="bold", loc="left")


def main(folder, picture, profession="huisarts_so", indicator="shortage", policy=None):
    gdal.UseExceptions()
    plt.rcParams["hatch.linewidth"] = 1.1
    drivers = Drivers(folder, profession, indicator, policy)
    leaders = drivers.leaders()
    colours = dict(zip(leaders, COLOURS))

    def colour_of(name):
        return colours.get(name, OTHER)

    figure = plt.figure(figsize=(11.6, 7.2), dpi=120)
    map_axes = figure.add_axes([0.1, 0.03, 0.46, 0.83])
    bars = figure.add_axes([0.73, 0.24, 0.25, 0.56])
    top = draw_map(map_axes, drivers, colour_of)
    draw_bars(bars, drivers, colour_of)
    under = f" under {words(drivers.policy)}" if drivers.policy else ""
    title = TITLES.get(indicator, f"What decides the {words(indicator)} of {{who}} in {{year}}")
    figure.text(0.02, 0.935, title.format(who=WHO.get(profession, profession), year=drivers.year)
                + under, fontsize=15, weight="bold")
    figure.text(0.02, 0.9, "by region: the assumption on which the outcome depends most; simulated, "
                f"{int(drivers.source.GetMetadataItem('POINTS')):,} futures with "
                f"{counted(int(drivers.source.GetMetadataItem('REPLICATES')), 'replicate')} each",
                fontsize=10.5)
    handles = [Patch(facecolor=colour_of(name),
                     label=f"{folded(words(name))}\n{counted(count, 'region')}")
               for name, count in leaders.items()]
    if any(r.GetField("certain") == "no" for r in drivers.regions):
        handles.append(Patch(facecolor="#b0b0b0", edgecolor="white", hatch="////", linewidth=0,
                             label="hatched: the second\nmay matter as much"))
    if any(not r.GetField("strongest") for r in drivers.regions):
        handles.append(Patch(facecolor=NOTHING, label="nothing that was\nvaried matters"))
    figure.legend(handles=handles, loc="upper left", bbox_to_anchor=(0.012, 0.86), frameon=False,
                  fontsize=9.5, handlelength=1.4, labelspacing=0.8)
    draw_scale(figure, [0.02, 0.06, 0.17, 0.022], top, drivers)
    if drivers.measure == "total":
        figure.text(0.73, 0.115, "dark: alone; pale: together with other factors;\n"
                    f"lines: 95% intervals, from {drivers.blocks} blocks", fontsize=8.5,
                    color="#555555")
    source = drivers.source.GetMetadataItem("ATTRIBUTION") or ""
    figure.text(0.985, 0.015, source, fontsize=7.5, color="#555555", ha="right")
    figure.savefig(picture, facecolor="white", metadata={"Software": None})


if __name__ == "__main__":
    if not 3 <= len(sys.argv) <= 6:
        sys.exit(__doc__)
    main(*sys.argv[1:])
