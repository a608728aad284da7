// SPDX-License-Identifier: EUPL-1.2
// In which subregions an intervention works, and for which part of their people.
#include "sim/world/places.h"

#include "geo/check.h"
#include "tests/support/catch.h"
#include "tests/support/drieland.h"

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinRel;
using namespace mgz;
using support::place;

namespace {

// Drieland: subregions m1, o1, o2, w1. Of w1: settlement 1 (10,000 people), 2 (60,000) and 3
// (30,000); of m1: 4 and 5 (25,000 each); of o1: 6; of o2: 7.
SubregionId sub(std::size_t i)
{
    return SubregionId::at(i);
}

/// Municipalities A: 1 and 2; B: 3 and 4; C: 5; the others have none.
World with_municipalities()
{
    World world = support::drieland();
    for (const auto& [code, municipality] :
         {std::pair(1, "A"), std::pair(2, "A"), std::pair(3, "B"), std::pair(4, "B"),
          std::pair(5, "C")}) {
        world.settlements[place(static_cast<std::size_t>(code))].municipality = municipality;
    }
    return world;
}

Intervention in(std::vector<std::string> codes)
{
    Intervention i;
    i.where = std::move(codes);
    i.origin = "s.toml, line 7";
    return i;
}

using Shares = std::vector<PlaceShare>;

}  // namespace

TEST_CASE("a region, a subregion and the country are there as a whole")
{
    const World world = support::drieland();
    CHECK(subregions_of(world, in({"o"})) == Shares{{sub(1), 1}, {sub(2), 1}});
    CHECK(subregions_of(world, in({"o2", "m", "o2"})) == Shares{{sub(0), 1}, {sub(2), 1}});
    CHECK(subregions_of(world, in({})) ==
          Shares{{sub(0), 1}, {sub(1), 1}, {sub(2), 1}, {sub(3), 1}});
}

TEST_CASE("a municipality is the share of the people who live in it")
{
    const World world = with_municipalities();
    const auto a = subregions_of(world, in({"A"}));
    REQUIRE(a.size() == 1);
    CHECK(a[0].subregion == sub(3));
    CHECK_THAT(a[0].share, WithinRel(0.7, 1e-12));
    const auto b = subregions_of(world, in({"B"}));  // in two subregions of two regions
    REQUIRE(b.size() == 2);
    CHECK(b[0].subregion == sub(0));
    CHECK_THAT(b[0].share, WithinRel(0.5, 1e-12));
    CHECK_THAT(b[1].share, WithinRel(0.3, 1e-12));
}

TEST_CASE("municipalities add up, to exactly the whole, and a place named twice counts once")
{
    const World world = with_municipalities();
    CHECK(subregions_of(world, in({"A", "B"})) ==
          Shares{{sub(0), subregions_of(world, in({"B"}))[0].share}, {sub(3), 1}});
    CHECK(subregions_of(world, in({"A", "A"})) == subregions_of(world, in({"A"})));
    CHECK(subregions_of(world, in({"w1", "A"})) == Shares{{sub(3), 1}});
}

TEST_CASE("a code that a region has is not a municipality's")
{
    World world = with_municipalities();
    for (auto& settlement : world.settlements)
        if (settlement.municipality == "A") settlement.municipality = "o";
    CHECK(subregions_of(world, in({"o"})) == Shares{{sub(1), 1}, {sub(2), 1}});
}

TEST_CASE("an area is the share of the people of the settlements in it")
{
    World world = support::drieland();
    world.areas["mine.gpkg|a"] = {place(3), place(6), place(7)};
    Intervention i = in({});
    i.area = "mine.gpkg|a";
    const auto shares = subregions_of(world, i);
    REQUIRE(shares.size() == 3);
    CHECK(shares[0] == PlaceShare{sub(1), 1});
    CHECK(shares[1] == PlaceShare{sub(2), 1});
    CHECK(shares[2].subregion == sub(3));
    CHECK_THAT(shares[2].share, WithinRel(0.3, 1e-12));
}

TEST_CASE("an unknown code is refused with the nearest of regions, subregions and municipalities")
{
    const auto refuses = [](const World& world, const char* code, const char* wrong,
                            const char* right) {
        CHECK_THROWS_WITH(subregions_of(world, in({code})), ContainsSubstring("s.toml, line 7") &&
                                                                ContainsSubstring(wrong) &&
                                                                ContainsSubstring(right));
    };
    World world = with_municipalities();
    world.settlements[place(5)].municipality = "GM0363";
    refuses(world, "GM0636", "no region, subregion or municipality has the code \"GM0636\"",
            "did you mean \"GM0363\"?");
    refuses(world, "Nowhere", "\"Nowhere\"", "the first region is \"m\"");
    // Without municipalities there is no talk of them.
    refuses(support::drieland(), "A", "no region or subregion has the code \"A\"", "");
}

TEST_CASE("a place where nobody lives is refused")
{
    World world = with_municipalities();
    world.settlements[place(5)].population = {};
    CHECK_THROWS_WITH(subregions_of(world, in({"C"})),
                      ContainsSubstring("nobody lives in municipality \"C\""));
    world.areas["a.shp"] = {place(5)};
    Intervention i = in({});
    i.area = "a.shp";
    CHECK_THROWS_WITH(subregions_of(world, i), ContainsSubstring("nobody lives in the area a.shp"));
}
