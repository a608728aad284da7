// SPDX-License-Identifier: EUPL-1.2
#include "geo/grid.h"

#include <cmath>

#include "geo/check.h"

namespace geo {

GridFrame frame_around(const Box& box, double cell)
{
    expects(cell > 0);
    const double left = std::floor(box.min_x / cell);
    const double right = std::ceil(box.max_x / cell);
    const double bottom = std::floor(box.min_y / cell);
    const double top = std::ceil(box.max_y / cell);
    return {{left * cell, top * cell},
            cell,
            static_cast<int>(top - bottom),
            static_cast<int>(right - left)};
}

}  // namespace geo
