// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/patterns.h"

#include <set>

#include "tests/sim/study/row_country.h"
#include "tests/support/catch.h"

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinRel;
using namespace mgz;
using study::Row;

namespace {

NationalTarget national(std::string id, NationalMeasure measure, Profession p, Quarter at)
{
    return {std::move(id), measure, p, at, study::at_least(0, PatternUse::fit)};
}

}  // namespace

// bar S is 0.015, 0.055, 0.085, 0.200 in A, B, C, D.

TEST_CASE("P1 counts the classes of the mean shortage")
{
    Row row;
    row.measure();
    CHECK(row.value("P1-expected") == 1);
    CHECK(row.value("P1-felt") == 2);
    CHECK(row.value("P1-acute") == 1);
    CHECK_THAT(row["P1-felt"].note, ContainsSubstring("per replicate 2.0 (2 to 2)"));
    CHECK_FALSE(row["P1-felt"].low.has_value());
}

TEST_CASE("P1b names the regions in the wrong class")
{
    Row row;
    row.measure();
    CHECK(row.value("P1b-far") == 0);
    CHECK(row.value("P1b-near") == 0);
    row.data.near = {"A", "D"};
    row.data.far = {"A"};
    row.measure();
    CHECK(row.value("P1b-far") == 1);
    CHECK(row["P1b-far"].note == "Region A 0.015");
    CHECK(row.value("P1b-near") == 1);
    CHECK(row["P1b-near"].note == "Region D 0.200");
}

TEST_CASE("P1c counts the regions where shortage grows")
{
    Row row;
    row.measure();
    CHECK(row.value("P1c") == 3);
    CHECK(row["P1c"].note == "not: Region D 0.200 to 0.000");
    row.data.later_quarter = Quarter::of(2030, 2);
    row.measure();
    CHECK_FALSE(row["P1c"].value.has_value());
    CHECK(row["P1c"].note == "the run has no 2030 Q2");
}

TEST_CASE("P2 is the share of near-far pairs in order, and shows those that are not")
{
    Row row;
    row.measure();
    CHECK(row.value("P2") == 0.75);
    CHECK(row["P2"].note == "wrong way: Region C 0.085 - Region B 0.055");
    CHECK(row["P2"].pass == true);
    CHECK_THAT(row.value("P2b"), WithinRel(0.05 / 0.08875, 1e-12));
    CHECK(row.value("P2b-half") == 1);
    CHECK_THAT(row["P2b-half"].note, ContainsSubstring("not below: Region C 0.085"));
}

TEST_CASE("equal shortage is not in order")
{
    Row row;
    for (auto& h : row.histories) {
        study::set_shortage(h, study::at_mid_2023, Profession::gp, {0.1, 0.1, 0.1, 0.1});
        study::set_shortage(h, study::at_mid_2023, Profession::so, {0.1, 0.1, 0.1, 0.1});
    }
    row.measure();
    CHECK(row.value("P2") == 0);
    CHECK(row.value("P3-so") == 0);
}

TEST_CASE("P3 and P4 are means over replicates of the rank correlation with distance")
{
    Row row;
    row.measure();
    // GP: order kept in one replicate, two neighbours swapped in the other: 1 and 0.8.
    CHECK_THAT(row.value("P3-huisarts"), WithinRel(0.9, 1e-12));
    CHECK_THAT(row["P3-huisarts"].low.value(), WithinRel(0.81, 1e-12));
    CHECK_THAT(row["P3-huisarts"].high.value(), WithinRel(0.99, 1e-12));
    CHECK(row["P3-huisarts"].pass == false);
    CHECK_THAT(row["P3-huisarts"].note, ContainsSubstring("Region B (10 km, 0.070)"));
    CHECK_THAT(row.value("P3-so"), WithinRel(0.9, 1e-12));
    // AVG: distances 20, 10, 0, 35 against (4, 3, 2, 1) and (2, 3, 4, 1): -0.2 and -1.
    CHECK_THAT(row.value("P4"), WithinRel(0.6, 1e-12));
    CHECK_THAT(row["P4"].low.value(), WithinRel(0.24, 1e-12));
    CHECK_THAT(row["P4"].high.value(), WithinRel(0.96, 1e-12));
}

