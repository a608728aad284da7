// SPDX-License-Identifier: EUPL-1.2
#include "sim/world/world.h"

#include "sim/core/elementary.h"

namespace mgz {

double relative_need(const Settlement& settlement, Profession profession, const NeedOptions& need,
                     double year)
{
    double sum = 0;
    for (std::size_t group = 0; group < age_group_count; ++group) {
        const double grown =
            exp_of(log_of(1.0 + need.age_growth[group]) * (year - population_year));
        sum += settlement.population[group] * grown * need.age_use[profession][group];
    }
    return sum;
}

double relative_need(const World& world, SettlementId settlement, Profession profession,
                     const NeedOptions& need, double year)
{
    const auto& place = world.settlements[settlement];
    if (world.projection.empty()) return relative_need(place, profession, need, year);
    const auto people = world.projection.population(settlement, place, year);
    double sum = 0;
    for (std::size_t group = 0; group < age_group_count; ++group)
        sum += people[group] * need.age_use[profession][group];
    return sum;
}

}  // namespace mgz
