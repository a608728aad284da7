// SPDX-License-Identifier: EUPL-1.2
// A manifest read back, its scenario and inputs found again; and a folder described for archives.
#include "sim/output/manifest_file.h"

#include <nlohmann/json.hpp>

#include "geo/check.h"
#include "sim/output/crate.h"
#include "sim/output/recorded_scenario.h"
#include "sim/output/sha256.h"
#include "sim/output/vouched_files.h"
#include "tests/sim/output/small_run.h"
#include "tests/support/catch.h"
#include "tests/support/content.h"
#include "tests/support/geo_files.h"

using Catch::Matchers::ContainsSubstring;
using support::content;
using support::SmallRun;
using support::TempFolder;

namespace {

/// A run with settlements and an area of its own, at other places than before.
struct OwnRun : SmallRun {
    explicit OwnRun(const TempFolder& temp)
    {
        std::filesystem::create_directory(temp.path("data"));
        std::filesystem::create_directory(temp.path("mine"));
        const auto own = temp.write("mine/places.csv", "code,name\n");
        const auto area = temp.write("mine/area.geojson", "{}");
        facts.origins = {
            {"title", "own.toml, line 1"},         {"geography.regions", "default"},
            {"geography.subregions", "default"},   {"inputs.training_centres", "default"},
            {"inputs.student_origins", "default"}, {"geography.settlements", "--set"}};
        scenario.geography.settlements.where = own + "|a/layer";
        scenario.inputs.employers = "none";
        scenario.interventions = {{}};
        scenario.interventions.front().initiative = mgz::Initiative::stepped_care;
        scenario.interventions.front().from = 2004;
        scenario.interventions.front().until = 2005;
        scenario.interventions.front().area = area;
        for (const auto& [key, path] :
             {std::pair{"geography.settlements", own}, {"interventions.area", area}}) {
            const auto hashed = mgz::hash_file(path);
            facts.inputs.push_back({key, path, hashed->sha256, hashed->size});
        }
        world.areas[area] = {};
    }
};

mgz::InputPlaces places_in(const TempFolder& temp, const std::string& folder)
{
    return {temp.path("data"), {temp.path(folder)}, {}};
}

}  // namespace

TEST_CASE("a manifest reads back to what was written", "[outputs]")
{
    const TempFolder temp;
    const SmallRun run;
    run.write(temp.path("out"));
    const auto manifest = mgz::read_manifest_file(temp.path("out"));
    CHECK(manifest.path == temp.path("out/manifest.json"));
    CHECK(manifest.folder == temp.path("out"));
    CHECK(manifest.kind == mgz::ManifestKind::run);
    CHECK(manifest.seed == 7);
    CHECK(manifest.replicates == 2);
    REQUIRE(manifest.scenarios.size() == 1);
    CHECK(manifest.scenarios.front().title == "Drieland");
    CHECK(manifest.scenarios.front().files == std::vector<std::string>{"own.toml"});
    CHECK(manifest.outputs.size() == 26);
    const auto comparison = mgz::compare_files(manifest.outputs, mgz::files_beside(manifest));
    CHECK(comparison.same == 26);
    CHECK(comparison.different.empty());
}

