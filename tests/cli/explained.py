# SPDX-License-Identifier: EUPL-1.2
"""Holds every file of a folder against the dictionary beside it: what nobody explains, what is
explained and not there, what has no unit or no meaning.
"""

import csv
import json
import os
import re
import sqlite3

import cli

# Files without columns; what is in them stands in docs/data.md.
NO_TABLE = re.compile(r"(.*\.(toml|md|qgs|qml|html|sqlite|db)"
                      r"|(results\.)?manifest\.json|run\.json|plan\.json)$")


def csv_columns(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {"": next(csv.reader(file))}


def gpkg_columns(path):
    """Without the key and the shape. The table of styles is QGIS's own."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as base:
        layers = [name for (name,) in base.execute(
            "SELECT table_name FROM gpkg_contents WHERE table_name != 'layer_styles'")]
        return {layer: [row[1] for row in base.execute(f'PRAGMA table_info("{layer}")')
                        if row[1] not in ("fid", "geom")] for layer in layers}


def gpkg_told(path):
    """(layer, column) -> title and description, as the standard's own table has them."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as base:
        try:
            rows = base.execute("SELECT table_name, column_name, title, description "
                                "FROM gpkg_data_columns").fetchall()
        except sqlite3.OperationalError:
            return {}
    return {(layer, column): (title, text) for layer, column, title, text in rows}


def geojson_columns(path):
    with open(path, encoding="utf-8") as file:
        features = json.load(file)["features"]
    return {"": list(dict.fromkeys(key for f in features for key in f["properties"]))}


def tif_columns(path, scenarios):
    """Bands, with what differs between them as the dictionary writes it."""
    cli.need("gdalinfo")
    told = json.loads(cli.run("-json", path, program="gdalinfo").stdout)
    names = []
    for band in told["bands"]:
        name = re.sub(r"\b(19|20)\d\d$", "YEAR", band.get("description", ""))
        for scenario in scenarios:
            name = re.sub(rf"^{re.escape(scenario)}: ", "SCENARIO: ", name)
        names.append(name)
    return {"": list(dict.fromkeys(names))}


def scenarios_of(folder):
    try:
        with open(os.path.join(folder, "manifest.json"), encoding="utf-8") as file:
            return [scenario["name"] for scenario in json.load(file).get("scenarios", [])]
    except FileNotFoundError:
        return []


def columns_of(folder, name):
    """Layer -> columns, or None where nobody knows how to look."""
    path = os.path.join(folder, name)
    if name.endswith(".csv"):
        return csv_columns(path)
    if name.endswith(".gpkg"):
        return gpkg_columns(path)
    if name.endswith(".geojson"):
        return geojson_columns(path)
    if name.endswith(".tif"):
        return tif_columns(path, scenarios_of(folder))
    return None


def explained(path):
    """(file, layer) -> column -> (unit, meaning); and what is amiss in the dictionary itself."""
    tables, problems = {}, []
    for row in cli.table(path):
        place = " ".join(filter(None, (row["file"], row["layer"], row["column"], row["code"])))
        for what in ("type", "unit", "meaning"):
            if not row[what].strip():
                problems.append(f"{place}: no {what}")
        if not row["code"]:
            columns = tables.setdefault((row["file"], row["layer"]), {})
            if row["column"] in columns:
                problems.append(f"{place}: explained twice")
            columns[row["column"]] = (row["unit"], row["meaning"])
    return tables, problems


def compare(place, found, columns):
    for name in found:
        if name not in columns:
            yield f"{place}: nobody explains {name}"
    for name in columns:
        if name not in found:
            yield f"{place}: {name} is explained and not there"
    if sorted(found) == sorted(columns) and found != list(columns):
        yield f"{place}: explained in another order"


def told_in_gpkg(path, name, layer, columns):
    told = gpkg_told(path)
    for column, (_, meaning) in columns.items():
        title, text = told.get((layer, column), (None, None))
        if not title or text != meaning:
            yield f"{name} {layer}: gpkg_data_columns does not explain {column}"


def problems_of(folder, dictionary="dictionary.csv", names=None, absent=()):
    """All that is amiss, in sentences.

    `names`: the files that the dictionary covers; left out: all in the folder. `absent`: files that
    it explains and that are rightly not there.
    """
    tables, problems = explained(os.path.join(folder, dictionary))
    seen = set()
    for name in sorted(names or os.listdir(folder)):
        path = os.path.join(folder, name)
        if NO_TABLE.match(name) or os.path.isdir(path):
            continue
        layers = columns_of(folder, name)
        if layers is None:
            problems.append(f"{name}: nobody says whether it holds columns")
            continue
        for layer, found in layers.items():
            place = f"{name} {layer}".strip()
            seen.add((name, layer))
            if (name, layer) not in tables:
                problems.append(f"{place}: nobody explains it")
                continue
            problems += compare(place, found, tables[name, layer])
            if name.endswith(".gpkg"):
                problems += told_in_gpkg(path, name, layer, tables[name, layer])
    problems += [f"{name} {layer}: is explained and not there".replace(" :", ":")
                 for name, layer in tables if (name, layer) not in seen and name not in absent]
    return problems


def problems_of_json(path):
    """Lists of rows in a JSON file, against the member `columns` that explains them."""
    with open(path, encoding="utf-8") as file:
        whole = json.load(file)
    columns = whole.pop("columns", {})
    problems, seen = [], {}
    for name, column in ((f"{name} {key}", column) for name, table in columns.items()
                         for key, column in table.items()):
        problems += [f"{name}: no {what}" for what in ("unit", "meaning")
                     if not column.get(what, "").strip()]

    def walk(name, value):
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            return
        for row in value:
            seen.setdefault(name, set()).update(row)
            for key, inner in row.items():
                walk(key, inner)
    for name, value in whole.items():
        walk(name, value)
    for name, keys in seen.items():
        problems += [f"{name}: nobody explains {key}" for key in sorted(keys)
                     if key not in columns.get(name, {})]
    problems += [f"{name}: {key} is explained and not there" for name, table in columns.items()
                 for key in table if key not in seen.get(name, set())]
    return problems
