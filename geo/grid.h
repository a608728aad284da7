// SPDX-License-Identifier: EUPL-1.2
/// North-up rasters: a frame and one value per cell.
#pragma once

#include <Eigen/Core>

#include "geo/point.h"
#include "geo/polygon.h"

namespace geo {

/// Where the cells are. Row 0 is the northernmost, column 0 the westernmost.
struct GridFrame {
    Point top_left;   ///< outer corner, metres
    double cell = 0;  ///< metres, > 0
    int rows = 0;
    int cols = 0;

    Point centre(int row, int col) const
    {
        return {top_left.x + (col + 0.5) * cell, top_left.y - (row + 0.5) * cell};
    }
};

/// Smallest frame around the box whose corners are whole multiples of the cell.
/// REQUIRES: cell > 0.
GridFrame frame_around(const Box& box, double cell);

template <class T>
using Raster = Eigen::Array<T, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

}  // namespace geo
