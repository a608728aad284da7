// SPDX-License-Identifier: EUPL-1.2
// What is wrong with a study is said in one sentence, with its line.
#include "sim/sweep/study_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/sweep/plan.h"
#include "sim/sweep/runner.h"
#include "tests/support/catch.h"
#include "tests/support/geo_files.h"
#include "tests/support/refusal.h"

using Catch::Matchers::EndsWith;
using namespace mgz;

namespace {

/// Its lines are numbered in the sentences below.
const std::string good_study = R"(title = "T"
scenario = "baseline"
[design]
method = "morris"
n = 4
levels = 4
[[factor]]
key = "settlement.size"
low = 0.2
high = 1.4
[set]
to = 2005
)";

struct BadStudy {
    std::string was, now, told;
};

std::string changed(const std::string& was, const std::string& now)
{
    std::string text = good_study;
    const auto at = text.find(was);
    REQUIRE(at != text.npos);
    return text.replace(at, was.size(), now);
}

struct SpoiledStudies {
    support::TempFolder folder;

    SweepPlan plan(const std::string& text) const
    {
        return plan_study(folder.write("study.toml", text), MGZ_SOURCE_DIR);
    }
    std::string told(const std::string& text) const
    {
        return support::refusal([&] { plan(text); });
    }
};

const std::string the_factor = "key = \"settlement.size\"\nlow = 0.2\nhigh = 1.4\n";

}  // namespace

TEST_CASE("the study that is spoiled below is a good one")
{
    CHECK(SpoiledStudies{}.told(good_study).empty());
}

TEST_CASE("a factor that cannot be varied is refused")
{
    const SpoiledStudies s;
    for (const BadStudy& bad : std::initializer_list<BadStudy>{
             {the_factor, "name = \"x\"\n",
              "line 7: the factor varies nothing; give it a key (mgz parameters), interventions or "
              "scenarios"},
             {"\"settlement.size\"", "\"output.cell_m\"",
              "line 8: output.cell_m changes no figure; vary something that does"},
             {the_factor, "key = \"training.root\"\n",
              "line 8: training.root is no number; give the values it may take: values = [..., "
              "...]"},
             {the_factor, "key = \"training.root\"\nvalues = [\"home\"]\n",
              "line 9: values has the wrong kind of value; give a list of two values or more"},
             {the_factor, "key = \"training.root\"\nvalues = [\"home\", \"home\"]\n",
              "line 9: \"home\" is given twice"},
             {"high = 1.4", "high = 1.4\ndistribution = \"normal\"\nmean = 1\nsd = 0",
              "line 13: sd has the wrong kind of value; give a standard deviation above 0"},
             {"low = 0.2", "low = 0\ndistribution = \"log_uniform\"",
              "line 9: low is 0; a logarithmic range begins above 0"},
             {"high = 1.4", "high = 1.4\ndistribution = \"triangular\"\nmode = 2",
              "line 12: mode has the wrong kind of value; give a number from low to high"},
             {the_factor, "key = \"settlement.rounds\"\nlow = 1.5\nhigh = 3\n",
              "line 9: low has the wrong kind of value; give a whole number"},
             {the_factor, "scenarios = [\"baseline\", \"task_shifting\"]\n",
              "line 7: a run cannot start from two scenarios; give one of: scenario, policies, one "
              "factor with scenarios"}}) {
        CAPTURE(bad.now);
        CHECK_THAT(s.told(changed(bad.was, bad.now)), EndsWith(bad.told));
    }
}

