// SPDX-License-Identifier: EUPL-1.2
#include "sim/world/projection.h"

#include "sim/world/world.h"
#include "tests/support/catch.h"
#include "tests/support/drieland.h"

using Catch::Matchers::WithinRel;
using namespace mgz;

namespace {

/// Settlement 7 in a zone where 85+ doubles by 2031 and trebles by 2041; the rest stays.
World with_projection()
{
    World world = support::drieland();
    IdVector<SettlementId, std::uint32_t> zone(world.settlements.size(), 0);
    zone[SettlementId::at(6)] = 1;
    const AgeGroups same{1, 1, 1, 1, 1};
    world.projection = Projection(zone, {2021, 2031, 2041},
                                  {same, same, same, same, {1, 1, 1, 1, 2}, {1, 1, 1, 1, 3}});
    return world;
}

}  // namespace

TEST_CASE("a projection is linear between its years and constant outside them")
{
    const World world = with_projection();
    const auto old = [&](std::size_t s, double year) {
        const auto id = SettlementId::at(s);
        return world.projection.population(id, world.settlements[id], year)[4];
    };
    CHECK(old(6, 2003) == 400);
    CHECK(old(6, 2021) == 400);
    CHECK_THAT(old(6, 2026), WithinRel(600.0, 1e-14));
    CHECK(old(6, 2031) == 800);
    CHECK_THAT(old(6, 2036), WithinRel(1000.0, 1e-14));
    CHECK(old(6, 2041) == 1200);
    CHECK(old(6, 2100) == 1200);
    CHECK(old(0, 2041) == 200);
}

TEST_CASE("a projection takes the place of the national growth by age")
{
    World world = with_projection();
    NeedOptions need;
    need.age_growth = {0.5, 0.5, 0.5, 0.5, 0.5};
    need.age_use[Profession::so] = {0, 0, 0.5, 1, 4};
    const auto seven = SettlementId::at(6);
    const double before = 0.5 * 2400 + 1400 + 4 * 400;
    CHECK_THAT(relative_need(world, seven, Profession::so, need, 2021), WithinRel(before, 1e-14));
    CHECK_THAT(relative_need(world, seven, Profession::so, need, 2031),
               WithinRel(before + 4 * 400, 1e-14));
    world.projection = {};
    CHECK(relative_need(world, seven, Profession::so, need, 2031) ==
          relative_need(world.settlements[seven], Profession::so, need, 2031));
}
