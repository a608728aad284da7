// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/positions.h"

#include <cmath>

#include "sim/core/elementary.h"
#include "tests/support/catch.h"
#include "tests/support/small_country.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace mgz;
using support::SmallCountry;

namespace {

/// An employer with this need and room, nobody in training and no contract.
void set_room(SmallCountry& c, EmployerId id, double need, double room)
{
    auto& e = c.state.employers;
    e.contracted[id] = e.trainees[id] = 0;
    e.open_seats[id] = 0;
    e.need[id] = need;
    e.staff[id] = need - room;
}

}  // namespace

TEST_CASE("a position is open while at least half of it is missing")
{
    SmallCountry c;
    auto& e = c.state.employers;
    const Profession p = Profession::gp;
    const EmployerId id = c.employers(p).front();
    const double usual = c.g.usual_fte(p, Role::employed, c.state.quarter);
    const auto openings = [&](double room) {
        set_room(c, id, 5, room * usual);
        return openings_at(c.g, e, p, MarketKind::employed, id, c.state.quarter);
    };
    CHECK(openings(-3) == 0);
    CHECK(openings(0) == 0);
    CHECK(openings(0.49) == 0);
    CHECK(openings(0.51) == 1);
    CHECK(openings(1.49) == 1);
    CHECK(openings(1.51) == 2);
    CHECK(openings(3.6) == 4);

    set_room(c, id, 5, 0.5);
    CHECK(is_open(c.g, e, p, MarketKind::employed, id, 0.99));
    CHECK_FALSE(is_open(c.g, e, p, MarketKind::employed, id, 1.01));
}

TEST_CASE("only employers that need 8 FTE may hire above need")
{
    SmallCountry c;
    auto& e = c.state.employers;
    const EmployerId id = c.employers(Profession::so).front();
    set_room(c, id, 7.9, 0);
    CHECK_THAT(room(c.g, e, id), WithinAbs(0, 1e-12));
    set_room(c, id, 8, 0);
    CHECK_THAT(room(c.g, e, id), WithinAbs(8 * c.scenario.settlement.hiring_margin, 1e-12));
    // What it must do for others by contract counts as well.
    set_room(c, id, 6, 0);
    e.contracted[id] = 4;
    CHECK_THAT(room(c.g, e, id), WithinAbs(4 + 10 * c.scenario.settlement.hiring_margin, 1e-12));
    // Trainees' work is work.
    e.trainees[id] = 1;
    CHECK_THAT(room(c.g, e, id), WithinAbs(3 + 10 * c.scenario.settlement.hiring_margin, 1e-12));
}

TEST_CASE("an institution below the minimum never has a position")
{
    SmallCountry c;
    auto& e = c.state.employers;
    for (const Profession p : {Profession::so, Profession::avg}) {
        const EmployerId id = c.employers(p).front();
        set_room(c, id, 1.59, 1.59);
        e.contracted[id] = 20;
        CHECK_FALSE(may_employ(c.g, e, p, id));
        CHECK_FALSE(is_open(c.g, e, p, MarketKind::employed, id, 0.1));
        CHECK(openings_at(c.g, e, p, MarketKind::employed, id, c.state.quarter) == 0);
        set_room(c, id, 1.6, 1.6);
        CHECK(may_employ(c.g, e, p, id));
        CHECK(openings_at(c.g, e, p, MarketKind::employed, id, c.state.quarter) > 0);
    }
    // A general practice has no minimum.
    const EmployerId practice = c.employers(Profession::gp).front();
    set_room(c, practice, 0.9, 0.9);
    CHECK(is_open(c.g, e, Profession::gp, MarketKind::employed, practice, 0.9));
}

TEST_CASE("room is kept for the successor of an owner, and only an owner may take the seat")
{
    SmallCountry c;
    auto& e = c.state.employers;
    const Profession p = Profession::gp;
    const EmployerId id = c.employers(p).front();
    set_room(c, id, 5, 1.0);
    CHECK(is_open(c.g, e, p, MarketKind::employed, id, 0.8));
    e.open_seats[id] = 1;
    CHECK_THAT(room(c.g, e, id), WithinAbs(1.0 - c.g.owner_seat_fte, 1e-12));
    CHECK_FALSE(is_open(c.g, e, p, MarketKind::employed, id, 0.8));
    CHECK(is_open(c.g, e, p, MarketKind::owner, id, 0.8));
    CHECK(openings_at(c.g, e, p, MarketKind::owner, id, c.state.quarter) == 1);
    // The seat is open although there is no room.
    e.staff[id] = 7;
    CHECK(is_open(c.g, e, p, MarketKind::owner, id, 1.2));
}

