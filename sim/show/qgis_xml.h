// SPDX-License-Identifier: EUPL-1.2
/// Inside sim/show/qgis_*.cpp only: how the elements of QGIS are made.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/show/qgis_style.h"

namespace pugi {
class xml_document;
class xml_node;
}  // namespace pugi

namespace mgz::qgis {

/// The version whose form is written; newer ones read it.
inline constexpr const char* qgis_version = "3.22.0-Białowieża";

using Attributes = std::initializer_list<std::pair<const char*, std::string>>;

/// A new element at the end of `parent`. Control characters, which XML cannot hold, become spaces.
pugi::xml_node add(pugi::xml_node parent, const char* name, Attributes attributes = {});
/// The same around a text.
pugi::xml_node add_text(pugi::xml_node parent, const char* name, std::string_view text);

/// Properties as QGIS keeps them: <Option type="Map"> with one Option for each.
pugi::xml_node add_options(pugi::xml_node parent,
                           const std::vector<std::pair<std::string, std::string>>& values);

std::string plain_text_of(const pugi::xml_document& document);
/// With the line that QGIS begins its own files with.
std::string text_of(const pugi::xml_document& document);

/// Shortest form that reads back as the same number.
std::string number(double value);
/// "255,0,0,255"
std::string rgba(Colour colour, double opacity = 1);
/// Texts in QGIS's own expressions have escapes; SQL knows none.
enum class Language : unsigned char { expression, sql };
/// All conditions in one: "a" = 'x' AND "b" >= 1.
std::string expression_of(const std::vector<Condition>& conditions,
                          Language language = Language::expression);

/// <symbol> in <symbols>.
void add_symbol(pugi::xml_node symbols, const std::string& name, const Symbol& symbol);
/// <renderer-v2> with its symbols.
void add_drawing(pugi::xml_node layer, const LayerStyle& style);
/// <labeling>
void add_labels(pugi::xml_node layer, const Labels& labels);

/// All of a style, into <qgis> of a style file or <maplayer> of a project.
void add_style(pugi::xml_node layer, const LayerStyle& style);
void add_style(pugi::xml_node layer, const RasterStyle& style);

}  // namespace mgz::qgis
