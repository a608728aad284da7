// SPDX-License-Identifier: EUPL-1.2
/// A layer as plain values: what any vector source looks like once it is inside.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "geo/point.h"
#include "geo/polygon.h"

namespace geo::io {

/// Null, whole number, number, text.
using Value = std::variant<std::monostate, long long, double, std::string>;
using Geometry = std::variant<std::monostate, Point, MultiPolygon>;

enum class ColumnType { integer, real, text, date };  ///< date: ISO text "2023-12-31"

struct Column {
    std::string name;
    ColumnType type = ColumnType::text;
    /// For people: a short title with the unit, and what the column says. Formats that have no
    /// place for them leave them out.
    std::string title = {}, meaning = {};
};

struct Feature {
    Geometry geometry;
    std::vector<Value> values;  ///< one per column
};

enum class GeometryKind { none, point, polygon };

struct Layer {
    std::string name;
    GeometryKind kind = GeometryKind::none;
    std::vector<Column> columns;
    std::vector<Feature> features;
    std::string meaning = {};  ///< one sentence, where a format has a place for it
};

}  // namespace geo::io
