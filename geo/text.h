// SPDX-License-Identifier: EUPL-1.2
/// Names that look alike: for "did you mean" in messages.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// Least number of inserted, deleted, replaced or swapped neighbouring bytes (optimal string
/// alignment) that turns one text into the other. Case counts.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidates, those most like `wanted` first; case does not count; equals keep their order.
std::vector<std::string> by_nearness(std::string_view wanted,
                                     std::span<const std::string> candidates);

/// The candidate most like `wanted`; case does not count, the first of equals wins.
/// Empty when nothing is near: more than a third of the letters (and more than 2) differ.
std::string nearest_name(std::string_view wanted, std::span<const std::string> candidates);

/// ASCII letters made small; other bytes stay.
std::string lower(std::string_view text);

/// "a, b, c".
std::string joined(std::span<const std::string> names);

}  // namespace geo
