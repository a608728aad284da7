// SPDX-License-Identifier: EUPL-1.2
#include <limits>
#include <set>
#include <sstream>
#include <stdexcept>

#include "sim/output/csv.h"
#include "sim/output/tables.h"
#include "sim/score/shortage.h"
#include "sim/study/replicates.h"
#include "tests/sim/output/small_run.h"
#include "tests/support/catch.h"
#include "tests/support/content.h"

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using Catch::Matchers::WithinAbs;
using geo::io::ColumnType;
using support::lines_of;

namespace {

std::string number(double value)
{
    std::string text;
    mgz::append_number(text, value);
    return text;
}

std::string field(std::string_view value)
{
    std::string text;
    mgz::append_field(text, value);
    return text;
}

}  // namespace

TEST_CASE("numbers have nine digits, a point, and no surprises", "[tables]")
{
    CHECK(number(0.1) == "0.1");
    CHECK(number(1.0 / 3) == "0.333333333");
    CHECK(number(2e6) == "2000000");
    CHECK(number(-0.0) == "0");
    CHECK(number(1e-12) == "1e-12");
    CHECK(number(std::numeric_limits<double>::quiet_NaN()).empty());
    CHECK(number(std::numeric_limits<double>::infinity()).empty());
}

TEST_CASE("numbers that readers add up have fifteen digits", "[tables]")
{
    const auto exact = [](double value) {
        std::string text;
        mgz::append_number(text, mgz::Exact{value});
        return text;
    };
    CHECK(exact(1.0 / 3) == "0.333333333333333");
    CHECK(exact(0.1 + 0.2) == "0.3");
    CHECK(exact(-0.0) == "0");
    CHECK(exact(-std::numeric_limits<double>::infinity()).empty());
}

TEST_CASE("fields are quoted after RFC 4180, where they must be", "[tables]")
{
    CHECK(field("plain text") == "plain text");
    CHECK(field("a,b") == "\"a,b\"");
    CHECK(field("he said \"no\"") == "\"he said \"\"no\"\"\"");
    CHECK(field("two\nlines") == "\"two\nlines\"");
    CHECK(field("cr\r") == "\"cr\r\"");
    CHECK(field("").empty());
    // Programs read it: nothing is added for those who open it in a spreadsheet.
    CHECK(field("=1+1") == "=1+1");
}

TEST_CASE("a table that does not fit the dictionary is an error of ours", "[tables]")
{
    const mgz::TableEntry entry{"x.csv",
                                "",
                                "",
                                {{"year", ColumnType::integer, "year", ""},
                                 {"name", ColumnType::text, "-", ""},
                                 {"fte", ColumnType::real, "FTE", ""}}};
    mgz::CsvTable csv(entry);
    csv.row(2023, "a,b", 1.5);
    csv.row(std::optional<int>(), "", std::optional<double>());
    csv.row(std::optional(2024), "", std::optional(2.5));
    CHECK_THROWS_AS(mgz::CsvTable(entry).row(std::optional<double>(), "", 1.5), std::logic_error);
    CHECK_THROWS_AS(mgz::CsvTable(entry).row(2023, "a"), std::logic_error);
    CHECK_THROWS_AS(mgz::CsvTable(entry).row(2023, "a", 1.5, 2.5), std::logic_error);
    CHECK_THROWS_AS(mgz::CsvTable(entry).row(2023.0, "a", 1.5), std::logic_error);
    CHECK_THROWS_AS(mgz::CsvTable(entry).row(2023, "a", 1), std::logic_error);
    CHECK_THROWS_AS(mgz::CsvTable(entry).row(2023, "a", "1.5"), std::logic_error);
    CHECK(csv.take() == "year,name,fte\n2023,\"a,b\",1.5\n,,\n2024,,2.5\n");
    CHECK_THROWS_AS(mgz::table_entry("regions.csv", "no such layer"), std::logic_error);
}

TEST_CASE("regions.csv: every year, region, profession and figure, and the score", "[tables]")
{
    const support::SmallRun run;
    const auto text = mgz::regions_csv(run.world, run.ensemble);
    CHECK_THAT(text, StartsWith("year,code,name,profession,indicator,mean,p05,p50,p95\n"));
    const std::size_t years = 4, regions = 3;
    CHECK(lines_of(text) == 1 + years * regions * (3 * mgz::figure_count + 1));
    // Region m, time 2: huisarts 0.05 and 0.07; so 0.02 more; the score is the mean of the two.
    CHECK_THAT(text,
               ContainsSubstring("\n2005,m,Middle,huisarts,shortage,0.06,0.051,0.06,0.069\n"));
    CHECK_THAT(text, ContainsSubstring("\n2005,m,Middle,huisarts,fte,94,93.1,94,94.9\n"));
    CHECK_THAT(text,
               ContainsSubstring("\n2005,m,Middle,huisarts_so,shortage,0.07,0.061,0.07,0.079\n"));
    CHECK_THAT(text,
               ContainsSubstring("\n2003,o,\"East, \"\"the far\"\" one\",huisarts,need,100,"));
}

TEST_CASE("subregions.csv has subregions", "[tables]")
{
    const support::SmallRun run;
    const auto text = mgz::subregions_csv(run.world, run.ensemble);
    CHECK(lines_of(text) == 1 + std::size_t{4 * 4} * (3 * mgz::figure_count + 1));
    CHECK_THAT(text, ContainsSubstring("\n2006,o2,East north,avg,need,0,0,0,0\n"));
    CHECK_THAT(text, ContainsSubstring("\n2006,w1,West,so,shortage,0.18,"));
}

