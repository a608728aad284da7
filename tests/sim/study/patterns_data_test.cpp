// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/patterns_data.h"

#include <fstream>
#include <iterator>
#include <set>

#include "geo/check.h"
#include "tests/support/catch.h"
#include "tests/support/geo_files.h"

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinRel;
using namespace mgz;

static const std::string default_file = MGZ_SOURCE_DIR "/scenarios/patterns/nl-2023.toml";

static std::string default_text()
{
    std::ifstream in(default_file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The message with which the default file is refused after a replacement in its text.
static std::string refusal(const std::string& old_text, const std::string& new_text)
{
    auto text = default_text();
    const auto at = text.find(old_text);
    if (at == std::string::npos) throw std::runtime_error("not in the file: " + old_text);
    text.replace(at, old_text.size(), new_text);
    const support::TempFolder folder;
    try {
        read_pattern_data(folder.write("p.toml", text));
    } catch (const geo::InputError& e) {
        return e.what();
    }
    return "";
}

TEST_CASE("the patterns of the default country")
{
    const auto data = read_pattern_data(default_file);
    CHECK(data.quarter == Quarter::of(2023, 2));
    CHECK(data.near.size() == 7);
    CHECK(data.far.size() == 7);
    CHECK(data.employers.profession == Profession::so);
    CHECK(data.employers.least_fte == 1.6);
    CHECK(data.nulls.size() == 6);
    CHECK(data.programme.running.size() == 26);  // to May 2025
    CHECK(data.programme.end() - 1 == data.programme.last);
    CHECK(data.programme
              .running[static_cast<std::size_t>(data.programme.fitted_to - data.programme.first)] ==
          26);
    CHECK(data.successions_to == Quarter::of(2024, 4));
    CHECK(data.provinces.list.size() == 12);
    for (const auto& kind : pattern_kinds()) {
        INFO(kind.id);
        CHECK(data.target(std::string(kind.id)) != nullptr);
    }
    // 455 at 7.79 per 10,000; CBS counted 583,990 inhabitants.
    CHECK_THAT(data.provinces.list.front().inhabitants(), WithinRel(584000.0, 1e-3));
}

TEST_CASE("targets of the default country are those of the model's description")
{
    const auto data = read_pattern_data(default_file);
    const auto passes = [&](const char* id, double value) {
        return data.target(id)->met_by(value);
    };
    CHECK(passes("P1-expected", 7));
    CHECK(passes("P1-expected", 11));
    CHECK_FALSE(passes("P1-expected", 12));
    CHECK(passes("P1-felt", 13));
    CHECK(passes("P1-acute", 9));
    CHECK_FALSE(passes("P1-acute", 4));
    CHECK_FALSE(passes("P1b-far", 1));
    CHECK(passes("P2", 47 / 49.0));
    CHECK_FALSE(passes("P2", 46 / 49.0));
    CHECK(passes("P2b", 2 / 3.0));
    CHECK_FALSE(passes("P2b", 0.67));
    CHECK(passes("P5", 14 / 21.0));
    CHECK_FALSE(passes("P5", 13 / 21.0));
    CHECK(passes("P3-so", 0.6));
    CHECK(passes("P3-so-margin", 0.15));
    CHECK(passes("P4", 0.3));
    CHECK(passes("P15-2021", 0.57));
    CHECK_FALSE(passes("P15-2021", 0.58));
    CHECK(passes("P16-2018", 12446 * 0.97));
    CHECK_FALSE(passes("P16-2018", 12446 * 1.031));
    CHECK_FALSE(passes("H1-margin", 0));
    CHECK_FALSE(passes("H3-below", 1));
    CHECK(passes("P6", 6));
    CHECK_FALSE(passes("P6", 15));
    CHECK(passes("P7", 26));
    CHECK_FALSE(passes("P7", 17));
    CHECK(passes("P7b", 0.8));
    CHECK(passes("P8", 2));
    CHECK_FALSE(passes("P9", 0));
    CHECK(passes("P10", 26));
    CHECK_FALSE(passes("P11", 6.1));
    CHECK(passes("P12-vision", 13));
    CHECK_FALSE(passes("P12-none", 3.9));
    CHECK(passes("P13", 5));
    CHECK_FALSE(passes("P13-requests-before", 92));
    CHECK(passes("P14-placed", 0.95));
    CHECK(passes("P17", 16));
    CHECK_FALSE(passes("P18", 8.5));
    CHECK(data.target("P1-felt")->text == "15 (13 to 17)");
    CHECK(data.target("P2")->text == ">= 0.95");
    CHECK(data.target("P19")->text == ">= 1.15, <= 1.35");
    CHECK(data.target("H1")->use == PatternUse::held_out);
    CHECK(data.target("P1-felt")->use == PatternUse::fit);
    CHECK(name_of(PatternUse::held_out) == "held out");
}

TEST_CASE("the cut points of the pattern file are those by which inventories are written")
{
    const auto data = read_pattern_data(default_file);
    const Instrument ours;
    CHECK(data.instrument.salience == ours.salience);
    CHECK(data.instrument.thin_duty == ours.thin_duty);
    CHECK(data.instrument.pushed == ours.pushed);
    CHECK(data.instrument.succession == ours.succession);
    CHECK(data.instrument.funding_least == ours.funding_least);
    CHECK(data.instrument.funding_share == ours.funding_share);
    CHECK(data.instrument.ambition_urgency == ours.ambition_urgency);
    CHECK(data.instrument.ambition_governance == ours.ambition_governance);
    CHECK(data.instrument.ambition_running == ours.ambition_running);
}

TEST_CASE("a mistake in the pattern file is told by place")
{
    CHECK(refusal("title", "title").empty());
    CHECK_THAT(refusal("[target.P2]", "[target.P22]"),
               ContainsSubstring("p.toml, line ") && ContainsSubstring("no pattern \"P22\"") &&
                   ContainsSubstring("did you mean \"P2\"?"));
    CHECK_THAT(refusal("least_gap", "leastgap"), ContainsSubstring("has no least_gap"));
    CHECK_THAT(refusal("least_fte", "colour = 1\nleast_fte"),
               ContainsSubstring("there is no key \"colour\""));
    CHECK_THAT(refusal("use = \"fit\"", "use = \"fitted\""),
               ContainsSubstring("use is \"fitted\"") && ContainsSubstring("fit, check, held out"));
    CHECK_THAT(refusal("confidence = \"report\"", "confidence = \"sure\""),
               ContainsSubstring("confidence is \"sure\""));
    CHECK_THAT(refusal("quarter = [2023, 2]", "quarter = [2023, 5]"),
               ContainsSubstring("give [year, quarter]"));
    CHECK_THAT(refusal("least_count = 8", "least_count = 3"), ContainsSubstring("give 4 or more"));
    CHECK_THAT(refusal("at_least = 29", "about = 29"), ContainsSubstring("a target has no bound"));
    CHECK_THAT(refusal("measure = \"gap\"", "measure = \"gaps\""),
               ContainsSubstring("measure is \"gaps\""));
    CHECK_THAT(refusal("id = \"gap-so\"", "id = \"gap-avg\""), ContainsSubstring("stands twice"));
    CHECK_THAT(refusal("at = [2016, 4]", "at = [2016, 3]"), ContainsSubstring("fourth quarter"));
    CHECK_THAT(refusal("gps = 455", "gps = 0"), ContainsSubstring("give a number above 0"));
    CHECK_THAT(refusal("loses = [\"P2\"]", "loses = [\"P2c\"]"),
               ContainsSubstring("no target \"P2c\""));
    CHECK_THAT(refusal("salience = 0", "salience = 40"),
               ContainsSubstring("give a number from 0 to 1"));
    CHECK_THAT(refusal("first = [2023, 4]", "first = [2023, 13]"),
               ContainsSubstring("give [year, month]"));
    CHECK_THAT(refusal("fitted_to = [2023, 12]", "fitted_to = [2025, 5]"),
               ContainsSubstring("a month of the counts, not the last one"));
    CHECK_THAT(refusal("3, 4, 7,", "3, \"4\", 7,"), ContainsSubstring("a list of numbers"));
    CHECK_THAT(refusal("succession_to = [2024, 4]", "succession_to = [2020, 4]"),
               ContainsSubstring("a quarter after succession_from"));
    CHECK_THAT(refusal("near = [\"ZK09\"", "near = [9"), ContainsSubstring("a list of texts"));
    CHECK_THAT(refusal("worse = [", "worse = []\nwrong = ["), ContainsSubstring("give a list"));
}

TEST_CASE("codes of the pattern file are those of the default geography")
{
    const auto data = read_pattern_data(default_file);
    const auto codes = [](const std::string& file) {
        std::ifstream in(MGZ_SOURCE_DIR "/shapefiles/source/" + file);
        std::set<std::string> found;
        for (std::string line; std::getline(in, line);)
            found.insert(line.substr(0, line.find(',')));
        return found;
    };
    const auto regions = codes("regions.csv");
    const auto subregions = codes("subregions.csv");
    for (const auto* list : {&data.near, &data.far, &data.always_ranked}) {
        for (const auto& code : *list)
            CHECK(regions.contains(code));
    }
    for (const auto* areas : {&data.areas.worse, &data.areas.better}) {
        for (const auto& area : *areas) {
            for (const auto& code : area.subregions)
                CHECK(subregions.contains(code));
        }
    }
    CHECK(regions.contains(data.young.favourite));
    CHECK(regions.contains(data.young.shunned));
    CHECK(regions.contains(data.young.below_median));
}
