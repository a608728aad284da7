// SPDX-License-Identifier: EUPL-1.2
// The folder of a comparison: complete, explained, vouched for, and the same bytes again.
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "geo/check.h"
#include "geo/io/layer_io.h"
#include "sim/output/compare_dictionary.h"
#include "sim/output/compare_maps.h"
#include "sim/output/sha256.h"
#include "tests/sim/output/folder.h"
#include "tests/sim/output/small_comparison.h"
#include "tests/support/catch.h"
#include "tests/support/geo_files.h"

namespace fs = std::filesystem;
namespace io = geo::io;
using Catch::Matchers::ContainsSubstring;
using support::check_same_bytes;
using support::content;
using support::folder;
using support::SmallComparison;
using support::TempFolder;

namespace {

const std::set<std::string> unlisted{"manifest.json", "run.json", "scenario-baseline.toml",
                                     "scenario-help.toml", "scenario-same.toml"};

/// Rows of a layer as text, by column.
std::vector<std::map<std::string, std::string>> rows_of(const std::string& where)
{
    io::Source source;
    source.where = where;
    source.columns = io::column_names(where);
    source.kind = io::GeometryKind::polygon;
    const auto layer = io::read_layer(source).layer;
    std::vector<std::map<std::string, std::string>> rows;
    for (const auto& feature : layer.features) {
        auto& row = rows.emplace_back();
        for (std::size_t i = 0; i < layer.columns.size(); ++i)
            row[layer.columns[i].name] = io::text(feature.values[i]);
    }
    return rows;
}

}  // namespace

TEST_CASE("the same comparison writes the same bytes, with any number of threads", "[compare]")
{
    const TempFolder temp;
    SmallComparison small;
    small.write(temp.path("one"));
    small.facts.threads = 5;
    small.facts.command = {"other", "words"};
    small.write(temp.path("two"));
    const auto one = folder(temp.path("one"));
    CHECK(one.size() == 25);
    check_same_bytes(one, folder(temp.path("two")));
}

TEST_CASE("the manifest of a comparison vouches for every file and knows every scenario",
          "[compare]")
{
    const TempFolder temp;
    SmallComparison small;
    auto& settlements = small.facts.scenarios[1].loaded.scenario.geography.settlements;
    settlements.where = temp.path("mine.gpkg|places");
    small.facts.scenarios[1].inputs = {
        {"geography.settlements", temp.path("mine.gpkg"), "ba78", 3}};
    small.write(temp.path("out"));
    auto files = folder(temp.path("out"));
    const auto text = files["manifest.json"];
    const auto manifest = nlohmann::json::parse(text);
    for (const auto& output : manifest.at("outputs")) {
        const auto name = output.at("file").get<std::string>();
        INFO(name);
        REQUIRE(files.contains(name));
        CHECK(output.at("sha256") == mgz::hash_file(temp.path("out/" + name))->sha256);
        files.erase(name);
    }
    CHECK(files.size() == unlisted.size());
    for (const auto& name : unlisted)
        CHECK(files.contains(name));
    CHECK(manifest.at("replicates") == 20);
    CHECK(manifest.at("attribution") == "Default geography: CBS, CC BY 4.0");
    const auto& scenarios = manifest.at("scenarios");
    REQUIRE(scenarios.size() == 3);
    CHECK(scenarios[0].at("name") == "baseline");
    CHECK(scenarios[1].at("files") == nlohmann::json{"help.toml"});
    CHECK(scenarios[1].at("inputs")[0].at("file") == "mine.gpkg");
    // The machine stays out of it; scenario-help.toml runs again on this machine.
    const auto own = fs::path(temp.path("")).parent_path().string();
    CHECK_THAT(text, !ContainsSubstring(own));
    CHECK_THAT(text, !ContainsSubstring("somewhere"));
    CHECK_THAT(files["scenario-help.toml"], ContainsSubstring(temp.path("mine.gpkg|places")));
    const auto run = nlohmann::json::parse(files["run.json"]);
    CHECK(run.at("scenario_files").size() == 3);
    CHECK(run.at("input_files") == nlohmann::json{temp.path("mine.gpkg")});
}

