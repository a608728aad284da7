// SPDX-License-Identifier: EUPL-1.2
// Styles for programs that are not QGIS.
#include <cmath>
#include <pugixml.hpp>

#include "sim/show/qgis_xml.h"

namespace mgz::qgis {

namespace {

constexpr double pixels_per_mm = 1 / 0.28;  // the standard's pixel is 0.28 mm

std::string pixels(double mm)
{
    return number(std::round(100 * mm * pixels_per_mm) / 100);
}

void parameter(pugi::xml_node parent, const char* name, const std::string& value)
{
    add_text(parent, "se:SvgParameter", value).append_attribute("name") = name;
}

void add_stroke(pugi::xml_node parent, Colour colour, double width)
{
    if (width <= 0) return;
    auto stroke = add(parent, "se:Stroke");
    parameter(stroke, "stroke", hex(colour));
    parameter(stroke, "stroke-width", pixels(width));
}

void add_fill(pugi::xml_node parent, const Symbol& symbol)
{
    auto fill = add(parent, "se:Fill");
    parameter(fill, "fill", hex(symbol.colour));
    if (symbol.opacity < 1) parameter(fill, "fill-opacity", number(symbol.opacity));
}

void add_point(pugi::xml_node rule, const Symbol& symbol)
{
    auto graphic = add(add(rule, "se:PointSymbolizer"), "se:Graphic");
    auto mark = add(graphic, "se:Mark");
    // The standard has no diamond.
    add_text(mark, "se:WellKnownName", symbol.shape == "diamond" ? "star" : symbol.shape);
    add_fill(mark, symbol);
    add_stroke(mark, symbol.border, symbol.border_width);
    add_text(graphic, "se:Size", pixels(symbol.size));
}

void add_polygon(pugi::xml_node rule, const Symbol& symbol)
{
    auto polygon = add(rule, "se:PolygonSymbolizer");
    if (symbol.kind == Symbol::Kind::area) {
        add_fill(polygon, symbol);
        add_stroke(polygon, symbol.border, symbol.border_width);
    } else if (symbol.kind == Symbol::Kind::outline) {
        add_stroke(polygon, symbol.colour, symbol.border_width);
    } else {
        auto graphic = add(add(add(polygon, "se:Fill"), "se:GraphicFill"), "se:Graphic");
        auto mark = add(graphic, "se:Mark");
        add_text(mark, "se:WellKnownName", "slash");
        add_stroke(mark, symbol.colour, 0.3);
        add_text(graphic, "se:Size", pixels(2));
    }
}

void compare(pugi::xml_node parent, const char* how, const std::string& name,
             const std::string& value)
{
    auto comparison = add(parent, how);
    add_text(comparison, "ogc:PropertyName", name);
    add_text(comparison, "ogc:Literal", value);
}

void add_filter(pugi::xml_node rule, const std::vector<Condition>& conditions)
{
    if (conditions.empty()) return;
    auto all = add(add(rule, "ogc:Filter"), "ogc:And");
    int parts = 0;
    const auto add_part = [&](const char* how, const std::string& name, const std::string& value) {
        compare(all, how, name, value);
        ++parts;
    };
    for (const auto& [name, wanted] : conditions) {
        if (const auto* text = std::get_if<std::string>(&wanted)) {
            add_part("ogc:PropertyIsEqualTo", name, *text);
        } else if (const auto* whole = std::get_if<int>(&wanted)) {
            add_part("ogc:PropertyIsEqualTo", name, std::to_string(*whole));
        } else {
            const auto& range = std::get<Within>(wanted);
            if (std::isfinite(range.from))
                add_part("ogc:PropertyIsGreaterThanOrEqualTo", name, number(range.from));
            if (std::isfinite(range.to)) add_part("ogc:PropertyIsLessThan", name, number(range.to));
        }
    }
    auto filter = all.parent();
    if (parts > 1) return;
    // "And" of one is not allowed.
    if (parts == 1) filter.append_move(all.first_child());
    filter.remove_child(all);
    if (parts == 0) rule.remove_child(filter);
}

void add_rule(pugi::xml_node type, const std::string& label,
              const std::vector<Condition>& conditions, const Symbol& symbol)
{
    auto rule = add(type, "se:Rule");
    add_text(rule, "se:Name", label);
    add_filter(rule, conditions);
    if (symbol.kind == Symbol::Kind::mark) {
        add_point(rule, symbol);
    } else {
        add_polygon(rule, symbol);
    }
}

/// Rules inside rules are not known: each carries the conditions of those around it.
void add_rules(pugi::xml_node type, const Rule& rule, std::vector<Condition> around)
{
    if (!rule.shown) return;
    around.insert(around.end(), rule.conditions.begin(), rule.conditions.end());
    if (rule.symbol) add_rule(type, rule.label, around, *rule.symbol);
    for (const Rule& inner : rule.inside)
        add_rules(type, inner, around);
}

}  // namespace

std::string sld(const LayerStyle& style, const std::string& layer)
{
    pugi::xml_document document;
    auto root = add(document.root(), "StyledLayerDescriptor",
                    {{"version", "1.1.0"},
                     {"xmlns", "http://www.opengis.net/sld"},
                     {"xmlns:se", "http://www.opengis.net/se"},
                     {"xmlns:ogc", "http://www.opengis.net/ogc"}});
    auto named = add(root, "NamedLayer");
    add_text(named, "se:Name", layer);
    auto user = add(named, "UserStyle");
    add_text(user, "se:Name", style.name);
    auto type = add(user, "se:FeatureTypeStyle");
    if (const auto* graduated = std::get_if<Graduated>(&style.drawing)) {
        for (const Rule& rule : rules_of(*graduated))
            add_rules(type, rule, {});
    } else if (const auto* categorised = std::get_if<Categorised>(&style.drawing)) {
        for (const Category& c : categorised->categories)
            add_rule(type, c.label, {{categorised->column, c.value}}, c.symbol);
    } else {
        for (const Rule& rule : std::get<Rules>(style.drawing).rules)
            add_rules(type, rule, {});
    }
    return plain_text_of(document);
}

}  // namespace mgz::qgis
