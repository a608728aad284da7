// SPDX-License-Identifier: EUPL-1.2
#include "sim/sensitivity/excess.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace mgz {

static constexpr std::string_view shortage = "shortage";

/// Of each quantity that has an excess: its place, and that of the country's.
static std::vector<std::pair<std::size_t, std::size_t>> pairs_of(
    const std::vector<KeptQuantity>& all)
{
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const KeptQuantity& area = all[i];
        if (area.indicator != shortage || area.level == Level::country) continue;
        const auto country = std::find_if(all.begin(), all.end(), [&](const KeptQuantity& q) {
            return q.indicator == shortage && q.level == Level::country &&
                   q.profession == area.profession && q.year == area.year;
        });
        if (country != all.end())
            pairs.emplace_back(i, static_cast<std::size_t>(country - all.begin()));
    }
    return pairs;
}

SweepTable with_excess(const SweepTable& table)
{
    const auto pairs = pairs_of(table.quantities);
    const std::size_t before = table.quantities.size();
    SweepTable wider = table;
    if (pairs.empty()) return wider;
    for (const auto& pair : pairs) {
        KeptQuantity q = table.quantities[pair.first];
        q.indicator = excess_id;
        wider.quantities.push_back(std::move(q));
    }
    wider.outcomes.clear();
    wider.outcomes.reserve(table.outcomes.size() / before * wider.quantities.size());
    for (std::size_t row = 0; row < table.outcomes.size(); row += before) {
        const auto from = table.outcomes.begin() + static_cast<long>(row);
        wider.outcomes.insert(wider.outcomes.end(), from, from + static_cast<long>(before));
        for (const auto& [area, country] : pairs)
            wider.outcomes.push_back(from[static_cast<long>(area)] -
                                     from[static_cast<long>(country)]);
    }
    return wider;
}

}  // namespace mgz
