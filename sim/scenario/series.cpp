// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/series.h"

#include "geo/check.h"

namespace mgz {

double Series::at(double year) const
{
    expects(!points.empty());
    std::size_t after = 0;
    while (after < points.size() && points[after].first <= year)
        ++after;
    if (after == 0) return points.front().second;
    const auto& [year0, value0] = points[after - 1];
    if (shape == Shape::steps || after == points.size()) return value0;
    const auto& [year1, value1] = points[after];
    return value0 + (value1 - value0) * (year - year0) / (year1 - year0);
}

}  // namespace mgz
