// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/interventions.h"

#include "geo/check.h"
#include "sim/scenario/registry.h"
#include "sim/scenario/scenario_file.h"
#include "tests/sim/scenario/scenario_files.h"
#include "tests/support/catch.h"
#include "tests/support/geo_files.h"

using Catch::Matchers::ContainsSubstring;
using namespace mgz;
using support::ScenarioFiles;

namespace {

constexpr std::string_view pool = R"(
[[interventions]]
initiative = "anw_pool"
where = ["ZK22", "ZK27-1"]
from = 2025
until = 2035
intensity = 0.5
ramp_years = 2
)";

Intervention simple()
{
    Intervention i;
    i.from = 2024;
    i.until = 2026;
    i.intensity = 0.8;
    i.ramp_years = 2;
    return i;
}

}  // namespace

TEST_CASE("an intervention is read with every key, and written so that it reads back")
{
    const ScenarioFiles files;
    const auto loaded = files.load("s.toml", pool);
    REQUIRE(loaded.scenario.interventions.size() == 1);
    const auto& i = loaded.scenario.interventions.front();
    CHECK(i.initiative == Initiative::anw_pool);
    CHECK(i.where == std::vector<std::string>{"ZK22", "ZK27-1"});
    CHECK(i.from == 2025);
    CHECK(i.until == 2035);
    CHECK(i.intensity == 0.5);
    CHECK(i.ramp_years == 2);
    CHECK_THAT(i.origin, ContainsSubstring("s.toml, line 2"));

    const auto text = scenario_text(loaded.scenario);
    const auto again = files.load("again.toml", text);
    CHECK(again.scenario.interventions == loaded.scenario.interventions);
    CHECK(scenario_text(again.scenario) == text);
}

TEST_CASE("an area's path starts at the folder of its file, and is written absolute")
{
    const ScenarioFiles files;
    const std::string rest = "\"\nfrom = 2025\n";
    const auto loaded = files.load(
        "s.toml", "[[interventions]]\ninitiative = \"triage\"\narea = \"maps/a.gpkg|north" + rest +
                      "[[interventions]]\ninitiative = \"triage\"\narea = \"/maps/b.shp" + rest);
    const auto& all = loaded.scenario.interventions;
    REQUIRE(all.size() == 2);
    CHECK(all[0].area == files.folder.path("maps/a.gpkg|north"));
    CHECK(all[1].area == "/maps/b.shp");
    CHECK(all[0].where.empty());
    CHECK_FALSE(all[0].everywhere());
    CHECK_FALSE(all[0] == all[1]);
    const support::TempFolder elsewhere;
    const auto again =
        load_scenario(elsewhere.write("echo.toml", scenario_text(loaded.scenario)), {}, "/data");
    CHECK(again.scenario.interventions == all);
}

TEST_CASE("what is left out of an intervention has its default")
{
    const ScenarioFiles files;
    const auto loaded =
        files.load("s.toml", "[[interventions]]\ninitiative = \"fill\"\nfrom = 2026\n");
    const auto& i = loaded.scenario.interventions.at(0);
    CHECK(i.where.empty());
    CHECK(i.until == no_end);
    CHECK(i.intensity == 1);
    CHECK(i.ramp_years == 1.5);
    CHECK_THAT(intervention_text(i), !ContainsSubstring("where") && !ContainsSubstring("until"));
}

TEST_CASE("interventions of an inherited file come first")
{
    const ScenarioFiles files;
    files.folder.write("base.toml", pool);
    const auto loaded = files.load("child.toml", R"(
inherits = "base"
[[interventions]]
initiative = "triage"
from = 2030
[[interventions]]
initiative = "hours"
from = 2031
)");
    const auto& all = loaded.scenario.interventions;
    REQUIRE(all.size() == 3);
    CHECK(all[0].initiative == Initiative::anw_pool);
    CHECK(all[1].initiative == Initiative::triage);
    CHECK(all[2].initiative == Initiative::hours);
}

