// SPDX-License-Identifier: EUPL-1.2
#include "sim/world/projection.h"

#include <algorithm>

#include "geo/check.h"

namespace mgz {

Projection::Projection(IdVector<SettlementId, std::uint32_t> zone, std::vector<int> years,
                       std::vector<AgeGroups> ratio)
    : zone_(std::move(zone)), years_(std::move(years)), ratio_(std::move(ratio))
{
    expects(!years_.empty());
    expects(std::is_sorted(years_.begin(), years_.end()));
    expects(ratio_.size() % years_.size() == 0);
}

AgeGroups Projection::population(SettlementId s, const Settlement& settlement, double year) const
{
    expects(!empty());
    const auto after = std::upper_bound(years_.begin(), years_.end(), year);
    const auto right = static_cast<std::size_t>(std::min(after, years_.end() - 1) -
                                                years_.begin());  // the last year goes on
    const std::size_t left = after == years_.begin() || after == years_.end() ? right : right - 1;
    const double span = years_[right] - years_[left];
    const double way = span > 0 ? (year - years_[left]) / span : 0.0;
    const auto* of_zone = ratio_.data() + zone_[s] * years_.size();
    AgeGroups people = settlement.population;
    for (std::size_t g = 0; g < age_group_count; ++g) {
        const double from = of_zone[left][g];
        people[g] *= from + (of_zone[right][g] - from) * way;
    }
    return people;
}

}  // namespace mgz
