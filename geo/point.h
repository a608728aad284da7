// SPDX-License-Identifier: EUPL-1.2
/// Points in a projected coordinate system, metres.
#pragma once

namespace geo {

struct Point {
    double x = 0;  ///< metres east
    double y = 0;  ///< metres north

    friend bool operator==(const Point&, const Point&) = default;
};

}  // namespace geo
