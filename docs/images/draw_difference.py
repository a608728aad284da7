#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Draws docs/images/guide_difference.png from the folder of a comparison: one map for each scenario,
with the change in the shortage of GPs and elderly care physicians. Where the replicates do not agree
on the sign the region is hatched.

    docs/images/draw_difference.py plans docs/images/guide_difference.png

Needs python3-gdal and python3-matplotlib.
"""
import re
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.collections import PatchCollection
from matplotlib.colors import BoundaryNorm, ListedColormap
from matplotlib.patches import Patch
from matplotlib.patheffects import withStroke
from osgeo import gdal

sys.dont_write_bytecode = True  # nothing beside the scripts
from draw_shortage import patch_of

# Percentage points of shortage: above 0 is less shortage than in the reference, as in the file. The
# middle is grey: most regions move a little by chance, and colour would make that a finding.
BREAKS = [-8, -4, -2, -1, 1, 2, 4, 8]
COLOURS = ListedColormap(
    ["#b35806", "#e08a2e", "#fdc88a", "#e9e9e9", "#c3bfe0", "#8a7db8", "#54278f"])
HATCH = "#a3a3a3"
HALO = [withStroke(linewidth=2, foreground="white")]


def title_of(folder, name):
    with open(f"{folder}/scenario-{name}.toml", encoding="utf-8") as file:
        found = re.search(r'(?m)^title = "(.*?)"', file.read())
    return found.group(1) if found else name


def read(source):
    """Scenario -> its regions, as (patch, effect in points, certain or not, name, a point inside)."""
    scenarios = {name: [] for name in source.GetMetadataItem("SCENARIOS").split(", ")}
    for feature in source.GetLayerByName("region_differences"):
        shape = feature.GetGeometryRef()
        inside = shape.PointOnSurface()
        scenarios[feature.GetField("scenario")].append(
            (patch_of(shape), 100 * feature.GetField("effect_huisarts_so"),
             feature.GetField("certain_huisarts_so") != "uncertain", feature.GetField("name"),
             (inside.GetX(), inside.GetY())))
    return scenarios


def draw_map(axes, regions):
    """Colours, then hatches, then borders and names over both."""
    filled = PatchCollection([patch for patch, *_ in regions], cmap=COLOURS,
                             norm=BoundaryNorm(BREAKS, COLOURS.N, clip=True), linewidth=0)
    filled.set_array([effect for _, effect, *_ in regions])
    axes.add_collection(filled)
    axes.add_collection(PatchCollection(
        [patch for patch, _, certain, *_ in regions if not certain], facecolor="none",
        edgecolor=HATCH, hatch="/////", linewidth=0))
    axes.add_collection(PatchCollection([patch for patch, *_ in regions], facecolor="none",
                                        edgecolor="white", linewidth=1))
    for patch, effect, certain, name, (x, y) in regions:
        if not certain:
            continue
        axes.add_collection(PatchCollection([patch], facecolor="none", edgecolor="#222222",
                                            linewidth=1.4))
        axes.text(x, y, f"{name}\n{effect:+.1f}", fontsize=10, weight="bold", color="#222222",
                  ha="center", va="center", path_effects=HALO)
    axes.autoscale_view()
    axes.set_aspect("equal")
    axes.axis("off")
    return filled


def main(folder, picture):
    gdal.UseExceptions()
    plt.rcParams["hatch.linewidth"] = 0.9
    source = gdal.OpenEx(f"{folder}/difference.gpkg", gdal.OF_VECTOR)
    scenarios = read(source)
    figure, all_axes = plt.subplots(1, len(scenarios), figsize=(4.4 * len(scenarios), 6.9), dpi=120,
                                    squeeze=False)
    figure.subplots_adjust(left=0.01, right=0.99, top=0.85, bottom=0.16, wspace=0.02)
    for axes, (name, regions) in zip(all_axes[0], scenarios.items()):
        drawn = draw_map(axes, regions)
        axes.set_title(title_of(folder, name), fontsize=12, weight="bold", loc="left", x=0.03, y=0.97)
    figure.text(0.015, 0.93, "Change in the shortage of GPs and elderly care physicians, "
                f"{source.GetMetadataItem('YEAR')}", fontsize=15, weight="bold")
    reference = title_of(folder, source.GetMetadataItem("REFERENCE"))
    figure.text(0.015, 0.896, f"percentage points against {reference}; "
                "above 0 is less shortage; simulated, median of "
                f"{source.GetMetadataItem('REPLICATES')} replicates", fontsize=10.5)
    bar = figure.colorbar(drawn, cax=figure.add_axes([0.03, 0.105, 0.42, 0.025]),
                          orientation="horizontal", spacing="uniform")
    bar.set_ticks(BREAKS)
    bar.set_ticklabels([f"{b:+d}" if b else "0" for b in BREAKS])
    bar.outline.set_visible(False)
    figure.text(0.03, 0.035, "more shortage", fontsize=10)
    figure.text(0.45, 0.035, "less shortage", fontsize=10, ha="right")
    figure.legend(handles=[Patch(facecolor="#e9e9e9", edgecolor=HATCH, hatch="/////", linewidth=0,
                                 label="not clear: 0 lies within the 90% interval"),
                           Patch(facecolor="white", edgecolor="#222222", linewidth=1.4,
                                 label="clear: the whole 90% interval is on one side")],
                  loc="center left", bbox_to_anchor=(0.5, 0.1), frameon=False, fontsize=10)
    figure.text(0.985, 0.012, "Regions made from settlements. Source: CBS, CC BY 4.0.", fontsize=8,
                color="#555555", ha="right")
    figure.savefig(picture, facecolor="white")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
