// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/file_format.h"

#include <array>

#include "tests/sim/scenario/scenario_files.h"
#include "tests/support/catch.h"
#include "tests/support/refusal.h"

using Catch::Matchers::ContainsSubstring;
using namespace mgz;

namespace {

/// A language that was changed twice: format 2 calls weight what format 1 called w, and format 3
/// counts it in percent.
constexpr std::array<FormatStep, 2> two_steps{{{1,
                                                [](PlainTable& file) {
                                                    for (auto& entry : file.entries)
                                                        if (entry.key == "w") entry.key = "weight";
                                                }},
                                               {2, [](PlainTable& file) {
                                                    for (auto& entry : file.entries)
                                                        if (entry.key == "weight")
                                                            entry.value.value =
                                                                100 * *entry.value.real();
                                                }}}};

double weight_of(std::string_view text)
{
    auto file = parse_toml(text, "old.toml");
    bring_up_to_date(file, "old.toml", 3, two_steps);
    CHECK(file.find("format") == nullptr);
    const auto* weight = file.find("weight");
    return weight ? weight->real().value_or(-1) : -1;
}

}  // namespace

TEST_CASE("files of older formats are read as what they meant")
{
    CHECK(weight_of("w = 0.5\n") == 50);
    CHECK(weight_of("format = 1\nw = 0.5\n") == 50);
    CHECK(weight_of("format = 2\nweight = 0.5\n") == 50);
    CHECK(weight_of("format = 3\nweight = 50\n") == 50);
    CHECK(weight_of("format = 2\nw = 0.5\n") == -1);  // no such key since format 2
}

TEST_CASE("a newer format, or what is none, is refused with its line")
{
    const auto told = [](std::string_view text) {
        return support::refusal([&] {
            auto file = parse_toml(text, "new.toml");
            bring_up_to_date(file, "new.toml", 3, two_steps);
        });
    };
    CHECK(told("w = 1\nformat = 4\n") ==
          "new.toml, line 2: the file is of format 4, and this program reads formats up to 3; use "
          "a later release of mgz (mgz --version tells which one this is)");
    for (const char* value : {"0", "-1", "1.0", "\"1\"", "[1]", "9223372036854775807"})
        CHECK_THAT(told(std::string("format = ") + value), ContainsSubstring("new.toml, line 1: "));
}

TEST_CASE("every file that users write may say its format, and no value of it is one")
{
    const support::ScenarioFiles files;
    files.load("old.toml", "title = \"Old\"\n");
    const auto loaded = files.load("own.toml", "format = 1\ninherits = \"old\"\nto = 2030\n");
    CHECK(loaded.scenario.to == 2030);
    CHECK_FALSE(loaded.origins.contains("format"));
    CHECK_THAT(scenario_text(loaded.scenario), Catch::Matchers::StartsWith("format = 1\n"));
    CHECK_THAT(files.refusal("to = 2030\nformat = 2\n"),
               ContainsSubstring("wrong.toml, line 2: the file is of format 2"));
    CHECK_THAT(files.refusal("[need]\nformat = 1\n"), ContainsSubstring("there is no key"));
    CHECK_THAT(files.refusal_of_setting("format=1"), ContainsSubstring("there is no key"));
    files.add("newer.toml", "format = 7\n");
    CHECK_THAT(files.refusal("inherits = \"newer\"\n"), ContainsSubstring("newer.toml, line 1"));
}

TEST_CASE("who writes a key that is gone is told what to write")
{
    const support::ScenarioFiles files;
    CHECK_THAT(files.refusal("[training]\npractice_exponent = 1.5\n"),
               ContainsSubstring("line 2: there is no key \"training.practice_exponent\" any more; "
                                 "write settlement.distance_exponent"));
    // What stands instead must be there, and what is retired must not.
    Scenario scenario;
    for (const auto& parameter : parameters(scenario))
        CHECK(instead_of_retired(parameter.key).empty());
    CHECK(files.refusal_of_setting("settlement.distance_exponent=1.5").empty());
}
