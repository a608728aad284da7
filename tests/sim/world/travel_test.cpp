// SPDX-License-Identifier: EUPL-1.2
// Distance with a table of travel between zones: m1 0, o1 1, o2 2, w1 3 in Drieland.
#include "sim/world/travel.h"

#include <cmath>

#include "sim/world/world.h"
#include "tests/support/catch.h"
#include "tests/support/drieland.h"
#include "tests/support/zones.h"

using Catch::Matchers::WithinRel;
using namespace mgz;
using support::place;

namespace {

World with_table()
{
    World world = support::drieland();
    world.detour = 1.2;
    support::add_travel_by_subregion(
        world, [](std::size_t a, std::size_t b) { return a == 0 && b == 3 ? 3.0 : 1.5; });
    return world;
}

double crow_km(const World& world, SettlementId a, SettlementId b)
{
    return geo::distance(world.settlements[a].at, world.settlements[b].at) / 1000;
}

}  // namespace

TEST_CASE("between zones the table counts, within one the detour")
{
    const World world = with_table();
    const auto check = [&](std::size_t a, std::size_t b, double factor) {
        CHECK_THAT(world.travel(place(a), place(b)).value,
                   WithinRel(factor * crow_km(world, place(a), place(b)), 1e-14));
        CHECK(world.travel(place(a), place(b)).value == world.travel(place(b), place(a)).value);
        CHECK(world.travel(place(a), place(b)).value ==
              world.travel(world.zoned(place(a)), world.zoned(place(b))).value);
    };
    check(1, 2, 1.2);  // both in w1
    check(2, 4, 3);    // w1 and m1
    check(6, 7, 1.5);  // o1 and o2
    CHECK(world.travel(place(3), place(3)).value == 0);
}

TEST_CASE("nearness orders pairs as travel does")
{
    const World world = with_table();
    int changed = 0;
    for (const SettlementId a : world.settlements.ids()) {
        for (const SettlementId b : world.settlements.ids()) {
            for (const SettlementId c : world.settlements.ids()) {
                const double ab = world.travel(a, b).value, ac = world.travel(a, c).value;
                if (std::abs(ab - ac) < 1e-9) continue;
                CHECK((world.nearness(a, b) < world.nearness(a, c)) == (ab < ac));
                changed += (ab < ac) != (crow_km(world, a, b) < crow_km(world, a, c));
            }
        }
    }
    CHECK(changed > 0);  // or the table would not matter
}

TEST_CASE("a point that is no settlement lies in the zone of the nearest")
{
    World world = with_table();
    CHECK(world.zoned(support::drieland_point(15, 6)).zone == 3);
    CHECK(world.zoned(support::drieland_point(21, 9)).zone == 0);
    CHECK(world.zoned(support::drieland_point(21, 9)).at == support::drieland_point(21, 9));
    world.roads = {};
    CHECK(world.zoned(support::drieland_point(21, 9)).zone == 0);
    CHECK(world.zoned(support::drieland_point(15, 6)).zone == 0);
}

TEST_CASE("an area's centre is where its people live on average, in one of its own zones")
{
    const World world = with_table();
    const auto regions = region_centres(world);
    // m: 25 and 25 thousand at (27, 13) and (33, 5).
    const auto middle = support::drieland_point(30, 9);
    CHECK_THAT(regions[RegionId::at(0)].at.x, WithinRel(middle.x, 1e-12));
    CHECK_THAT(regions[RegionId::at(0)].at.y, WithinRel(middle.y, 1e-12));
    CHECK(regions[RegionId::at(0)].zone == 0);
    // o: 15 thousand at (45, 4), 20 at (54, 17), the nearer one in o2.
    CHECK_THAT(regions[RegionId::at(1)].at.x,
               WithinRel(support::drieland_x + 1000 * (15 * 45 + 20 * 54) / 35.0, 1e-12));
    CHECK(regions[RegionId::at(1)].zone == 2);
    CHECK(regions[RegionId::at(2)].zone == 3);
    const auto subregions = subregion_centres(world);
    REQUIRE(subregions.size() == 4);
    for (const SubregionId s : world.subregions.ids())
        CHECK(subregions[s].zone == s.index());
    CHECK(subregions[SubregionId::at(1)].at == world.settlements[place(6)].at);
}

TEST_CASE("where nobody lives the settlements' mean is the centre")
{
    World world = support::drieland();
    for (auto& s : world.settlements)
        s.population = {};
    const auto centre = population_centres(world, 2, {0, 0, 0, 0, 0, 0, 0});
    REQUIRE(centre.size() == 2);
    CHECK_THAT(centre[0].x, WithinRel(support::drieland_x + 187000 / 7.0, 1e-12));
    CHECK(centre[1] == geo::Point{});
}
