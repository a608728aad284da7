// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/csv.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <stdexcept>

namespace mgz {

using geo::io::ColumnType;

void append_number(std::string& text, double value)
{
    if (!std::isfinite(value)) return;
    fmt::format_to(std::back_inserter(text), "{:.9g}", value == 0 ? 0.0 : value);
}

void append_number(std::string& text, Exact value)
{
    if (!std::isfinite(value.value)) return;
    fmt::format_to(std::back_inserter(text), "{:.15g}", value.value == 0 ? 0.0 : value.value);
}

void append_field(std::string& text, std::string_view field)
{
    if (field.find_first_of(",\"\r\n") == field.npos) {
        text += field;
        return;
    }
    text += '"';
    for (const char c : field) {
        if (c == '"') text += '"';
        text += c;
    }
    text += '"';
}

CsvTable::CsvTable(const TableEntry& entry) : entry_(entry)
{
    for (const auto& column : entry_.columns) {
        if (!text_.empty()) text_ += ',';
        append_field(text_, column.name);
    }
    text_ += '\n';
}

void CsvTable::next(bool type_fits)
{
    if (column_ == entry_.columns.size() || !type_fits) {
        throw std::logic_error(
            fmt::format("{}: cell {} does not fit the dictionary", entry_.file, column_ + 1));
    }
    if (column_ > 0) text_ += ',';
    ++column_;
}

void CsvTable::cell(std::string_view value)
{
    next(column_ < entry_.columns.size() && entry_.columns[column_].type == ColumnType::text);
    append_field(text_, value);
}

void CsvTable::cell(double value)
{
    next(column_ < entry_.columns.size() && entry_.columns[column_].type == ColumnType::real);
    append_number(text_, value);
}

void CsvTable::cell(Exact value)
{
    next(column_ < entry_.columns.size() && entry_.columns[column_].type == ColumnType::real);
    append_number(text_, value);
}

void CsvTable::whole(long long value)
{
    next(column_ < entry_.columns.size() && entry_.columns[column_].type == ColumnType::integer);
    fmt::format_to(std::back_inserter(text_), "{}", value);
}

void CsvTable::empty(bool is_whole)
{
    next(column_ < entry_.columns.size() &&
         entry_.columns[column_].type == (is_whole ? ColumnType::integer : ColumnType::real));
}

void CsvTable::end_row()
{
    if (column_ != entry_.columns.size()) {
        throw std::logic_error(fmt::format("{}: a row has {} cells, the dictionary {} columns",
                                           entry_.file, column_, entry_.columns.size()));
    }
    text_ += '\n';
}

}  // namespace mgz
