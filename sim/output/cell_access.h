// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <Eigen/Core>
#include <span>
#include <vector>

#include "geo/catchment.h"
#include "geo/grid.h"

namespace mgz {

/// The zones of the cells, for travel that is not as the crow flies.
struct CellZones {
    const geo::ZoneFactors& factors;
    geo::Raster<int> zone;  ///< of each cell, those of `factors`; empty: all cells lie in zone 0
};

/// Step 2 of E2SFCA at the centre of every cell, for several sets of ratios at once. The same
/// bits as geo::access_at at the centres: each cell's sum runs in the order of the sites.
///
/// A raster needs no list of sites per cell: along one row of cells the reach of a site is one run
/// of columns in each stretch of one zone, found once for all the ratios. National at 500 m, 8
/// years: 0.1 s on one core. \param scale the result is multiplied by this REQUIRES: each ratio has
/// one entry per site; bands in rising order.
std::vector<geo::Raster<float>> access_of_cells(const geo::GridFrame& frame, const CellZones& zones,
                                                const std::vector<geo::ZonedPoint>& sites,
                                                std::span<const Eigen::VectorXd> ratios,
                                                const geo::DistanceDecay& decay, double scale);

}  // namespace mgz
