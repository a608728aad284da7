// SPDX-License-Identifier: EUPL-1.2
// The summary of a comparison, from values set by hand.
#include "sim/output/compare_summary.h"

#include "tests/sim/output/small_comparison.h"
#include "tests/support/catch.h"

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;

namespace {

std::string summary(const support::SmallComparison& small)
{
    return mgz::summary_text(small.world, small.reference, small.comparison);
}

/// The text under the heading of one scenario.
std::string part_of(const std::string& text, const std::string& name)
{
    const auto from = text.find("(`" + name + "`)\n");
    REQUIRE(from != text.npos);
    return text.substr(from, text.find("\n## ", from) - from);
}

}  // namespace

TEST_CASE("the summary says what was compared and how sure it is", "[summary]")
{
    support::SmallComparison small;
    auto text = summary(small);
    CHECK_THAT(text, StartsWith("# 2 scenarios compared with Drieland\n"));
    CHECK_THAT(text, ContainsSubstring(
                         "- Reference: **Drieland** (`baseline`). What do the outputs hold?\n"));
    CHECK_THAT(text, ContainsSubstring("- **Help** (`help`). Does it help?\n"));
    CHECK_THAT(text, ContainsSubstring("- **Same \\| again** (`same`).\n"));
    CHECK_THAT(text, ContainsSubstring("simulated in 20 replicates"));
    CHECK_THAT(text, !ContainsSubstring("rough"));
    CHECK_THAT(text, ContainsSubstring("Simulated values, not observations"));
    CHECK_THAT(text, ContainsSubstring("header of its file"));
    small.comparison.replicates = 19;
    CHECK_THAT(summary(small), ContainsSubstring("With only 19 replicates"));
    CHECK_THAT(summary(small), !ContainsSubstring("By luck alone"));
    small.comparison.replicates = 4;
    CHECK_THAT(summary(small), ContainsSubstring("By luck alone about 1 in 8 figures"));
    small.comparison.replicates = 1;
    CHECK_THAT(summary(small), ContainsSubstring("simulated only once"));
    small.comparison.scenarios.resize(1);
    CHECK_THAT(summary(small), StartsWith("# 1 scenario compared with Drieland\n"));
}

TEST_CASE("a scenario that changes nothing: that, and nothing else", "[summary]")
{
    const auto same = part_of(summary({}), "same");
    CHECK_THAT(same, ContainsSubstring("Nothing differs"));
    CHECK_THAT(same, !ContainsSubstring("###"));
    CHECK_THAT(same, !ContainsSubstring("better"));
}

TEST_CASE("a scenario that starts after the year says so", "[summary]")
{
    support::SmallComparison small;
    small.comparison.scenarios[0].differs_from = 2006;
    const auto help = part_of(summary(small), "help");
    CHECK_THAT(help, ContainsSubstring("Until 2006 nothing differs from the reference"));
    CHECK_THAT(help, !ContainsSubstring("### The country"));
}

TEST_CASE("effects on the country, with intervals", "[summary]")
{
    const auto help = part_of(summary({}), "help");
    CHECK_THAT(help,
               ContainsSubstring("**In 2005 the shortage of GPs and SOs together is 1.0 percentage "
                                 "points lower (0.5 to 2.0 lower) than in the reference; that of "
                                 "AVGs is 1.0 "));
    CHECK_THAT(help, ContainsSubstring("| Shortage of AVGs | 10.0% | 9.0% | -1.0 percentage points "
                                       "(-2.0 to -0.5) | better |\n"));
    CHECK_THAT(help,
               ContainsSubstring("| FTE of GPs | 1,000.0 FTE | 1,012.5 FTE | +12.5 FTE (+10.2 "
                                 "to +15.0) | better |\n"));
    CHECK_THAT(help, ContainsSubstring("| Shortage in the worst region |"));
}