TEST_CASE("orders are not judged where hardly anything is short")
{
    Row row;
    row.data.least_gap = 0.2;  // AVG is 25% short, GP 10%, SO 7.75%
    row.measure();
    for (const char* id : {"P2", "P2b", "P2b-half", "P3-huisarts", "P3-so"}) {
        CHECK_FALSE(row[id].value.has_value());
        CHECK_FALSE(row[id].pass.has_value());
        CHECK_THAT(row[id].note, ContainsSubstring("the national gap is 0."));
    }
    CHECK(row["P4"].value.has_value());
    CHECK(find_pattern(row.patterns, "rank-A") == nullptr);
    CHECK(row.value("rank-C") == 2);  // always reported
}

TEST_CASE("ranks of the named regions, 1 the most short")
{
    Row row;
    row.measure();
    CHECK(row.value("rank-A") == 4);
    CHECK(row.value("rank-C") == 2);
    CHECK(row.value("rank-B") == 3);
    CHECK(row.value("rank-D") == 1);
    CHECK(row["rank-D"].group == "ranks");
    CHECK_FALSE(row["rank-D"].pass.has_value());
    CHECK_THAT(row["rank-D"].what, ContainsSubstring("Region D (far)"));

    for (auto& h : row.histories) {
        study::set_shortage(h, study::at_mid_2023, Profession::gp, {0.1, 0, 0, 0});
        study::set_shortage(h, study::at_mid_2023, Profession::so, {0.1, 0, 0, 0});
    }
    row.measure();
    CHECK(row.value("rank-A") == 1);
    CHECK(row.value("rank-B") == 3);  // the mean of 2, 3 and 4
    CHECK(row.value("rank-D") == 3);
}

TEST_CASE("names that the geography does not have leave a pattern open")
{
    Row row;
    row.data.near = {"A", "Q"};
    row.data.provinces.list.push_back({"Nowhere", 1, 1});
    row.data.areas.better.push_back({"Gone", {"Q-1"}});
    row.data.young.favourite = "Q";
    row.measure();
    CHECK(row["P2"].note == "no region has the code Q");
    CHECK(row["P1b-near"].note == "no region has the code Q");
    CHECK(row["H1"].note == "no settlement is in Nowhere");
    CHECK(row["H2"].note == "no subregion has the code Q-1");
    CHECK(row["H3-favourite"].note == "no region has the code Q");
    CHECK(row["P1b-far"].value.has_value());
}

TEST_CASE("P5 compares large and small institutions within regions that have enough")
{
    Row row;
    row.measure();
    // A: 0.3 and 0 in the two replicates, mean 0.15; B: 0; C has only three that can employ.
    CHECK(row.value("P5") == 0.5);
    CHECK_THAT(row["P5"].note,
               ContainsSubstring("1 of 2 regions") && ContainsSubstring("not: Region B"));
    // On ln need, in steps of ln 2: A 0.1 / ln 2 in one replicate, all else flat.
    CHECK_THAT(row.value("P5-slope"), WithinRel(0.1 / 0.6931471805599453 / 2 / 2, 1e-6));
    CHECK_THAT(row["P5-slope"].note, ContainsSubstring("8 employers in 2 regions"));

    row.data.employers.least_count = 5;
    row.measure();
    CHECK_FALSE(row["P5"].value.has_value());
    CHECK_FALSE(row["P5-slope"].value.has_value());
}

