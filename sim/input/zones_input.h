// SPDX-License-Identifier: EUPL-1.2
/// Tables that name places by code: which kind of place do they mean?
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "sim/world/world.h"

namespace mgz {

/// One way to divide the settlements: by region, subregion or municipality, or each for itself.
struct Zones {
    static constexpr std::uint32_t nowhere = ~0u;  ///< a zone without settlements

    std::string kind, kinds;                     ///< "region", "regions"
    std::vector<std::string> codes;              ///< of the zones with settlements, rising
    IdVector<SettlementId, std::uint32_t> of;    ///< of each settlement, index in codes
    std::map<std::string, std::uint32_t> index;  ///< in codes; every code of the kind is here
};

/// The kind of zone whose codes a table uses: regions, subregions, municipalities (where every
/// settlement has one) or settlements. Where several have all of the codes, the first of which the
/// table has all zones with settlements.
/// Errors (InputError, at `where`): no codes, or none that any kind has.
Zones zones_named(const World& world, const std::set<std::string>& codes, const std::string& where);

/// Where a code stands in a table.
struct CodePlace {
    const std::string& where;  ///< the file
    std::size_t row = 0;       ///< from 0
    const std::string& column;
};

/// Index of a code in zones.codes, or nowhere.
/// Errors (InputError, at its place): a code that the kind does not have, with the nearest.
std::uint32_t zone_of(const Zones& zones, const std::string& code, const CodePlace& place);

/// More people are a mistake, and sums of them might be no number.
inline constexpr double most_people = 1e10;
/// Errors (InputError, in the column): below 0, or more than most_people.
void check_population(double people, const std::string& place, const std::string& column);

}  // namespace mgz
