// SPDX-License-Identifier: EUPL-1.2
/// Inside sim/input only: figures and counts within sim/core/limits.h.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "geo/check.h"
#include "sim/core/limits.h"

namespace mgz {

/// Errors (InputError): more of them than the program takes.
inline void check_count(std::size_t count, std::size_t most, const std::string& where,
                        std::string_view what)
{
    if (count <= most) return;
    throw geo::InputError(where, fmt::format("has {} {}", count, what),
                          fmt::format("give {} at most", most));
}

/// Errors (InputError at `place`): the figure is out of bounds.
inline double within(double value, double low, double high, const std::string& place,
                     std::string_view what)
{
    if (value >= low && value <= high) return value;
    throw geo::InputError(place, fmt::format("{} is {}", what, value),
                          fmt::format("give {} to {}", low, high));
}

}  // namespace mgz