TEST_CASE("P19 is the spread of GPs per inhabitant over the regions")
{
    Row row;
    row.measure();
    CHECK_THAT(row.value("P19"), WithinRel(3.0, 1e-9));  // 2 and 4
    // Of the means: D 15 per 10,000 against C 5.
    CHECK_THAT(row["P19"].note, ContainsSubstring("of the means 3.000: Region D 15.00, Region C "));
    for (auto& h : row.histories) {
        study::set(h, study::at_mid_2023, Profession::gp, Figure::heads, {0, 1, 1, 1});
    }
    row.measure();
    CHECK(row["P19"].note == "Region A has no GP");
}

TEST_CASE("H1 to H3")
{
    Row row;
    row.measure();
    CHECK_THAT(row.value("H1"), WithinRel(0.75, 1e-12));  // 1 and 0.5
    CHECK_THAT(row["H1"].note, ContainsSubstring("Middle (simulated 1.5, observed 5.0)"));
    // Inner 0.065 lies above West 0.02 and below East 0.25.
    CHECK(row.value("H2") == 0.5);
    CHECK_THAT(row["H2"].note, ContainsSubstring("Inner 0.065, West 0.020, East 0.250"));
    // Young GPs per vacancy: A 2, B 3, C 1, D 0.5.
    CHECK(row.value("H3-favourite") == 1);
    CHECK(row.value("H3-shunned") == 2);
    CHECK_THAT(row.value("H3-below"), WithinRel(2 / 1.5, 1e-12));
}

TEST_CASE("national figures at their own quarter")
{
    Row row;
    const auto y2022 = Quarter::of(2022, 4);
    using M = NationalMeasure;
    row.data.national = {
        national("P15-now", M::owner_share, Profession::gp, y2022),
        national("share", M::locum_share, Profession::gp, y2022),
        national("heads", M::heads, Profession::gp, y2022),
        national("per-head", M::fte_per_head, Profession::gp, y2022),
        national("exits", M::exits, Profession::gp, y2022),
        national("rate", M::exit_rate, Profession::gp, y2022),
        national("diplomas", M::diplomas, Profession::gp, y2022),
        national("gap", M::gap, Profession::gp, Quarter::of(2023, 2)),
        national("late", M::gap, Profession::gp, Quarter::of(2040, 4)),
    };
    for (const auto& n : row.data.national)
        row.data.targets[n.id] = n.target;
    row.measure();
    CHECK(row.value("P15-now") == 0.6);
    CHECK(row["P15-now"].group == "P15");
    CHECK(row["P15-now"].what == "owners / all, huisarts, 2022 Q4");
    CHECK(row.value("share") == 0.1);
    CHECK(row["share"].group == "books");
    CHECK(row.value("heads") == 100);  // without the four who look for work
    CHECK(row.value("per-head") == 0.6);
    CHECK(row.value("exits") == 13);
    CHECK(row.value("rate") == 0.13);
    CHECK(row.value("diplomas") == 70);
    CHECK_THAT(row.value("gap"), WithinRel(0.10, 1e-12));  // 0.11 and 0.09
    CHECK_THAT(row["gap"].low.value(), WithinRel(0.091, 1e-9));
    CHECK(row["gap"].note == "360 of 400 FTE");
    CHECK_FALSE(row["late"].value.has_value());
}

TEST_CASE("a run that ends before the quarter leaves all open")
{
    Row row;
    row.data.quarter = Quarter::of(2024, 2);
    row.measure();
    for (const auto& kind : pattern_kinds()) {
        INFO(kind.id);
        if (kind.id == "H1" || kind.group == "P10" || kind.group == "P13") {
            CHECK(row[kind.id].value.has_value());  // has a time of its own
        } else if (!kind.id.ends_with("-margin")) {
            CHECK_FALSE(row[kind.id].value.has_value());
            CHECK(row[kind.id].note == "the run has no 2024 Q2");
        }
    }
    CHECK(exit_status(row.patterns) == 1);
}

