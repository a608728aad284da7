// SPDX-License-Identifier: EUPL-1.2
/// How layers are drawn in QGIS, as plain values, and the texts it reads (3.22 or later): strings
/// out, no files. Colours and class breaks come from sim/show/classes.h.
///
///   LayerStyle style{"Shortage", "", Graduated{"shortage", steps_of(shortage_classes(),
///   percent)}}; style.labels = Labels{"\"name\""}; write("shortage.qml", qml(style));
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "geo/point.h"
#include "sim/show/classes.h"

namespace mgz::qgis {

/// Of letters; of borders, so that they part pale areas and dark ones.
inline constexpr Colour ink{0x22, 0x22, 0x22}, line{0x80, 0x80, 0x80};
inline constexpr Colour white{0xff, 0xff, 0xff};

/// How a feature is drawn. Lengths are millimetres on the map.
struct Symbol {
    enum class Kind : unsigned char {
        area,     ///< filled, with a border
        hatch,    ///< slanted lines of the colour, for what lies under them to be seen
        outline,  ///< a border only, of the colour
        mark      ///< of points
    };
    Kind kind = Kind::area;
    Colour colour{};
    Colour border = line;
    double border_width = 0.12;
    double opacity = 1;
    std::string shape = "circle";  ///< of a mark: circle, square, triangle, diamond, star
    double size = 2;               ///< of a mark
    geo::Point shift{};            ///< of a mark: to the right and down
    /// Expressions of QGIS that take the place of size, shape and opacity (0 to 100); may be empty.
    std::string size_by = {}, shape_by = {}, opacity_by = {};
};
Symbol area(Colour colour);
Symbol hatch(Colour colour);
Symbol outline(Colour colour);
Symbol mark(Colour colour, std::string shape, double size);

/// How numbers of classes are written in legends.
struct NumberText {
    double factor = 1;
    std::string suffix = {};  ///< "%"
    bool with_sign = false;   ///< +2 of a difference
};
inline const NumberText percent{100, "%", false};

/// One class of a legend: from <= x < to.
struct Step {
    double from = 0, to = 0;
    std::string label;
    Symbol symbol;
};
/// The highest class first, so that a value on a break lies in the class that begins there (QGIS
/// takes the first that fits). Symbols are copies of `like` in the colours of the classes.
std::vector<Step> steps_of(const Classes& classes, const NumberText& text,
                           const Symbol& like = area({}));

/// A column that must hold a text, a whole number, or lie within from <= x < to.
struct Within {
    double from = -std::numeric_limits<double>::infinity();
    double to = std::numeric_limits<double>::infinity();
};
struct Condition {
    std::string column;
    std::variant<std::string, int, Within> wanted;
};

/// Coloured by a number.
struct Graduated {
    std::string column;
    std::vector<Step> steps;
};
/// Coloured by a text.
struct Category {
    std::string value;
    std::string label;
    Symbol symbol;
};
struct Categorised {
    std::string column;
    std::vector<Category> categories;
};
/// Drawn where all conditions hold, by its symbol and by the rules inside it. The user switches
/// rules on and off in the legend.
struct Rule {
    std::string label;
    std::vector<Condition> conditions;
    std::optional<Symbol> symbol = {};
    std::vector<Rule> inside = {};
    bool shown = true;
};
/// All rules that hold draw, the first at the bottom.
struct Rules {
    std::vector<Rule> rules;
};
/// The same as rules, to be put under conditions or beside others.
std::vector<Rule> rules_of(const Graduated& graduated);

/// Text on each feature that is drawn, where it fits; in letters with a white rim.
struct Labels {
    std::string expression;  ///< of QGIS
    double points = 8;       ///< size of letters
    bool bold = false;
    /// Not where the map is smaller than 1 to this; 0: always.
    double smallest_scale = 0;
};

struct LayerStyle {
    std::string name;
    std::string description;
    std::variant<Graduated, Categorised, Rules> drawing;
    std::optional<Labels> labels = {};
    /// A column of dates for the time slider, each feature at its own; empty: always there.
    std::string date_column = {};
    /// Column and the title that tables show instead.
    std::vector<std::pair<std::string, std::string>> aliases = {};
};

/// One band in classes, each of one colour.
struct RasterStyle {
    int band = 1;  ///< from 1
    Classes classes;
    NumberText text;
};

/// A style file of QGIS.
std::string qml(const LayerStyle& style);
std::string qml(const RasterStyle& style);

/// The same for other programs, as Styled Layer Descriptor 1.1: classes, marks of a fixed size,
/// hatches. Labels, time and rules that are switched off are left out.
std::string sld(const LayerStyle& style, const std::string& layer);

/// A column in an expression of QGIS.
std::string column(const std::string& name);
/// An expression that writes a column as legends do: 12.3%.
std::string number_of(const std::string& name, const NumberText& text, int decimals = 1);

}  // namespace mgz::qgis