TEST_CASE("only fourth quarters are rows, whatever else was recorded", "[tables]")
{
    support::SmallRun run;
    const auto whole = mgz::regions_csv(run.world, run.ensemble);
    run.ensemble.plan.quarters[1] = mgz::Quarter::of(2005, 2);
    const auto less = mgz::regions_csv(run.world, run.ensemble);
    CHECK(lines_of(less) - 1 == (lines_of(whole) - 1) / 4 * 3);
    CHECK_THAT(less, !ContainsSubstring("\n2004,"));
}

TEST_CASE("employers.csv: the output years, and homes without physicians too", "[tables]")
{
    const support::SmallRun run;
    const auto text = mgz::employers_csv(run.world, run.scenario, run.ensemble);
    CHECK_THAT(text, StartsWith("year,code,kind,settlement,subregion,region,x,y,need,fte,staff,"
                                "heads\n"));
    CHECK(lines_of(text) == 1 + 3 * run.world.employers.size());
    CHECK_THAT(text, ContainsSubstring("\n2003,E1,gp_practice,4,m1,m,147000,453000,10,7,5,7\n"));
    CHECK_THAT(text, ContainsSubstring(",small_home,4,m1,m,147000,453000,0,0,0,0\n"));
    CHECK_THAT(text, !ContainsSubstring("\n2004,"));
}

TEST_CASE("account.csv: means by cause", "[tables]")
{
    const support::SmallRun run;
    const auto text = mgz::account_csv(run.world, run.scenario, run.ensemble);
    CHECK_THAT(text, StartsWith("region,profession,year,cause,fte\nm,huisarts,2003,retired,0\n"));
    CHECK(lines_of(text) == 1 + std::size_t{4 * 3 * 3} * mgz::cause_count);
    CHECK_THAT(text, ContainsSubstring("\nm,so,2006,retired,-2\n"));
}

TEST_CASE("care.csv: every figure of every region and year", "[tables]")
{
    const support::SmallRun run;
    const auto text = mgz::care_csv(run.world, run.ensemble);
    CHECK_THAT(text, StartsWith("year,code,name,indicator,mean,p05,p50,p95\n"));
    CHECK(lines_of(text) == 1 + std::size_t{4 * 3} * mgz::region_figure_count);
    CHECK_THAT(text, ContainsSubstring("\n2005,m,Middle,small_given,0.75,0.525,0.75,0.975\n"));
}

TEST_CASE("inventory.csv: a row per item, what a kind does not have stays empty", "[tables]")
{
    const support::SmallRun run;
    const auto text = mgz::inventory_csv(run.world, run.ensemble);
    CHECK_THAT(text, StartsWith("year,code,name,item,question,step,answer,step1,step2,step3,step4,"
                                "mentioned,mentioned_share,mean,p05,p50,p95\n"));
    CHECK(lines_of(text) == 1 + std::size_t{4 * 3} * mgz::inventory_item_count);
    CHECK_THAT(text, ContainsSubstring("\n2004,m,Middle,staffing,formatieproblemen nu,1,groot,1,0,"
                                       "0,0,,,0.6,0.6,0.6,0.6\n"));
    CHECK_THAT(text, ContainsSubstring("\n2004,m,Middle,staffing_in_2_years,formatieproblemen over "
                                       "2 jaar,1,groot,"));
    CHECK_THAT(text, ContainsSubstring("\n2005,m,Middle,staffing_in_2_years,formatieproblemen over "
                                       "2 jaar,,,,,,,,,,,,\n"));
    CHECK_THAT(text, ContainsSubstring("\n2006,w,West,small_homes,MGZ in kleine woonvormen,,,,,,,1,"
                                       "1,0.925,0.9025,0.925,0.9475\n"));
    CHECK_THAT(text, ContainsSubstring("\n2006,w,West,succession,praktijkopvolging huisartsen,,,,,"
                                       ",,,,,,,\n"));
    CHECK_THAT(text, ContainsSubstring("\n2006,w,West,in_force,initiatieven die lopen,,,,,,,,,0,0,"
                                       "0,0\n"));
}

TEST_CASE("costs.csv: what somebody spent", "[tables]")
{
    const support::SmallRun run;
    CHECK(mgz::costs_csv(run.world, run.ensemble) ==
          "year,region,item,payer,mean,p05,p95\n"
          "2004,m,programme,temporary_grant,1000,1000,1000\n"
          "2005,w,bought_anw,wlz,250,25,475\n");
}

TEST_CASE("in a real run the causes of a year sum to the change of FTE", "[tables]")
{
    const auto world = support::drieland();
    const auto scenario = support::drieland_scenario();
    const mgz::Groundwork groundwork(world, scenario);
    mgz::ReplicateOptions options;
    options.replicates = 3;
    const auto histories =
        mgz::run_replicates(groundwork, mgz::RecordPlan::yearly(scenario), options);
    const auto ensemble = mgz::summarise(histories);
    std::set<double> changes;
    for (std::size_t year = 1; year < ensemble.accounts.size(); ++year) {
        for (const auto region : world.regions.ids()) {
            for (const auto p : mgz::all_professions) {
                const auto fte = [&](std::size_t time) {
                    const auto at = [&](mgz::Figure f) {
                        return ensemble.regions.at(time, region.index(), p, f).mean;
                    };
                    return at(mgz::Figure::fte) + at(mgz::Figure::commercial);
                };
                double sum = 0;
                for (const double cause : ensemble.accounts[year][region][p])
                    sum += cause;
                CHECK_THAT(sum, WithinAbs(fte(year) - fte(year - 1), 1e-9));
                changes.insert(sum);
            }
        }
    }
    CHECK(changes.size() > 9);  // something happened
}
