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
void start_race(const Groundwork& g, const Draws& draws, int search, const Field& field,
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
            words =
                draws.words(field.first, a.key, Quarter{search}, static_cast<std::uint32_t>(s / 4));
        }
        // -ln u is at least 1 - u: the logarithm waits until the arrival could be the first.
        race.uniform[s] = words.uniform(static_cast<int>(s % 4));
        race.arrival[s] = race.rate[s] > 0 ? (1 - race.uniform[s]) / race.rate[s]
                                           : std::numeric_limits<double>::infinity();
    }
}

/// Runs the race until an arrival counts. `pick(subregion, words)` names an alternative and its
/// settlement, `open(alternative)` says whether it may be taken. None: the outside option.
template <class Alternative, class Pick, class Open>
Alternative run_race(const Groundwork& g, const Draws& draws, int search, const Field& field,
                     const Applicant& a, RaceScratch& race, Pick pick, Open open)
{
    start_race(g, draws, search, field, a, race);
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
        const auto words = draws.words(field.later, a.key, Quarter{search}, block, n >> 12);
        const auto [alternative, at] = pick(s, words);
        const double excess = a.root_exponent * (g.log_km(a.root, at) - near_root[s]) +
                              a.home_exponent * (g.log_km(a.home, at) - near_home[s]);
        if (words.uniform(1) < exp_of(-excess) && open(alternative)) return alternative;
        race.arrival[s] += -log_of(words.uniform(2)) / race.rate[s];
    }
}

}  // namespace

EmployerId choose(const Groundwork& g, const Draws& draws, int search,
                  const EmployerStates& employers, Profession p, MarketKind kind,
                  const Market& market, const Applicant& a, RaceScratch& race)
{
    const Field field{market.weight, Purpose::arrival, Purpose::proposal,
                      exp_of(g.outside_log_weight[p])};
    const auto pick = [&](std::size_t subregion, const Words& words) {
        EmployerId best;
        double least = std::numeric_limits<double>::infinity();
        for (auto i = market.begin[subregion]; i < market.begin[subregion + 1]; ++i) {
            const auto& entry = market.entries[i];
            const double u = words.keyed_uniform(g.employer_key[entry.employer]);
            if ((1 - u) >= least * entry.weight) continue;
            const double time = -log_of(u) / entry.weight;
            if (time < least) {
                least = time;
                best = entry.employer;
            }
        }
        return std::pair(best, g.world.employers[best].at);
    };
    const auto open = [&](EmployerId e) {
        return e != a.current && is_open(g, employers, p, kind, e, a.fte);
    };
    return run_race<EmployerId>(g, draws, search, field, a, race, pick, open);
}

SettlementId choose_base(const Groundwork& g, const Draws& draws, int search, const Applicant& a,
                         RaceScratch& race)
{
    const Field field{g.people_weight, Purpose::base, Purpose::base_proposal, 0.0};
    const auto pick = [&](std::size_t subregion, const Words& words) {
        const SettlementId s = g.people[subregion].pick(words.uniform(0));
        return std::pair(s, s);
    };
    const auto open = [](SettlementId) { return true; };
    return run_race<SettlementId>(g, draws, search, field, a, race, pick, open);
}

}  // namespace mgz
