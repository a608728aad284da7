// SPDX-License-Identifier: EUPL-1.2
#include "sim/core/limits.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "geo/io/limits.h"
#include "sim/scenario/interventions.h"
#include "tests/sim/scenario/scenario_files.h"
#include "tests/support/catch.h"
#include "tests/support/content.h"
#include "tests/support/refusal.h"

using Catch::Matchers::ContainsSubstring;
using namespace mgz;

namespace {

std::string repeated(std::string_view what, std::size_t times)
{
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += what;
    return text;
}

std::string told(std::string_view text)
{
    return support::refusal([&] { parse_toml(text, "x.toml"); });
}

}  // namespace

TEST_CASE("TOML is read up to a depth, however that is written")
{
    const auto lists = [](std::size_t n) {
        return "a = " + repeated("[", n) + repeated("]", n) + "\n";
    };
    CHECK(told(lists(50)).empty());
    const auto tables = [](std::size_t n) {
        return "a = " + repeated("{b = ", n) + "1" + repeated("}", n) + "\n";
    };
    CHECK(told(tables(50)).empty());
    const auto dots = [](std::size_t n) { return "a" + repeated(".a", n) + " = 1\n"; };
    CHECK(told(dots(30)).empty());
    // Deep enough for the end of any stack, if each level took one call.
    for (const std::size_t deep : {100u, 1'000'000u}) {
        CHECK_THAT(told(lists(deep)), ContainsSubstring("x.toml, line 1"));
        CHECK_THAT(told(tables(deep)), ContainsSubstring("x.toml, line 1"));
        CHECK_THAT(told(dots(deep)), ContainsSubstring("x.toml, line 1: a key has more than 32 parts"));
        CHECK_THAT(told("[a" + repeated(".a", deep) + "]\n"),
                   ContainsSubstring("line 1: a key has more"));
        CHECK_THAT(told("[a" + repeated(" . \"a\"", deep) + "]\n"),
                   ContainsSubstring("line 1: a key has more"));
    }
    // All kinds of depth together, as deep as toml++ lets it be: thousands of levels.
    std::string mixed = "[" + repeated("a.", 30) + "a]\n" + repeated("a.", 30) + "a = ";
    for (int i = 0; i < 120; ++i)
        mixed += "[\n{" + repeated("a.", 30) + "a = ";
    CHECK_THAT(told(mixed + "1" + repeated("}]", 120)),
               ContainsSubstring("too deep within each other"));
    // Dots that are no parts of keys.
    CHECK(told("a = [" + repeated("0.5, ", 1000) + "]\nb = 1 # " + repeated(".", 500) + "\nc = \"" +
               repeated("...", 500) + "\"\n")
              .empty());
}

TEST_CASE("texts and keys of TOML have a length and steer no terminal")
{
    CHECK(told("a = \"" + std::string(limits::text_bytes, 'x') + "\"").empty());
    CHECK_THAT(told("\na = \"" + std::string(limits::text_bytes + 1, 'x') + "\""),
               ContainsSubstring("x.toml, line 2: a text has 4001 bytes; give 4000 at most"));
    CHECK(told(std::string(limits::key_bytes, 'x') + " = 1").empty());
    CHECK_THAT(told(std::string(limits::key_bytes + 1, 'x') + " = 1"),
               ContainsSubstring("x.toml, line 1: a key has 201 bytes"));
    CHECK_THAT(told("a = \"\\u001b[2J\""),
               ContainsSubstring("line 1: a text holds the control character U+001B"));
    CHECK(told("a = \"two\\nlines\\tand a tab\"").empty());
}

TEST_CASE("a file of TOML has a size")
{
    const support::ScenarioFiles files;
    const auto path = files.add("large.toml", "to = 2030\n");
    std::filesystem::resize_file(path, limits::toml_bytes + 1);
    CHECK_THAT(support::refusal([&] { load_scenario(path, {}, "/data"); }),
               ContainsSubstring("large.toml: has 8000001 bytes; a scenario has 8000000 at most"));
}

