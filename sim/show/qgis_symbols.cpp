// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <pugixml.hpp>

#include "sim/show/qgis_xml.h"

namespace mgz::qgis {

Symbol area(Colour colour)
{
    Symbol symbol;
    symbol.colour = colour;
    return symbol;
}

Symbol hatch(Colour colour)
{
    Symbol symbol;
    symbol.kind = Symbol::Kind::hatch;
    symbol.colour = colour;
    return symbol;
}

Symbol outline(Colour colour)
{
    Symbol symbol;
    symbol.kind = Symbol::Kind::outline;
    symbol.colour = colour;
    symbol.border_width = 0.5;
    return symbol;
}

Symbol mark(Colour colour, std::string shape, double size)
{
    Symbol symbol;
    symbol.kind = Symbol::Kind::mark;
    symbol.colour = colour;
    symbol.shape = std::move(shape);
    symbol.size = size;
    return symbol;
}

namespace {

using Properties = std::vector<std::pair<std::string, std::string>>;

pugi::xml_node add_empty_symbol(pugi::xml_node symbols, const std::string& name, const char* type,
                                double opacity)
{
    return add(symbols, "symbol",
               {{"name", name},
                {"type", type},
                {"alpha", number(opacity)},
                {"clip_to_extent", "1"},
                {"force_rhr", "0"}});
}

pugi::xml_node add_part(pugi::xml_node symbol, const char* kind, const Properties& properties)
{
    auto part =
        add(symbol, "layer", {{"class", kind}, {"enabled", "1"}, {"locked", "0"}, {"pass", "0"}});
    add_options(part, properties);
    return part;
}

/// Values that an expression decides feature by feature.
void add_defined(pugi::xml_node part, const Properties& expressions)
{
    auto map = add(add(part, "data_defined_properties"), "Option", {{"type", "Map"}});
    add(map, "Option", {{"name", "name"}, {"type", "QString"}, {"value", ""}});
    auto all = add(map, "Option", {{"name", "properties"}, {"type", "Map"}});
    for (const auto& [name, expression] : expressions) {
        if (expression.empty()) continue;
        auto one = add(all, "Option", {{"name", name}, {"type", "Map"}});
        add(one, "Option", {{"name", "active"}, {"type", "bool"}, {"value", "true"}});
        add(one, "Option", {{"name", "expression"}, {"type", "QString"}, {"value", expression}});
        add(one, "Option", {{"name", "type"}, {"type", "int"}, {"value", "3"}});  // an expression
    }
    add(map, "Option", {{"name", "type"}, {"type", "QString"}, {"value", "collection"}});
}

void add_fill(pugi::xml_node symbol, const Symbol& like, bool filled)
{
    add_part(symbol, "SimpleFill",
             {{"color", rgba(like.colour)},
              {"style", filled ? "solid" : "no"},
              {"joinstyle", "round"},
              {"outline_color", rgba(filled ? like.border : like.colour)},
              {"outline_style", like.border_width > 0 ? "solid" : "no"},
              {"outline_width", number(like.border_width)},
              {"outline_width_unit", "MM"}});
}

/// Lines as a symbol of their own inside the pattern.
void add_hatch(pugi::xml_node symbol, const std::string& name, const Symbol& like)
{
    auto pattern = add_part(symbol, "LinePatternFill",
                            {{"angle", "45"},
                             {"color", rgba(like.colour)},
                             {"distance", "1.4"},
                             {"distance_unit", "MM"},
                             {"line_width", "0.3"},
                             {"line_width_unit", "MM"}});
    auto line = add_empty_symbol(pattern, "@" + name + "@0", "line", 1);
    add_part(line, "SimpleLine",
             {{"line_color", rgba(like.colour)},
              {"line_style", "solid"},
              {"line_width", "0.3"},
              {"line_width_unit", "MM"}});
}

/// Only on the map: in the legend, where there is no feature, the mark stands in its row.
std::string shift_of(const Symbol& like)
{
    if (like.shift == geo::Point{}) return {};
    return fmt::format("CASE WHEN $geometry IS NOT NULL THEN '{},{}' END", number(like.shift.x),
                       number(like.shift.y));
}

void add_mark(pugi::xml_node symbol, const Symbol& like)
{
    auto part = add_part(symbol, "SimpleMarker",
                         {{"name", like.shape},
                          {"color", rgba(like.colour)},
                          {"size", number(like.size)},
                          {"size_unit", "MM"},
                          {"scale_method", "diameter"},
                          {"joinstyle", "round"},
                          {"offset", "0,0"},
                          {"offset_unit", "MM"},
                          {"outline_color", rgba(like.border)},
                          {"outline_style", like.border_width > 0 ? "solid" : "no"},
                          {"outline_width", number(like.border_width)},
                          {"outline_width_unit", "MM"}});
    add_defined(part,
                {{"name", like.shape_by}, {"size", like.size_by}, {"offset", shift_of(like)}});
}

}  // namespace

void add_symbol(pugi::xml_node symbols, const std::string& name, const Symbol& like)
{
    const bool is_mark = like.kind == Symbol::Kind::mark;
    auto symbol = add_empty_symbol(symbols, name, is_mark ? "marker" : "fill", like.opacity);
    if (!like.opacity_by.empty()) add_defined(symbol, {{"alpha", like.opacity_by}});
    switch (like.kind) {
        case Symbol::Kind::area:
            return add_fill(symbol, like, true);
        case Symbol::Kind::outline:
            return add_fill(symbol, like, false);
        case Symbol::Kind::hatch:
            return add_hatch(symbol, name, like);
        case Symbol::Kind::mark:
            return add_mark(symbol, like);
    }
}

}  // namespace mgz::qgis
