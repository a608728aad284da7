// SPDX-License-Identifier: EUPL-1.2
// From a finished sweep to corners in tables and words.
#include "sim/sensitivity/discovery.h"

#include <functional>
#include <sstream>

#include "sim/sensitivity/discovery_dictionary.h"
#include "sim/sensitivity/discovery_words.h"
#include "tests/sim/sensitivity/futures.h"
#include "tests/support/catch.h"

using namespace mgz;
using namespace mgz::test;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;

namespace {

enum Place : std::size_t { north, east, south, west, middle };

Study study_of_five()
{
    Study study;
    study.factors = {real_factor("intake", 0.5, 1.5, "1", "Entrants to training."),
                     real_factor("part_time", 0.2, 0.6, "share", "Time that is not worked."),
                     real_factor("reach", 5, 105, "km", "How far people go.")};
    study.factors[0].times = true;
    auto duty = real_factor("duty", 0, 1, "-", "Who is on duty at night.");
    duty.kind = FactorKind::category;
    duty.labels = {"own", "shared", "none"};
    study.factors.push_back(duty);
    study.searches = {shortage_above(0.15, 2040)};
    study.design = DesignKind::random;
    study.replicates = 2;
    return study;
}

/// Five regions. Short where intake is low and many work part-time; in more of the same; never;
/// always; now and then, whatever the factors.
SweepTable five_regions()
{
    SweepTable table;
    table.study = study_of_five();
    table.design = random_design(4, 1000, Draws(1, 0));
    table.quantities = {shortage_in(0, "A", "North", 2040), shortage_in(1, "B", "East", 2040),
                        shortage_in(2, "C", "South", 2040), shortage_in(3, "D", "West", 2040),
                        shortage_in(4, "E", "Middle", 2040)};
    const Draws luck(7, 0);
    fill(table, [&](std::size_t point, std::size_t, std::size_t replicate, std::size_t q) {
        const double intake = table.value(point, 0), part_time = table.value(point, 1);
        const double spread = replicate == 0 ? 0.02 : -0.02;
        switch (q) {
            case north:
                return (intake < 0.8 && part_time > 0.4 ? 0.2 : 0.1) + spread;
            case east:
                return (intake < 0.9 && part_time > 0.3 ? 0.2 : 0.1) + spread;
            case south:
                return 0.1 + spread;
            case west:
                return 0.3 + spread;
            default:
                return luck.uniform(Purpose::design, 1, Quarter{0},
                                    static_cast<std::uint32_t>(point)) < 0.2
                           ? 0.2
                           : 0.1;
        }
    });
    return table;
}

/// Short in these places in the futures that are so, in all replicates.
void set_places(SweepTable& table, const std::vector<Place>& places,
                const std::function<bool(std::size_t)>& is_short)
{
    const auto width = table.quantities.size();
    for (std::size_t p = 0; p < table.points(); ++p) {
        const double outcome = is_short(p) ? 0.2 : 0.1;
        for (std::size_t r = 0; r < table.replicates(); ++r) {
            for (const auto place : places)
                table.outcomes[(p * table.replicates() + r) * width + place] = outcome;
        }
    }
}

std::vector<std::vector<std::string>> cells_of(const std::string& csv)
{
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines(csv);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream cells(line);
        rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, ',');)
            rows.back().push_back(cell);
    }
    return rows;
}

}  // namespace

TEST_CASE("Five regions, each with its own story")
{
    const auto table = five_regions();
    const auto discovery = discover(table, 1);
    REQUIRE(discovery.findings.size() == 5);
    CHECK(discovery.findings[north].state == FindingState::corners);
    CHECK(discovery.findings[east].state == FindingState::corners);
    CHECK(discovery.findings[south].state == FindingState::no_cases);
    CHECK(discovery.findings[west].state == FindingState::all_cases);
    CHECK(discovery.findings[middle].state == FindingState::scattered);

    const auto& box = discovery.findings[north].boxes.at(0);
    CHECK_THAT(box.ranges[0].high, WithinAbs(0.8, 0.02));
    CHECK_THAT(box.ranges[1].low, WithinAbs(0.4, 0.01));
    CHECK(!box.ranges[2].restricted());
    CHECK(!box.ranges[3].restricted());

    CHECK_THAT(searches_csv(table, discovery),
               ContainsSubstring(",2040,region,C,so,shortage,above,0.15,1000,0,0,no_cases,0,,\n"
                                 ",2040,region,D,so,shortage,above,0.15,1000,0,1000,"
                                 "all_cases,0,,\n"));
}

