// SPDX-License-Identifier: EUPL-1.2
#include "sim/world/world.h"

#include <cmath>

#include "sim/scenario/scenario.h"
#include "tests/support/catch.h"
#include "tests/support/drieland.h"

using Catch::Matchers::WithinRel;
using namespace mgz;

TEST_CASE("need is inhabitants by age, grown from 2021, times use by age")
{
    NeedOptions need;
    need.age_growth = {0, 0, 0.01, 0.02, 0.03};
    need.age_use[Profession::so] = {0, 0, 0.5, 1, 4};
    Settlement s;
    s.population = {1000, 2000, 300, 200, 50};
    CHECK_THAT(relative_need(s, Profession::so, need, 2021),
               WithinRel(0.5 * 300 + 200 + 4 * 50, 1e-12));
    CHECK_THAT(
        relative_need(s, Profession::so, need, 2031),
        WithinRel(150 * std::pow(1.01, 10) + 200 * std::pow(1.02, 10) + 200 * std::pow(1.03, 10),
                  1e-12));
    CHECK_THAT(
        relative_need(s, Profession::so, need, 2011),
        WithinRel(150 * std::pow(1.01, -10) + 200 * std::pow(1.02, -10) + 200 * std::pow(1.03, -10),
                  1e-12));
}

TEST_CASE("travel is crow-fly kilometres times the detour")
{
    World world = support::drieland();
    const auto a = SettlementId::at(0), b = SettlementId::at(1);  // at (5, 13) and (9, 9) km
    CHECK_THAT(world.travel(a, b).value, WithinRel(std::sqrt(32.0), 1e-12));
    world.detour = 1.25;
    CHECK_THAT(world.travel(a, b).value, WithinRel(1.25 * std::sqrt(32.0), 1e-12));
    CHECK(world.travel(a, a).value == 0);
}

TEST_CASE("a centre is open in the years it names, both included")
{
    TrainingCentre c;
    CHECK(c.open_in(1900));
    c.from_year = 2019;
    c.to_year = 2021;
    CHECK_FALSE(c.open_in(2018));
    CHECK(c.open_in(2019));
    CHECK(c.open_in(2021));
    CHECK_FALSE(c.open_in(2022));
}
