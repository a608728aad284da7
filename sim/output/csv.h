// SPDX-License-Identifier: EUPL-1.2
/// Tables as text after RFC 4180, except that lines end with one line feed. Numbers have at most
/// nine significant digits (fifteen where sums must hold, see Exact) and a point, whatever the
/// locale.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>

#include "sim/output/dictionary.h"

namespace mgz {

/// Appends the number, nine significant digits without trailing zeros; nothing when it is not
/// finite. Minus zero is written 0.
void append_number(std::string& text, double value);

/// A number that readers add up: written with fifteen significant digits, so that the causes of a
/// change still sum to it.
struct Exact {
    double value = 0;
};

/// The same with fifteen digits.
void append_number(std::string& text, Exact value);

/// Appends the text, in quotes where a comma, a quote or a line break needs them.
void append_field(std::string& text, std::string_view field);

/// A table whose columns are those of the dictionary.
class CsvTable {
public:
    /// Writes the header. The entry outlives this.
    explicit CsvTable(const TableEntry& entry);

    /// One row. std::logic_error when there are more or fewer cells than columns, or a cell is of
    /// another type than its column.
    template <class... Cells>
    void row(const Cells&... cells)
    {
        column_ = 0;
        (cell(cells), ...);
        end_row();
    }

    std::string take() { return std::move(text_); }

private:
    void cell(std::string_view value);
    void cell(double value);
    void cell(Exact value);
    void whole(long long value);
    template <std::integral T>
    void cell(T value)
    {
        whole(value);
    }
    /// Empty when there is none.
    template <class T>
    void cell(const std::optional<T>& value)
    {
        if (value) {
            cell(*value);
        } else {
            empty(std::integral<T>);
        }
    }
    void empty(bool is_whole);
    void next(bool type_fits);
    void end_row();

    const TableEntry& entry_;
    std::string text_;
    std::size_t column_ = 0;
};

}  // namespace mgz
