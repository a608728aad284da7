// SPDX-License-Identifier: EUPL-1.2
/// Distances as the crow flies.
#pragma once

#include <cmath>

#include "geo/point.h"

namespace geo {

/// Square metres: cheaper where only the order matters.
inline double squared_distance(Point a, Point b)
{
    const double dx = a.x - b.x;
    const double dy = a.y - b.y;
    return dx * dx + dy * dy;
}

/// Metres. sqrt is exact to the last bit under IEEE 754, so the result is the same everywhere.
inline double distance(Point a, Point b)
{
    return std::sqrt(squared_distance(a, b));
}

}  // namespace geo
