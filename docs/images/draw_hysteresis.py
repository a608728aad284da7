#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Draws docs/images/hysteresis.png from docs/images/hysteresis.csv, which a test holds against the
model.

    docs/images/draw_hysteresis.py docs/images/hysteresis.csv docs/images/hysteresis.png

Needs python3-matplotlib.
"""
import csv
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

STYLE = {"falling": ("#b2182b", "staffing falls"), "rising": ("#2166ac", "staffing rises"),
         "staying": ("#2166ac", None)}


def main(table, picture):
    with open(table, encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    figure, axes = plt.subplots(figsize=(6.4, 4.0), dpi=150)
    for direction, (colour, label) in STYLE.items():
        joined = ("rising", "staying") if direction == "staying" else (direction,)
        points = [(100 * float(r["staffing"]), 100 * float(r["outside_share"]))
                  for r in rows if r["direction"] in joined]
        axes.plot(*zip(*points), "-o", color=colour, label=label, markersize=3)
    axes.annotate("five years at 105%", xy=(105, 75), xytext=(97.0, 56), color="#2166ac",
                  arrowprops={"arrowstyle": "->", "color": "#2166ac"})
    axes.axvline(95, color="0.7", linewidth=0.8, linestyle="--")
    axes.axvline(100, color="0.7", linewidth=0.8, linestyle="--")
    axes.set_xlabel("physicians there, % of all that is asked")
    axes.set_ylabel("hours outside the own house, % of what is asked")
    axes.set_xlim(79, 106)
    axes.set_ylim(-3, 103)
    axes.legend(frameon=False, loc="center left")
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    figure.tight_layout()
    figure.savefig(picture)


if __name__ == "__main__":
    main(*sys.argv[1:])
