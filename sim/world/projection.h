// SPDX-License-Identifier: EUPL-1.2
/// How the population of each settlement changes, as a user's projection gives it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/core/id.h"
#include "sim/world/region.h"

namespace mgz {

class Projection {
public:
    /// No projection: empty.
    Projection() = default;
    /// \param zone of each settlement
    /// \param years at least one, rising
    /// \param ratio [zone][year]: inhabitants of the zone over those of population_year
    Projection(IdVector<SettlementId, std::uint32_t> zone, std::vector<int> years,
               std::vector<AgeGroups> ratio);

    bool empty() const { return zone_.empty(); }
    /// Inhabitants of a settlement in a year. Each age group changes as that of the zone: linearly
    /// between the years of the projection, not at all outside them. REQUIRES: not empty.
    AgeGroups population(SettlementId s, const Settlement& settlement, double year) const;

private:
    IdVector<SettlementId, std::uint32_t> zone_;
    std::vector<int> years_;
    std::vector<AgeGroups> ratio_;
};

}  // namespace mgz
