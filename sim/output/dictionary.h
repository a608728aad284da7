// SPDX-License-Identifier: EUPL-1.2
/// Every column of every table, in one place. Tables and layers are made from these entries, so
/// that a column nobody explained cannot be written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geo/io/layer.h"
#include "sim/model/history.h"

namespace mgz {

/// One of the codes that a column may hold.
struct CodeEntry {
    std::string value;
    std::string unit;  ///< of the figure beside it, where the code decides it; else "-"
    std::string meaning;
};

struct ColumnEntry {
    std::string name;
    geo::io::ColumnType type = geo::io::ColumnType::real;
    std::string unit;  ///< "1" for a pure number, "-" where there is none
    std::string meaning;
    std::vector<CodeEntry> codes = {};
};

/// A table, a layer, or a raster whose "columns" are its bands.
struct TableEntry {
    std::string file;
    std::string layer;  ///< "" when the file holds one table
    std::string meaning;
    std::vector<ColumnEntry> columns;  ///< in the order they are written
};

/// Of a run. The files of a comparison have their own: sim/output/compare_dictionary.h.
const std::vector<TableEntry>& dictionary();

/// The map of a run.
inline constexpr auto shortage_file = "shortage.gpkg";

/// Throws std::logic_error when nobody explained the table.
const TableEntry& table_entry(std::string_view file, std::string_view layer = {});
const TableEntry& table_entry(const std::vector<TableEntry>& tables, std::string_view file,
                              std::string_view layer = {});

/// dictionary.csv: one row per column, followed by one per code it may hold.
std::string dictionary_csv(const std::vector<TableEntry>& tables = dictionary());

/// "code, population [people], need_huisarts [FTE], ...", for the metadata of a layer.
std::string short_form(const TableEntry& table);

/// As a column of a map: with a title like "need huisarts [FTE]" and the meaning.
geo::io::Column column_of(const ColumnEntry& entry);

/// Name of a wide column: "need_huisarts"; the figure shortage is "short_huisarts".
std::string wide_name(Figure figure, Profession profession);

/// Figures that the map layers hold; the CSV tables hold all.
inline constexpr std::array map_figures{
    Figure::need,           Figure::fte,          Figure::shortage,
    Figure::staff,          Figure::heads,        Figure::trainees,
    Figure::vacancies,      Figure::shifted,      Figure::commercial,
    Figure::outside_needed, Figure::outside_given};

}  // namespace mgz
