// SPDX-License-Identifier: EUPL-1.2
/// Travel between zones as a user's table gives it; empty without one.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/zones.h"
#include "sim/core/id.h"

namespace mgz {

/// What a table of travel between zones says of the way between two places: how many times longer
/// it is than the crow flies. A table of zones knows one distance per pair of zones; a factor
/// spreads it over the places in them, so that near places of two zones stay near.
struct TravelTable {
    IdVector<SettlementId, std::uint32_t> zone;  ///< of each settlement; empty: no table
    geo::ZoneFactors factors;                    ///< within a zone: the detour

    bool empty() const { return zone.empty(); }
};

struct World;

/// Mean place of the inhabitants of each group of settlements; of the settlements themselves where
/// nobody lives; (0, 0) for a group without settlements.
/// \param groups number of groups
/// \param group_of the group of each settlement, in order of SettlementId
std::vector<geo::Point> population_centres(const World& world, std::size_t groups,
                                           const std::vector<std::uint32_t>& group_of);

}  // namespace mgz
