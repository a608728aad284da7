// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/scenario_file.h"

#include <filesystem>

#include "geo/check.h"
#include "sim/scenario/registry.h"
#include "tests/sim/scenario/scenario_files.h"
#include "tests/support/catch.h"

using Catch::Matchers::ContainsSubstring;
using namespace mgz;
using support::ScenarioFiles;

namespace {

std::string effective(const LoadedScenario& loaded)
{
    return scenario_text(loaded.scenario);
}

}  // namespace

TEST_CASE("without a file the defaults hold, their paths below the data folder")
{
    const auto loaded = load_scenario("", {}, "the/data");
    CHECK(loaded.scenario.settlement.distance_exponent == Scenario{}.settlement.distance_exponent);
    CHECK(loaded.scenario.geography.regions.where == "the/data/shapefiles/regions.shp");
    CHECK(loaded.scenario.inputs.employers.empty());
    CHECK(loaded.files.empty());
    CHECK(loaded.origins.at("settlement.size") == "default");
}

TEST_CASE("a scenario is the difference from the one that it inherits")
{
    const ScenarioFiles files;
    std::filesystem::create_directory(files.folder.path("what-if"));
    const auto base = files.add("base.toml", R"(
title = "Base"
to = 2030
[settlement]
size = 0.1
load = 0.2
)");
    const auto child = files.add("what-if/child.toml", R"(
inherits = "../base"
title = "Child"
[settlement]
size = 0.9
)");
    const auto loaded = load_scenario(child, {"settlement.home_weight=0"}, "data");
    CHECK(loaded.scenario.title == "Child");
    CHECK(loaded.scenario.to == 2030);
    CHECK(loaded.scenario.settlement.size == 0.9);
    CHECK(loaded.scenario.settlement.load == 0.2);
    CHECK(loaded.scenario.settlement.home_weight == 0);
    CHECK(loaded.files.size() == 2);
    CHECK(loaded.files.back() == child);
    CHECK(loaded.origins.at("settlement.size") == child);
    CHECK_THAT(loaded.origins.at("settlement.load"), ContainsSubstring("base.toml"));
    CHECK(loaded.origins.at("settlement.home_weight") == "--set");
    CHECK(loaded.origins.at("need.so.growth") == "default");
}

TEST_CASE("paths start at the folder of whoever wrote them")
{
    const ScenarioFiles files;
    const auto path = files.add("a.toml", "[geography]\nregions = \"mine.gpkg|r\"\n");
    const auto loaded = load_scenario(path, {"inputs.employers=theirs.csv"}, "data");
    CHECK(loaded.scenario.geography.regions.where == files.folder.path("mine.gpkg|r"));
    CHECK(loaded.scenario.inputs.employers ==
          (std::filesystem::current_path() / "theirs.csv").string());
    const auto none = load_scenario("", {"geography.subregions=none"}, "data");
    CHECK(none.scenario.geography.subregions.where == "none");

    // However the file was named: the echo of a run stands in another folder.
    const auto relative = std::filesystem::relative(path).string();
    CHECK(load_scenario(relative, {}, "data").scenario.geography.regions.where ==
          files.folder.path("mine.gpkg|r"));
}

TEST_CASE("a loop of inheritance is refused")
{
    const ScenarioFiles files;
    const auto a = files.add("a.toml", "inherits = \"b\"\n");
    files.add("b.toml", "inherits = \"a.toml\"\n");
    CHECK_THROWS_WITH(load_scenario(a, {}, "data"), ContainsSubstring("inherits itself through") &&
                                                        ContainsSubstring("break the loop"));
    CHECK_THAT(files.refusal("inherits = \"wrong\"\n"), ContainsSubstring("inherits itself"));
    CHECK_THAT(files.refusal("inherits = 3\n"), ContainsSubstring("inherits is not text"));
}

