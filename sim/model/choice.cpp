// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/choice.h"

#include <algorithm>
#include <limits>

#include "sim/core/elementary.h"

namespace mgz {

/// First arrivals: four subregions per call, the outside option after the last subregion.
static void start_race(const Groundwork& g, const Draws& draws, Quarter quarter, Profession p,
                       const Market& market, const Applicant& a, RaceScratch& race)
{
    const std::size_t n = market.weight.size();
    race.rate.resize(n + 1);
    race.arrival.resize(n + 1);
    race.count.assign(n + 1, 0);
    const double* near_root = g.least_log_km(a.root);
    const double* near_home = g.least_log_km(a.home);
    for (std::size_t s = 0; s < n; ++s) {
        race.rate[s] =
            market.weight[s] > 0
                ? market.weight[s] *
                      exp_of(-(a.root_exponent * near_root[s] + a.home_exponent * near_home[s]))
                : 0.0;
    }
    race.rate[n] = exp_of(g.outside_log_weight[p]);
    Words words;
    for (std::size_t s = 0; s <= n; ++s) {
        if (s % 4 == 0) {
            words =
                draws.words(Purpose::arrival, a.key, quarter, static_cast<std::uint32_t>(s / 4));
        }
        race.arrival[s] = race.rate[s] > 0
                              ? -log_of(words.uniform(static_cast<int>(s % 4))) / race.rate[s]
                              : std::numeric_limits<double>::infinity();
    }
}

/// Position of the subregion at a share of its weight.
static EmployerId pick(const Market& market, std::size_t subregion, double u)
{
    const auto first = market.entries.begin() + market.begin[subregion];
    const auto last = market.entries.begin() + market.begin[subregion + 1];
    const auto found = std::upper_bound(
        first, last, u * market.weight[subregion],
        [](double value, const Market::Entry& entry) { return value < entry.cumulative; });
    return (found == last ? last - 1 : found)->employer;
}

EmployerId choose(const Groundwork& g, const Draws& draws, Quarter quarter,
                  const EmployerStates& employers, Profession p, MarketKind kind,
                  const Market& market, const Applicant& a, RaceScratch& race)
{
    start_race(g, draws, quarter, p, market, a, race);
    const std::size_t outside = market.weight.size();
    const double* near_root = g.least_log_km(a.root);
    const double* near_home = g.least_log_km(a.home);
    while (true) {
        const auto s = static_cast<std::size_t>(
            std::min_element(race.arrival.begin(), race.arrival.end()) - race.arrival.begin());
        if (s == outside) return EmployerId{};
        const auto n = race.count[s]++;
        const auto words = draws.words(Purpose::proposal, a.key, quarter,
                                       static_cast<std::uint32_t>(s) << 12 | (n & 0xfff));
        const EmployerId e = pick(market, s, words.uniform(0));
        const SettlementId at = g.world.employers[e].at;
        const double excess = a.root_exponent * (g.log_km(a.root, at) - near_root[s]) +
                              a.home_exponent * (g.log_km(a.home, at) - near_home[s]);
        if (words.uniform(1) < exp_of(-excess) && e != a.current &&
            is_open(g, employers, p, kind, e, a.fte)) {
            return e;
        }
        race.arrival[s] += -log_of(words.uniform(2)) / race.rate[s];
    }
}

}  // namespace mgz
