// SPDX-License-Identifier: EUPL-1.2
// A user's own tables of travel and of population, written to a folder and read back.
#include "geo/check.h"
#include "sim/input/world_input.h"
#include "tests/support/catch.h"
#include "tests/support/drieland.h"
#include "tests/support/geo_files.h"

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace mgz;

namespace {

const std::string ages = "pop_0_19,pop_20_64,pop_65_74,pop_75_84,pop_85p";

/// Drieland with tables beside it. Inhabitants' centres, in km from its corner: m (30, 9), o
/// (50.14, 11.43), w (10.1, 8.2); m1 the same, o1 (45, 4), o2 (54, 17), w1 as w.
struct Tables {
    World travel(const std::string& table)
    {
        scenario.inputs.travel.where = files.write("travel.csv", table);
        World world = support::drieland();
        report = {};
        read_travel(scenario, world, report);
        return world;
    }
    World population(const std::string& rows)
    {
        scenario.inputs.population.where =
            files.write("projection.csv", "code,year," + ages + "\n" + rows);
        World world = support::drieland();
        report = {};
        read_projection(scenario, world, report);
        return world;
    }
    void travel_refused(const std::string& table, const std::string& where,
                        const std::string& wrong)
    {
        CHECK_THROWS_AS(travel(table), geo::InputError);
        CHECK_THROWS_WITH(travel(table), ContainsSubstring(where) && ContainsSubstring(wrong));
    }
    void population_refused(const std::string& rows, const std::string& where,
                            const std::string& wrong)
    {
        CHECK_THROWS_AS(population(rows), geo::InputError);
        CHECK_THROWS_WITH(population(rows), ContainsSubstring(where) && ContainsSubstring(wrong));
    }

    support::TempFolder files;
    Scenario scenario = support::drieland_scenario();
    InputReport report;
};

double factor(const World& world, std::size_t a, std::size_t b)
{
    const auto from = SettlementId::at(a - 1), to = SettlementId::at(b - 1);
    return world.travel(from, to).value /
           (geo::distance(world.settlements[from].at, world.settlements[to].at) * 1e-3);
}

double old_people(const World& world, std::size_t place, double year)
{
    const auto s = SettlementId::at(place - 1);
    return world.projection.population(s, world.settlements[s], year)[4];
}

const std::string three_regions = "m,o,40\nm,w,30\no,w,50\n";

}  // namespace

TEST_CASE("travel between regions is spread over their settlements as a factor")
{
    Tables t;
    World world = t.travel("from,to,km\n" + three_regions);
    CHECK_THAT(factor(world, 4, 7), WithinRel(40 / std::hypot(20 + 1 / 7.0, 17 / 7.0), 1e-9));
    CHECK_THAT(factor(world, 2, 5), WithinRel(30 / std::hypot(19.9, 0.8), 1e-9));
    CHECK(factor(world, 5, 2) == factor(world, 2, 5));
    CHECK_THAT(factor(world, 1, 2), WithinRel(1.0, 1e-12));  // within a region
    REQUIRE(t.report.remarks.size() == 1);
    CHECK_THAT(t.report.remarks[0], ContainsSubstring("between 3 regions is 1."));
}

TEST_CASE("the codes say which kind of zone a table means")
{
    Tables t;
    const World by_part =
        t.travel("from,to,km\nm1,o1,20\nm1,o2,30\nm1,w1,21\no1,o2,20\no1,w1,40\no2,w1,50\n");
    CHECK(by_part.roads.factors.count() == 4);
    CHECK_THAT(factor(by_part, 6, 7), WithinRel(20 / std::hypot(9, 13), 1e-12));
    std::string rows;
    for (int a = 1; a <= 7; ++a) {
        for (int b = a + 1; b <= 7; ++b) {
            const World crow = support::drieland();
            const double km = crow.travel(SettlementId::at(static_cast<std::size_t>(a - 1)),
                                          SettlementId::at(static_cast<std::size_t>(b - 1)))
                                  .value;
            rows += fmt::format("{},{},{}\n", a, b, km * (a == 1 && b == 2 ? 4 : 1));
        }
    }
    const World by_place = t.travel("from,to,km\n" + rows);
    CHECK(by_place.roads.factors.count() == 7);
    CHECK_THAT(factor(by_place, 1, 2), WithinRel(4.0, 1e-12));
    CHECK(factor(by_place, 3, 6) == 1.0);
}