TEST_CASE("a name that is no file beside the scenario is a ready scenario")
{
    const ScenarioFiles files;
    std::filesystem::create_directories(files.folder.path("data/scenarios/nulls"));
    std::filesystem::create_directory(files.folder.path("mine"));
    const auto data = files.folder.path("data");
    files.add("data/scenarios/root.toml", "to = 2031\n");
    files.add("data/scenarios/ready.toml", "inherits = \"root\"\n[settlement]\nsize = 0.5\n");
    files.add("data/scenarios/nulls/none.toml", "to = 2032\n");
    const auto load = [&](std::string_view text) {
        return load_scenario(files.add("mine/a.toml", text), {}, data);
    };
    const auto loaded = load("inherits = \"ready\"\n");
    CHECK(loaded.scenario.settlement.size == 0.5);
    CHECK(loaded.scenario.to == 2031);
    CHECK(loaded.files.size() == 3);
    CHECK(load("inherits = \"nulls/none\"\n").scenario.to == 2032);

    const auto refuses = [&](std::string_view text, const std::string& part) {
        CHECK_THROWS_WITH(load(text), ContainsSubstring(part));
    };
    const std::string beside = files.folder.path("mine/reddy.toml");
    refuses("\ninherits = \"reddy\"\n", "mine/a.toml, line 2: there is no scenario \"reddy\"");
    refuses("inherits = \"reddy\"\n",
            "neither " + beside + " nor " + data + "/scenarios/reddy.toml is a file");
    refuses("inherits = \"reddy\"\n", "did you mean \"ready\"?");
    refuses("inherits = \"something else\"\n", "mgz scenarios lists the ready ones");
    refuses("inherits = \"ready.toml\"\n", "mine/ready.toml: there is no such file");
    refuses("inherits = \"../ready\"\n", "there is no such file");

    // The file beside comes first.
    files.add("mine/ready.toml", "to = 2033\n");
    CHECK(load("inherits = \"ready\"\n").scenario.to == 2033);
}

TEST_CASE("an unknown key is refused with its line and the nearest name")
{
    const ScenarioFiles files;
    CHECK_THAT(files.refusal("to = 2030\n\n[settlement]\ndistance_exponnent = 1.6\n"),
               ContainsSubstring("wrong.toml, line 4") &&
                   ContainsSubstring("no key \"settlement.distance_exponnent\"") &&
                   ContainsSubstring("did you mean \"settlement.distance_exponent\"?"));
    CHECK_THAT(files.refusal("qqqqqqqq = 1\n"), ContainsSubstring("mgz parameters lists"));
    CHECK_THAT(files.refusal_of_setting("settlement.sizes=1"),
               ContainsSubstring("--set") && ContainsSubstring("\"settlement.size\""));
    CHECK_THAT(files.refusal("[a]\ninherits = \"b\"\n"),
               ContainsSubstring("no key \"a.inherits\""));
}

TEST_CASE("a value of the wrong kind is refused with what would be right")
{
    const ScenarioFiles files;
    const auto refused = [&](std::string_view text, const std::string& expected) {
        CHECK_THAT(files.refusal(text), ContainsSubstring("wrong.toml, line 1") &&
                                            ContainsSubstring("has the wrong kind of value") &&
                                            ContainsSubstring("give " + expected));
    };
    refused("settlement.size = \"large\"\n", "a number");
    refused("settlement.rounds = 2.5\n", "a whole number");
    refused("title = 7\n", "text in quotes");
    refused("training.root = \"work\"\n", "\"practice\" or \"home\"");
    refused("training.huisarts.places = \"many\"\n", "a number, or pairs");
    refused("training.huisarts.places = [2010, 500]\n", "a number, or pairs");
    refused("training.huisarts.places = [[2010.0, 500]]\n", "a number, or pairs");
    refused("training.huisarts.places = [[2010, 500, 3]]\n", "a number, or pairs");
    refused("training.huisarts.places = []\n", "at least one pair");
    refused("training.huisarts.places = [[2012, 1], [2010, 1]]\n", "years in rising order");
    refused("training.huisarts.places = [[12, 1]]\n", "years between 1900 and 2200");
    refused("output.years = 2023\n", "a list of whole numbers");
    refused("output.years = [\"2023\"]\n", "a list of whole numbers");
    refused("output.years = []\n", "at least one value");
    refused("geography.settlements_population = [\"a\"]\n", "5 texts");
}

TEST_CASE("a value out of its range is refused with the range")
{
    const ScenarioFiles files;
    CHECK_THAT(files.refusal("settlement.home_weight = 0.6\n"),
               ContainsSubstring("wrong.toml, line 1") &&
                   ContainsSubstring("settlement.home_weight is 0.6") &&
                   ContainsSubstring("give 0 to 0.5"));
    CHECK_THAT(files.refusal("settlement.size = nan\n"),
               ContainsSubstring("settlement.size is nan"));
    CHECK_THAT(files.refusal("settlement.size = inf\n"),
               ContainsSubstring("settlement.size is inf"));
    CHECK_THAT(files.refusal("world.gp_practices = 9000000000\n"),
               ContainsSubstring("world.gp_practices is 9000000000"));
    CHECK_THAT(files.refusal("training.huisarts.places = [[2010, -1]]\n"),
               ContainsSubstring("training.huisarts.places is -1"));
    CHECK_THAT(files.refusal("to = 2002\n"), ContainsSubstring("to is 2002"));
}

