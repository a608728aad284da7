// SPDX-License-Identifier: EUPL-1.2
/// Tables of travel for small worlds, made without a file.
#pragma once

#include <utility>
#include <vector>

#include "sim/world/world.h"

namespace support {

/// Gives the world a table in which each settlement lies in the zone that `zone_of` names, and
/// the way between two zones is `factor(a, b)` times as long as the crow flies.
template <class ZoneOf, class Factor>
void add_travel(mgz::World& world, std::size_t zones, ZoneOf zone_of, Factor factor)
{
    world.roads.zone.assign(0, 0);
    for (const mgz::SettlementId s : world.settlements.ids())
        world.roads.zone.push_back(static_cast<std::uint32_t>(zone_of(s)));
    std::vector<double> factors;
    for (std::size_t a = 0; a < zones; ++a) {
        for (std::size_t b = 0; b < zones; ++b)
            factors.push_back(a == b ? world.detour : factor(std::min(a, b), std::max(a, b)));
    }
    world.roads.factors = geo::ZoneFactors(zones, std::move(factors));
}

/// Zones are the subregions.
template <class Factor>
void add_travel_by_subregion(mgz::World& world, Factor factor)
{
    add_travel(
        world, world.subregions.size(),
        [&](mgz::SettlementId s) { return world.settlements[s].subregion.index(); }, factor);
}

}  // namespace support