TEST_CASE("a manifest is refused by the field that cannot be", "[outputs]")
{
    const TempFolder temp;
    const SmallRun run;
    run.write(temp.path("out"));
    const auto good = nlohmann::json::parse(content(temp.path("out/manifest.json")));
    const auto refused = [&](const std::string& way, const nlohmann::json& value,
                             const std::string& why) {
        auto bad = good;
        const nlohmann::json::json_pointer field(way);
        value.is_discarded() ? void(bad.at(field.parent_pointer()).erase(field.back()))
                             : void(bad[field] = value);
        const auto path = temp.write("bad.json", bad.dump());
        INFO(way << " " << value.dump());
        CHECK_THROWS_WITH(mgz::read_manifest_file(path),
                          path + ": " + why + "; give a manifest as mgz wrote it");
    };
    const nlohmann::json gone(nlohmann::json::value_t::discarded);
    const std::string plain = " is not the name of a file without a folder";
    for (const char* name : {"../x.csv", "/etc/passwd", "..", ".", "", "a\nb", "a\x7f"})
        refused("/outputs/1/file", name, "outputs[1].file" + plain);
    refused("/outputs/1/file", std::string(256, 'x'), "outputs[1].file" + plain);
    refused("/outputs/1/file", std::string("a\0b", 3), "outputs[1].file" + plain);
    refused("/outputs/1/file", 7, "outputs[1].file is not text");
    refused("/outputs/1/file", good["outputs"][0]["file"],
            "outputs[1].file is not named once only");
    const std::string hash = "outputs[0].sha256 is not a SHA-256 of 64 hexadecimal digits";
    for (const auto& text :
         {std::string(63, '0'), std::string(63, '0') + "G", std::string(64, 'A')})
        refused("/outputs/0/sha256", text, hash);
    for (const nlohmann::json& size :
         {nlohmann::json(-1), nlohmann::json(1.5), nlohmann::json("1"), nlohmann::json(1e300)})
        refused("/outputs/0/size", size,
                "outputs[0].size is not a whole number from 0 to 9000000000000000");
    refused("/outputs", nlohmann::json::array(), "outputs is not a list with at least one file");
    refused("/outputs", "x", "outputs is not a list");
    refused("/outputs", gone, "has no outputs");
    refused("/outputs/0/size", gone, "has no outputs[0].size");
    refused("/format", "mgz", "format is not that of a manifest of mgz");
    for (const nlohmann::json& seed :
         {nlohmann::json(-1), nlohmann::json(4294967296), nlohmann::json(nullptr)})
        refused("/seed", seed, "seed is not a whole number from 0 to 4294967295");
    refused("/replicates", 0, "replicates is not a whole number from 1 to 100000");
    refused("/replicates", 1000000000, "replicates is not a whole number from 1 to 100000");
    refused("/program/version", "\x1b[31m", "program.version is not a version in one word");
    refused("/program", "x", "has no program.version");
    refused("/scenario", gone, "has no scenario");
    refused("/scenario/text", 7, "scenario.text is not text");
    refused("/scenario/files", nlohmann::json{"a/b"}, "scenario.files[0]" + plain);
    refused("/scenario/origins", nlohmann::json::array(), "scenario.origins is not an object");
    const nlohmann::json input{
        {"key", "x"}, {"file", "../a"}, {"sha256", std::string(64, '0')}, {"size", 1}};
    refused("/inputs", nlohmann::json::array({input}), "inputs[0].file" + plain);
    refused("/inputs", nlohmann::json::array({7}), "has no inputs[0].key");
}

TEST_CASE("what is no manifest is refused", "[outputs]")
{
    const TempFolder temp;
    const std::string which = "; give the manifest.json that mgz run or compare left";
    for (const char* text : {"", "{", "[1]", "7", "{\"seed\": 1e999}", "{\"a\": \"\xff\"}"}) {
        const auto path = temp.write("bad.json", text);
        CHECK_THROWS_WITH(mgz::read_manifest_file(path),
                          path + ": is not an object of JSON" + which);
    }
    const auto none = temp.path("none.json");
    CHECK_THROWS_WITH(mgz::read_manifest_file(none), none + ": there is no such file" + which);
}

TEST_CASE("a file that lost a byte, and one that is gone, are told apart", "[outputs]")
{
    const std::vector<mgz::WrittenFile> vouched{{"a", "11", 1}, {"b", "22", 2}, {"c", "33", 3}};
    const auto comparison =
        mgz::compare_files(vouched, {{"c", "33", 3}, {"run.json", "0", 1}, {"a", "1f", 1}});
    CHECK(comparison.same == 1);
    REQUIRE(comparison.different.size() == 2);
    CHECK(comparison.different[0].vouched.name == "a");
    CHECK(comparison.different[0].found.sha256 == "1f");
    CHECK(comparison.different[1].vouched.name == "b");
    CHECK(comparison.different[1].found.sha256.empty());
}

