// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/care.h"
#include "sim/model/delivery.h"
#include "sim/model/positions.h"
#include "tests/support/catch.h"
#include "tests/support/small_country.h"

using Catch::Matchers::WithinAbs;
using namespace mgz;
using support::SmallCountry;

namespace {

constexpr double usual = 0.8;

ClassHours ten()
{
    ClassHours needed;
    needed[ClientClass::own] = 8;
    needed[ClientClass::crisis] = 0.4;
    needed[ClientClass::neighbours] = 0.6;
    needed[ClientClass::home] = 0.4;
    needed[ClientClass::first_line] = 0.3;
    needed[ClientClass::small_home] = 0.3;
    return needed;
}

}  // namespace

TEST_CASE("the own house comes first, then crisis, small homes are the first to lose their hours")
{
    const auto all = hours_given(ten(), 12, 1, 0);
    CHECK_THAT(all.total(), WithinAbs(10, 1e-12));
    const auto house = hours_given(ten(), 7, 1, 0);
    CHECK_THAT(house.own(), WithinAbs(7, 1e-12));
    CHECK(house.outside() == 0);
    // One FTE is left for outside: crisis 0.4 and neighbours 0.6, nothing further.
    const auto some = hours_given(ten(), 9, 1, 0);
    CHECK_THAT(some[ClientClass::crisis], WithinAbs(0.4, 1e-12));
    CHECK_THAT(some[ClientClass::neighbours], WithinAbs(0.6, 1e-12));
    CHECK(some[ClientClass::home] + some[ClientClass::small_home] < 1e-12);
}

TEST_CASE("willingness is a share of the hours outside, and none of it touches the own house")
{
    for (const double z : {0.0, 0.25, 0.5, 1.0}) {
        const auto given = hours_given(ten(), 12, z, 0);
        CHECK_THAT(given.own(), WithinAbs(8, 1e-12));
        CHECK_THAT(given.outside(), WithinAbs(2 * z, 1e-12));
    }
}

TEST_CASE("hours promised to general practitioners are given before the own house")
{
    const auto given = hours_given(ten(), 6, 0, 0.3);
    CHECK_THAT(given[ClientClass::first_line], WithinAbs(0.3, 1e-12));
    CHECK_THAT(given.own(), WithinAbs(5.7, 1e-12));
    CHECK(hours_given(ten(), 0, 1, 0.3).total() == 0);
}

TEST_CASE("willingness falls fast and comes back slowly: hysteresis")
{
    const CareOptions care;
    const double duty = 10;
    double z = 1;
    int quarters_down = 0;
    while (z > 0 && quarters_down < 100) {
        z = next_willingness(care, z, 0.9 * duty, duty, usual);
        ++quarters_down;
    }
    CHECK(quarters_down == 4);
    int quarters_up = 0;
    while (z < 1 && quarters_up < 100) {
        z = next_willingness(care, z, 1.01 * duty, duty, usual);
        ++quarters_up;
    }
    CHECK(quarters_up == 20);
    // In between nothing moves: the state depends on where it came from.
    for (const double before : {0.0, 0.4, 1.0})
        CHECK(next_willingness(care, before, 0.955 * duty, duty, 0.4) == before);
}

TEST_CASE("lacking less than half a physician is no scarcity, however small the house")
{
    const CareOptions care;
    CHECK(next_willingness(care, 0.5, 1.7, 2.0, usual) > 0.5);
    CHECK(next_willingness(care, 0.5, 1.5, 2.0, usual) < 0.5);
}

TEST_CASE("without the fall nobody withdraws")
{
    auto scenario = support::drieland_scenario();
    scenario.care.retreat_fall = 0;
    scenario.need.start_gap = {{0.3, 0.3, 0.3}};
    SmallCountry c(scenario);
    for (int i = 0; i < 8; ++i)
        deliver(c.g, c.state);
    for (const Profession p : all_professions) {
        for (const EmployerId id : c.employers(p))
            CHECK(c.state.employers.willingness[id] == 1);
    }
}

TEST_CASE("scarcity makes institutions withdraw, and only outside clients notice")
{
    auto scenario = support::drieland_scenario();
    scenario.care.sharing = 0;
    SmallCountry c(scenario);
    auto& e = c.state.employers;
    const EmployerId id = c.employers(Profession::so)[0];
    REQUIRE(e.heads[id] > 0);
    const double there = e.staff[id] + e.trainees[id];
    c.set_need(id, there / 0.9);
    for (int i = 0; i < 20; ++i)
        deliver(c.g, c.state);
    CHECK(e.willingness[id] == 0);
    CHECK_THAT(e.given[id].own(), WithinAbs(std::min(e.needed[id].own(), there), 1e-9));
    CHECK(e.given[id].outside() == 0);
    CHECK_THAT(e.delivered[id], WithinAbs(there, 1e-9));  // hours stay, in the own house
}

TEST_CASE("sharing moves FTE inside a table from those above its level to those below")
{
    auto scenario = support::drieland_scenario();
    for (const double w : {0.0, 0.5, 1.0}) {
        scenario.care.sharing = w;
        SmallCountry c(scenario);
        auto& e = c.state.employers;
        for (const EmployerId id : c.employers(Profession::so))
            c.set_need(id, e.need[id] * (id.index() % 2 == 0 ? 1.3 : 0.8));
        deliver(c.g, c.state);
        IdVector<TableId, double> sum(c.g.tables.size(), 0.0);
        double moved = 0;
        for (const EmployerId id : c.employers(Profession::so)) {
            sum[c.g.table_of[c.world.employers[id].subregion]] += e.shared[id];
            moved += std::abs(e.shared[id]);
            if (e.shared[id] < 0) CHECK(e.staff[id] + e.shared[id] >= 0);
        }
        for (const double s : sum)
            CHECK_THAT(s, WithinAbs(0, 1e-9));
        CHECK((moved > 0) == (w > 0));
    }
}
