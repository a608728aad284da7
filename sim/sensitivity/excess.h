// SPDX-License-Identifier: EUPL-1.2
/// What makes one region worse off than the country, apart from what makes the country worse off.
#pragma once

#include <string_view>

#include "sim/sweep/sweep_table.h"

namespace mgz {

inline constexpr std::string_view excess_id = "excess_shortage";
inline constexpr std::string_view excess_meaning =
    "shortage of the area less that of the country, in the same run";

/// The same table with excess_id behind its quantities: of every region and subregion of which the
/// shortage is kept, where that of the country is kept too.
SweepTable with_excess(const SweepTable& table);

}  // namespace mgz
