// SPDX-License-Identifier: EUPL-1.2
/// What was spent beside ordinary salaries, over replicates.
#pragma once

#include <span>
#include <vector>

#include "sim/model/history.h"

namespace mgz {

struct CostSpread {
    int year = 0;
    RegionId region;
    std::size_t item = 0;  ///< cost_item_name()
    Payer payer = Payer::wlz;
    double mean = 0, p05 = 0, p95 = 0;  ///< EUR; a replicate without the item counts as 0
};

/// By year, region, item and payer; rows that are zero in every replicate are left out.
std::vector<CostSpread> spread_costs(std::span<const History> histories);

}  // namespace mgz
