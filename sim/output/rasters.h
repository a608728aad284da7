// SPDX-License-Identifier: EUPL-1.2
/// Rasters of a run: cloud-optimised GeoTIFF in EPSG:28992, one band per output year.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "geo/io/layer_io.h"
#include "geo/io/raster_io.h"
#include "sim/output/cell_access.h"
#include "sim/output/cells.h"
#include "sim/output/run_facts.h"
#include "sim/output/yearly_access.h"
#include "sim/score/ensemble.h"
#include "sim/world/world.h"

namespace mgz {

inline constexpr float no_data = -9999.0F;  ///< of cells outside every subregion

/// shortage_<profession>.tif and access_<profession>.tif for every profession. A cell's shortage is
/// its subregion's mean; where the subregion has no need of the profession, its region's. A cell's
/// access is E2SFCA at its centre, FTE per 10,000 people.
class RunRasters {
public:
    /// Finds the cells. REQUIRES: what is given outlives this.
    RunRasters(const World& world, const Scenario& scenario, const Ensemble& ensemble,
               const YearlyAccess& access, const RunFacts& facts);
    RunRasters(const RunRasters&) = delete;
    RunRasters& operator=(const RunRasters&) = delete;

    /// Safe to call from several threads.
    geo::io::NamedBytes shortage(Profession p) const;
    geo::io::NamedBytes access(Profession p) const;

    /// How many may be in hand together, for the memory they take; 1 at least.
    int at_once() const;

private:
    geo::io::NamedBytes file(std::string_view what, Profession p,
                             std::span<const geo::io::RasterBand> bands) const;

    const World& world_;
    const Ensemble& ensemble_;
    const YearlyAccess& access_;
    Cells cells_;
    geo::ZoneFactors factors_;
    CellZones zones_;
    std::vector<std::pair<std::string, std::string>> labels_;
};

}  // namespace mgz