TEST_CASE("municipalities are zones where every settlement has one")
{
    Tables t;
    World world = support::drieland();
    for (const SettlementId s : world.settlements.ids())
        world.settlements[s].municipality = s.index() % 2 == 0 ? "odd" : "even";
    t.scenario.inputs.travel.where = t.files.write("travel.csv", "from,to,km\nodd,even,40\n");
    read_travel(t.scenario, world, t.report);
    CHECK(world.roads.factors.count() == 2);
    CHECK_THAT(t.report.remarks.at(0), ContainsSubstring("between 2 municipalities"));
    world.settlements[SettlementId::at(3)].municipality = "";
    CHECK_THROWS_WITH(read_travel(t.scenario, world, t.report),
                      ContainsSubstring("\"even\" is the code of no region, subregion"));
}

TEST_CASE("a table of crow-fly distances times the detour is the detour, to the last bit")
{
    Tables t;
    for (const double detour : {1.0, 1.3, 1.7}) {
        const World plain = support::drieland();
        const auto centre = region_centres(plain);
        std::string rows;
        for (std::size_t a = 0; a < 3; ++a) {
            for (std::size_t b = a + 1; b < 3; ++b) {
                const auto p = centre[RegionId::at(a)].at, q = centre[RegionId::at(b)].at;
                rows += fmt::format("{},{},{}\n", plain.regions[RegionId::at(a)].code,
                                    plain.regions[RegionId::at(b)].code,
                                    geo::distance(p, q) * detour * 1e-3);
            }
        }
        t.scenario.inputs.travel.where = t.files.write("travel.csv", "from,to,km\n" + rows);
        World world = support::drieland();
        world.detour = detour;
        read_travel(t.scenario, world, t.report);
        for (std::uint32_t a = 0; a < 3; ++a) {
            for (std::uint32_t b = 0; b < 3; ++b)
                CHECK(world.roads.factors.between(a, b) == detour);
        }
    }
}

TEST_CASE("minutes, both directions, own columns, rows within a zone")
{
    Tables t;
    t.scenario.inputs.travel.speed = 90;
    const World timed = t.travel("from,to,minutes\nm,o,20\no,m,40\nm,w,20\nw,o,40\nm,m,12\n");
    CHECK_THAT(factor(timed, 4, 7), WithinRel(45 / std::hypot(20 + 1 / 7.0, 17 / 7.0), 1e-9));
    auto& names = t.scenario.inputs.travel;
    names.from = "van", names.to = "naar", names.km = "weg";
    const World named = t.travel("minutes,naar,van,weg\n1,o,m,40\n1,w,m,30\n1,o,w,50\n");
    CHECK_THAT(factor(named, 2, 5), WithinRel(30 / std::hypot(19.9, 0.8), 1e-9));
}

TEST_CASE("without a table nothing is read")
{
    Tables t;
    World world = support::drieland();
    for (const auto* where : {"", "none"}) {
        t.scenario.inputs.travel.where = t.scenario.inputs.population.where = where;
        read_travel(t.scenario, world, t.report);
        read_projection(t.scenario, world, t.report);
    }
    CHECK(world.roads.empty());
    CHECK(world.projection.empty());
    CHECK(t.report.remarks.empty());
}

