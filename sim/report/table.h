// SPDX-License-Identifier: EUPL-1.2
/// The tables of a folder, row by row, with every error said.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/io/layer_io.h"

namespace mgz::report {

/// One row; columns by their place among those asked for.
class Row {
public:
    Row(const std::string& file, std::size_t index, std::span<const std::string> columns,
        std::span<const geo::io::Value> values)
        : file_(file), index_(index), columns_(columns), values_(values)
    {
    }

    std::string text(std::size_t column) const { return geo::io::text(values_[column]); }
    /// Errors (InputError), here and below: no number, or one that no file of mgz can hold.
    double number(std::size_t column) const;
    /// Not a number where the cell is empty.
    double number_or_unknown(std::size_t column) const;
    int year(std::size_t column) const;
    std::optional<int> year_or_none(std::size_t column) const;

    /// InputError about a cell of this row.
    [[noreturn]] void wrong(std::size_t column, std::string_view what) const;

private:
    std::string place() const;

    const std::string& file_;
    std::size_t index_;
    std::span<const std::string> columns_;
    std::span<const geo::io::Value> values_;
};

/// May a table be without rows?
enum class Rows { some, any };
geo::io::Read read_table(const std::string& file, const std::vector<std::string>& columns,
                         Rows rows);

/// Calls visit(row) for every row of a table with these columns.
/// Errors (InputError): no such file; not a table; a column missing; a broken row; no row where
/// there must be some.
template <class Visit>
void each_row(const std::string& file, const std::vector<std::string>& columns, Rows rows,
              Visit visit)
{
    const auto read = read_table(file, columns, rows);
    const auto& features = read.layer.features;
    for (std::size_t i = 0; i < features.size(); ++i)
        visit(Row(file, i, columns, features[i].values));
}

}  // namespace mgz::report
