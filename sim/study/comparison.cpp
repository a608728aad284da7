// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/comparison.h"

#include <algorithm>

namespace mgz {

double Verdict::rank_spread() const
{
    const auto [low, high] = std::minmax({fte_rank, access_rank, hpsa_rank});
    return high - low;
}

std::size_t Comparison::key_of(Level level, std::size_t area, std::string_view profession,
                               std::string_view indicator) const
{
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const EffectKey& key) {
        return key.level == level && key.area == area && key.profession == profession &&
               key.indicator->id == indicator;
    });
    expects(found != keys.end());
    return static_cast<std::size_t>(found - keys.begin());
}

const Effect& Comparison::effect(std::size_t scenario, std::size_t key, int in_year) const
{
    const auto& effects = scenarios.at(scenario).effects;
    const auto found = std::lower_bound(
        effects.begin(), effects.end(), std::pair(key, in_year),
        [](const Effect& e, const auto& at) { return std::pair(e.key, e.year) < at; });
    expects(found != effects.end() && found->key == key && found->year == in_year);
    return *found;
}

}  // namespace mgz