TEST_CASE("boxes.csv can be counted again from its limits")
{
    const auto table = five_regions();
    const auto discovery = discover(table, 1);
    const auto rows = cells_of(boxes_csv(table, discovery));
    REQUIRE(rows.size() == 5);
    CHECK(rows[0][9] == "factor");
    std::size_t cases = 0, points = 0, all = 0;
    const double high = std::stod(rows[1][11]), low = std::stod(rows[2][10]);
    CHECK(rows[1][9] == "intake");
    CHECK(rows[2][9] == "part_time");
    for (std::size_t p = 0; p < table.points(); ++p) {
        const bool is = table.mean_outcome(p, 0, north) > 0.15;
        const bool in = table.value(p, 0) < high && table.value(p, 1) > low;
        all += is;
        points += in;
        cases += in && is;
    }
    const auto real = [](std::size_t n) { return static_cast<double>(n); };
    CHECK_THAT(std::stod(rows[1][13]), WithinAbs(real(cases) / real(all), 1e-8));
    CHECK_THAT(std::stod(rows[1][14]), WithinAbs(real(cases) / real(points), 1e-8));
    CHECK_THAT(std::stod(rows[1][15]), WithinAbs(real(points) / 1000, 1e-8));
    CHECK(rows[1][18] == std::to_string(points));
    CHECK(rows[1][19] == std::to_string(cases));
}

TEST_CASE("trajectory.csv begins with everything and names one chosen step per box")
{
    const auto table = five_regions();
    const auto discovery = discover(table, 1);
    const auto rows = cells_of(trajectory_csv(table, discovery));
    CHECK(rows[0].back() == "chosen");
    CHECK(rows[1][11] == "nothing");
    CHECK(rows[1][14] == "1");
    std::size_t chosen = 0, boxes = 0;
    for (const auto& row : rows)
        chosen += row.back() == "1";
    for (const auto& finding : discovery.findings)
        boxes += finding.boxes.size();
    CHECK(chosen == boxes);
}

TEST_CASE("The same for any number of threads")
{
    const auto table = five_regions();
    const auto one = discover(table, 1), three = discover(table, 3);
    CHECK(boxes_csv(table, one) == boxes_csv(table, three));
    CHECK(trajectory_csv(table, one) == trajectory_csv(table, three));
    CHECK(discovery_text(table, one) == discovery_text(table, three));
}

TEST_CASE("In words")
{
    const auto table = five_regions();
    CHECK(discovery_text(table, discover(table, 1)) ==
          "## Where the outcome is beyond a limit\n"
          "\n"
          "### Shortage of SOs above 15.0% in 2040, every region\n"
          "\n"
          "Looked for: futures in which the shortage of SOs is above 15.0% at the end of 2040.\n"
          "\n"
          "**intake and part\\_time decide together** in 2 areas:\n"
          "\n"
          "- North: so in 149 of 1,000 futures (15%). When intake is below 0.80 times what the "
          "scenario has and part\\_time is above 40%: 99% of all such futures are in this corner, "
          "and of its 148 futures 100% are such.\n"
          "- East: so in 290 of 1,000 futures (29%). When intake is below 0.90 times what the "
          "scenario has and part\\_time is above 30%: >99% of all such futures are in this "
          "corner, and of its 289 futures 100% are such.\n"
          "\n"
          "In no future: South.\n"
          "\n"
          "In every future: West.\n"
          "\n"
          "In some futures, but in no corner that is more than chance: Middle (205 of 1,000).\n"
          "\n"
          "A corner says where such futures gather among those that were run, with the ranges of "
          "this study; it does not say how probable they are. The factors:\n"
          "\n"
          "- intake: Entrants to training.\n"
          "- part\\_time: Time that is not worked.\n"
          "\n");
}

TEST_CASE("Many areas with the same story share a table")
{
    auto table = five_regions();
    for (std::size_t run = 0; run < table.outcomes.size(); run += 5) {
        for (const auto place : {east, south, west})
            table.outcomes[run + place] = table.outcomes[run + north];
    }
    const auto text = discovery_text(table, discover(table, 1));
    CHECK_THAT(text, ContainsSubstring("decide together** in 4 areas:\n\n| area | so in |"));
    CHECK_THAT(text, ContainsSubstring("| West | 149 of 1,000 (15%) | intake is below 0.80 times "
                                       "what the scenario has and part\\_time is above 40% | 99% | "
                                       "148 of 148 (100%) |\n"));
}

