// SPDX-License-Identifier: EUPL-1.2
/// Map layers whose columns are those of the dictionary, filled by name.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geo/io/layer.h"
#include "sim/output/dictionary.h"

namespace mgz {

/// Example: LayerTable layer(table_entry("shortage.gpkg", "regions"), GeometryKind::polygon);
///          layer.add(shape); layer.set("code", code); ...; layer.take();
class LayerTable {
public:
    /// The layer has the entry's name, or the file's where the entry names none.
    LayerTable(const TableEntry& entry, geo::io::GeometryKind kind);

    /// A new feature; all its values are null.
    void add(geo::io::Geometry geometry);

    /// Value of the last feature. std::logic_error when the dictionary has no such column, or
    /// another type for it.
    void set(std::string_view column, std::string_view value);
    void set(std::string_view column, double value);
    void set(std::string_view column, int value);

    geo::io::Layer take() { return std::move(layer_); }

private:
    void put(std::string_view column, geo::io::Value value, bool is_text, bool is_whole);

    geo::io::Layer layer_;
    std::unordered_map<std::string_view, std::size_t> places_;  // views of the dictionary's names
};

}  // namespace mgz