TEST_CASE("regions that gain are named, uncertain ones are not", "[summary]")
{
    auto help = part_of(summary({}), "help");
    CHECK_THAT(help,
               ContainsSubstring("Shortage of GPs and SOs together: of 3 regions, 2 clearly "
                                 "better off, none clearly worse off and 1 without a clear "
                                 "effect.\n\nLargest clear gains:\n\n- East, \"the far\" one: 2.0 "
                                 "percentage points lower (0.5 to 4.0 lower)\n- Middle: "));
    CHECK_THAT(help, !ContainsSubstring("Largest clear losses"));
    CHECK_THAT(help, !ContainsSubstring("- West: "));

    support::SmallComparison small;
    for (auto& e : small.comparison.scenarios[0].effects) {
        if (small.comparison.keys[e.key].level == mgz::Level::region) e.p05 = -1;
    }
    help = part_of(summary(small), "help");
    CHECK_THAT(help, ContainsSubstring("of 3 regions, none has a clear effect.\n"));
    CHECK_THAT(help, !ContainsSubstring("Largest clear"));

    for (auto& e : small.comparison.scenarios[0].effects) {
        if (small.comparison.keys[e.key].area == 1) e.median = -0.1, e.p95 = -0.05, e.p05 = -0.2;
    }
    help = part_of(summary(small), "help");
    CHECK_THAT(help, ContainsSubstring("Largest clear losses:\n\n- East, \"the far\" one: 10.0 "
                                       "percentage points higher (5.0 to 20.0 higher)\n"));
}

TEST_CASE("who works elsewhere: the year's moves between regions, and their net", "[summary]")
{
    const auto help = part_of(summary({}), "help");
    CHECK_THAT(help, ContainsSubstring("On average 2.2 FTE (3.0 physicians) works in another "
                                       "region than in the reference: 1.5 FTE of GPs, 0.8 of SOs "
                                       "and 0.0 of AVGs. Most of them may take each "
                                       "other's places; what regions gain from one another without "
                                       "such exchanges is 2.2 FTE."));
    // m: +1.5 - 0.75; o: +0.75; w: -1.5. Somebody new in o is no move between regions.
    CHECK_THAT(help, ContainsSubstring("Largest net gains in FTE: Middle (+0.8) and East, \"the "
                                       "far\" one (+0.8). Largest net losses: West (-1.5)."));
    CHECK_THAT(help, ContainsSubstring("0.5 FTE is at work in the scenario but not in the "
                                       "reference, 0.0 FTE in the reference"));
    support::SmallComparison small;
    small.comparison.scenarios[0].moves.clear();
    CHECK_THAT(summary(small), ContainsSubstring("Nobody works in another region"));
}

TEST_CASE("from which year on, for whom, and what it costs", "[summary]")
{
    auto help = part_of(summary({}), "help");
    CHECK_THAT(help,
               ContainsSubstring("\nThe scenario differs from the reference from 2004 on.\n"));
    CHECK_THAT(help, ContainsSubstring("clear at the end of 2006, the last year"));
    CHECK_THAT(help, ContainsSubstring("- Shortage of GPs and SOs together: clearly lower in the "
                                       "country from 2005 on.\n"));
    CHECK_THAT(help, ContainsSubstring("- Shortage of AVGs: no clear effect on the country that "
                                       "lasts.\n"));
    CHECK_THAT(help, ContainsSubstring("- In 1 region the shortage of GPs and SOs together is "
                                       "clearly lower and stays so, from 2004 on.\n"));
    CHECK_THAT(help, ContainsSubstring("- long-term care act (Wlz): EUR 1.2 million more (1.0 to "
                                       "1.5 million more)\n- health insurance act (Zvw): no clear "
                                       "difference"));
    support::SmallComparison small;
    small.comparison.scenarios[0].costs.clear();
    small.comparison.scenarios[0].lasting.push_back({12, 2006, true});  // region o
    help = part_of(summary(small), "help");
    CHECK_THAT(help, ContainsSubstring("Nobody pays more or less than in the reference.\n"));
    CHECK_THAT(help, ContainsSubstring("- In 2 regions the shortage of GPs and SOs together is "
                                       "clearly lower and stays so, in the first from 2004 on.\n"));
}

TEST_CASE("regions of which three measures disagree, and what the scenario changes", "[summary]")
{
    CHECK_THAT(part_of(summary({}), "help"),
               ContainsSubstring("- GPs: 1 of 3 regions (in the reference 1). Furthest apart: "
                                 "East, \"the far\" one (20 places). New in the scenario: East, "
                                 "\"the far\" one. No longer: Middle.\n"));
    support::SmallComparison small;
    small.comparison.reference_verdicts = small.comparison.scenarios[0].verdicts;
    CHECK_THAT(part_of(summary(small), "help"),
               ContainsSubstring("- GPs: 1 of 3 regions (in the reference 1). Furthest apart: "
                                 "East, \"the far\" one (20 places).\n"));
    for (auto& v : small.comparison.scenarios[0].verdicts)
        v.access_rank = 11;  // ten from the first: not more than ten
    CHECK_THAT(part_of(summary(small), "help"),
               ContainsSubstring("- GPs: none of 3 regions (in the reference 1). No longer: East, "
                                 "\"the far\" one.\n"));
}
