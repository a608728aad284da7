// SPDX-License-Identifier: EUPL-1.2
// Maps of a sensitivity, of folders whose outcomes are known functions of the factors.
#include "sim/picture/map_request.h"
#include "tests/sim/sensitivity/small_sweep.h"
#include "tests/support/catch.h"
#include "tests/support/geo_files.h"
#include "tests/support/refusal.h"

using namespace mgz::picture;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using support::TempFolder;

namespace {

/// In the middle x1 rules, in the east x2; in the west nothing varies. The country is the middle.
mgz::SweepTable morris_sweep(const std::string& indicator, const std::string& unit)
{
    auto table = support::empty_sweep(mgz::morris_design(3, 6, 4, mgz::Draws(1, 0)));
    table.quantities = support::country_and_regions();
    for (auto& kept : table.quantities)
        kept.indicator = indicator, kept.unit = unit;
    const auto middle = [](std::span<const double> u, std::uint32_t) { return 0.25 * u[0]; };
    const auto east = [](std::span<const double> u, std::uint32_t) { return 0.5 * u[1]; };
    const auto west = [](std::span<const double>, std::uint32_t) { return 0.2; };
    support::fill(table, {middle, middle, east, west});
    return table;
}

/// Of the sweep written to a folder.
Picture drawn(const TempFolder& temp, const mgz::SweepTable& table, const MapRequest& request)
{
    support::write_sweep(table, temp.path("out"));
    return read_map(mgz::report::open_folder(temp.path("out"), "out"), request);
}

const Area& area(const Picture& picture, const std::string& code)
{
    for (const Area& each : picture.panels.at(0).areas)
        if (each.code == code) return each;
    FAIL(code);
    return picture.panels[0].areas[0];
}

std::vector<std::string> rows(const Picture& picture)
{
    std::vector<std::string> texts;
    for (const LegendRow& row : picture.legend.rows)
        texts.push_back(row.text);
    return texts;
}

}  // namespace

TEST_CASE("a map of effects has the unit of its outcome, and says where nothing matters")
{
    const TempFolder temp;
    MapRequest request;
    request.indicator = "vacancies";
    const auto picture = drawn(temp, morris_sweep("vacancies", "positions"), request);
    CHECK(area(picture, "m").fill);
    CHECK(area(picture, "o").fill);
    CHECK(area(picture, "m").figure == "0.3");
    CHECK_FALSE(area(picture, "w").fill);
    CHECK(area(picture, "w").figure.empty());
    CHECK(rows(picture).back() == "nothing that was varied matters");
    CHECK(picture.legend.heading == "mean change by the strongest factor");
    REQUIRE(picture.bars);
    CHECK(picture.bars->axis == "mean change over the whole range of the factor (open positions)");
    CHECK(picture.bars->bars.at(0).name == "x1");
    CHECK_THAT(picture.bars->bars[0].value, WithinAbs(0.25, 1e-9));
    CHECK_FALSE(picture.bars->bars[0].alone);
}

TEST_CASE("effects on a share are percentage points in the bars and on the map")
{
    const TempFolder temp;
    const auto picture = drawn(temp, morris_sweep("shortage", "share"), {});
    REQUIRE(picture.bars);
    CHECK(picture.bars->axis ==
          "mean change over the whole range of the factor (percentage points)");
    CHECK_THAT(picture.bars->bars.at(0).value, WithinAbs(25, 1e-7));
    CHECK(area(picture, "m").figure == "25.0");
}

TEST_CASE("of several policies the first is shown, or the one asked for, by its name")
{
    const TempFolder temp;
    auto table = support::ishigami_sweep(16);
    table.study.policies = {"as_now", "other"};
    table.outcomes.clear();
    support::fill(table, support::ishigami_of_areas());
    const auto first = drawn(temp, table, {});
    CHECK_THAT(first.title, Catch::Matchers::EndsWith(" (as now)"));
    const auto folder = mgz::report::open_folder(temp.path("out"), "out");
    MapRequest request;
    request.scenarios = {"other"};
    CHECK_THAT(read_map(folder, request).title, Catch::Matchers::EndsWith(" (other)"));
    const auto refused = [&] { return support::refusal([&] { read_map(folder, request); }); };
    request.scenarios = {"othr"};
    CHECK(refused() == "out: has no policy 'othr' by region; did you mean 'other'?");
    request.scenarios = {"as_now", "other"};
    CHECK(refused() == "--scenario: a map of a sensitivity is of one policy; name one");
}

TEST_CASE("what a sensitivity does not have is refused with what it has")
{
    const TempFolder temp;
    support::write_sweep(support::ishigami_sweep(16), temp.path("out"));
    const auto folder = mgz::report::open_folder(temp.path("out"), "out");
    const auto refused = [&](const MapRequest& request) {
        return support::refusal([&] { read_map(folder, request); });
    };
    MapRequest request;
    request.indicator = "shortge";
    CHECK(refused(request) ==
          "out: has no indicator 'shortge' by region; did you mean 'shortage'?");
    request = {};
    request.profession = "tandarts";
    CHECK(refused(request) == "out: has no profession 'tandarts' by region; give one of: huisarts");
    request = {};
    request.year = 2030;
    CHECK(refused(request) == "out: knows shortage not in 2030; give one of its years: 2040");
    request = {};
    request.level = MapLevel::subregion;
    CHECK(refused(request) == "out: has no map of subregions; use --level region");
    request = {};
    request.difference = true;
    CHECK(refused(request) ==
          "out: holds no differences: it is of a sensitivity; leave --difference out");
}