TEST_CASE("ids are unique and every kind is measured or is a margin")
{
    Row row;
    row.measure();
    std::set<std::string> ids;
    for (const auto& p : row.patterns)
        CHECK(ids.insert(p.id).second);
    for (const auto& kind : pattern_kinds()) {
        INFO(kind.id);
        CHECK(ids.contains(std::string(kind.id)) == !kind.id.ends_with("-margin"));
    }
}

TEST_CASE("the books show years with their flows")
{
    const auto rows = measure_books(study::row_histories());
    REQUIRE(rows.size() == 9);  // three fourth quarters, three professions
    CHECK(rows[0].year == 2021);
    CHECK(rows[0].diplomas == 100);  // since the start
    const auto& y2022 = rows[1];
    CHECK(y2022.year == 2022);
    CHECK(y2022.profession == Profession::gp);
    CHECK(y2022.heads == 100);
    CHECK(y2022.seeking == 4);
    CHECK(y2022.diplomas == 70);
    CHECK(y2022.retired == 10);
    CHECK(y2022.left == 3);
    CHECK(y2022.entrants == 90);
    CHECK(y2022.unplaced == 2);
    CHECK_THAT(y2022.fte_per_head, WithinRel(0.6, 1e-12));
    CHECK(rows[8].profession == Profession::avg);
}

TEST_CASE("the plan holds every quarter that a pattern asks for, once and in order")
{
    Scenario scenario;
    scenario.to = 2024;
    auto data = study::row_data();
    data.national = {national("a", NationalMeasure::heads, Profession::gp, Quarter::of(2017, 4)),
                     national("b", NationalMeasure::heads, Profession::gp, Quarter::of(2019, 3)),
                     national("c", NationalMeasure::heads, Profession::gp, Quarter::of(1999, 4))};
    const auto plan = pattern_plan(scenario, data);
    CHECK(plan.quarters.size() == 22 + 2);  // 2003 to 2024; 2019 Q3 and 2023 Q2; 2025 is too late
    data.successions_from = Quarter::of(2020, 1);
    CHECK(pattern_plan(scenario, data).quarters.size() == 22 + 3);
    CHECK(std::is_sorted(plan.quarters.begin(), plan.quarters.end()));
    CHECK(plan.employer_quarters == std::vector{Quarter::of(2023, 2)});
    scenario.to = 2022;
    CHECK(pattern_plan(scenario, data).employer_quarters.empty());
}

TEST_CASE("bounds of a target, and rounding on them")
{
    Target t;
    t.low = 2.0 / 3;
    CHECK(t.met_by(14.0 / 21));
    CHECK(t.met_by(2.0 / 3 - 1e-12));
    CHECK_FALSE(t.met_by(0.666));
    t.low_open = true;
    CHECK_FALSE(t.met_by(2.0 / 3));
    CHECK(t.met_by(0.667));
    t.high = 1;
    CHECK(t.met_by(1.0));
    t.high_open = true;
    CHECK_FALSE(t.met_by(1.0));
    CHECK_FALSE(t.met_by(std::numeric_limits<double>::quiet_NaN()));
}

TEST_CASE("the exit status follows patterns of use fit and check only")
{
    const auto result = [](PatternUse use, std::optional<bool> pass) {
        PatternResult p;
        p.use = use;
        p.pass = pass;
        return p;
    };
    using List = std::vector<PatternResult>;
    CHECK(exit_status(List{result(PatternUse::check, true), result(PatternUse::fit, true)}) == 0);
    CHECK(exit_status(List{result(PatternUse::check, true), result(PatternUse::fit, false)}) == 1);
    CHECK(exit_status(List{result(PatternUse::check, false)}) == 1);
    CHECK(exit_status(List{result(PatternUse::check, true), result(PatternUse::held_out, false),
                           result(PatternUse::extra, false),
                           result(PatternUse::check, std::nullopt)}) == 0);
    CHECK(exit_status(List{result(PatternUse::held_out, true)}) == 1);
    CHECK(exit_status(List{}) == 1);
}
