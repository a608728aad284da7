// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/market.h"

#include <cmath>

#include "sim/core/elementary.h"
#include "tests/support/catch.h"
#include "tests/support/small_country.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace mgz;
using support::SmallCountry;

TEST_CASE("a market lists the open positions, subregion by subregion, by weight")
{
    World world = support::drieland();
    world.subregions[SubregionId::at(1)].amenity = 0.3;
    world.subregions[SubregionId::at(1)].housing = 0.7;
    auto scenario = support::drieland_scenario();
    scenario.settlement.load = 0.4;
    SmallCountry c(scenario, world);
    auto& e = c.state.employers;
    int n = 0;
    for (const EmployerId id : c.employers(Profession::gp)) {
        support::set_openings(c, Profession::gp, id, n++ % 3);
        e.load[id] = 1.2;
    }
    for (const MarketKind kind : {MarketKind::employed, MarketKind::owner}) {
        Market market;
        open_market(c.g, c.state, Profession::gp, kind, market);
        REQUIRE(market.begin.size() == c.world.subregions.size());
        int openings = 0;
        for (std::size_t s = 0; s < c.world.subregions.size(); ++s) {
            const auto& sub = c.world.subregions[SubregionId::at(s)];
            double sum = 0;
            for (auto k = market.begin[s]; k < market.end[s]; ++k) {
                const EmployerId id = market.employer[k];
                CHECK(c.world.employers[id].subregion == SubregionId::at(s));
                const int open = openings_at(c.g, e, Profession::gp, kind, id, c.state.quarter);
                const double housing =
                    kind == MarketKind::owner ? c.scenario.settlement.housing * sub.housing : 0;
                openings += open;
                const double weight = open *
                                      std::pow(1.0 + e.heads[id], c.scenario.settlement.size) *
                                      std::exp(sub.amenity - housing - 0.4 * 0.2);
                CHECK_THAT(market.weight[k], WithinRel(weight, 1e-12));
                CHECK(market.weight[k] ==
                      open * exp_of(utility_of(c.g, c.state, Profession::gp, kind, id)));
                CHECK(market.key[k] == spread(c.g.employer_key[id]));
                CHECK(market.patience[k] <= 1 / market.weight[k]);
                CHECK(market.patience[k] > 0.9999 / market.weight[k]);
                sum += weight;
            }
            CHECK_THAT(market.weights.weight[s], WithinAbs(sum, 1e-9));
        }
        CHECK(openings > 0);
        // Nobody with an opening is left out.
        for (const EmployerId id : c.employers(Profession::gp))
            openings -= openings_at(c.g, e, Profession::gp, kind, id, c.state.quarter);
        CHECK(openings == 0);
    }
}

TEST_CASE("a market that is refreshed is the one that would be opened anew")
{
    SmallCountry c;
    auto& e = c.state.employers;
    for (const Profession p : {Profession::gp, Profession::so}) {
        for (const MarketKind kind : {MarketKind::owner, MarketKind::employed}) {
            if (p != Profession::gp && kind == MarketKind::owner) continue;
            Rooms rooms;
            Market kept;
            measure_rooms(c.g, e, p, rooms);
            open_market(c.g, c.state, p, kind, rooms, kept);
            // One of a few comes or leaves, seats fall open and are taken.
            const auto& places = c.g.employers_by_subregion[p];
            for (std::size_t i = 0; i < places.size(); i += 3) {
                const double by = i % 2 == 0 ? 1.5 : -1.5;
                e.staff[places[i]] = std::max(0.0, e.staff[places[i]] + by);
                e.heads[places[i]] = std::max(0, e.heads[places[i]] + (by > 0 ? 1 : -1));
                if (p == Profession::gp) e.open_seats[places[i]] = by > 0 ? 0 : 1;
                rooms.change(c.g, places[i]);
            }
            measure_changed(c.g, e, p, rooms);
            refresh_market(c.g, c.state, p, kind, rooms, kept);

            Market anew;
            open_market(c.g, c.state, p, kind, anew);
            CHECK(kept.openings_at == anew.openings_at);
            CHECK(kept.begin == anew.begin);
            REQUIRE(kept.end == anew.end);
            CHECK(kept.weights.weight == anew.weights.weight);
            CHECK(kept.weights.patience == anew.weights.patience);
            for (std::size_t s = 0; s < anew.begin.size(); ++s) {
                for (auto k = anew.begin[s]; k < anew.end[s]; ++k) {
                    CHECK(kept.employer[k] == anew.employer[k]);
                    CHECK(kept.key[k] == anew.key[k]);
                    CHECK(kept.weight[k] == anew.weight[k]);
                    CHECK(kept.patience[k] == anew.patience[k]);
                }
            }
        }
    }
}
