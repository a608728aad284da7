// SPDX-License-Identifier: EUPL-1.2
#include "sim/score/spread.h"

#include <algorithm>

#include "geo/check.h"

namespace mgz {

static double quantile(const std::vector<double>& sorted, double share)
{
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const auto above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

Spread spread_of(std::vector<double>& values)
{
    expects(!values.empty());
    Spread s;
    for (const double v : values)
        s.mean += v;
    s.mean /= static_cast<double>(values.size());
    std::sort(values.begin(), values.end());
    s.p05 = quantile(values, 0.05);
    s.p50 = quantile(values, 0.50);
    s.p95 = quantile(values, 0.95);
    return s;
}

}  // namespace mgz
