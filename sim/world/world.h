// SPDX-License-Identifier: EUPL-1.2
/// The facts of one run: const, shared by every thread, replicate and scenario.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "geo/distance.h"
#include "sim/core/id.h"
#include "sim/core/units.h"
#include "sim/scenario/scenario.h"
#include "sim/world/employer.h"
#include "sim/world/region.h"
#include "sim/world/training_centre.h"

namespace mgz {

struct World {
    IdVector<RegionId, Region> regions;              ///< in order of code
    IdVector<SubregionId, Subregion> subregions;     ///< in order of code
    IdVector<SettlementId, Settlement> settlements;  ///< in order of code
    IdVector<ProvinceId, std::string> provinces;     ///< names, in order; may be empty
    IdVector<CentreId, TrainingCentre> centres;      ///< in order of code
    IdVector<EmployerId, Employer> employers;        ///< by kind, then region, then size
    /// Settlements in polygons of the user's own, rising; by Intervention::area.
    std::map<std::string, std::vector<SettlementId>> areas;
    double detour = 1.0;

    Kilometres travel(geo::Point a, geo::Point b) const
    {
        return {geo::distance(a, b) * detour * 1e-3};
    }
    Kilometres travel(SettlementId a, SettlementId b) const
    {
        return travel(settlements[a].at, settlements[b].at);
    }
};

/// Relative need of a settlement for a profession: inhabitants by age times use by age, with each
/// age group grown from 2021 to the year. Only ratios between settlements mean something.
double relative_need(const Settlement& settlement, Profession profession, const NeedOptions& need,
                     double year);

}  // namespace mgz
