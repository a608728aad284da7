// SPDX-License-Identifier: EUPL-1.2
#include "geo/io/csv_shape.h"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <string_view>

#include "geo/check.h"
#include "geo/io/layer_io.h"

namespace geo::io {

namespace {

constexpr std::string_view separators = ",;\t|";

/// How often each separator stands outside quotes in one row.
struct Row {
    std::array<std::size_t, separators.size()> count{};
    bool blank = true;
};

/// Rows one by one; a row may go on over lines while a quote is open.
class Rows {
public:
    explicit Rows(const std::string& file) : stream_(file, std::ios::binary) {}

    bool next(Row& row)
    {
        row = {};
        bool any = false;
        for (int c = stream_.rdbuf()->sbumpc(); c != EOF; c = stream_.rdbuf()->sbumpc()) {
            any = true;
            if (c == '"') quoted_ = !quoted_;  // "" inside a quoted text toggles twice
            if (c == '\n' && !quoted_) return true;
            if (c != '\r' && c != '\n') row.blank = false;
            const std::size_t kind = separators.find(static_cast<char>(c));
            if (!quoted_ && kind != std::string_view::npos) ++row.count[kind];
        }
        return any;
    }
    bool quoted() const { return quoted_; }

private:
    std::ifstream stream_;
    bool quoted_ = false;
};

}  // namespace

void check_csv_shape(const std::string& file, const std::string& where, std::size_t columns)
{
    Rows rows(file);
    Row row;
    if (!rows.next(row)) return;
    std::size_t kind = 0;
    while (kind < separators.size() && row.count[kind] + 1 != columns)
        ++kind;
    if (kind == separators.size()) return;  // GDAL split the header by something else, as blanks
    for (std::size_t index = 0; rows.next(row);) {
        if (row.blank) continue;  // GDAL skips these too
        if (rows.quoted()) {
            throw InputError(place_of(where, index), "a quote is opened and never closed",
                             "write \"\" for a quote inside a quoted text");
        }
        const std::size_t fields = row.count[kind] + 1;
        if (fields != columns) {
            throw InputError(
                place_of(where, index),
                fmt::format("the row has {} fields where the header has {}", fields, columns),
                "put text that holds the separator in quotes");
        }
        ++index;
    }
}

}  // namespace geo::io
