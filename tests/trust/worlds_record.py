#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""What worlds.sh saw, in words; kept as a record when its last argument is "yes".

    worlds_record.py LAWS.json OUTPUTS.json WORLDS SEED yes|no
"""

import json
import sys

import record


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main():
    laws, outputs = read(sys.argv[1]), read(sys.argv[2])
    worlds, seed, keep = sys.argv[3:6]
    command = f"tests/trust/worlds.sh --worlds {worlds} --seed {seed}"
    ranges = ", ".join(f"{low:,.0f} to {high:,.0f} {name}"
                       for name, (low, high) in laws["ranges"].items())
    having = ", ".join(f"{count} with {name}" if not name.startswith(("all", "some", "usual"))
                       else f"{count} of {name}" for name, count in laws["having"].items())
    lines = [
        record.line("Laws on random worlds", f"{laws['worlds']} worlds: {ranges}",
                    "0 violations", command),
        record.line("What the worlds had", having, "as drawn", command),
        record.line("Same bits and tables", "1, 2 and 7 threads, three batches, each world",
                    "0 differences", command),
        record.line("The worlds as files",
                    f"{laws['read']} worlds written as GeoPackage, shapefile, GeoJSON and CSV, rows "
                    "in random order",
                    f"{laws['read'] - len(laws['refusals'])} read as they were, "
                    f"{len(laws['refusals'])} refused in one sentence", command),
        record.line("Through mgz itself",
                    f"{outputs['worlds']} worlds: check, run on 1, 2 and 7 threads, compare, map, "
                    "export; tables, geometry, rasters and pages read back",
                    f"0 faults, {len(outputs['refusals'])} refused in one sentence", command),
    ]
    for line in lines:
        print(f"{line['what']}: {line['measured']}: {line['outcome']}")
    for sentence in sorted(set(laws["refusals"] + outputs["refusals"])):
        print("refused:", sentence)
    if keep == "yes":
        record.keep("worlds", "Random worlds", lines)


if __name__ == "__main__":
    main()
