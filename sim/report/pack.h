// SPDX-License-Identifier: EUPL-1.2
/// How the data of the page are made small: whole numbers, differences, deflate.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mgz::report {

/// A figure as a whole number: value x scale, halves away from zero; none where it is not finite.
std::optional<long long> scaled(double value, double scale);

/// Area by area the first number as it is, each later one as the difference to the last that is
/// there; "null" where there is none. \param row how many numbers an area has
/// Example, row 3: 5 7 - | 2 2 3 becomes [5,2,null,2,0,1].
std::string delta_list(std::span<const std::optional<long long>> numbers, std::size_t row);

/// The bytes of a zlib stream (RFC 1950). At the level that is the rule: the best takes four times
/// as long and saves 2%.
std::string deflated(std::string_view text);

/// RFC 4648, in one line.
std::string base64(std::string_view bytes);

}  // namespace mgz::report
