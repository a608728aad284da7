// SPDX-License-Identifier: EUPL-1.2
/// Boxes sorted into a grid: which are around a point?
#pragma once

#include <cstddef>
#include <vector>

#include "geo/polygon.h"

namespace geo {

/// Example: BoxGrid grid(boxes); for (const std::size_t i : grid.near(p)) ... visits every box that
/// holds p, and some beside it, in rising order.
class BoxGrid {
public:
    /// REQUIRES: finite coordinates.
    explicit BoxGrid(const std::vector<Box>& boxes);

    const std::vector<std::size_t>& near(Point p) const;

private:
    struct Cell {
        std::size_t column, row;
    };
    /// The cell of a point, or the nearest to it.
    Cell cell_of(Point p) const;

    Box all_;
    double side_ = 1;  // metres
    std::size_t columns_ = 1, rows_ = 1;
    std::vector<std::vector<std::size_t>> cells_;  // row by row
};

}  // namespace geo
