// SPDX-License-Identifier: EUPL-1.2
// Maps of a comparison whose figures were set by hand.
#include <filesystem>

#include "sim/picture/map_request.h"
#include "tests/sim/output/small_comparison.h"
#include "tests/support/catch.h"
#include "tests/support/geo_files.h"
#include "tests/support/refusal.h"

using namespace mgz::picture;
using support::TempFolder;

namespace {

struct Written {
    TempFolder temp;

    Written() { support::SmallComparison().write(temp.path("out")); }

    void append(const std::string& file, const std::string& line) const
    {
        std::ofstream(temp.path("out/" + file), std::ios::binary | std::ios::app) << line << '\n';
    }
    Picture map(const MapRequest& request) const
    {
        return read_map(mgz::report::open_folder(temp.path("out"), "out"), request);
    }
    std::string refused(const MapRequest& request) const
    {
        return support::refusal([&] { map(request); });
    }
};

MapRequest request_of(const std::string& indicator, MapLevel level = MapLevel::region)
{
    MapRequest request;
    request.indicator = indicator;
    request.level = level;
    return request;
}

}  // namespace

TEST_CASE("an indicator that only regions have is refused of subregions, and one that is nowhere")
{
    const Written written;
    CHECK(written.refused(request_of("duty_load", MapLevel::subregion)) ==
          "out: has no duty_load of subregions; use --level region");
    CHECK(written.refused(request_of("duty_lod")) ==
          "out: has no indicator 'duty_lod' of regions; did you mean 'duty_load'?");
}

TEST_CASE("years of which some are left out are named one by one")
{
    const Written written;
    auto request = request_of("access");
    request.year = 2004;
    CHECK(written.refused(request) ==
          "out: knows access not in 2004; give one of its years: 2005, 2006");
}

TEST_CASE("a comparison without figures.csv has a map of its differences only")
{
    const Written written;
    std::filesystem::remove(written.temp.path("out/figures.csv"));
    auto request = request_of("shortage");
    CHECK(written.refused(request) ==
          "out: has no figures.csv, which tells how things are; add --difference, or compare again "
          "with this release");
    request.difference = true;
    const auto legend = written.map(request).legend;
    CHECK(legend.low_end == "more shortage");
    CHECK(legend.high_end == "less shortage");
}

TEST_CASE("the ends of a legend of differences are worse and better")
{
    const Written written;
    auto request = request_of("duty_load");
    request.difference = true;
    CHECK(written.map(request).legend.low_end == "worse");
    CHECK(written.map(request).legend.high_end == "better");
    request.language = Language::dutch;
    CHECK(written.map(request).legend.low_end == "slechter");
    CHECK(written.map(request).legend.high_end == "beter");
}

TEST_CASE("an indicator that the program has no words for is called as the folder calls it")
{
    const Written written;
    written.append("figures.csv", "baseline,2005,region,m,,night_calls,12.3456,12,12.3,13");
    const auto request = request_of("night_calls");
    const auto without_unit = written.map(request);
    CHECK(without_unit.title == "night calls, 2005");
    CHECK(without_unit.legend.heading == "night calls");
    written.append("dictionary.csv", "figures.csv,,6,indicator,night_calls,text,calls a night,");
    const auto picture = written.map(request);
    CHECK(picture.legend.heading == "calls a night");
    CHECK(picture.panels.at(0).areas.at(0).code == "m");
    CHECK(picture.panels[0].areas[0].figure == "12.35");
}
