// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/patterns_nulls.h"

#include <filesystem>

#include "geo/check.h"
#include "tests/support/catch.h"
#include "tests/support/geo_files.h"

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using namespace mgz;

namespace {

/// A data folder with nulls of our own.
struct Folder {
    Folder()
    {
        std::filesystem::create_directories(folder.path("scenarios/nulls"));
        folder.write("scenarios/baseline.toml",
                     std::string_view("title = \"Base\"\nsettlement.load = 0.1\n"));
        request.data_folder = folder.path("");
    }
    void add(const std::string& name, const std::string& text) const
    {
        folder.write("scenarios/nulls/" + name + ".toml", std::string_view(text));
    }
    support::TempFolder folder;
    ValidationRequest request;
};

}  // namespace

TEST_CASE("a null lays its own changes over the scenario, after the settings")
{
    Folder f;
    f.add("size", "inherits = \"../baseline\"\ntitle = \"Null\"\n[settlement]\nsize = 0\n");
    f.request.settings = {"settlement.size=0.9", "settlement.home_weight=0.1", "to=2030"};
    const auto s = null_scenario(f.request, "size", 2023);
    CHECK(s.settlement.size == 0);
    CHECK(s.settlement.home_weight == 0.1);
    CHECK(s.settlement.load == Scenario{}.settlement.load);  // what it inherits is not its own
    CHECK(s.title == "size");
    CHECK(s.to == 2023);
    f.request.settings = {"to=2010"};
    CHECK(null_scenario(f.request, "size", 2023).to == 2010);
}

TEST_CASE("a null may not change the world, nor change nothing")
{
    Folder f;
    f.add("need", "inherits = \"../baseline\"\nneed.so.growth = 0.01\n");
    f.add("empty", "inherits = \"../baseline\"\ntitle = \"Nothing\"\n");
    CHECK_THROWS_WITH(null_scenario(f.request, "need", 2023),
                      ContainsSubstring("a null may not change need.so.growth"));
    CHECK_THROWS_WITH(null_scenario(f.request, "empty", 2023),
                      ContainsSubstring("changes nothing"));
    CHECK_THROWS_WITH(null_scenario(f.request, "absent", 2023),
                      ContainsSubstring("there is no such file"));
}

TEST_CASE("a null that the pattern file does not know is refused before anything is run")
{
    Folder f;
    f.request.patterns = MGZ_SOURCE_DIR "/scenarios/patterns/nl-2023.toml";
    f.request.nulls = {"gravity"};
    const World nowhere;
    CHECK_THROWS_WITH(validate_beside_nulls(nowhere, Scenario{}, f.request),
                      ContainsSubstring("there is no null \"gravity\"") &&
                          ContainsSubstring("training, rootedness, home, size, retreat, owner"));
}

TEST_CASE("the nulls that come with the program take out what they say")
{
    ValidationRequest request;
    request.data_folder = MGZ_SOURCE_DIR;
    CHECK(null_scenario(request, "training", 2023).training.root == RootRule::home);
    CHECK(null_scenario(request, "rootedness", 2023).settlement.distance_exponent == 0);
    CHECK(null_scenario(request, "home", 2023).settlement.home_weight == 0);
    CHECK(null_scenario(request, "size", 2023).settlement.size == 0);
    CHECK(null_scenario(request, "retreat", 2023).care.retreat_fall == 0);
    // As in the baseline until the start of 2012, and no lower after.
    const auto owner = null_scenario(request, "owner", 2024).careers.owner_preference;
    const auto baseline = Scenario{}.careers.owner_preference;
    for (const double year : {2005.0, 2011.0, 2012.0})
        CHECK_THAT(owner.at(year), WithinAbs(baseline.at(year), 1e-12));
    CHECK(owner.at(2023) == owner.at(2012));
    CHECK(baseline.at(2023) < owner.at(2023));
}