TEST_CASE("A second corner around the first says the same more widely")
{
    auto table = five_regions();
    set_places(table, {north}, [&](std::size_t p) {
        const double intake = table.value(p, 0), part_time = table.value(p, 1);
        return (intake < 0.8 && part_time > 0.35) ||
               (intake < 1.1 && part_time > 0.25 && p % 2 == 0);
    });
    const auto once = discover(table, 1);
    const auto& boxes = once.findings[north].boxes;
    REQUIRE(boxes.size() == 2);
    CHECK(boxes[1].ranges[0].high > boxes[0].ranges[0].high);
    CHECK(boxes[1].ranges[1].low < boxes[0].ranges[1].low);
    CHECK_THAT(
        discovery_text(table, once),
        ContainsSubstring(
            "- North: so in 363 of 1,000 futures (36%). When intake is below 0.80 times what the "
            "scenario has and part\\_time is above 36%: 50% of all such futures are in this "
            "corner, "
            "and of its 183 futures 100% are such. More widely, when intake is below 1.10 times "
            "what the scenario has and part\\_time is above 26%: 98% of all such futures lie in "
            "this corner, and of its 510 futures 70% are such. Together these corners hold 98% of "
            "such futures; 70% of their futures are such.\n"));

    set_places(table, {east, south, west},
               [&](std::size_t p) { return table.mean_outcome(p, 0, north) > 0.15; });
    CHECK_THAT(discovery_text(table, discover(table, 1)),
               ContainsSubstring("| West | 363 of 1,000 (36%) | intake is below 0.80 times what "
                                 "the scenario has and part\\_time is above 36% | 50% | 183 of "
                                 "183 (100%) |\n|  |  | more widely: intake is below 1.10 times "
                                 "what the scenario has and part\\_time is above 26% | 98% | 355 "
                                 "of 510 (70%) |\n"));
}

TEST_CASE(
    "A second corner with other labels is no wider one, and labels have their place in tables")
{
    auto table = five_regions();
    table.study.factors[1].meaning.clear();
    table.study.factors[1].key = "need.part_time";
    table.study.factors[3].meaning.clear();
    set_places(table, {north}, [&](std::size_t p) {
        const double intake = table.value(p, 0), part_time = table.value(p, 1);
        return table.value(p, 3) != 1 && ((intake < 0.8 && part_time > 0.35) ||
                                          (intake < 1.1 && part_time > 0.25 && p % 2 == 0));
    });
    const auto discovery = discover(table, 1);
    CHECK(discovery.findings[north].boxes.at(0).ranges[3].allowed ==
          std::vector<unsigned char>{1, 0, 1});
    CHECK(discovery.findings[north].boxes.at(1).ranges[3].allowed ==
          std::vector<unsigned char>{1, 0, 0});
    const auto rows = cells_of(boxes_csv(table, discovery));
    CHECK(rows.at(3).at(9) == "duty");
    CHECK(rows[3].at(12) == "own|none");
    CHECK(rows.at(6).at(9) == "duty");
    CHECK(rows[6].at(12) == "own");
    const auto text = discovery_text(table, discovery);
    CHECK_THAT(text, ContainsSubstring(" Also when intake is below 1.10 times what the scenario "
                                       "has, duty is own and part\\_time is above 27%: "));
    CHECK_THAT(text, !ContainsSubstring("More widely"));
    // What a factor is: its meaning, else its key, else that it is a switch.
    CHECK_THAT(text, ContainsSubstring("\n- intake: Entrants to training.\n"
                                       "- part\\_time: need.part\\_time\n"
                                       "- duty: Off or on, or how much.\n"));
}

TEST_CASE("Ranges in words")
{
    const auto factors = study_of_five().factors;
    CHECK(range_words(factors[0], {-endless, 0.8123, {}}, 1) ==
          "intake is below 0.81 times what the scenario has");
    CHECK(range_words(factors[1], {0.3456, endless, {}}, 0.4) == "part_time is above 35%");
    CHECK(range_words(factors[2], {10.26, 40.04, {}}, 100) == "reach is between 10 km and 40 km");
    CHECK(range_words(factors[3], {-endless, endless, {1, 0, 1}}, 2) == "duty is own or none");
    Factor years = real_factor("years", 1, 9, "years", "");
    years.kind = FactorKind::integer;
    CHECK(range_words(years, {2.5, endless, {}}, 8) == "years is 3 years or more");
    CHECK(range_words(years, {-endless, 4.5, {}}, 8) == "years is 4 years or less");
    CHECK(range_words(years, {2.5, 4.5, {}}, 8) == "years is from 3 to 4 years");
    CHECK(range_words(years, {3.5, 4.5, {}}, 8) == "years is 4 years");
}

