// SPDX-License-Identifier: EUPL-1.2
// CountedStudies with as many of everything as a study may have, and with one more.
#include "sim/core/limits.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "sim/sweep/plan.h"
#include "sim/sweep/study_file.h"
#include "tests/support/catch.h"
#include "tests/support/geo_files.h"
#include "tests/support/refusal.h"

using Catch::Matchers::EndsWith;
using namespace mgz;

namespace {

const std::string own_data = MGZ_SOURCE_DIR;

struct CountedStudies {
    support::TempFolder folder;

    std::string write(const std::string& top, const std::string& more) const
    {
        return folder.write("study.toml", "title = \"T\"\n" + top +
                                              "[design]\nmethod = \"random\"\nn = 101\n" + more);
    }
    std::string told(const std::string& top, const std::string& more) const
    {
        return support::refusal([&] { read_study(write(top, more), own_data); });
    }
};

const std::string one_factor = "[[factor]]\nkey = \"settlement.size\"\nlow = 0.2\nhigh = 1.4\n";

std::string factors(std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += fmt::format(
            "[[factor]]\nname = \"f{}\"\n[[factor.interventions]]\ninitiative = \"anw_pool\"\n"
            "from = 2025\n",
            i);
    }
    return text;
}

std::string searches(std::size_t count)
{
    std::string text = one_factor;
    for (std::size_t i = 0; i < count; ++i)
        text += "[[search]]\nindicator = \"shortage\"\nyear = 2040\nabove = 0.1\n";
    return text;
}

}  // namespace

TEST_CASE("a study varies factors up to a number", "[limits]")
{
    const CountedStudies s;
    CHECK(s.told("", factors(limits::factors)).empty());
    CHECK_THAT(s.told("", factors(limits::factors + 1)),
               EndsWith("study.toml, line 5: there are 1001 of factor; give 1000 at most"));
}

TEST_CASE("a study compares policies up to a number", "[limits]")
{
    const CountedStudies s;
    std::vector<std::string> names;
    for (std::size_t i = 0; i <= limits::policies; ++i) {
        names.push_back(fmt::format("\"p{}\"", i));
        s.folder.write(fmt::format("p{}.toml", i), "to = 2040\n");
    }
    const auto told = [&] {
        return s.told(fmt::format("policies = [{}]\n", fmt::join(names, ", ")), one_factor);
    };
    CHECK_THAT(told(), EndsWith("study.toml, line 2: there are 101 of policies; give 100 at most"));
    names.pop_back();
    CHECK(told().empty());
}

TEST_CASE("a study searches up to a number of times", "[limits]")
{
    const CountedStudies s;
    CHECK(s.told("", searches(limits::searches)).empty());
    CHECK_THAT(s.told("", searches(limits::searches + 1)),
               EndsWith("study.toml, line 9: there are 1001 of search; give 1000 at most"));
}

TEST_CASE("a study makes runs up to a number", "[limits]")
{
    const CountedStudies s;
    const auto plan = [&](std::size_t replicates) {
        const auto runs = fmt::format("[runs]\nreplicates = {}\n", replicates);
        return plan_study(s.write("", runs + one_factor), own_data);
    };
    const std::size_t most = limits::runs / 101;
    CHECK(plan(most).runs() == most * 101);
    CHECK_THAT(support::refusal([&] { plan(most + 1); }),
               EndsWith("study.toml: makes 10000010 runs: points times policies times replicates; "
                        "ask for 10000000 at most"));
}
