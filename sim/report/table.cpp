// SPDX-License-Identifier: EUPL-1.2
#include "sim/report/table.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <limits>

#include "geo/check.h"
#include "sim/report/folder.h"

namespace mgz::report {

namespace io = geo::io;
using geo::InputError;

std::string Row::place() const
{
    return io::place_of(file_, index_);
}

double Row::number(std::size_t column) const
{
    constexpr double most = 1e12;  // what the page can count in thousandths
    // Nearly always a plain number: the words for a message are put together only when needed.
    if (const auto* written = std::get_if<std::string>(&values_[column])) {
        double value = 0;
        const char* end = written->data() + written->size();
        const auto read = std::from_chars(written->data(), end, value);
        if (read.ec == std::errc{} && read.ptr == end && std::abs(value) <= most) return value;
    }
    const double value = io::number(values_[column], place(), columns_[column]);
    if (!(std::abs(value) <= most)) wrong(column, "is no figure of mgz");
    return value;
}

double Row::number_or_unknown(std::size_t column) const
{
    if (std::holds_alternative<std::monostate>(values_[column]))
        return std::numeric_limits<double>::quiet_NaN();
    return number(column);
}

int Row::year(std::size_t column) const
{
    const double value = number(column);
    if (!(value >= 1900 && value <= 2200 && value == std::floor(value))) {
        wrong(column, "is no year");
    }
    return static_cast<int>(value);
}

std::optional<int> Row::year_or_none(std::size_t column) const
{
    if (std::holds_alternative<std::monostate>(values_[column])) return std::nullopt;
    return year(column);
}

void Row::wrong(std::size_t column, std::string_view what) const
{
    throw InputError(place(), fmt::format("{} '{}' {}", columns_[column], text(column), what),
                     again);
}

io::Read read_table(const std::string& file, const std::vector<std::string>& columns, Rows rows)
{
    io::Source source;
    source.where = file;
    source.columns = columns;
    source.kind = io::GeometryKind::none;
    auto read = io::read_layer(source);
    if (rows == Rows::some && read.layer.features.empty()) {
        throw InputError(file, "has no rows", again);
    }
    return read;
}

}  // namespace mgz::report