TEST_CASE("Of Saltelli's blocks A and B are looked at, and steps are no sample")
{
    const auto saltelli = saltelli_design(2, 4, Draws(1, 0));
    CHECK(sample_rows(saltelli) == std::vector<std::size_t>{0, 1, 4, 5, 8, 9, 12, 13});
    CHECK(sample_rows(list_design(2, 3)) == std::vector<std::size_t>{0, 1, 2});
    CHECK(sample_rows(morris_design(2, 3, 4, Draws(1, 0))).empty());

    auto table = five_regions();
    table.design.kind = DesignKind::morris;
    const auto discovery = discover(table, 1);
    CHECK(!discovery.is_sample);
    CHECK(discovery.findings.empty());
    CHECK_THAT(discovery_text(table, discovery), ContainsSubstring("not a sample"));
}

TEST_CASE("A future that misses a replicate is left out and counted")
{
    auto table = five_regions();
    const auto row = [&](std::size_t point, std::size_t replicate) {
        return (point * 2 + replicate) * table.quantities.size();
    };
    table.outcomes[row(3, 1) + west] = missing;
    table.outcomes[row(8, 0) + west] = missing;
    table.outcomes[row(8, 1) + west] = missing;
    const auto discovery = discover(table, 1);
    CHECK(discovery.findings[west].futures == 998);
    CHECK(discovery.findings[west].missing == 2);
    CHECK(discovery.findings[north].missing == 0);
    CHECK_THAT(discovery_text(table, discovery),
               ContainsSubstring("Left out because a run failed or is missing: 2 futures."));
    for (std::size_t p = 0; p < table.points(); ++p)
        table.outcomes[row(p, 0) + west] = missing;
    CHECK(discover(table, 1).findings[west].state == FindingState::no_futures);
}

TEST_CASE("Too few cases, too few others, and nothing kept")
{
    auto table = five_regions();
    for (std::size_t p = 0; p < table.points(); ++p) {
        for (std::size_t r = 0; r < 2; ++r) {
            auto* of_run = &table.outcomes[(p * 2 + r) * 5];
            of_run[south] = p < 19 ? 0.2 : 0.1;
            of_run[west] = p < 19 ? 0.1 : 0.2;
        }
    }
    table.study.searches.push_back(shortage_above(0.15, 2030));
    table.study.searches.push_back(shortage_above(0.15, 2040, "C"));
    const auto discovery = discover(table, 1);
    CHECK(discovery.findings[south].state == FindingState::few_cases);
    CHECK(discovery.findings[west].state == FindingState::few_others);
    CHECK(discovery.not_kept == std::vector<std::size_t>{1});
    REQUIRE(discovery.findings.size() == 6);
    CHECK(discovery.findings[5].quantity == south);
    CHECK_THAT(discovery_text(table, discovery),
               ContainsSubstring("None of the kept quantities is what this search looks at.") &&
                   ContainsSubstring("In too few futures to look for a corner: South (19 of "
                                     "1,000)."));
}

TEST_CASE("A limit from below, and each policy on its own")
{
    auto table = five_regions();
    table.study.policies = {"none", "plan"};
    table.study.policy_files = {"", ""};
    table.study.replicates = 1;
    table.study.searches[0].above = false;
    table.study.searches[0].limit = 0.3;
    table.values.clear();
    table.outcomes.clear();
    fill(table, [&](std::size_t point, std::size_t policy, std::size_t, std::size_t) {
        return policy == 1 && table.value(point, 2) > 50 ? 0.1 : 0.4;
    });
    const auto discovery = discover(table, 2);
    REQUIRE(discovery.findings.size() == 10);
    CHECK(discovery.findings[0].state == FindingState::no_cases);
    const auto& plan = discovery.findings[5];
    CHECK(plan.policy == 1);
    REQUIRE(plan.state == FindingState::corners);
    CHECK_THAT(plan.boxes[0].ranges[2].low, WithinAbs(50, 1));
    CHECK_THAT(boxes_csv(table, discovery), ContainsSubstring("\nplan,2040,region,A,so,shortage"));
    CHECK_THAT(discovery_text(table, discovery),
               ContainsSubstring("is below 30.0% at the end of 2040, under the policy plan."));
}

TEST_CASE("Every table has its entry, and every column a meaning")
{
    for (const auto& table : discovery_dictionary()) {
        CHECK(!table.meaning.empty());
        for (const auto& column : table.columns)
            CHECK(!column.meaning.empty());
    }
}
