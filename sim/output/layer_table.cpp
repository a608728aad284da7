// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/layer_table.h"

#include <fmt/format.h>

#include <stdexcept>

#include "geo/check.h"

namespace mgz {

using geo::io::ColumnType;

LayerTable::LayerTable(const TableEntry& entry, geo::io::GeometryKind kind)
{
    layer_.name = entry.layer.empty() ? entry.file.substr(0, entry.file.find('.')) : entry.layer;
    layer_.kind = kind;
    layer_.meaning = entry.meaning;
    for (const auto& column : entry.columns) {
        places_[column.name] = layer_.columns.size();
        layer_.columns.push_back(column_of(column));
    }
}

void LayerTable::add(geo::io::Geometry geometry)
{
    layer_.features.push_back(
        {std::move(geometry), std::vector<geo::io::Value>(layer_.columns.size())});
}

void LayerTable::put(std::string_view column, geo::io::Value value, bool is_text, bool is_whole)
{
    expects(!layer_.features.empty());
    const auto found = places_.find(column);
    if (found == places_.end()) {
        throw std::logic_error(
            fmt::format("the dictionary explains no column {} of {}", column, layer_.name));
    }
    const auto type = layer_.columns[found->second].type;
    const bool wants_text = type == ColumnType::text || type == ColumnType::date;
    if (wants_text != is_text || (type == ColumnType::integer) != is_whole) {
        throw std::logic_error(
            fmt::format("the dictionary has another type for {} of {}", column, layer_.name));
    }
    layer_.features.back().values[found->second] = std::move(value);
}

void LayerTable::set(std::string_view column, std::string_view value)
{
    put(column, std::string(value), true, false);
}

void LayerTable::set(std::string_view column, double value)
{
    put(column, value, false, false);
}

void LayerTable::set(std::string_view column, int value)
{
    put(column, static_cast<long long>(value), false, true);
}

}  // namespace mgz