TEST_CASE("a setting is a key and a value in TOML, and text needs no quotes")
{
    const auto loaded = load_scenario("",
                                      {"title=A b = c", "question=\"Why?\"", "training.root=home",
                                       "training.huisarts.places=[[2003, 400], [2010, 500.5]]",
                                       "output.years=[2023, 2010, 2023]"},
                                      "data");
    const auto& s = loaded.scenario;
    CHECK(s.title == "A b = c");
    CHECK(s.question == "Why?");
    CHECK(s.training.root == RootRule::home);
    CHECK(s.training.places[Profession::gp].points ==
          std::vector<std::pair<int, double>>{{2003, 400}, {2010, 500.5}});
    CHECK(s.output.years == std::vector<int>{2010, 2023});
    const auto single = load_scenario("", {"training.so.fill=0.7"}, "data");
    CHECK(single.scenario.training.fill[Profession::so].at(2035) == 0.7);

    const ScenarioFiles files;
    CHECK_THAT(files.refusal_of_setting("settlement.size"), ContainsSubstring("is not key=value"));
    CHECK_THAT(files.refusal_of_setting("=3"), ContainsSubstring("is not key=value"));
    CHECK_THAT(files.refusal_of_setting("settlement.size=big"),
               ContainsSubstring("--set settlement.size, line 1"));
}

TEST_CASE("the echo of a scenario reads back to the same values")
{
    const ScenarioFiles files;
    const auto changed = files.add("changed.toml", R"(
title = 'With "quotes" and a back\slash'
question = "Caf\u00e9?"
to = 2031
[training]
root = "home"
[training.so]
places = [[2003, 10], [2020, 20.25]]
[output]
years = [2005, 2007]
[settlement]
distance_exponent = 1e-3
)");
    for (const auto& path : {std::string(), changed}) {
        const auto once = load_scenario(path, {}, "data");
        // Absolute inputs, as a run writes them, stay what they are.
        const auto twice =
            load_scenario(files.add("echo.toml", effective(once)), {}, "another/folder");
        auto first = once.scenario;
        auto second = twice.scenario;
        const auto before = parameters(first);
        const auto after = parameters(second);
        REQUIRE(before.size() == after.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            INFO(before[i].key);
            if (before[i].key.starts_with("geography.") || before[i].key.starts_with("inputs.")) {
                continue;  // the data folder of this test is relative
            }
            CHECK(value_text(before[i]) == value_text(after[i]));
        }
    }
}

TEST_CASE("the echo keeps absolute inputs and text of several lines")
{
    const ScenarioFiles files;
    const auto first = load_scenario(files.add("a.toml", "question = \"one\\ntwo\\t\"\n"), {},
                                     files.folder.path(""));
    const auto second = load_scenario(files.add("echo.toml", effective(first)), {}, "elsewhere");
    CHECK(first.scenario.question == "one\ntwo\t");
    CHECK(effective(second) == effective(first));
}

TEST_CASE("every key of the registry stands in the echo once")
{
    const auto text = effective(load_scenario("", {}, "data"));
    Scenario scenario;
    std::size_t lines = 0;
    for (const char c : text)
        lines += c == '=';
    CHECK(lines >= parameters(scenario).size());
    CHECK(load_scenario(ScenarioFiles{}.add("echo.toml", text), {}, "data").origins.size() ==
          parameters(scenario).size());
}

TEST_CASE("years of output that nobody chose follow the run, chosen ones stay")
{
    const auto shorter = load_scenario("", {"to=2020"}, "data").scenario.output;
    CHECK(shorter.map_year == 2020);
    CHECK(shorter.years == std::vector<int>{2003, 2013, 2018, 2020});
    const auto chosen =
        load_scenario("", {"to=2020", "output.years=[2003, 2035]", "output.map_year=2035"}, "data")
            .scenario.output;
    CHECK(chosen.map_year == 2035);
    CHECK(chosen.years == std::vector<int>{2003, 2035});
    const auto map_only = load_scenario("", {"output.map_year=2040"}, "data").scenario.output;
    CHECK(map_only.years == Scenario{}.output.years);
}