TEST_CASE("a wrong intervention is refused with its line and what would be right")
{
    const ScenarioFiles files;
    struct Row {
        const char* text;
        const char* part;
    };
    for (const auto& [text, part] :
         {Row{"initiative = \"anw_pol\"\nfrom = 2025", "wrong.toml, line 2"},
          Row{"initiative = \"anw_pol\"\nfrom = 2025", "did you mean \"anw_pool\"?"},
          Row{"initiative = \"quantum\"\nfrom = 2025", "mgz initiatives lists them"},
          Row{"initiative = 3\nfrom = 2025", "initiative is not text"},
          Row{"from = 2025", "the intervention has no \"initiative\""},
          Row{"initiative = \"triage\"", "the intervention has no \"from\""},
          Row{"initiative = \"triage\"\nfrom = 2025\nintensty = 1", "did you mean \"intensity\"?"},
          Row{"initiative = \"triage\"\nfrom = 2025\nintensty = 1", "line 4"},
          Row{"initiative = \"triage\"\nfrom = 2025\nintensity = 1.01", "from 0 to 1"},
          Row{"initiative = \"triage\"\nfrom = 2025\nintensity = nan", "from 0 to 1"},
          Row{"initiative = \"triage\"\nfrom = 2025\nintensity = \"1\"", "from 0 to 1"},
          Row{"initiative = \"triage\"\nfrom = 2025\nramp_years = -1", "from 0 to 20"},
          Row{"initiative = \"triage\"\nfrom = 2025.5", "whole numbers from 2003 to 2100"},
          Row{"initiative = \"triage\"\nfrom = 1999", "whole numbers from 2003 to 2100"},
          Row{"initiative = \"triage\"\nfrom = 2025\nuntil = 2024", "lies before from (2025)"},
          Row{"initiative = \"triage\"\nfrom = 2025\nwhere = \"A\"", "not a list of codes"},
          Row{"initiative = \"triage\"\nfrom = 2025\nwhere = []", "not a list of codes"},
          Row{"initiative = \"triage\"\nfrom = 2025\nwhere = [1]", "not a list of codes"},
          Row{"initiative = \"fill\"\nfrom = 2025\nwhere = [\"A\"]",
              "line 4: fill only exists for the whole country; leave where out"},
          Row{"initiative = \"fill\"\nfrom = 2025\narea = \"a.shp\"", "leave area out"},
          Row{"initiative = \"triage\"\nfrom = 2025\narea = 3", "area names no file"},
          Row{"initiative = \"triage\"\nfrom = 2025\narea = \"\"", "area names no file"},
          Row{"initiative = \"triage\"\nfrom = 2025\nwhere = [\"A\"]\narea = \"a.shp\"",
              "line 5: where and area exclude each other"}}) {
        INFO(text);
        CHECK_THAT(files.refusal(std::string("[[interventions]]\n") + text),
                   ContainsSubstring(part));
    }
    CHECK_THAT(files.refusal("[interventions]\ninitiative = \"triage\"\n"),
               ContainsSubstring("[[interventions]]"));
    CHECK_THAT(files.refusal("interventions = [1]\n"), ContainsSubstring("[[interventions]]"));
}

TEST_CASE("an intervention is no single value")
{
    CHECK_THROWS_WITH(load_scenario("", {"interventions=1"}, "data"),
                      ContainsSubstring("each under [[interventions]]"));
}

TEST_CASE("an intervention rises from the start of its first year and ends with its last")
{
    const auto i = simple();
    CHECK(i.at(2023.875) == 0);
    CHECK(i.at(2024.0) == 0);
    CHECK(i.at(2024.5) == 0.8 * 0.25);
    CHECK(i.at(2026.0) == 0.8);
    CHECK(i.at(2026.875) == 0.8);
    CHECK(i.at(2027.125) == 0);
    auto at_once = i;
    at_once.ramp_years = 0;
    CHECK(at_once.at(2024.125) == 0.8);
}

TEST_CASE("the country feels the strongest of what has no place")
{
    Scenario s;
    auto i = simple();
    i.initiative = Initiative::hours;
    s.interventions = {i, i, i};
    s.interventions[0].intensity = 0.3;
    s.interventions[2].intensity = 1;
    s.interventions[2].where = {"A"};
    CHECK(national_intensity(s, Initiative::hours, 2026.5) == 0.8);
    CHECK(national_intensity(s, Initiative::fill, 2026.5) == 0);
}

TEST_CASE("the catalogue holds every entry once, in order, with its own parameters")
{
    const auto catalogue = initiative_catalogue();
    REQUIRE(catalogue.size() == initiative_count);
    Scenario s;
    const auto list = parameters(s);
    for (std::size_t i = 0; i < initiative_count; ++i) {
        const auto& entry = catalogue[i];
        INFO(entry.id);
        CHECK(index_of(entry.initiative) == i);
        CHECK(id_of(entry.initiative) == entry.id);
        CHECK(initiative_named(entry.id) == entry.initiative);
        CHECK(entry.scope == (i < institutional_initiative_count ? Scope::institution
                              : i < regional_initiative_count    ? Scope::table
                                                                 : Scope::national));
        CHECK((entry.kind == Kind::lever) == (i >= regional_initiative_count));
        CHECK((entry.local || entry.scope == Scope::national));
        CHECK((!entry.dutch.empty() && !entry.english.empty() && !entry.effect.empty()));
        const auto prefix = std::string("initiatives.") + std::string(entry.id) + ".";
        int own = 0;
        for (const auto& p : list)
            own += p.key.starts_with(prefix);
        // Hiring from agencies is described by support.commercial_*.
        CHECK((own > 0) == (entry.initiative != Initiative::commercial_so));
    }
    CHECK(!initiative_named("Triage"));
}

TEST_CASE("every parameter about cooperation and initiatives lies within its range")
{
    Scenario s;
    int found = 0;
    for (const auto& p : parameters(s)) {
        if (group_of(p.key) != "cooperation" && group_of(p.key) != "initiatives") continue;
        ++found;
        INFO(p.key);
        CHECK(p.low < p.high);
        const double value = std::holds_alternative<int*>(p.target) ? *std::get<int*>(p.target)
                                                                    : *std::get<double*>(p.target);
        CHECK(value >= p.low);
        CHECK(value <= p.high);
        CHECK((!p.meaning.empty() && !p.source.empty() && !p.unit.empty()));
    }
    CHECK(found > 100);
}
