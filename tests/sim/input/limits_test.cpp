// SPDX-License-Identifier: EUPL-1.2
// Worlds with as many of everything as a world may have, and with one more: read from files, and
// refused before anything is made of them.
#include <fmt/format.h>

#include <iterator>

#include "sim/core/limits.h"
#include "sim/input/world_input.h"
#include "tests/support/catch.h"
#include "tests/support/drieland.h"
#include "tests/support/geo_files.h"
#include "tests/support/refusal.h"

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::EndsWith;
using namespace mgz;
namespace io = geo::io;

namespace {

/// Squares of 10 metres beside each other, all of region 0.
io::Layer areas(std::size_t count)
{
    const io::Column code{"code", io::ColumnType::text}, name{"name", io::ColumnType::text},
        region{"region", io::ColumnType::text};
    io::Layer layer{"areas", io::GeometryKind::polygon, {code, name, region}, {}};
    for (std::size_t i = 0; i < count; ++i) {
        const auto x = 0.01 * static_cast<double>(i % 1000);
        const auto y = 0.01 * static_cast<double>(i / 1000);
        layer.features.push_back(
            {support::drieland_box(x, y, 0.01, 0.01), {fmt::format("{}", i), "A", "0"}});
    }
    return layer;
}

/// A table whose rows differ in their first column only, which is their number.
std::string table(const std::string& header, std::size_t count, const std::string& rest)
{
    std::string text = header + "\n";
    for (std::size_t i = 0; i < count; ++i)
        fmt::format_to(std::back_inserter(text), "{},{}\n", i, rest);
    return text;
}

/// Scenario, world and folder of a test.
struct Reading {
    support::TempFolder files;
    Scenario scenario;
    World world;
    InputReport report;

    std::string write(std::size_t count)
    {
        return files.write("areas.gpkg", io::make_gpkg({{areas(count)}}, {}));
    }
    std::string told_of_regions()
    {
        world = {};
        return support::refusal([&] { read_regions(scenario, world, report); });
    }
};

}  // namespace

TEST_CASE("regions are read up to a number", "[limits]")
{
    Reading r;
    r.scenario.geography.subregions.where = "none";
    r.scenario.geography.regions = {r.write(limits::regions), "code", "name"};
    CHECK(r.told_of_regions().empty());
    CHECK(r.world.regions.size() == limits::regions);
    r.write(limits::regions + 1);
    CHECK_THAT(r.told_of_regions(), EndsWith("areas.gpkg: has 10001 regions; give 10000 at most"));
}

TEST_CASE("subregions are read up to a number", "[limits]")
{
    Reading r;
    r.scenario.geography.regions = {r.files.write("one.gpkg", io::make_gpkg({{areas(1)}}, {})),
                                    "code", "name"};
    auto& subregions = r.scenario.geography.subregions;
    subregions.where = r.write(limits::subregions + 1);
    subregions.code = "code", subregions.name = "name", subregions.region = "region";
    CHECK_THAT(r.told_of_regions(),
               EndsWith("areas.gpkg: has 20001 subregions; give 20000 at most"));
}

TEST_CASE("training centres are read up to a number", "[limits]")
{
    Reading r;
    const auto told = [&](std::size_t count) {
        r.scenario.inputs.training_centres = r.files.write(
            "c.csv", table("code,name,prof,share,x_rd,y_rd", count, "A,so,1,155000,463000"));
        return support::refusal([&] { read_training_centres(r.scenario, r.world); });
    };
    CHECK(told(limits::centres).empty());
    CHECK_THAT(told(limits::centres + 1), EndsWith("c.csv: has 10001 centres; give 10000 at most"));
}

// A million rows take seconds to read: here with a limit of the test's own.
TEST_CASE("settlements are read up to a number", "[limits]")
{
    Reading r;
    r.world = support::drieland();
    const auto p = support::drieland_point(5, 13);
    r.scenario.geography.settlements.where = r.files.write(
        "s.csv", table("code,name,x_rd,y_rd,pop_0_19,pop_20_64,pop_65_74,pop_75_84,pop_85p", 3,
                       fmt::format("A,{},{},1,1,1,1,1", p.x, p.y)));
    r.scenario.inputs.student_origins = "none";
    const auto told = [&](std::size_t most) {
        return support::refusal([&] { read_settlements(r.scenario, r.world, r.report, most); });
    };
    CHECK_THAT(told(2), EndsWith("s.csv: has 3 settlements; give 2 at most"));
    CHECK(r.world.settlements.size() == 7);
    CHECK(told(3).empty());
    CHECK(r.world.settlements.size() == 10);
}

TEST_CASE("employers are read up to a number", "[limits]")
{
    Reading r;
    r.world = support::drieland();
    const auto before = r.world.employers.size();
    const auto p = support::drieland_point(5, 13);
    r.scenario.inputs.employers = r.files.write(
        "e.csv", table("code,kind,size,x_rd,y_rd", 3, fmt::format("vvt,1,{},{}", p.x, p.y)));
    const auto told = [&](std::size_t most) {
        return support::refusal([&] { read_employers(r.scenario, r.world, most); });
    };
    CHECK_THAT(told(2), EndsWith("e.csv: has 3 employers; give 2 at most"));
    CHECK(r.world.employers.size() == before);
    CHECK(told(3).empty());
    CHECK(r.world.employers.size() == before + 3);
}

TEST_CASE("zones of a table of travel are counted before there is room for pairs", "[limits]")
{
    Reading r;
    const auto told = [&](std::size_t zones) {
        r.world = support::drieland();
        const Settlement like = r.world.settlements[support::place(1)];
        std::string text = "from,to,km\n";
        for (std::size_t i = r.world.settlements.size(); i < zones; ++i) {
            r.world.settlements.push_back(like);
            r.world.settlements[SettlementId::at(i)].code = fmt::format("{}", i + 1);
            fmt::format_to(std::back_inserter(text), "1,{},1\n", i + 1);
        }
        r.scenario.inputs.travel.where = r.files.write("travel.csv", text);
        return support::refusal([&] { read_travel(r.scenario, r.world, r.report); });
    };
    CHECK_THAT(told(limits::travel_zones + 1),
               EndsWith("travel.csv: has 30001 settlements; give 30000 at most"));
    // Few enough, and then something else is wrong.
    CHECK_THAT(told(limits::travel_zones),
               ContainsSubstring("rows for 30000 settlements; give every pair"));
}
