// SPDX-License-Identifier: EUPL-1.2
/// What a picture says, before anybody thinks of where on the page.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/point.h"
#include "geo/polygon.h"
#include "sim/show/classes.h"

namespace mgz::picture {

struct Area {
    std::string code;
    geo::MultiPolygon shape;  ///< metres, y northwards
    geo::Point inside;
    std::optional<Colour> fill = {};  ///< none: there is no figure
    bool hatched = false;
    bool outlined = false;
    /// Drawn when not empty, in this order of the areas: those that matter most come first.
    std::string name = {}, figure = {};
};

enum class MarkKind : unsigned char { circle, square, triangle };

/// A place, say one that trains.
struct Mark {
    geo::Point at;
    MarkKind kind = MarkKind::circle;
};

/// One map.
struct Panel {
    std::string title;  ///< may be empty
    std::vector<Area> areas;
    std::vector<std::size_t> labelled;  ///< places of areas, the most important first
    std::vector<Mark> marks;
};

struct LegendRow {
    std::string text;
    std::optional<Colour> fill = {};
    bool hatched = false;
    bool outlined = false;
    std::optional<MarkKind> mark = {};
};

struct Legend {
    std::string heading;
    std::vector<Colour> colours;     ///< of the classes, low to high; may be empty
    std::vector<std::string> texts;  ///< of each class
    std::vector<std::string> ticks;  ///< of the breaks between them, one fewer
    std::string low_end, high_end;   ///< what lies at the ends, may be empty
    std::vector<LegendRow> rows;     ///< whatever else there is to know
    bool rows_first = false;         ///< before the classes
};

/// One bar with its interval; the darker part up to `alone`.
struct Bar {
    std::string name;
    Colour colour{};
    double value = 0, low = 0, high = 0;
    std::optional<double> alone = {};
};

struct Bars {
    std::string title, axis, note;
    std::vector<Bar> bars;  ///< from the top
};

struct Picture {
    std::string title, subtitle;
    std::vector<Panel> panels;
    Legend legend;
    std::optional<Bars> bars = {};
    std::string source;  ///< at the foot
};

}  // namespace mgz::picture
