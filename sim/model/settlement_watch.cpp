// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/settlement_watch.h"

#include <algorithm>

#include "sim/core/elementary.h"

namespace mgz {

/// \param weight of the market: exp of everything that does not depend on the applicant
static WeighedPosition weighed(const Groundwork& g, const State& state, Profession p,
                               MarketKind kind, EmployerId id, double weight, const Applicant& a)
{
    const auto& options = g.scenario.settlement;
    const auto& e = state.employers;
    const auto& employer = g.world.employers[id];
    WeighedPosition w;
    w.employer = id;
    w.openings = openings_at(g, e, p, kind, id, state.quarter);
    w.colleagues = e.heads[id];
    w.root_km = g.world.travel(a.root, employer.at).value;
    w.home_km = g.world.travel(a.home, employer.at).value;
    w.root = -a.root_exponent * g.log_km(a.root, employer.at);
    w.home = -a.home_exponent * g.log_km(a.home, employer.at);
    w.size = options.size * log_of(1.0 + w.colleagues);
    w.load = 0.0 - options.load * std::max(0.0, e.load[id] - 1);
    w.plenty = log_of(w.openings);
    w.amenity = g.world.subregions[employer.subregion].amenity;
    // The market is the judge of the total; what the named terms leave is the rest.
    const double common = log_of(weight);
    w.other = common - (w.size + w.load + w.plenty + w.amenity);
    w.total = w.root + w.home + common;
    return w;
}

Proposal weigh(const Groundwork& g, const State& state, Profession p, MarketKind kind,
               const Market& market, const Applicant& a)
{
    Proposal seen;
    seen.profession = p;
    seen.quarter = state.quarter;
    seen.market = kind;
    seen.applicant = a;
    double sum = g.outside_rate[p];
    for (std::size_t s = 0; s < market.begin.size(); ++s) {
        for (auto i = market.begin[s]; i < market.end[s]; ++i) {
            const EmployerId e = market.employer[i];
            if (e == a.current || !is_open(g, state.employers, p, kind, e, a.fte)) continue;
            seen.positions.push_back(weighed(g, state, p, kind, e, market.weight[i], a));
            sum += exp_of(seen.positions.back().total);
        }
    }
    for (auto& position : seen.positions)
        position.chance = exp_of(position.total) / sum;
    seen.outside_chance = g.outside_rate[p] / sum;
    return seen;
}

}  // namespace mgz