TEST_CASE("the scenario of a manifest finds its inputs in another folder", "[outputs]")
{
    const TempFolder temp;
    const OwnRun run(temp);
    run.write(temp.path("out"));
    const auto manifest = mgz::read_manifest_file(temp.path("out/manifest.json"));
    auto recorded = manifest.scenarios.front();
    recorded.inputs.erase(recorded.inputs.begin(), recorded.inputs.end() - 2);
    std::filesystem::rename(temp.path("mine"), temp.path("moved"));

    const auto found = mgz::find_recorded(manifest, recorded, places_in(temp, "moved"));
    const auto& scenario = found.loaded.scenario;
    CHECK(scenario.geography.settlements.where == temp.path("moved/places.csv") + "|a/layer");
    CHECK(scenario.geography.regions.where.starts_with(temp.path("data")));
    CHECK(scenario.interventions.front().area == temp.path("moved/area.geojson"));
    CHECK(found.loaded.origins.at("geography.settlements") == "--set");
    CHECK(found.loaded.origins.at("geography.regions") == "default");
    CHECK(mgz::scenario_echo(scenario, found.loaded.origins, mgz::EchoPaths::base_names) ==
          recorded.text);

    temp.write("moved/places.csv", "code,namf\n");
    CHECK_THROWS_WITH(mgz::find_recorded(manifest, recorded, places_in(temp, "moved")),
                      ContainsSubstring("places.csv: is not the file that was read for "
                                        "geography.settlements: its SHA-256 starts with "));
    CHECK_THROWS_WITH(
        mgz::find_recorded(manifest, recorded, places_in(temp, "out")),
        ContainsSubstring("places.csv: the file of geography.settlements is not in "));
}

TEST_CASE("names of inputs may hold bars, and no folder of them is told", "[outputs]")
{
    const TempFolder temp;
    OwnRun run(temp);
    std::filesystem::create_directory(temp.path("a|b"));
    const auto own = temp.write("a|b/p|q.csv", "code,name\n");
    run.scenario.geography.settlements.where = own + "|c/d";
    run.facts.inputs[0].path = own;
    run.write(temp.path("out"));
    const auto manifest = mgz::read_manifest_file(temp.path("out"));
    CHECK_THAT(content(manifest.path), !ContainsSubstring("a|b"));
    auto places = places_in(temp, "a|b");
    places.folders.push_back(temp.path("mine"));
    const auto found = mgz::find_recorded(manifest, manifest.scenarios.front(), places);
    CHECK(found.loaded.scenario.geography.settlements.where == own + "|c/d");
}

TEST_CASE("the case has a hash of its own: the scenario's and those of the inputs", "[outputs]")
{
    const TempFolder temp;
    OwnRun run(temp);
    const auto text =
        mgz::scenario_echo(run.scenario, run.facts.origins, mgz::EchoPaths::base_names);
    const auto first = mgz::case_sha256(run.scenario, run.facts);
    CHECK(first == mgz::sha256_of(mgz::sha256_of(text) + "\n" + run.facts.inputs[0].sha256 + "\n" +
                                  run.facts.inputs[1].sha256 + "\n"));
    run.facts.inputs[1].sha256[0] ^= 1;
    CHECK(mgz::case_sha256(run.scenario, run.facts) != first);
    run.facts.inputs[1].sha256[0] ^= 1;
    run.facts.seed = 8;
    CHECK(mgz::case_sha256(run.scenario, run.facts) == first);
    run.scenario.settlement.size += 0.125;
    CHECK(mgz::case_sha256(run.scenario, run.facts) != first);
}

TEST_CASE("a crate is a function of the folder", "[outputs]")
{
    const TempFolder temp;
    const SmallRun run;
    run.write(temp.path("out"));
    const auto text = mgz::crate_json(temp.path("out"));
    CHECK(mgz::crate_json(temp.path("out/")) == text);
    const auto crate = nlohmann::json::parse(text);
    const auto files = std::count_if(crate.at("@graph").begin(), crate.at("@graph").end(),
                                     [](const auto& thing) { return thing.at("@type") == "File"; });
    CHECK(files == 29);
    CHECK_THAT(text, !ContainsSubstring(temp.path("")));
    temp.write("out/care.csv", "altered");
    CHECK_THROWS_WITH(mgz::crate_json(temp.path("out")),
                      ContainsSubstring("care.csv: is not as mgz left it"));
}
