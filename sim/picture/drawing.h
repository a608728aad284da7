// SPDX-License-Identifier: EUPL-1.2
/// A drawing as plain values: what stands where on the page, in points (1/72 inch), y downwards.
/// Made by layout.h, painted by paint.h; between the two it can be looked at by tests.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "geo/point.h"
#include "geo/polygon.h"
#include "sim/show/classes.h"

namespace mgz::picture {

struct Line {
    Colour colour;
    double width = 1;
};

/// Parallel lines from lower left to upper right.
struct Hatch {
    Colour colour;
    double spacing = 4;
    double width = 0.8;
};

/// Filled by the even-odd rule, then hatched, then outlined.
struct Shape {
    std::vector<geo::Ring> rings;
    bool closed = true;
    std::optional<Colour> fill = {};
    std::optional<Hatch> hatch = {};
    std::optional<Line> line = {};
    std::string what = {};  ///< "area CODE", "legend", ...: for tests and as class in SVG
};

struct Font {
    double size = 9;
    bool bold = false;
};

enum class Align : unsigned char { left, centre, right };

/// One line of text.
struct Text {
    std::string text;
    geo::Point at;  ///< y is the base line
    Font font = {};
    Align align = Align::left;
    Colour colour{0x22, 0x22, 0x22};
    bool halo = false;
    std::string what = {};
};

using Item = std::variant<Shape, Text>;

struct Drawing {
    double width = 0, height = 0;
    std::string title;        ///< for the properties of a document
    std::vector<Item> items;  ///< later ones lie on top
};

}  // namespace mgz::picture