TEST_CASE("what is wrong with travel is said by row")
{
    Tables t;
    const std::string head = "from,to,km\n";
    t.travel_refused(head + "m,o,40\no,w,50\n", "travel.csv",
                     "no row for from \"m\" to \"w\" or back");
    t.travel_refused(head + "m,o,40\nm,w,17\no,w,50\n", "row 3",
                     "from \"m\" to \"w\" is 17.0 km, and the crow flies 19.9 km");
    t.travel_refused(head + "m,o,40\nm,w,400\no,w,50\n", "row 3", "give 17.9 to 398 km of road");
    t.travel_refused(head + "m,o,40\nm,w,-30\no,w,50\n", "row 3, column 'km'", "travel is -30");
    t.travel_refused(head + "m,o,40\nm,w,far\no,w,50\n", "row 3", "'far' is not a number");
    t.travel_refused(head + three_regions + "m,o,40\n", "row 5", "stands twice");
    t.travel_refused(head + "m,o,40\nm,x,30\no,w,50\n", "row 3, column 'to'",
                     "\"x\" is the code of no region");
    t.travel_refused(head + "m1,o1,20\nm1,02,30\n", "row 3, column 'to'",
                     "\"02\" is the code of no subregion; did you mean \"o2\"?");
    t.travel_refused(head + "A,B,30\n", "travel.csv",
                     "\"A\" is the code of no region, subregion, municipality");
    t.travel_refused(head, "travel.csv", "has no rows");
    t.travel_refused("from,to,miles\nm,o,40\n", "travel.csv",
                     "neither a column 'km' nor 'minutes'");
    t.travel_refused("from,two,km\nm,o,40\n", "travel.csv", "no column 'to'");
    t.travel_refused("from,to,minutes\nm,o,40\nm,w,12\no,w,60\n", "row 3",
                     "is 12.0 km at 60 km/h, and the crow flies 19.9 km");
}

TEST_CASE("a projection is growth since the year of the settlements' figures")
{
    Tables t;
    // Other numbers than the settlements have: only their growth counts.
    const World world = t.population(
        "m,2021,1,1,1,1,10\nm,2041,1,1,1,1,30\no,2021,0,1,1,1,1\no,2041,0,1,1,1,1\n"
        "w,2021,1,1,1,1,8\nw,2041,1,1,1,1,4\n");
    CHECK(old_people(world, 4, 2021) == 500);
    CHECK_THAT(old_people(world, 4, 2031), WithinRel(1000.0, 1e-12));
    CHECK_THAT(old_people(world, 4, 2041), WithinRel(1500.0, 1e-12));
    CHECK(old_people(world, 6, 2041) == 300);
    CHECK_THAT(old_people(world, 1, 2041), WithinRel(100.0, 1e-12));
    REQUIRE(t.report.remarks.size() == 1);
    CHECK_THAT(t.report.remarks[0], ContainsSubstring("for 3 regions, 2021 to 2041"));

    auto& names = t.scenario.inputs.population;
    names.code = "gebied", names.year = "jaar", names.ages = {"a", "b", "c", "d", "e"};
    names.where = t.files.write("own.csv",
                                "gebied,jaar,a,b,c,d,e\nm,2021,1,1,1,1,1\no,2021,1,1,1,1,1\n"
                                "w,2021,1,1,1,1,1\n");
    World own = support::drieland();
    read_projection(t.scenario, own, t.report);
    CHECK(old_people(own, 4, 2040) == 500);
}

TEST_CASE("what is wrong with a projection is said by row and column")
{
    Tables t;
    const std::string base = "m,2021,1,1,1,1,1\no,2021,1,1,1,1,0\nw,2021,1,1,1,1,1\n";
    t.population_refused(base + "m,2041,1,1,1,1,1\no,2041,1,1,1,1,1\nw,2041,1,1,1,1,1\n",
                         "row 6, column 'pop_85p'", "population is 1 and was 0 in 2021");
    t.population_refused("m,2020,1,1,1,1,1\n", "projection.csv", "has no year 2021");
    t.population_refused(base + "m,2041,1,1,1,1,1\n", "projection.csv",
                         "no row for region \"o\" in 2041");
    t.population_refused(base + "m,2021,1,1,1,1,1\n", "row 5", "\"m\" in 2021 stands twice");
    t.population_refused(base + "m,2041,1,-1,1,1,1\n", "row 5, column 'pop_20_64'",
                         "population is -1");
    t.population_refused(base + "m,2041,1,1,1,many,1\n", "row 5, column 'pop_75_84'",
                         "'many' is not a number");
    t.population_refused(base + "m,2041.5,1,1,1,1,1\n", "row 5, column 'year'",
                         "the year is 2041.5");
    t.population_refused(base + "x,2041,1,1,1,1,1\n", "row 5, column 'code'",
                         "\"x\" is the code of no region");
    t.population_refused("", "projection.csv", "has no rows");
}