TEST_CASE("every file of a comparison is in its dictionary, column by column", "[compare]")
{
    const TempFolder temp;
    const SmallComparison small;
    small.write(temp.path("out"));
    const auto dictionary = mgz::comparison_dictionary(small.comparison);
    std::set<std::string> explained, tables;
    for (const auto& table : dictionary) {
        INFO(table.file << " " << table.layer);
        CHECK(tables.insert(table.file + "|" + table.layer).second);
        const auto path = temp.path("out/" + table.file);
        REQUIRE(fs::exists(path));
        explained.insert(table.file);
        std::vector<std::string> names;
        for (const auto& column : table.columns) {
            INFO(column.name);
            names.push_back(column.name);
            CHECK_FALSE(column.unit.empty());
            CHECK(column.meaning.ends_with('.'));
            for (const auto& code : column.codes) {
                CHECK_FALSE(code.unit.empty());
                CHECK(code.meaning.ends_with('.'));
            }
        }
        if (table.file.ends_with(".tif")) continue;  // bands: see read_back_comparison.py
        CHECK(io::column_names(table.layer.empty() ? path : path + "|" + table.layer) == names);
    }
    for (const auto& entry : fs::directory_iterator(temp.path("out"))) {
        const auto name = entry.path().filename().string();
        INFO(name);
        const bool drawn = name.ends_with(".qgs") || name.ends_with(".qml");  // styles
        const bool known = unlisted.contains(name) || name == "summary.md" || drawn;
        CHECK(explained.contains(name) != known);
    }
    CHECK_THAT(content(temp.path("out/dictionary.csv")),
               ContainsSubstring("\ndifferences.csv,,6,indicator,duty_load,text,shifts per week,"
                                 "Shifts per participant.\n"));
}

TEST_CASE("difference.gpkg: a feature per scenario and area", "[compare]")
{
    const TempFolder temp;
    const SmallComparison small;
    const auto gpkg = temp.write("difference.gpkg",
                                 mgz::difference_gpkg(small.world, small.comparison, small.facts));
    const auto regions = rows_of(gpkg + "|region_differences");
    REQUIRE(regions.size() == 2 * 3);
    const auto& m = regions[0];
    CHECK(m.at("scenario") == "help");
    CHECK(m.at("year") == "2005");
    CHECK(m.at("code") == "m");
    CHECK(m.at("effect_huisarts_so") == "0.01");
    CHECK(m.at("p05_so") == "0.005");
    CHECK(m.at("p95_avg") == "0.02");
    CHECK(m.at("probability_huisarts") == "1");
    CHECK(m.at("certain_huisarts_so") == "better");
    CHECK(m.at("rank_change_huisarts_so") == "1.5");
    CHECK(m.at("effect_access_so") == "0.01");
    CHECK(m.at("effect_access_avg").empty());  // nobody compared it
    CHECK(m.at("certain_duty_load") == "better");
    CHECK(regions[2].at("certain_so") == "uncertain");
    CHECK(regions[5].at("scenario") == "same");
    CHECK(regions[5].at("effect_so") == "0");

    const auto subregions = rows_of(gpkg + "|subregion_differences");
    REQUIRE(subregions.size() == 2 * 4);
    CHECK(subregions[2].at("code") == "o2");
    CHECK(subregions[2].at("certain_avg") == "worse");

    const auto years = rows_of(gpkg + "|region_difference_years");
    REQUIRE(years.size() == 2 * 3 * 3);
    CHECK(years[0].at("date").substr(0, 4) == "2004");
    CHECK(years[0].at("effect_access_so").empty());  // of output years only
    CHECK(years[3].at("effect_access_so") == "0.01");

    const auto verdicts = rows_of(gpkg + "|region_verdicts");
    REQUIRE(verdicts.size() == 3 * 3 * 3);
    CHECK(verdicts[0].at("scenario") == "baseline");
    CHECK(verdicts[0].at("rank_spread") == "20");
    CHECK(verdicts[0].at("access_rank_change").empty());
    CHECK(verdicts[9].at("access_rank_change") == "-19");
}

TEST_CASE("cells too small for the rasters of so many scenarios are refused", "[compare]")
{
    SmallComparison small;
    small.reference.output.cell_m = 10;  // 12 million cells
    CHECK_NOTHROW(mgz::check_comparison_cells(small.world, small.reference, 2));
    CHECK_THROWS_WITH(mgz::check_comparison_cells(small.world, small.reference, 3),
                      ContainsSubstring("output.cell_m") && ContainsSubstring("fewer scenarios"));
}