TEST_CASE("a design that cannot be made is refused")
{
    const SpoiledStudies s;
    s.folder.write("none.csv", std::string_view("settlement.size,note\n"));
    s.folder.write("far.csv", std::string_view("settlement.size,note\n0.5,a\n2,b\n"));
    for (const BadStudy& bad : std::initializer_list<BadStudy>{
             {"levels = 4", "levels = 5",
              "line 6: levels has the wrong kind of value; give an even number: half of the grid "
              "is one step"},
             {"method = \"morris\"\nn = 4\nlevels = 4", "method = \"list\"\nfile = \"none.csv\"",
              "none.csv: holds no row"},
             {"method = \"morris\"\nn = 4\nlevels = 4", "method = \"list\"\nfile = \"far.csv\"",
              "far.csv, row 3: settlement.size is 2; give 0.2 to 1.4"},
             {"scenario = \"baseline\"", "policies = [\"baseline\"]",
              "line 2: policies has the wrong kind of value; give two scenarios or more"},
             {"scenario = \"baseline\"", "policies = [\"baseline\", \"baseline\"]",
              "line 2: baseline is there twice; each needs a name of its own"},
             {"scenario = \"baseline\"",
              "scenario = \"baseline\"\npolicies = [\"baseline\", \"task_shifting\"]",
              "line 2: scenario and policies exclude each other; every point is run under each "
              "policy: leave scenario out"},
             {"[set]", "[[search]]\nindicator = \"shortage\"\nyear = 2005\n[set]",
              "line 11: a search needs one limit; give above or below"},
             {"[set]",
              "[[search]]\nindicator = \"shortage\"\nyear = 2005\nabove = 1\nbelow = 0\n"
              "[set]",
              "line 11: a search needs one limit; give above or below"}}) {
        CAPTURE(bad.now);
        CHECK_THAT(s.told(changed(bad.was, bad.now)), EndsWith(bad.told));
    }
}

TEST_CASE("one at a time begins at a value that the scenario has")
{
    const SpoiledStudies s;
    auto text = changed(the_factor, "key = \"settlement.size\"\nvalues = [0.2, 0.3]\n");
    const auto at = text.find("method");
    text.replace(at, text.find("[[") - at, "method = \"one_at_a_time\"\n");
    CHECK_THAT(s.told(text),
               EndsWith("line 5: settlement.size is 0.7566 in baseline, which is none of the "
                        "values; add it: one at a time needs a point to start from"));
}

TEST_CASE("a plan is made longer only where that gives the same first runs")
{
    const SpoiledStudies s;
    const auto told = [&](const std::string& design, int n) {
        const auto text = changed("method = \"morris\"\nn = 4\nlevels = 4", design);
        return support::refusal([&] { extend_plan(s.plan(text), n, MGZ_SOURCE_DIR); });
    };
    CHECK(told("method = \"latin_hypercube\"\nn = 4", 8) ==
          "--n: a Latin hypercube cannot be extended: its strata are others; use random or "
          "saltelli for a study that may grow");
    CHECK(told("method = \"full_factorial\"\nlevels = 4", 8) ==
          "--n: full_factorial has no N; plan another study in another folder");
    CHECK(told("method = \"random\"\nn = 4", 4) ==
          "--n: 4 is not more than the 4 that are planned; give 8 or more");
    CHECK(told("method = \"saltelli\"\nn = 4", 6) ==
          "--n: N is 6; give a power of two, for example 8");
}

TEST_CASE("what is kept, and what is searched, must be there")
{
    const SpoiledStudies s;
    const auto told = [&](const std::string& more) {
        const auto plan = s.plan(changed("[set]", more + "[set]"));
        return support::refusal([&] { const Runner runner(plan); });
    };
    CHECK_THAT(
        told("[keep]\nindicators = [\"far_gap\"]\nlevels = [\"region\"]\n"),
        EndsWith("far_gap is of none of the levels and professions kept; keep more levels or "
                 "professions, or leave it out"));
    CHECK_THAT(told("[[search]]\nindicator = \"shortage\"\nyear = 2005\nabove = 0.1\n"
                    "level = \"region\"\ncode = \"nowhere\"\n"),
               EndsWith("line 11: looks at nothing that is kept of a run; keep its indicator, "
                        "profession and level, and give a code that exists"));
}
