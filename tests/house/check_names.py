#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The engine knows no Dutch names: no region, subregion, province or municipality, by name or by
code, in geo/ or sim/. Names and codes are read from shapefiles/source, so a new one is checked too.
"""

import csv
import os
import re

import house

# Municipalities that are also English words. Still refused where they are a whole string.
ENGLISH_WORDS = {"Best": "an adjective", "Goes": "a verb"}

# From this length on a name is refused in any case ("amsterdam_share"); shorter names collide
# with words and abbreviations too easily.
LONG_ENOUGH = 6

CODES = re.compile(r"(?<![A-Za-z0-9])(?:ZK[0-9]{2}(?:-[0-9])?|GM[0-9]{4})(?![0-9])")


def read(root, file, columns):
    with open(os.path.join(root, "shapefiles/source", file), encoding="utf-8", newline="") as stream:
        return {row[column] for row in csv.DictReader(stream) for column in columns}


def names_and_codes(root):
    names = (read(root, "regions.csv", ["region_name"])
             | read(root, "subregions.csv", ["subregion_name"])
             | read(root, "settlements.csv", ["province", "municipality"]))
    codes = (read(root, "regions.csv", ["region_code"])
             | read(root, "subregions.csv", ["subregion_code"])
             | read(root, "settlements.csv", ["municipality_code"]))
    # "Bergen (NH.)" stands for Bergen.
    return {re.sub(r"\s*\(.*\)", "", name) for name in names}, codes


def pattern_of(names):
    """Whole words only, a word being letters: digits and underscores end it."""
    by_length = sorted(names, key=lambda name: (-len(name), name))
    words = [re.escape(n) if len(n) < LONG_ENOUGH else f"(?i:{re.escape(n)})" for n in by_length]
    return re.compile(r"(?<![^\W\d_])(?:" + "|".join(words) + r")(?![^\W\d_])")


def main():
    root = house.root_argument()
    names, codes = names_and_codes(root)
    pattern = pattern_of(names)
    problems, looked_at = [], 0
    for code in sorted(codes):
        if not CODES.fullmatch(code):
            problems.append(f"the code {code} has an unknown form: add it to this check")
    for path in house.paths(root):
        content = house.text(root, path) if path.startswith(("geo/", "sim/")) else None
        if content is None:
            continue
        looked_at += 1
        for match in [*pattern.finditer(content), *CODES.finditer(content)]:
            whole_string = content[match.start() - 1:match.end() + 1] == f'"{match[0]}"'
            if match[0] in ENGLISH_WORDS and not whole_string:
                continue
            problems.append(f"{path}:{house.line_of(content, match.start())}: names "
                            f"'{match[0]}'; places belong in shapefiles/ or scenarios/")
    print(f"{len(names)} names, {len(codes)} codes")
    house.finish(problems, looked_at, "files of geo/ and sim/")


if __name__ == "__main__":
    main()
