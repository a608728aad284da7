// SPDX-License-Identifier: EUPL-1.2
// A whole folder: the same bytes again, and what the manifest says about them.
#include <unistd.h>

#include <array>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "geo/check.h"
#include "sim/output/manifest.h"
#include "sim/output/sha256.h"
#include "tests/sim/output/folder.h"
#include "tests/sim/output/small_run.h"
#include "tests/support/catch.h"
#include "tests/support/geo_files.h"

namespace fs = std::filesystem;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::Equals;
using support::check_same_bytes;
using support::content;
using support::folder;
using support::SmallRun;
using support::TempFolder;

namespace {

std::string refusal(const mgz::Scenario& scenario)
{
    try {
        mgz::check_output_years(scenario);
    } catch (const geo::InputError& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("the same run writes the same bytes, with any number of threads", "[outputs]")
{
    const TempFolder temp;
    SmallRun run;
    run.write(temp.path("one"));
    run.facts.threads = 5;
    run.facts.command = {"other", "words"};
    run.write(temp.path("two"));
    const auto one = folder(temp.path("one"));
    CHECK(one.size() == 29);
    check_same_bytes(one, folder(temp.path("two")));
}

TEST_CASE("the manifest vouches for every file but the three it cannot", "[outputs]")
{
    const TempFolder temp;
    const SmallRun run;
    run.write(temp.path("out"));
    const auto manifest = nlohmann::json::parse(content(temp.path("out/manifest.json")));
    std::map<std::string, std::string> files = folder(temp.path("out"));
    for (const auto& output : manifest.at("outputs")) {
        const auto name = output.at("file").get<std::string>();
        INFO(name);
        REQUIRE(files.contains(name));
        CHECK(output.at("size") == files[name].size());
        CHECK(output.at("sha256") == mgz::hash_file(temp.path("out/" + name))->sha256);
        files.erase(name);
    }
    CHECK(files.size() == 3);
    CHECK(files.contains("manifest.json"));
    CHECK(files.contains("run.json"));
    CHECK(files.contains("scenario.toml"));
    CHECK(manifest.at("seed") == 7);
    CHECK(manifest.at("replicates") == 2);
    CHECK(manifest.at("scenario").at("title") == "Drieland");
    CHECK(manifest.at("scenario").at("files") == nlohmann::json{"own.toml"});
    CHECK(manifest.at("scenario").at("origins") == nlohmann::json{{"title", "own.toml, line 1"}});
}

TEST_CASE("the manifest says nothing of the machine, run.json does", "[outputs]")
{
    const TempFolder temp;
    SmallRun run;
    run.scenario.geography.settlements.where = temp.path("mine.gpkg|places");
    run.facts.inputs = {{"geography.settlements", temp.write("mine.gpkg", "abc"), "ba78", 3}};
    run.facts.phases = {{"simulation", 1.5}};
    run.facts.threads = 3;
    run.write(temp.path("out"));
    std::array<char, 256> host{};
    REQUIRE(gethostname(host.data(), host.size() - 1) == 0);
    const auto manifest = content(temp.path("out/manifest.json"));
    const auto own = fs::path(temp.path("")).parent_path().string();
    CHECK_THAT(manifest, !ContainsSubstring(own));
    CHECK_THAT(manifest, !ContainsSubstring("\"host\""));
    CHECK_THAT(manifest, !ContainsSubstring("somewhere"));
    CHECK_THAT(manifest, ContainsSubstring("settlements = \\\"mine.gpkg|places\\\""));
    CHECK_THAT(manifest, ContainsSubstring("\"file\": \"mine.gpkg\""));
    const auto json = nlohmann::json::parse(content(temp.path("out/run.json")));
    CHECK(json.at("host") == std::string(host.data()));
    CHECK(json.at("threads") == 3);
    CHECK(json.at("phase_seconds").at("simulation") == 1.5);
    CHECK(json.at("phase_seconds").at("write") > 0);
    CHECK(json.at("input_files") == nlohmann::json{temp.path("mine.gpkg")});
    CHECK(json.at("output") == temp.path("out"));
    CHECK(json.at("started").get<std::string>().ends_with("Z"));
    CHECK_FALSE(json.at("libraries").at("gdal").get<std::string>().empty());
}

TEST_CASE("the effective scenario reads back to itself, wherever the program's data are",
          "[outputs]")
{
    const TempFolder temp;
    const auto own = temp.write("own.toml",
                                "title = \"Own\"\n[settlement]\nsize = 0.25\n"
                                "[geography]\nsettlements = \"mine.gpkg|places\"\n");
    const auto first = mgz::load_scenario(own, {}, "data");
    const auto full = mgz::scenario_echo(first.scenario, first.origins, mgz::EchoPaths::full);
    CHECK_THAT(full, ContainsSubstring("\n# regions: as the program has it\n"));
    CHECK_THAT(full,
               ContainsSubstring("\nsettlements = \"" + temp.path("mine.gpkg") + "|places\"\n"));
    const TempFolder elsewhere;
    const auto again = mgz::load_scenario(elsewhere.write("scenario.toml", full), {}, "data");
    CHECK(mgz::scenario_text(again.scenario) == mgz::scenario_text(first.scenario));
    CHECK(again.scenario.settlement.size == 0.25);
    CHECK(mgz::scenario_echo(again.scenario, again.origins, mgz::EchoPaths::full) == full);
    // Another installation: its own data, the same text.
    const auto moved = mgz::load_scenario(elsewhere.path("scenario.toml"), {}, "moved");
    CHECK(moved.scenario.geography.regions.where.starts_with("moved/"));
    CHECK(mgz::scenario_echo(moved.scenario, moved.origins, mgz::EchoPaths::full) == full);
}

TEST_CASE("inputs are hashed file by file, a shapefile is several", "[outputs]")
{
    const TempFolder temp;
    mgz::Scenario scenario;
    scenario.geography.regions.where = temp.write("areas.shp", "abc");
    temp.write("areas.dbf", "");
    temp.write("areas.PRJ", "");
    temp.write("areas.txt", "not part of it");
    temp.write("other.dbf", "not part of it");
    scenario.geography.subregions.where = "none";
    scenario.geography.settlements.where = temp.write("mine.gpkg", "abc") + "|places";
    scenario.inputs.training_centres = temp.path("missing.csv");
    scenario.inputs.student_origins = "";
    const auto inputs = mgz::hash_inputs(scenario);
    std::vector<std::string> paths;
    for (const auto& input : inputs)
        paths.push_back(input.path);
    CHECK(paths == std::vector<std::string>{temp.path("areas.PRJ"), temp.path("areas.dbf"),
                                            temp.path("areas.shp"), temp.path("mine.gpkg")});
    REQUIRE(inputs.size() == 4);
    CHECK(inputs[2].key == "geography.regions");
    CHECK(inputs[3].key == "geography.settlements");
    CHECK(inputs[3].sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(inputs[3].size == 3);
}

TEST_CASE("the area of an intervention is an input, each file once, and its path stays home",
          "[outputs]")
{
    const TempFolder temp;
    mgz::Scenario scenario;
    scenario.interventions.resize(4);
    scenario.interventions[1].area = temp.write("area.gpkg", "abc") + "|north";
    scenario.interventions[2].area = scenario.interventions[1].area;
    scenario.interventions[3].area = temp.write("other.geojson", "");
    std::vector<std::pair<std::string, std::string>> areas;
    for (const auto& input : mgz::hash_inputs(scenario)) {
        if (input.key == "interventions.area") areas.emplace_back(input.path, input.sha256);
    }
    REQUIRE(areas.size() == 2);
    CHECK(areas[0].first == temp.path("area.gpkg"));
    CHECK(areas[0].second == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(areas[1].first == temp.path("other.geojson"));

    const auto full = mgz::scenario_echo(scenario, {}, mgz::EchoPaths::full);
    CHECK_THAT(full, ContainsSubstring("\narea = \"" + temp.path("area.gpkg") + "|north\"\n"));
    const auto bare = mgz::scenario_echo(scenario, {}, mgz::EchoPaths::base_names);
    CHECK_THAT(bare, ContainsSubstring("\narea = \"area.gpkg|north\"\n"));
}

TEST_CASE("the attribution goes with the default geography", "[outputs]")
{
    CHECK(mgz::attribution_of({{"geography.regions", "default"},
                               {"geography.subregions", "own.toml"},
                               {"geography.settlements", "--set"}}) ==
          "Default geography: CBS, CC BY 4.0");
    CHECK(mgz::attribution_of({{"geography.regions", "own.toml"},
                               {"geography.subregions", "own.toml"},
                               {"geography.settlements", "--set"},
                               {"inputs.training_centres", "default"}})
              .empty());
}

TEST_CASE("years that the run does not cover are refused before it starts", "[outputs]")
{
    auto scenario = support::drieland_scenario();
    CHECK(refusal(scenario).empty());
    scenario.output.years = {2003, 2005, 2010};
    CHECK(refusal(scenario) ==
          "output.years: holds 2010; the run covers 2003 to 2006; give years of the run");
    scenario.output.years = {2003, 2006};
    CHECK(refusal(scenario) ==
          "output.map_year: is 2005, which is not among output.years (2003, 2006); add it there: "
          "employers and access are kept for those years only");
    scenario.output.map_year = 2023;
    CHECK(refusal(scenario) ==
          "output.map_year: is 2023; the run covers 2003 to 2006; give a year of the run");
}

TEST_CASE("cells too small for the memory are refused", "[outputs]")
{
    const auto world = support::drieland();
    auto scenario = support::drieland_scenario();
    mgz::check_output_cells(world, scenario);
    scenario.output.cell_m = 5;
    CHECK_THROWS_WITH(mgz::check_output_cells(world, scenario),
                      Equals("output.cell_m: 5 makes rasters of 144 million cells; give a larger "
                             "cell or fewer output.years, for 100 million at most"));
}
