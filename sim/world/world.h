// SPDX-License-Identifier: EUPL-1.2
/// The facts of one run: const, shared by every thread, replicate and scenario.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "geo/distance.h"
#include "sim/core/id.h"
#include "sim/core/units.h"
#include "sim/scenario/scenario.h"
#include "sim/world/employer.h"
#include "sim/world/projection.h"
#include "sim/world/region.h"
#include "sim/world/training_centre.h"
#include "sim/world/travel.h"

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
    double detour = 1.0;    ///< within a zone of `roads`, and everywhere without a table
    TravelTable roads;      ///< empty unless the user gave one
    Projection projection;  ///< empty unless the user gave one

    /// Travelled over crow-fly distance between two zones (those of zoned()).
    double factor(std::uint32_t a, std::uint32_t b) const
    {
        return roads.empty() ? detour : roads.factors.between(a, b);
    }
    /// Distance as travelled: what every part of the model means by distance.
    Kilometres travel(SettlementId a, SettlementId b) const
    {
        const double f =
            roads.empty() ? detour : roads.factors.between(roads.zone[a], roads.zone[b]);
        return {geo::distance(settlements[a].at, settlements[b].at) * f * 1e-3};
    }
    Kilometres travel(geo::ZonedPoint a, geo::ZonedPoint b) const
    {
        return {geo::distance(a.at, b.at) * factor(a.zone, b.zone) * 1e-3};
    }
    /// Puts pairs in the order of travel(), without a root: to be compared, no more.
    double nearness(SettlementId a, SettlementId b) const { return nearness(zoned(a), zoned(b)); }
    double nearness(geo::ZonedPoint a, geo::ZonedPoint b) const
    {
        const double crow2 = geo::squared_distance(a.at, b.at);
        if (roads.empty()) return crow2;
        const double f = roads.factors.between(a.zone, b.zone);
        return crow2 * (f * f);
    }
    /// A settlement as a point with its zone.
    geo::ZonedPoint zoned(SettlementId s) const
    {
        return {settlements[s].at, roads.empty() ? 0 : roads.zone[s]};
    }
    /// A point that is no settlement lies in the zone of the settlement nearest to it.
    geo::ZonedPoint zoned(geo::Point at) const;
    /// Factors by zone, the zones being those of zoned().
    geo::ZoneFactors zone_factors() const
    {
        return roads.empty() ? geo::ZoneFactors(detour) : roads.factors;
    }
};

/// Where the inhabitants of each area live on average, in the zone of that settlement of the area
/// which is nearest to there.
IdVector<RegionId, geo::ZonedPoint> region_centres(const World& world);
IdVector<SubregionId, geo::ZonedPoint> subregion_centres(const World& world);

/// relative_need of many settlements for one profession in one year: the growth of each age group
/// is worked out once.
class NeedByAge {
public:
    NeedByAge(Profession profession, const NeedOptions& need, double year);
    double of(const Settlement& settlement) const;

private:
    std::array<double, age_group_count> grown_{}, use_{};
};

/// Relative need of a settlement for a profession: inhabitants by age times use by age, with each
/// age group grown from population_year by the national growth of its age. Only ratios between
/// settlements mean something.
double relative_need(const Settlement& settlement, Profession profession, const NeedOptions& need,
                     double year);
/// The same by the projection of the world, where there is one.
double relative_need(const World& world, SettlementId settlement, Profession profession,
                     const NeedOptions& need, double year);

}  // namespace mgz
