// SPDX-License-Identifier: EUPL-1.2
// Tables of a comparison, from values set by hand.
#include "sim/output/compare_tables.h"

#include "tests/sim/output/small_comparison.h"
#include "tests/support/catch.h"
#include "tests/support/content.h"

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::Equals;
using Catch::Matchers::StartsWith;
using support::lines_of;

namespace {

const support::SmallComparison compared;

}  // namespace

TEST_CASE("figures.csv: the reference first, from the first year of the run", "[compare]")
{
    const auto text = mgz::figures_csv(compared.world, compared.comparison);
    CHECK_THAT(text, StartsWith("scenario,year,level,code,profession,indicator,mean,p05,p50,p95\n"
                                "baseline,2003,country,country,huisarts_so,shortage,0.1,0.09,0.099,"
                                "0.11\n"));
    CHECK_THAT(text,
               ContainsSubstring("\nhelp,2004,country,country,huisarts,fte,1012.5,911.25,1002.375,"
                                 "1113.75\n"));
    CHECK_THAT(text, !ContainsSubstring("\nhelp,2003,"));
    CHECK_THAT(text, !ContainsSubstring("\nbaseline,2003,region,m,so,access,"));
    CHECK_THAT(text, ContainsSubstring("\nbaseline,2005,region,m,so,access,"));
    const auto& c = compared.comparison;
    CHECK(lines_of(text) == 1 + c.reference_figures.size() + c.scenarios[0].figures.size() +
                                c.scenarios[1].figures.size());
}

TEST_CASE("differences.csv: the columns that were promised, a row per effect", "[compare]")
{
    const auto text = mgz::differences_csv(compared.world, compared.comparison);
    CHECK_THAT(text, StartsWith("scenario,year,level,code,profession,indicator,effect_median,"
                                "effect_p05,effect_p95,probability_improved,rank_change\n"));
    CHECK(lines_of(text) == 1 + compared.comparison.scenarios[0].effects.size() +
                                compared.comparison.scenarios[1].effects.size());
    // No rank of the country, no profession of duty.
    CHECK_THAT(text, ContainsSubstring(
                         "\nhelp,2004,country,country,huisarts_so,shortage,0.01,0.005,0.02,1,\n"));
    CHECK_THAT(text, ContainsSubstring("\nhelp,2005,region,m,,duty_load,0.01,0.005,0.02,1,1.5\n"));
    CHECK_THAT(text,
               ContainsSubstring("\nhelp,2006,subregion,o2,avg,shortage,-0.03,-0.05,-0.01,0,0\n"));
    CHECK_THAT(text, ContainsSubstring("\nsame,2005,region,w,so,shortage,0,0,0,0,0\n"));
}

TEST_CASE("access has rows in output years only", "[compare]")
{
    const auto text = mgz::differences_csv(compared.world, compared.comparison);
    CHECK_THAT(text, ContainsSubstring("\nhelp,2005,region,m,so,access,"));
    CHECK_THAT(text, !ContainsSubstring("\nhelp,2004,region,m,so,access,"));
}

TEST_CASE("lasting.csv: key, year and direction", "[compare]")
{
    CHECK_THAT(mgz::lasting_csv(compared.world, compared.comparison),
               Equals("scenario,level,code,profession,indicator,from_year,direction\n"
                      "help,country,country,huisarts_so,shortage,2005,better\n"
                      "help,region,m,huisarts_so,shortage,2004,better\n"));
}

TEST_CASE("costs.csv: money by payer", "[compare]")
{
    CHECK_THAT(mgz::cost_effects_csv(compared.world, compared.comparison),
               Equals("scenario,year,level,code,payer,extra_median,extra_p05,extra_p95\n"
                      "help,2005,country,country,wlz,1250000,1000000,1500000\n"
                      "help,2005,country,country,zvw,-500,-1500,250\n"
                      "help,2005,region,o,wlz,1250000,1000000,1500000\n"));
}

TEST_CASE("moves.csv: nobody's region is empty", "[compare]")
{
    CHECK_THAT(mgz::moves_csv(compared.world, compared.comparison),
               Equals("scenario,year,profession,from_code,to_code,heads,fte,other_employer_heads\n"
                      "help,2005,huisarts,w,m,2,1.5,2\n"
                      "help,2005,so,m,o,1,0.75,1\n"
                      "help,2005,so,m,m,3,2.5,3\n"
                      "help,2005,avg,,o,1,0.5,0\n"
                      "help,2006,huisarts,w,,1,0.5,0\n"));
}

TEST_CASE("verdicts.csv: the reference first, without changes of its own", "[compare]")
{
    const auto text = mgz::verdicts_csv(compared.world, compared.comparison);
    CHECK(lines_of(text) == 1 + 3 * 18);
    CHECK_THAT(text, ContainsSubstring("rank_change\nbaseline,2005,m,Middle,huisarts,0.9,55.5,12,"
                                       "1,21,3,20,,,\n"));
    CHECK_THAT(text, ContainsSubstring("\nhelp,2005,m,Middle,huisarts,0.9,55.5,12,1,2,3,2,0,-19,"
                                       "0\n"));
    CHECK_THAT(text, ContainsSubstring("\nhelp,2006,o,\"East, \"\"the far\"\" one\",avg,0.9,55.5,"
                                       "12,1,21,3,20,0,19,0\n"));
    CHECK_THAT(text, ContainsSubstring("\nsame,2005,m,Middle,so,0.9,55.5,12,1,21,3,20,0,0,0\n"));
}

TEST_CASE("precision.csv: one year, no reduction where nothing varies", "[compare]")
{
    const auto text = mgz::precision_csv(compared.world, compared.comparison);
    CHECK(lines_of(text) == 1 + 2 * compared.comparison.keys.size());
    CHECK_THAT(text, ContainsSubstring(
                         "\nhelp,country,country,huisarts,fte,2005,1000,1012.5,12.5,0.25,1,4\n"));
    CHECK_THAT(text, ContainsSubstring("\nsame,region,m,avg,shortage,2005,0.1,0.1,0,0,1,\n"));
}
