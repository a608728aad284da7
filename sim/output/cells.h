// SPDX-License-Identifier: EUPL-1.2
/// Inside sim/output only: the cells that all rasters share.
#pragma once

#include "geo/grid.h"
#include "sim/world/world.h"

namespace mgz {

/// Which subregion each cell belongs to.
struct Cells {
    geo::GridFrame frame;
    geo::Raster<int> subregion;  ///< -1 outside
};

Cells cells_of(const World& world, double cell_m);

/// Errors (InputError): cells so small that rasters of so many bands would not fit in memory.
/// \param fewer what the user can have less of: "output.years"
void check_cells(const World& world, double cell_m, std::size_t bands, std::string_view fewer);

}  // namespace mgz
