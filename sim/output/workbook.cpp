// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>

#include "geo/check.h"
#include "geo/io/layer_io.h"

namespace mgz {

namespace fs = std::filesystem;
namespace io = geo::io;
using geo::InputError;

namespace {

constexpr auto which =
    "give a folder that mgz run, compare or sensitivity made, or a collected sweep";

/// A table and the types of its columns.
struct ListedTable {
    std::string file;
    std::map<std::string, io::ColumnType> types;
};

/// dictionary.csv, or of a sweep results.dictionary.csv.
std::string dictionary_of(const std::string& folder)
{
    std::error_code none;
    if (!fs::is_directory(folder, none)) throw InputError(folder, "there is no such folder", which);
    for (const char* name : {"dictionary.csv", "results.dictionary.csv"})
        if (fs::is_regular_file(folder + "/" + name, none)) return name;
    throw InputError(folder, "has no dictionary.csv", which);
}

io::Read read_all(const std::string& path, std::vector<std::string> columns)
{
    io::Source source;
    source.where = path;
    source.columns = std::move(columns);
    source.kind = io::GeometryKind::none;
    return io::read_layer(source);
}

/// The tables that the dictionary explains and the folder has.
std::vector<ListedTable> tables_of(const std::string& folder, const std::string& dictionary)
{
    std::vector<ListedTable> tables;
    const std::string within = folder + "/", list = within + dictionary;
    const auto read = read_all(list, {"file", "layer", "column", "code", "type"});
    for (std::size_t row = 0; row < read.layer.features.size(); ++row) {
        const auto& feature = read.layer.features[row];
        const std::string file = io::text(feature.values[0]);
        std::error_code none;
        if (file.find('/') != file.npos)
            throw InputError(io::place_of(list, row),
                             fmt::format("'{}' is no file of this folder", file), which);
        if (!file.ends_with(".csv") || !io::text(feature.values[1]).empty()) continue;
        if (!io::text(feature.values[3]).empty() || file == dictionary) continue;
        if (!fs::is_regular_file(within + file, none)) continue;
        const auto known =
            std::find_if(tables.begin(), tables.end(),
                         [&](const ListedTable& table) { return table.file == file; });
        ListedTable& table =
            known == tables.end() ? tables.emplace_back(ListedTable{file, {}}) : *known;
        const std::string type = io::text(feature.values[4]);
        table.types[io::text(feature.values[2])] = type == "integer" ? io::ColumnType::integer
                                                   : type == "real"  ? io::ColumnType::real
                                                                     : io::ColumnType::text;
    }
    tables.push_back({dictionary, {{"position", io::ColumnType::integer}}});
    return tables;
}

template <class Number>
io::Value number_in(const io::Value& cell, const std::string& where, const std::string& column)
{
    const std::string text = io::text(cell);
    Number value{};
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end)
        throw InputError(fmt::format("{}, column {}", where, column),
                         fmt::format("'{}' is not what its dictionary says", text),
                         "give a folder as mgz left it");
    return value;
}

/// As the type of the column wants it; empty stays empty.
io::Value typed(const io::Value& cell, const io::Column& column, const std::string& path,
                std::size_t row)
{
    if (std::holds_alternative<std::monostate>(cell)) return cell;
    if (column.type == io::ColumnType::integer)
        return number_in<long long>(cell, io::place_of(path, row), column.name);
    if (column.type == io::ColumnType::real)
        return number_in<double>(cell, io::place_of(path, row), column.name);
    return io::text(cell);
}

std::string sheet_name(const std::string& file)
{
    return file.substr(0, file.size() - 4).substr(0, io::most_sheet_letters);
}

WorkbookSheet add_sheet(io::WorkbookFile& workbook, const std::string& folder,
                        const ListedTable& table)
{
    const std::string path = folder + "/" + table.file;
    const auto names = io::column_names(path);
    const auto read = read_all(path, names);
    const auto& rows = read.layer.features;
    if (rows.size() + 1 > io::most_sheet_rows)
        throw InputError(path,
                         fmt::format("has {} rows, and a sheet of a workbook holds {}",
                                     rows.size() + 1, io::most_sheet_rows),
                         "open the CSV file with a program for statistics or databases");
    std::vector<io::Column> columns;
    for (const std::string& name : names) {
        const auto type = table.types.find(name);
        columns.push_back({name, type == table.types.end() ? io::ColumnType::text : type->second});
    }
    workbook.begin_sheet(sheet_name(table.file), columns);
    std::vector<io::Value> cells(columns.size());
    // The library writes no header over nothing: a table without rows gets an empty one.
    if (rows.empty()) workbook.add(cells);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t c = 0; c < columns.size(); ++c)
            cells[c] = typed(rows[i].values[c], columns[c], path, i);
        workbook.add(cells);
    }
    return {sheet_name(table.file), rows.size()};
}

}  // namespace

Workbook make_workbook(const std::string& folder)
{
    const std::string dictionary = dictionary_of(folder);
    const auto tables = tables_of(folder, dictionary);
    io::WorkbookFile file;
    Workbook workbook;
    for (const ListedTable& table : tables)
        workbook.sheets.push_back(add_sheet(file, folder, table));
    workbook.bytes = file.take();
    return workbook;
}

}  // namespace mgz
