#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Includes point down: tools > sim > geo, and each outside library has its one door."""

import os
import re

import house

MODEL = ["sim/core", "sim/scenario", "sim/world", "sim/model", "sim/score"]

# Folder -> folders it may include. Folders not named here (tools, tests) may include all below.
MAY_INCLUDE = {"geo": ["geo"], "geo/io": ["geo", "geo/io"]}
for rank, layer in enumerate([*MODEL, "sim/study"]):
    MAY_INCLUDE[layer] = ["geo", *MODEL[:rank], layer]
MAY_INCLUDE["sim/input"] = ["geo", "geo/io", "sim/core", "sim/scenario", "sim/world", "sim/input"]
# How figures look: words, classes, colours; values only.
MAY_INCLUDE["sim/show"] = ["geo", *MODEL, "sim/show"]
MAY_INCLUDE["sim/output"] = ["geo", "geo/io", *MODEL, "sim/study", "sim/show", "sim/output"]

MAY_INCLUDE["sim/sweep"] = [*MAY_INCLUDE["sim/output"], "sim/input", "sim/sweep"]
MAY_INCLUDE["sim/sensitivity"] = [*MAY_INCLUDE["sim/sweep"], "sim/sensitivity"]
MAY_INCLUDE["sim/report"] = [*MAY_INCLUDE["sim/sensitivity"], "sim/report"]
# What is made of the folders that those leave: the page, and pictures for papers.
MAY_INCLUDE["sim/report"] = [*MAY_INCLUDE["sim/sensitivity"], "sim/report"]
MAY_INCLUDE["sim/picture"] = [*MAY_INCLUDE["sim/report"], "sim/picture"]

# What it is, the header, a file that may include it, why.
DOORS = [
    ("GDAL", r"(gdal|ogr|cpl_|ogrsf_)\w*\.h$", r"(geo/io|tests/geo)/", "geo/io is its one door"),
    ("GEOS", r"geos(_c\.h$|/)", r"(geo/io|tests/geo)/", "geo/io is its one door"),
    ("PROJ", r"proj\w*\.h(pp)?$", r"geo/io/", "geo/io is its one door"),
    ("CLI11", r"CLI/", r"tools/(main\.cpp|command[^/]*)$", "it costs 9 s per file"),
    ("spdlog", r"spdlog/", r"tools/", "logging is set up in tools"),
    ("NLopt", r"nlopt", r"sim/study/optimise\.cpp$", "searches have one door"),
    ("Boost", r"boost/", r"sim/study/sobol\.cpp$", "quasi-random points have one door"),
    ("pugixml", r"pugixml\.hpp$", r"(tests/)?sim/show/qgis_\w+\.cpp$", "XML has one door"),
    ("SQLite", r"sqlite3\.h$", r"(sim/sweep/|geo/io/foreign_tables\.cpp$)",
     "finished runs have one store, and GeoPackages are looked into in one place"),
    ("Cairo or Pango", r"(cairo|pango)", r"(sim/picture|tests/sim/picture)/",
     "pictures have one door"),
    ("zlib", r"zlib\.h$", r"(sim/report/pack\.cpp|tests/sim/report/unpack\.h)$",
     "pages are packed in one place"),
    ("toml++", r"toml(\+\+/|\.hpp$)", r"sim/scenario/", "scenario files have one reader"),
    ("a stream or file header", r"(filesystem|fstream|iostream)$",
     r"(?!geo/[^/]*$)(?!sim/(core|world|model|score|show)/)",
     "geo and the model open no file and print nothing"),
]

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)
MODEL_LINK = re.compile(r"target_link_libraries\(\s*(geo|mgz_model)\b[^)]*\b(geo_io|GDAL|GEOS)\b")


def check_include(path, header, quoted, tree):
    folder = os.path.dirname(path)
    if quoted and os.path.join(folder, header) in tree and header not in tree:
        return f'includes "{header}"; write it from the root: "{folder}/{header}"'
    target = os.path.dirname(header)
    allowed = MAY_INCLUDE.get(folder)
    if allowed is not None and header.startswith(("geo/", "sim/", "tools/", "tests/")) \
            and target not in allowed:
        return f'includes "{header}"; {folder} may include only {", ".join(allowed)}'
    if path.startswith("tools/") and header.startswith("tests/"):
        return f'includes "{header}"; no program depends on its tests'
    for name, pattern, where, why in DOORS:
        if re.match(pattern, header) and not re.match(where, path):
            return f"includes {header} ({name}): {why}"
    return None


def main():
    root = house.root_argument()
    tree = house.paths(root)
    problems, toml_files, looked_at = [], [], 0
    for path in tree:
        content = house.text(root, path)
        if content is None:
            continue
        if os.path.basename(path) == "CMakeLists.txt":
            for match in MODEL_LINK.finditer(content):
                problems.append(f"{path}:{house.line_of(content, match.start())}: "
                                f"{match[1]} links {match[2]}; it must run without")
        if not house.is_cpp(path):
            continue
        looked_at += 1
        folder = os.path.dirname(path)
        if path.startswith(("geo/", "sim/")) and folder not in MAY_INCLUDE:
            problems.append(f"{path}: the folder {folder} has no place in the order of layers; "
                            "give it one in tests/house/check_layers.py")
        for match in INCLUDE.finditer(content):
            problem = check_include(path, match[2], match[1] == '"', set(tree))
            if problem:
                problems.append(f"{path}:{house.line_of(content, match.start())}: {problem}")
            if match[2].startswith("toml++/"):
                toml_files.append(path)
    if len(set(toml_files)) > 1:
        problems.append("toml++ is included in more than one file: " + ", ".join(toml_files))
    house.finish(problems, looked_at, "C++ files")


if __name__ == "__main__":
    main()
