// SPDX-License-Identifier: EUPL-1.2
// The page of a comparison, alone and with runs beside it.
#include <cmath>

#include "geo/check.h"
#include "geo/io/layer_io.h"
#include "sim/report/report.h"
#include "tests/sim/output/folder.h"
#include "tests/sim/output/small_comparison.h"
#include "tests/sim/output/small_run.h"
#include "tests/sim/report/unpack.h"
#include "tests/support/geo_files.h"

using Catch::Matchers::Equals;
using namespace mgz::report;
using support::Json;
namespace io = geo::io;

namespace {

Json data_of(const std::vector<std::string>& paths)
{
    std::vector<Folder> folders;
    for (const auto& path : paths)
        folders.push_back(open_folder(path));
    return support::data_of(report_html(folders, support::small_template, PageLanguage::english));
}

std::size_t area_of(const Json& data, const std::string& level, const std::string& code)
{
    const auto& codes = data.at("levels").at(level).at("codes");
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (codes[i] == code) return i;
    }
    FAIL(code);
    return 0;
}

}  // namespace

TEST_CASE("every effect of a comparison is on its page, certain where the table says so")
{
    const support::TempFolder temp;
    support::SmallComparison().write(temp.path("out"));
    const auto data = data_of({temp.path("out")});
    const std::map<std::string, std::size_t> scenarios{{"help", 1}, {"same", 2}};
    io::Source source;
    source.where = temp.path("out/differences.csv");
    source.columns = {
        "scenario",  "year",       "level",         "code",       "profession",
        "indicator", "effect_p05", "effect_median", "effect_p95", "probability_improved"};
    source.kind = io::GeometryKind::none;
    std::map<int, int> seen;
    for (const auto& row : io::read_layer(source).layer.features) {
        const auto text = [&](std::size_t i) { return io::text(row.values[i]); };
        const auto number = [&](std::size_t i) { return io::number(row.values[i], "", ""); };
        const auto block =
            support::block_of(data.at("effects"), scenarios.at(text(0)), text(2), text(5), text(4));
        INFO(text(0) << text(2) << text(3) << text(4) << text(5));
        REQUIRE(block.is_object());
        const auto years = support::years_of(block);
        const auto year = std::find(years.begin(), years.end(), static_cast<int>(number(1)));
        REQUIRE(year != years.end());
        const auto at = area_of(data, text(2), text(3)) * years.size() +
                        static_cast<std::size_t>(year - years.begin());
        const double scale = support::with_id(data.at("indicators"), text(5)).at("scale");
        const auto is = [&](const char* stat, double value, double by) {
            CHECK(support::undone(block.at(stat), years.size()).at(at) == std::llround(value * by));
        };
        is("p05", number(6), scale);
        is("p50", number(7), scale);
        is("p95", number(8), scale);
        is("improved", number(9), 100);
        const int certain = number(6) > 0 ? 1 : number(8) < 0 ? -1 : 0;
        CHECK(block.at("certain").at(at) == certain);
        ++seen[certain];
    }
    CHECK((seen[1] > 0 && seen[0] > 0 && seen[-1] > 0));
}

TEST_CASE("levels of a comparison: the reference from its first year on")
{
    const support::TempFolder temp;
    support::SmallComparison().write(temp.path("out"));
    const auto data = data_of({temp.path("out")});
    CHECK(data.at("scenarios").size() == 3);
    CHECK(data.at("scenarios")[0].at("reference") == true);
    CHECK(data.at("scenarios")[1].at("reference") == false);
    CHECK(data.at("year") == 2005);
    const auto reference =
        support::block_of(data.at("figures"), 0, "country", "shortage", "huisarts_so");
    CHECK(reference.at("years") == Json{2003, 2006});
    CHECK(support::undone(reference.at("p05"), 4).front() == 90);
    const auto help = support::block_of(data.at("figures"), 1, "country", "fte", "huisarts");
    CHECK(help.at("years") == Json{2004, 2006});
    CHECK(support::undone(help.at("mean"), 3).front() == 10125);
    const auto access = support::block_of(data.at("figures"), 1, "region", "access", "so");
    CHECK(access.at("years") == Json{2005, 2006});
    CHECK(data.at("lasting").size() == 2);
    CHECK(data.at("lasting")[1].at("level") == "region");
    CHECK(data.at("lasting")[1].at("from") == 2004);
    CHECK(data.at("money")[0].at("rows")[2] == Json{2005, 1, -1, 0, 1250000, 1000000, 1500000});
    CHECK(data.at("moves")[0].at("rows")[0] == Json{2005, 1, 2, 0, 20, 15, 20});
    CHECK(data.at("moves")[0].at("rows")[3] == Json{2005, 3, -1, 1, 10, 5, 0});
    CHECK(data.at("summary")[0] == support::content(temp.path("out/summary.md")));
    CHECK(data.at("levels").at("subregion").at("parent") == Json{0, 1, 1, 2});
    CHECK(data.at("levels").at("region").at("population") == Json{50000, 35000, 100000});
}

TEST_CASE("runs beside a comparison: scenarios are numbered, the map is one")
{
    const support::TempFolder temp;
    support::SmallComparison().write(temp.path("compared"));
    support::SmallRun run;
    run.facts.scenario_files = {"somewhere/help.toml"};
    run.write(temp.path("run"));
    const auto data = data_of({temp.path("compared"), temp.path("run"), temp.path("run")});
    REQUIRE(data.at("scenarios").size() == 5);
    const auto id = [&](std::size_t i) { return data.at("scenarios")[i].at("id"); };
    CHECK(id(1) == "help");
    CHECK(id(3) == "help-2");
    CHECK(id(4) == "help-3");
    CHECK(data.at("scenarios")[0].at("title") == "Drieland");
    CHECK(data.at("scenarios")[4].at("title") == "Drieland (5)");
    CHECK(data.at("sources").size() == 3);
    CHECK(support::block_of(data.at("figures"), 3, "region", "need", "so").is_object());
    CHECK(data.at("accounts").size() == 2);
    CHECK(data.at("accounts")[1].at("scenario") == 4);
    CHECK(data.at("levels").at("region").at("codes").size() == 3);
}

TEST_CASE("folders over different geographies make no page")
{
    const support::TempFolder temp;
    support::SmallRun run;
    run.write(temp.path("one"));
    const auto refuses = [&](const std::string& what) {
        run.write(temp.path("other"));
        CHECK_THROWS_WITH(
            data_of({temp.path("one"), temp.path("other")}),
            Equals(temp.path("other") + ": has another geography than the folder before it (" +
                   what + "); report on folders over the same regions and subregions"));
    };
    SECTION("a code")
    {
        run.world.regions[mgz::RegionId::at(1)].code = "z";
        refuses("region z");
    }
    SECTION("a shape")
    {
        run.world.regions[mgz::RegionId::at(2)].shape.parts[0].outer[0].x += 1;
        refuses("region w");
    }
    SECTION("a subregion")
    {
        run.world.subregions[mgz::SubregionId::at(1)].name = "Elsewhere";
        refuses("subregion o1");
    }
}
