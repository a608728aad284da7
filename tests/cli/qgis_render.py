# SPDX-License-Identifier: EUPL-1.2
"""Runs inside QGIS's own Python (see qgis_test.py): opens what a folder holds, draws it, and prints
what it saw as JSON.

    QT_QPA_PLATFORM=offscreen /usr/bin/python3 qgis_render.py FOLDER PICTURES
"""

import json
import os
import sqlite3
import sys
from collections import Counter

from qgis.core import (QgsApplication, QgsDateTimeRange, QgsMapRendererSequentialJob,
                       QgsMapSettings, QgsProject, QgsRasterLayer, QgsVectorLayer)
from qgis.PyQt.QtCore import QDateTime, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage

SIZE = QSize(700, 800)


def colours_of(image):
    """"#rrggbb" -> pixels."""
    image = image.convertToFormat(QImage.Format_RGB888)
    counts = Counter()
    for y in range(image.height()):
        line = image.constScanLine(y).asstring(3 * image.width())
        counts.update(line[i:i + 3] for i in range(0, len(line), 3))
    return {"#" + colour.hex(): n for colour, n in counts.items()}


def draw(layers, extent, name, year=None):
    """Without smoothing, so that colours stay what they are. Returns colours and labels."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setExtent(extent)
    settings.setOutputSize(SIZE)
    settings.setBackgroundColor(QColor("white"))
    settings.setFlag(QgsMapSettings.Antialiasing, False)
    settings.setDestinationCrs(layers[0].crs())
    if year is not None:
        settings.setIsTemporal(True)
        settings.setTemporalRange(QgsDateTimeRange(
            QDateTime.fromString(f"{year}-01-01T00:00:00Z", Qt.ISODate),
            QDateTime.fromString(f"{year + 1}-01-01T00:00:00Z", Qt.ISODate), True, False))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    image.save(os.path.join(sys.argv[2], f"{name}.png"))
    labels = job.takeLabelingResults()
    texts = [label.labelText for label in labels.labelsWithinRect(extent)] if labels else []
    return {"colours": colours_of(image), "labels": sorted(texts),
            "errors": [error.message for error in job.errors()]}


def rules_below(rule):
    for child in rule.children():
        yield {"label": child.label(), "shown": child.active(),
               "filter": child.filterExpression()}
        yield from rules_below(child)


def facts_of(layer):
    facts = {"valid": layer.isValid(), "crs": layer.crs().authid(), "name": layer.name()}
    if isinstance(layer, QgsRasterLayer):
        renderer = layer.renderer()
        shader = renderer.shader().rasterShaderFunction()
        return {**facts, "renderer": renderer.type(), "band": renderer.band(),
                "legend": [item.label for item in shader.colorRampItemList()]}
    renderer = layer.renderer()
    facts |= {"renderer": renderer.type(), "features": layer.featureCount(),
              "legend": [item.label() for item in renderer.legendSymbolItems()],
              "labelled": layer.labelsEnabled(), "subset": layer.subsetString(),
              "temporal": layer.temporalProperties().isActive(),
              "aliases": {field.name(): layer.attributeAlias(i)
                          for i, field in enumerate(layer.fields())}}
    if renderer.type() == "RuleRenderer":
        facts["rules"] = list(rules_below(renderer.rootRule()))
    return facts


def layers_of_file(folder, name):
    path = os.path.join(folder, name)
    if name.endswith(".tif"):
        return {name: QgsRasterLayer(path, name)}
    if name.endswith(".geojson"):
        return {name: QgsVectorLayer(path, name, "ogr")}
    whole = QgsVectorLayer(path, name, "ogr")
    names = [part.split("!!::!!")[1] for part in whole.dataProvider().subLayers()]
    layers = {f"{name}|{part}": QgsVectorLayer(f"{path}|layername={part}", part, "ogr")
              for part in names if part != "layer_styles"}
    return {key: layer for key, layer in layers.items() if layer.isSpatial()}


def with_sld(layer, path, part, picture):
    """The same layer as its other style has it."""
    with sqlite3.connect(path) as base:
        (sld,) = base.execute("SELECT styleSLD FROM layer_styles WHERE f_table_name = ? "
                              "AND useAsDefault", (part,)).fetchone()
    file = os.path.join(sys.argv[2], f"{picture}.sld")
    with open(file, "w", encoding="utf-8") as out:
        out.write(sld)
    message, good = layer.loadSldStyle(file)
    return {"good": good, "message": message, "renderer": layer.renderer().type(),
            **draw([layer], layer.extent(), f"{picture}-sld")}


def look_at_files(folder):
    seen = {}
    for name in sorted(os.listdir(folder)):
        if not name.endswith((".gpkg", ".tif", ".geojson")):
            continue
        for key, layer in layers_of_file(folder, name).items():
            picture = key.replace("|", "-").replace(".", "_")
            seen[key] = {**facts_of(layer), **draw([layer], layer.extent(), picture)}
            if name.endswith(".gpkg"):
                seen[key]["sld"] = with_sld(layer, os.path.join(folder, name),
                                            key.split("|")[1], picture)
    return seen


def look_at_project(path):
    project = QgsProject.instance()
    seen = {"read": project.read(path), "title": project.title(),
            "abstract": project.metadata().abstract(), "crs": project.crs().authid(),
            "note_on_map": project.readEntry("CopyrightLabel", "/Label")[0],
            "attribution": "; ".join({layer.attribution()
                                      for layer in project.mapLayers().values()})}
    years = project.timeSettings().temporalRange()
    seen["years"] = [years.begin().toString(Qt.ISODate), years.end().toString(Qt.ISODate)]
    extent = project.viewSettings().defaultViewExtent()
    shown = [node.layer() for node in project.layerTreeRoot().findLayers() if node.isVisible()]
    seen["picture"] = draw(shown, extent, "project")
    seen["groups"] = []
    for group in project.layerTreeRoot().findGroups():
        layers = [node.layer() for node in group.findLayers()]
        number = len(seen["groups"]) + 1
        entry = {"name": group.name(), "shown": group.isVisible(), "layers": []}
        for place, layer in enumerate(layers, 1):
            facts = facts_of(layer)
            if facts.get("temporal"):
                first, last = (int(text[:4]) for text in seen["years"])
                facts["by_year"] = {year: draw([layer], extent, f"project-{number}-{place}-{year}",
                                               year) for year in (first, last)}
            else:
                facts |= draw([layer], extent, f"project-{number}-{place}")
            entry["layers"].append(facts)
        seen["groups"].append(entry)
    return seen


def main():
    app = QgsApplication([], False)
    app.initQgis()
    folder = os.path.abspath(sys.argv[1])
    os.makedirs(sys.argv[2], exist_ok=True)
    seen = {"files": look_at_files(folder)}
    for name in os.listdir(folder):
        if name.endswith(".qgs"):
            seen["project"] = look_at_project(os.path.join(folder, name))
    print(json.dumps(seen))
    QgsProject.instance().clear()
    app.exitQgis()


if __name__ == "__main__":
    main()
