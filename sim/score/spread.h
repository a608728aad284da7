// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

namespace mgz {

/// A figure over replicates.
struct Spread {
    double mean = 0, p05 = 0, p50 = 0, p95 = 0;
};

/// Percentiles by linear interpolation between order statistics (Hyndman & Fan type 7).
/// REQUIRES: not empty. Sorts its argument.
Spread spread_of(std::vector<double>& values);

}  // namespace mgz
