// SPDX-License-Identifier: EUPL-1.2
#include "sim/world/world.h"

#include "sim/core/elementary.h"

namespace mgz {

NeedByAge::NeedByAge(Profession profession, const NeedOptions& need, double year)
{
    for (std::size_t group = 0; group < age_group_count; ++group) {
        grown_[group] = exp_of(log_of(1.0 + need.age_growth[group]) * (year - population_year));
        use_[group] = need.age_use[profession][group];
    }
}

double NeedByAge::of(const Settlement& settlement) const
{
    double sum = 0;
    for (std::size_t group = 0; group < age_group_count; ++group)
        sum += settlement.population[group] * grown_[group] * use_[group];
    return sum;
}

double relative_need(const Settlement& settlement, Profession profession, const NeedOptions& need,
                     double year)
{
    return NeedByAge(profession, need, year).of(settlement);
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
