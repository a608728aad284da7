// SPDX-License-Identifier: EUPL-1.2
#include "sim/show/qgis_style.h"

#include <fmt/format.h>

#include <pugixml.hpp>

#include "sim/show/qgis_xml.h"

namespace mgz::qgis {

void add_labels(pugi::xml_node layer, const Labels& labels)
{
    auto settings = add(add(layer, "labeling", {{"type", "simple"}}), "settings");
    auto text = add(settings, "text-style",
                    {{"fieldName", labels.expression},
                     {"isExpression", "1"},
                     {"fontFamily", "Open Sans"},
                     {"fontSize", number(labels.points)},
                     {"fontSizeUnit", "Point"},
                     {"fontWeight", labels.bold ? "75" : "50"},
                     {"multilineHeight", "0.9"},
                     {"textColor", rgba(ink)},
                     {"textOpacity", "1"}});
    auto families = add(text, "families");  // where Open Sans is missing, the next that is there
    for (const char* name : {"Noto Sans", "DejaVu Sans"})
        add(families, "family", {{"name", name}});
    add(text, "text-buffer",
        {{"bufferDraw", "1"},
         {"bufferSize", "0.7"},
         {"bufferSizeUnits", "MM"},
         {"bufferColor", rgba(white)},
         {"bufferOpacity", "0.85"},
         {"bufferJoinStyle", "128"},
         {"bufferNoFill", "1"}});
    add(settings, "text-format", {{"multilineAlign", "1"}, {"wrapChar", ""}});
    add(settings, "placement",
        {{"placement", "0"},  // around a point inside, as near as fits
         {"centroidInside", "1"},
         {"centroidWhole", "1"},
         {"fitInPolygonOnly", "0"},
         {"polygonPlacementFlags", "2"},
         {"quadOffset", "4"},
         {"dist", "0"}});
    const bool scaled = labels.smallest_scale > 0;
    add(settings, "rendering",
        {{"drawLabels", "1"},
         {"obstacle", "1"},
         {"scaleVisibility", scaled ? "1" : "0"},
         {"scaleMin", "0"},  // of denominators, whatever the names suggest
         {"scaleMax", number(labels.smallest_scale)}});
}

/// Each feature stands at its date: an instant of no length.
static void add_time(pugi::xml_node layer, const std::string& date_column)
{
    auto time = add(layer, "temporal",
                    {{"enabled", date_column.empty() ? "0" : "1"},
                     {"mode", date_column.empty() ? "0" : "1"},
                     {"startField", date_column},
                     {"endField", ""},
                     {"startExpression", ""},
                     {"endExpression", ""},
                     {"durationField", ""},
                     {"durationUnit", "min"},
                     {"fixedDuration", "0"},
                     {"accumulate", "0"},
                     {"limitMode", "0"}});
    auto range = add(time, "fixedRange");
    add(range, "start");
    add(range, "end");
}

void add_style(pugi::xml_node layer, const LayerStyle& style)
{
    add_time(layer, style.date_column);
    add_drawing(layer, style);
    layer.append_attribute("labelsEnabled") = style.labels ? "1" : "0";
    if (style.labels) add_labels(layer, *style.labels);
    auto aliases = add(layer, "aliases");
    int index = 1;  // 0 is the key
    for (const auto& [name, title] : style.aliases) {
        add(aliases, "alias",
            {{"field", name}, {"index", std::to_string(index++)}, {"name", title}});
    }
}

void add_style(pugi::xml_node layer, const RasterStyle& style)
{
    auto pipe = add(layer, "pipe");
    const auto& breaks = style.classes.breaks;
    auto renderer = add(pipe, "rasterrenderer",
                        {{"type", "singlebandpseudocolor"},
                         {"band", std::to_string(style.band)},
                         {"opacity", "1"},
                         {"alphaBand", "-1"},
                         {"nodataColor", ""},
                         {"classificationMin", number(breaks.front())},
                         {"classificationMax", number(breaks.back())}});
    add_text(add(renderer, "minMaxOrigin"), "limits", "None");
    auto shader = add(add(renderer, "rastershader"), "colorrampshader",
                      {{"colorRampType", "DISCRETE"},
                       {"classificationMode", "1"},
                       {"clip", "0"},
                       {"minimumValue", number(breaks.front())},
                       {"maximumValue", number(breaks.back())}});
    auto steps = steps_of(style.classes, style.text);
    for (std::size_t i = steps.size(); i-- > 0;) {  // each up to its end, the lowest first
        add(shader, "item",
            {{"value", i == 0 ? std::string("inf") : number(steps[i].to)},
             {"color", hex(steps[i].symbol.colour)},
             {"alpha", "255"},
             {"label", steps[i].label}});
    }
    add(pipe, "brightnesscontrast", {{"brightness", "0"}, {"contrast", "0"}, {"gamma", "1"}});
    add(pipe, "huesaturation", {{"colorizeOn", "0"}, {"grayscaleMode", "0"}, {"saturation", "0"}});
    add(pipe, "rasterresampler", {{"maxOversampling", "2"}});
}

std::string qml(const LayerStyle& style)
{
    pugi::xml_document document;
    auto root =
        add(document.root(), "qgis",
            {{"version", qgis_version}, {"styleCategories", "Symbology|Labeling|Fields|Temporal"}});
    add_style(root, style);
    return text_of(document);
}

std::string qml(const RasterStyle& style)
{
    pugi::xml_document document;
    auto root =
        add(document.root(), "qgis", {{"version", qgis_version}, {"styleCategories", "Symbology"}});
    add_style(root, style);
    return text_of(document);
}

}  // namespace mgz::qgis
