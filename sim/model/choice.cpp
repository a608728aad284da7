// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/choice.h"

#include <algorithm>
#include <limits>

#include "sim/core/elementary.h"

namespace mgz {

namespace {

/// Weighted alternatives by subregion: positions of a market, or settlements.
struct Field {
    const std::vector<double>& weight;  ///< of each subregion, ties left out
    Purpose first, later;               ///< addresses of first and of later arrivals
    double outside_rate;                ///< 0: there is no outside option
};

/// First arrivals: four subregions per call, the outside option after the last subregion.
void start_race(const Groundwork& g, const Draws& draws, Quarter quarter, const Field& field,
                const Applicant& a, RaceScratch& race)
{
    const std::size_t n = field.weight.size();
    race.rate.resize(n + 1);
    race.arrival.resize(n + 1);
    race.uniform.resize(n + 1);
    race.exact.assign(n + 1, 0);
    race.count.assign(n + 1, 0);
    const double* near_root = g.least_log_km(a.root);
    const double* near_home = g.least_log_km(a.home);
    for (std::size_t s = 0; s < n; ++s) {
        race.rate[s] =
            field.weight[s] > 0
                ? field.weight[s] *
                      exp_of(-(a.root_exponent * near_root[s] + a.home_exponent * near_home[s]))
                : 0.0;
    }
    race.rate[n] = field.outside_rate;
    Words words;
    for (std::size_t s = 0; s <= n; ++s) {
        if (s % 4 == 0) {
            words = draws.words(field.first, a.key, quarter, static_cast<std::uint32_t>(s / 4));
        }
        // -ln u is at least 1 - u: the logarithm waits until the arrival could be the first.
        race.uniform[s] = words.uniform(static_cast<int>(s % 4));
        race.arrival[s] = race.rate[s] > 0 ? (1 - race.uniform[s]) / race.rate[s]
                                           : std::numeric_limits<double>::infinity();
    }
}

/// Runs the race until an arrival counts. `pick(subregion, u)` names an alternative and its
/// settlement, `open(alternative)` says whether it may be taken. None: the outside option.
template <class Alternative, class Pick, class Open>
Alternative run_race(const Groundwork& g, const Draws& draws, Quarter quarter, const Field& field,
                     const Applicant& a, RaceScratch& race, Pick pick, Open open)
{
    start_race(g, draws, quarter, field, a, race);
    const std::size_t outside = field.weight.size();
    const double* near_root = g.least_log_km(a.root);
    const double* near_home = g.least_log_km(a.home);
    while (true) {
        const auto s = static_cast<std::size_t>(
            std::min_element(race.arrival.begin(), race.arrival.end()) - race.arrival.begin());
        if (!race.exact[s]) {
            race.arrival[s] = -log_of(race.uniform[s]) / race.rate[s];
            race.exact[s] = 1;
            continue;
        }
        if (s == outside) return Alternative{};
        const auto n = race.count[s]++;
        const auto block = static_cast<std::uint32_t>(s) << 12 | (n & 0xfff);
        const auto words = draws.words(field.later, a.key, quarter, block, n >> 12);
        const auto [alternative, at] = pick(s, words.uniform(0));
        const double excess = a.root_exponent * (g.log_km(a.root, at) - near_root[s]) +
                              a.home_exponent * (g.log_km(a.home, at) - near_home[s]);
        if (words.uniform(1) < exp_of(-excess) && open(alternative)) return alternative;
        race.arrival[s] += -log_of(words.uniform(2)) / race.rate[s];
    }
}

}  // namespace

EmployerId choose(const Groundwork& g, const Draws& draws, Quarter quarter,
                  const EmployerStates& employers, Profession p, MarketKind kind,
                  const Market& market, const Applicant& a, RaceScratch& race)
{
    const Field field{market.weight, Purpose::arrival, Purpose::proposal,
                      exp_of(g.outside_log_weight[p])};
    const auto pick = [&](std::size_t subregion, double u) {
        const auto first = market.entries.begin() + market.begin[subregion];
        const auto last = market.entries.begin() + market.begin[subregion + 1];
        auto found = std::upper_bound(
            first, last, u * market.weight[subregion],
            [](double value, const Market::Entry& entry) { return value < entry.cumulative; });
        if (found == last) --found;
        return std::pair(found->employer, g.world.employers[found->employer].at);
    };
    const auto open = [&](EmployerId e) {
        return e != a.current && is_open(g, employers, p, kind, e, a.fte);
    };
    return run_race<EmployerId>(g, draws, quarter, field, a, race, pick, open);
}

SettlementId choose_base(const Groundwork& g, const Draws& draws, Quarter quarter,
                         const Applicant& a, RaceScratch& race)
{
    const Field field{g.people_weight, Purpose::base, Purpose::base_proposal, 0.0};
    const auto pick = [&](std::size_t subregion, double u) {
        const SettlementId s = g.people[subregion].pick(u);
        return std::pair(s, s);
    };
    const auto open = [](SettlementId) { return true; };
    return run_race<SettlementId>(g, draws, quarter, field, a, race, pick, open);
}

}  // namespace mgz