TEST_CASE("a chain has no owners, a closed practice has nobody")
{
    SmallCountry c;
    auto& e = c.state.employers;
    const Profession p = Profession::gp;
    const EmployerId id = c.employers(p).front();
    set_room(c, id, 5, 3);
    e.chain[id] = 1;
    CHECK_FALSE(is_open(c.g, e, p, MarketKind::owner, id, 0.8));
    CHECK(openings_at(c.g, e, p, MarketKind::owner, id, c.state.quarter) == 0);
    CHECK(is_open(c.g, e, p, MarketKind::employed, id, 0.8));
    e.closed[id] = 1;
    CHECK_FALSE(is_open(c.g, e, p, MarketKind::employed, id, 0.8));
    CHECK(openings_at(c.g, e, p, MarketKind::employed, id, c.state.quarter) == 0);
}

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
        REQUIRE(market.begin.size() == c.world.subregions.size() + 1);
        CHECK(market.begin.back() == market.entries.size());
        int openings = 0;
        for (std::size_t s = 0; s < c.world.subregions.size(); ++s) {
            const auto& sub = c.world.subregions[SubregionId::at(s)];
            double sum = 0;
            for (auto k = market.begin[s]; k < market.begin[s + 1]; ++k) {
                const EmployerId id = market.entries[k].employer;
                CHECK(c.world.employers[id].subregion == SubregionId::at(s));
                const int open = openings_at(c.g, e, Profession::gp, kind, id, c.state.quarter);
                const double housing =
                    kind == MarketKind::owner ? c.scenario.settlement.housing * sub.housing : 0;
                openings += open;
                const double weight = open *
                                      std::pow(1.0 + e.heads[id], c.scenario.settlement.size) *
                                      std::exp(sub.amenity - housing - 0.4 * 0.2);
                CHECK_THAT(market.entries[k].weight, WithinRel(weight, 1e-12));
                CHECK(market.entries[k].weight ==
                      open * exp_of(utility_of(c.g, c.state, Profession::gp, kind, id)));
                CHECK(market.entries[k].key == c.g.employer_key[id]);
                sum += weight;
            }
            CHECK_THAT(market.weights.weight[s], WithinAbs(sum, 1e-9));
        }
        CHECK(market.openings == openings);
        CHECK(openings > 0);
    }
}

TEST_CASE("a market that is refreshed is the one that would be opened anew")
{
    SmallCountry c;
    auto& e = c.state.employers;
    for (const Profession p : {Profession::gp, Profession::so}) {
        for (const MarketKind kind : {MarketKind::owner, MarketKind::employed}) {
            if (p != Profession::gp && kind == MarketKind::owner) continue;
            std::vector<double> rooms;
            Market kept;
            measure_rooms(c.g, e, p, rooms);
            open_market(c.g, c.state, p, kind, rooms, kept);
            // One of a few comes or leaves, seats fall open and are taken.
            std::vector<std::uint32_t> changed;
            const auto& places = c.g.employers_by_subregion[p];
            for (std::size_t i = 0; i < places.size(); i += 3) {
                const double by = i % 2 == 0 ? 1.5 : -1.5;
                e.staff[places[i]] = std::max(0.0, e.staff[places[i]] + by);
                e.heads[places[i]] = std::max(0, e.heads[places[i]] + (by > 0 ? 1 : -1));
                if (p == Profession::gp) e.open_seats[places[i]] = by > 0 ? 0 : 1;
                changed.push_back(c.g.place_in_market[places[i]]);
            }
            changed.push_back(changed.front());
            measure_rooms(c.g, e, p, changed, rooms);
            refresh_market(c.g, c.state, p, kind, changed, rooms, kept);

            Market anew;
            open_market(c.g, c.state, p, kind, anew);
            CHECK(kept.openings == anew.openings);
            CHECK(kept.begin == anew.begin);
            CHECK(kept.weight == anew.weight);
            REQUIRE(kept.entries.size() == anew.entries.size());
            for (std::size_t k = 0; k < anew.entries.size(); ++k) {
                CHECK(kept.entries[k].employer == anew.entries[k].employer);
                CHECK(kept.entries[k].weight == anew.entries[k].weight);
            }
        }
    }
}

TEST_CASE("a guide changes no draw of a place")
{
    WeightedPlaces plain;
    for (std::uint32_t i = 0; i < 37; ++i)
        plain.add(SettlementId{i}, i % 5 == 0 ? 1e-9 : 1.0 / (1 + i % 7));
    plain.add(SettlementId{99}, 0.0);
    WeightedPlaces guided = plain;
    guided.finish();
    CHECK(guided.places.size() == 37);
    for (int i = 0; i < 5000; ++i) {
        const double u = (i + 0.5) / 5000;
        REQUIRE(guided.pick(u) == plain.pick(u));
        // The first whose sum is beyond the share.
        const auto at = static_cast<std::size_t>(guided.pick(u).value);
        const double share = u * plain.cumulative.back();
        REQUIRE((at == 36 || plain.cumulative[at] > share));
        REQUIRE((at == 0 || plain.cumulative[at - 1] <= share));
    }
    CHECK(guided.pick(0x1p-33) == plain.pick(0x1p-33));
    CHECK(guided.pick(1 - 0x1p-33) == plain.pick(1 - 0x1p-33));
}
