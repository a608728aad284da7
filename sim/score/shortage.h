// SPDX-License-Identifier: EUPL-1.2
/// Shortage as a score, and its classes as the 2023 inventory names them.
#pragma once

#include <array>
#include <string_view>

namespace mgz {

/// Shortage of medical-generalist care in a region: the mean of GP and SO. AVG stands apart: one
/// AVG more or less moves a whole region.
inline double combined_shortage(double gp, double so)
{
    return (gp + so) / 2;
}

/// How the combined shortage is written in files, as a profession of its own.
inline constexpr std::string_view combined_name = "huisarts_so";

/// Classes of the inventory. The cut points are constants, never fitted.
enum class ShortageClass : unsigned char { expected, felt, acute };
inline constexpr std::array<std::string_view, 3> shortage_class_names{"expected", "felt", "acute"};
inline constexpr double felt_from = 0.05;
inline constexpr double acute_from = 0.10;

inline ShortageClass class_of(double shortage)
{
    return shortage < felt_from    ? ShortageClass::expected
           : shortage < acute_from ? ShortageClass::felt
                                   : ShortageClass::acute;
}

}  // namespace mgz
