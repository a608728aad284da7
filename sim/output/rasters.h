// SPDX-License-Identifier: EUPL-1.2
/// Rasters of a run: cloud-optimised GeoTIFF in EPSG:28992, one band per output year.
#pragma once

#include "geo/io/layer_io.h"
#include "sim/output/run_facts.h"
#include "sim/output/yearly_access.h"
#include "sim/score/ensemble.h"
#include "sim/world/world.h"

namespace mgz {

inline constexpr float no_data = -9999.0F;  ///< of cells outside every subregion

/// shortage_<profession>.tif and access_<profession>.tif for every profession. A cell's shortage is
/// its subregion's mean; where the subregion has no need of the profession, its region's. A cell's
/// access is E2SFCA at its centre, FTE per 10,000 people.
std::vector<geo::io::NamedBytes> make_rasters(const World& world, const Scenario& scenario,
                                              const Ensemble& ensemble, const YearlyAccess& access,
                                              const RunFacts& facts);

}  // namespace mgz