TEST_CASE("scenarios inherit from each other up to a number")
{
    const support::ScenarioFiles files;
    files.add("s1.toml", "to = 2030\n");
    for (std::size_t i = 2; i <= limits::inherited_files + 1; ++i)
        files.add(fmt::format("s{}.toml", i), fmt::format("inherits = \"s{}\"\n", i - 1));
    const auto load = [&](std::size_t i) {
        return support::refusal(
            [&] { load_scenario(files.folder.path(fmt::format("s{}.toml", i)), {}, "/data"); });
    };
    CHECK(load(limits::inherited_files).empty());
    CHECK_THAT(load(limits::inherited_files + 1),
               ContainsSubstring("s1.toml: is file number 33 of those that inherit"));
}

TEST_CASE("a scenario has a number of interventions, inherited ones included")
{
    const support::ScenarioFiles files;
    const std::string one = "[[interventions]]\ninitiative = \"anw_pool\"\nfrom = 2025\n";
    files.add("half.toml", repeated(one, limits::interventions / 2));
    CHECK(
        files.refusal("inherits = \"half\"\n" + repeated(one, limits::interventions / 2)).empty());
    CHECK_THAT(
        files.refusal("inherits = \"half\"\n" + repeated(one, limits::interventions / 2 + 1)),
        ContainsSubstring("there are 1001 interventions with those inherited; give 1000"));
}

TEST_CASE("the limits are those that the documentation tells")
{
    const auto page = support::content(MGZ_SOURCE_DIR "/docs/data.md");
    const auto from = page.find("## Limits");
    REQUIRE(from != page.npos);
    const auto section = page.substr(from, page.find("\n## ", from + 1) - from);
    const geo::io::LayerLimits layer;
    const std::map<std::string, double> all{
        {"bytes of a scenario, study, target or pattern file", limits::toml_bytes},
        {"tables and lists within each other, in such a file", limits::toml_depth},
        {"parts of a key", limits::toml_key_parts},
        {"bytes of a part of a key", limits::key_bytes},
        {"bytes of a text in such a file", limits::text_bytes},
        {"files that inherit one from the other", limits::inherited_files},
        {"interventions of a scenario", limits::interventions},
        {"bytes of a map or table", static_cast<double>(layer.bytes)},
        {"features or rows", static_cast<double>(layer.features)},
        {"columns", static_cast<double>(layer.columns)},
        {"bytes of the name of a column", static_cast<double>(layer.name_bytes)},
        {"bytes of a text in a cell", static_cast<double>(layer.text_bytes)},
        {"vertices of a boundary", static_cast<double>(layer.vertices)},
        {"vertices of a layer", static_cast<double>(layer.all_vertices)},
        {"metres of a coordinate, in either direction", layer.metres},
        {"regions", limits::regions},
        {"subregions", limits::subregions},
        {"settlements", limits::settlements},
        {"training centres", limits::centres},
        {"employers", limits::employers},
        {"zones of a table of travel", limits::travel_zones},
        {"people in an age group of a settlement or zone", limits::population},
        {"size of an employer, share of a centre", limits::size},
        {"owners of a practice", limits::owners},
        {"amenity or housing, in either direction", limits::utility},
        {"factors of a study", limits::factors},
        {"policies of a study", limits::policies},
        {"searches of a study", limits::searches},
        {"figures kept of a run", limits::kept_figures},
        {"runs of a study", limits::runs},
        {"bytes of a manifest or plan", limits::json_bytes},
        {"objects and lists within each other, in such a file", limits::json_depth}};
    std::map<std::string, double> told_there;
    std::istringstream lines(section);
    for (std::string line; std::getline(lines, line);) {
        const auto middle = line.find(" | ", 2);
        if (!line.starts_with("| ") || middle == line.npos) continue;
        std::string number = line.substr(middle + 3, line.find(" |", middle + 3) - middle - 3);
        std::erase(number, ',');
        if (number.find_first_not_of("0123456789") != number.npos) continue;  // the header
        told_there[line.substr(2, middle - 2)] = std::stod(number);
    }
    for (const auto& [what, limit] : all) {
        CAPTURE(what, limit);
        CHECK(told_there.contains(what));
        CHECK(told_there[what] == limit);
    }
    CHECK(told_there.size() == all.size());
}
