// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/positions.h"

#include <cmath>

#include "sim/model/market.h"
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
