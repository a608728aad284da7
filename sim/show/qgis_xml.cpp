// SPDX-License-Identifier: EUPL-1.2
#include "sim/show/qgis_xml.h"

#include <fmt/format.h>

#include <cmath>
#include <pugixml.hpp>
#include <sstream>

namespace mgz::qgis {

static std::string printable(std::string_view text)
{
    std::string all(text);
    for (char& c : all) {
        if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') c = ' ';
    }
    return all;
}

pugi::xml_node add(pugi::xml_node parent, const char* name, Attributes attributes)
{
    auto node = parent.append_child(name);
    for (const auto& [key, value] : attributes)
        node.append_attribute(key) = printable(value).c_str();
    return node;
}

pugi::xml_node add_text(pugi::xml_node parent, const char* name, std::string_view text)
{
    auto node = parent.append_child(name);
    node.text() = printable(text).c_str();
    return node;
}

pugi::xml_node add_options(pugi::xml_node parent,
                           const std::vector<std::pair<std::string, std::string>>& values)
{
    auto map = add(parent, "Option", {{"type", "Map"}});
    for (const auto& [name, value] : values)
        add(map, "Option", {{"name", name}, {"type", "QString"}, {"value", value}});
    return map;
}

std::string plain_text_of(const pugi::xml_document& document)
{
    std::ostringstream out;
    document.save(out, " ", pugi::format_indent | pugi::format_no_declaration);
    return out.str();
}

std::string text_of(const pugi::xml_document& document)
{
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + plain_text_of(document);
}

std::string number(double value)
{
    return fmt::format("{}", value);
}

std::string rgba(Colour colour, double opacity)
{
    return fmt::format("{},{},{},{}", colour.red, colour.green, colour.blue,
                       std::lround(255 * opacity));
}

std::string column(const std::string& name)
{
    std::string all = "\"";
    for (const char c : name)
        all += c == '"' ? std::string("\"\"") : std::string(1, c);
    return all + '"';
}

static std::string literal(const std::string& text, Language language = Language::expression)
{
    std::string all = "'";
    for (const char c : text) {
        if (c == '\'' || (c == '\\' && language == Language::expression)) all += c;
        all += c;
    }
    return all + '\'';
}

std::string number_of(const std::string& name, const NumberText& text, int decimals)
{
    const auto c = column(name);
    const auto scaled = text.factor == 1 ? c : fmt::format("{} * {}", number(text.factor), c);
    auto all = fmt::format("format_number({}, {})", scaled, decimals);
    if (text.with_sign) all = fmt::format("CASE WHEN {} > 0 THEN '+' ELSE '' END || {}", c, all);
    return text.suffix.empty() ? all : fmt::format("{} || {}", all, literal(text.suffix));
}

std::string expression_of(const std::vector<Condition>& conditions, Language language)
{
    std::string all;
    const auto join = [&](const std::string& part) { all += all.empty() ? part : " AND " + part; };
    for (const auto& [name, wanted] : conditions) {
        const auto c = column(name);
        if (const auto* text = std::get_if<std::string>(&wanted)) {
            join(fmt::format("{} = {}", c, literal(*text, language)));
        } else if (const auto* whole = std::get_if<int>(&wanted)) {
            join(fmt::format("{} = {}", c, *whole));
        } else {
            const auto& range = std::get<Within>(wanted);
            if (std::isfinite(range.from)) join(fmt::format("{} >= {}", c, number(range.from)));
            if (std::isfinite(range.to)) join(fmt::format("{} < {}", c, number(range.to)));
            if (!std::isfinite(range.from) && !std::isfinite(range.to)) join(c + " IS NOT NULL");
        }
    }
    return all;
}

}  // namespace mgz::qgis
