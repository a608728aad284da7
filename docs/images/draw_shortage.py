#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Draws docs/images/shortage.png from the folder of a run.

    docs/images/draw_shortage.py out/baseline docs/images/shortage.png

Needs python3-gdal and python3-matplotlib.
"""
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.collections import PatchCollection
from matplotlib.colors import BoundaryNorm
from matplotlib.path import Path
from matplotlib.patheffects import withStroke
from matplotlib.patches import PathPatch
from osgeo import gdal, ogr

BREAKS = [0, 0.02, 0.05, 0.075, 0.10, 0.15, 0.20, 0.35]
MARKS = {"huisarts": ("o", "GP"), "so": ("s", "elderly care physician (SO)"),
         "avg": ("^", "physician for the disabled (AVG)")}


def patch_of(geometry):
    """One patch with holes for a polygon or multipolygon."""
    parts = [geometry] if geometry.GetGeometryName() == "POLYGON" else \
        [geometry.GetGeometryRef(i) for i in range(geometry.GetGeometryCount())]
    vertices, codes = [], []
    for part in parts:
        for r in range(part.GetGeometryCount()):
            ring = [p[:2] for p in part.GetGeometryRef(r).GetPoints()]
            vertices += ring
            codes += [Path.MOVETO] + [Path.LINETO] * (len(ring) - 2) + [Path.CLOSEPOLY]
    return PathPatch(Path(vertices, codes))


def main(folder, picture):
    gdal.UseExceptions()
    source = gdal.OpenEx(f"{folder}/shortage.gpkg", gdal.OF_VECTOR)
    regions, values = [], []
    for feature in source.GetLayerByName("regions"):
        regions.append(patch_of(feature.GetGeometryRef()))
        values.append(feature.GetField("shortage"))
        year = feature.GetField("year")

    figure, axes = plt.subplots(figsize=(8, 8.2), dpi=120)
    colours = plt.get_cmap("YlOrRd", len(BREAKS) - 1)
    drawn = PatchCollection(regions, cmap=colours, norm=BoundaryNorm(BREAKS, colours.N),
                            edgecolor="white", linewidth=0.9)
    drawn.set_array(values)
    axes.add_collection(drawn)
    for feature in source.GetLayerByName("regions"):
        if feature.GetField("shortage") < 0.15:
            continue
        at = feature.GetGeometryRef().PointOnSurface()
        axes.text(at.GetX(), at.GetY(), feature.GetField("name").replace(" ", "\n", 1), fontsize=8,
                  ha="center", va="center", color="white", weight="bold",
                  path_effects=[withStroke(linewidth=1.5, foreground="#555555")])
    seen = set()
    for feature in source.GetLayerByName("training_centres"):
        marker, label = MARKS[feature.GetField("profession")]
        point = feature.GetGeometryRef()
        offset = {"o": 0, "s": 5500, "^": -5500}[marker]
        axes.plot(point.GetX() + offset, point.GetY(), marker, ms=5, mfc="#1f4e79", mec="white",
                  mew=0.8, label=None if label in seen else label)
        seen.add(label)
    axes.autoscale_view()
    axes.set_aspect("equal")
    axes.axis("off")
    bar = figure.colorbar(drawn, ax=axes, shrink=0.45, pad=0.01, spacing="uniform")
    bar.ax.set_yticklabels([f"{100 * b:g}%" for b in BREAKS])
    bar.set_label("share of the need that is not met")
    axes.legend(title="trains", loc="upper left", frameon=False, fontsize=8, title_fontsize=8)
    axes.set_title(f"Shortage of GPs and elderly care physicians, {year}\n"
                   f"simulated, mean of {source.GetMetadataItem('REPLICATES')} replicates", fontsize=11, loc="left")
    figure.text(0.13, 0.1, "mgz baseline. Regions made from settlements. Source: CBS, CC BY 4.0.",
                fontsize=7, color="#555555")
    figure.savefig(picture, bbox_inches="tight", facecolor="white")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
