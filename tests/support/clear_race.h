// SPDX-License-Identifier: EUPL-1.2
/// The choice of a place as sim/model/choice.h explains it, without a short cut: every rate and
/// every arrival is worked out at once. The program must choose the same, always.
#pragma once

#include <algorithm>
#include <limits>
#include <vector>

#include "sim/core/elementary.h"
#include "sim/model/choice.h"

namespace support {

/// \param weight of each subregion
/// \param outside rate of the outside option; 0: none
/// \param pick (subregion, words) to an alternative and its settlement
/// \param open whether an alternative may be taken
template <class Alternative, class Pick, class Open>
Alternative clear_race(const mgz::Groundwork& g, const mgz::Draws& draws, int search,
                       const std::vector<double>& weight, double outside, mgz::Purpose first,
                       mgz::Purpose later, const mgz::Applicant& a, Pick pick, Open open)
{
    using namespace mgz;
    const std::size_t n = weight.size();
    const double* root = g.least_log_km(a.root);
    const double* home = g.least_log_km(a.home);
    std::vector<double> rate, arrival;
    for (std::size_t s = 0; s <= n; ++s) {
        const double ties =
            s < n ? exp_of(-(a.root_exponent * root[s] + a.home_exponent * home[s])) : 1.0;
        rate.push_back(s < n ? weight[s] * ties : outside);
        const double u =
            draws.words(first, a.key, Quarter{search}, static_cast<std::uint32_t>(s / 4))
                .uniform(static_cast<int>(s % 4));
        arrival.push_back(rate[s] > 0 ? -log_of(u) / rate[s]
                                      : std::numeric_limits<double>::infinity());
    }
    std::vector<std::uint32_t> count(n, 0);
    while (true) {
        const auto s = static_cast<std::size_t>(std::min_element(arrival.begin(), arrival.end()) -
                                                arrival.begin());
        if (s == n) return Alternative{};
        const auto k = count[s]++;
        const auto words = draws.words(later, a.key, Quarter{search},
                                       static_cast<std::uint32_t>(s) << 12 | (k & 0xfff), k >> 12);
        const auto [alternative, at] = pick(s, words);
        const double excess = a.root_exponent * (g.log_km(a.root, at) - root[s]) +
                              a.home_exponent * (g.log_km(a.home, at) - home[s]);
        if (words.uniform(1) < exp_of(-excess) && open(alternative)) return alternative;
        arrival[s] += -log_of(words.uniform(2)) / rate[s];
    }
}

inline mgz::EmployerId clear_choice(const mgz::Groundwork& g, const mgz::Draws& draws, int search,
                                    const mgz::EmployerStates& employers, mgz::Profession p,
                                    mgz::MarketKind kind, const mgz::Market& market,
                                    const mgz::Applicant& a)
{
    using namespace mgz;
    const auto pick = [&](std::size_t s, const Words& words) {
        EmployerId best;
        double least = std::numeric_limits<double>::infinity();
        for (auto i = market.begin[s]; i < market.end[s]; ++i) {
            const double u = words.keyed_uniform(g.employer_key[market.employer[i]]);
            const double time = -log_of(u) / market.weight[i];
            if (time < least) {
                least = time;
                best = market.employer[i];
            }
        }
        return std::pair(best, g.world.employers[best].at);
    };
    const auto open = [&](EmployerId e) {
        return e != a.current && is_open(g, employers, p, kind, e, a.fte);
    };
    return clear_race<EmployerId>(g, draws, search, market.weights.weight, g.outside_rate[p],
                                  Purpose::arrival, Purpose::proposal, a, pick, open);
}

inline mgz::SettlementId clear_base(const mgz::Groundwork& g, const mgz::Draws& draws, int search,
                                    const mgz::Applicant& a)
{
    using namespace mgz;
    const auto pick = [&](std::size_t s, const Words& words) {
        const SettlementId place = g.people[s].pick(words.uniform(0));
        return std::pair(place, place);
    };
    return clear_race<SettlementId>(g, draws, search, g.people_weights.weight, 0.0, Purpose::base,
                                    Purpose::base_proposal, a, pick,
                                    [](SettlementId) { return true; });
}

}  // namespace support
