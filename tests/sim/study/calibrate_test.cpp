// SPDX-License-Identifier: EUPL-1.2
// Calibration: the search, target files, the log that a killed search goes on from, recovery of
// known parameters.
#include "sim/study/calibrate.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "geo/check.h"
#include "sim/scenario/scenario_file.h"
#include "tests/support/catch.h"
#include "tests/support/content.h"
#include "tests/support/drieland.h"
#include "tests/support/geo_files.h"
#include "tests/support/refusal.h"

using namespace mgz;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using support::content;
using support::refusal;

namespace {

/// A bowl with its least value 0 at 0.3, 0.6, 0.9.
double bowl(std::span<const double> at)
{
    const double a = at[0] - 0.3, b = at[1] - 0.6, c = at[2] - 0.9;
    return a * a + 4 * b * b + 2 * c * c + a * b;
}

Minimisation bowl_search(SearchMethod method, int most)
{
    return {method, {0.5, 0.5, 0.5}, 0.1, 1e-5, most};
}

/// Drieland until 2006; the figures of its books in 2006 are all that is measured.
struct Case {
    Case()
    {
        targets.file = "targets.toml";
        targets.title = "Drieland";
        targets.patterns = "patterns.toml";
        targets.replicates = 2;
        targets.max_evaluations = 60;
        targets.moves = {{"need.huisarts.start_gap", -0.2, 0.3, 0.2, "targets.toml, line 3"},
                         {"need.so.start_gap", -0.2, 0.3, 0.2, "targets.toml, line 4"}};
        data.quarter = data.later_quarter = Quarter::of(2010, 2);  // after the run
        for (const Profession p : {Profession::gp, Profession::so}) {
            NationalTarget n;
            n.id = fmt::format("gap-{}", name_of(p));
            n.measure = NationalMeasure::gap;
            n.profession = p;
            n.at = Quarter::of(2006, 4);
            data.national.push_back(n);
            FitTarget t;
            t.id = n.id;
            t.tolerance = 0.01;
            t.place = "targets.toml, line 9";
            targets.targets.push_back(t);
        }
    }

    LossFunction loss() const
    {
        return LossFunction(
            targets, data, support::drieland_scenario(),
            [](const Scenario&) { return support::drieland(); }, 1);
    }

    /// What the figures are when the gaps of 2003 are 0.05 and 0.1.
    void aim()
    {
        const auto outcome = loss().of(std::vector<double>{0.05, 0.1});
        for (std::size_t i = 0; i < targets.targets.size(); ++i) {
            REQUIRE(outcome.targets[i].value);
            targets.targets[i].low = targets.targets[i].high = *outcome.targets[i].value;
        }
    }

    CalibrationTargets targets;
    PatternData data;
};

const CalibrationLog::Conditions conditions{{"program", "1"}, {"target file", "a"}};

}  // namespace

TEST_CASE("both methods find the bottom of a bowl, the same way every time", "[calibrate]")
{
    for (const auto method : {SearchMethod::sbplx, SearchMethod::bobyqa}) {
        const auto found = minimise(bowl, bowl_search(method, 2000));
        CHECK_THAT(found.at[0], WithinAbs(0.3, 1e-3));
        CHECK_THAT(found.at[1], WithinAbs(0.6, 1e-3));
        CHECK_THAT(found.at[2], WithinAbs(0.9, 1e-3));

        // Fewer evaluations are the first of more: what a resumed search relies on.
        std::vector<double> more, fewer;
        const auto noted = [](std::vector<double>& to) {
            return [&to](std::span<const double> at) {
                to.insert(to.end(), at.begin(), at.end());
                return bowl(at);
            };
        };
        minimise(noted(more), bowl_search(method, 40));
        const auto short_search = minimise(noted(fewer), bowl_search(method, 25));
        CHECK(short_search.evaluations == 25);
        CHECK(short_search.ended == "as many evaluations as allowed");
        REQUIRE(fewer.size() == 75);
        CHECK(std::equal(fewer.begin(), fewer.end(), more.begin()));
    }
}

TEST_CASE("what the function throws comes out of the search", "[calibrate]")
{
    int calls = 0;
    const auto fails = [&](std::span<const double>) -> double {
        if (++calls == 3) throw geo::RunError("the disk is full");
        return calls;
    };
    CHECK_THROWS_AS(minimise(fails, bowl_search(SearchMethod::sbplx, 10)), geo::RunError);
    CHECK(calls == 3);
}

TEST_CASE("four significant digits, within the bounds", "[calibrate]")
{
    CHECK(rounded_within(0.123456, 0, 1) == 0.1235);
    CHECK(rounded_within(-1234.56, -2000, 0) == -1235);
    CHECK(rounded_within(0.99999, 0, 0.99998) == 0.99998);
    CHECK(rounded_within(0, -1, 1) == 0);
}

TEST_CASE("held-out and unknown figures are refused before anything is run", "[calibrate]")
{
    Case c;
    CHECK(refusal([&] { data_for(c.targets, c.data); }).empty());
    c.data.national[1].target.use = PatternUse::held_out;
    CHECK(refusal([&] { c.loss(); }) ==
          "targets.toml, line 9: gap-so is held out and may not be fitted; leave it out; "
          "patterns.toml keeps it for judging the result");
    c.data.national[1].target.use = PatternUse::fit;
    c.targets.targets[1].id = "H1";
    c.data.targets["H1"].use = PatternUse::held_out;
    CHECK_THAT(refusal([&] { c.loss(); }), ContainsSubstring("H1 is held out"));
    c.targets.targets[1].id = "gap-soo";
    CHECK(refusal([&] { c.loss(); }) ==
          "targets.toml, line 9: nothing measures \"gap-soo\"; did you mean \"gap-so\"?");
    c.targets.targets[1].id = "P3-so-margin";
    CHECK_THAT(refusal([&] { c.loss(); }), ContainsSubstring("compares with a null"));
}

TEST_CASE("only real numbers and series move, within the registry's range", "[calibrate]")
{
    Case c;
    const auto refused = [&](const char* key, double low, double high) {
        c.targets.moves[0] = {key, low, high, {}, "targets.toml, line 3"};
        return refusal([&] { c.loss(); });
    };
    CHECK(refused("careers.so.stock", 1000, 2000) ==
          "targets.toml, line 3: careers.so.stock cannot move; only real numbers and series can; "
          "whole numbers, texts and choices make the structure of the model");
    CHECK_THAT(refused("settlement.rounds", 1, 5), ContainsSubstring("cannot move"));
    CHECK_THAT(refused("training.root", 0, 1), ContainsSubstring("cannot move"));
    CHECK_THAT(refused("settlement.sise", 0, 1),
               ContainsSubstring("did you mean \"settlement.size\"?"));
    CHECK_THAT(refused("settlement.size", 0, 50),
               ContainsSubstring("settlement.size could become"));
    double most = 0;
    for (const auto& [year, value] : support::drieland_scenario().careers.owner_sale.points)
        most = std::max(most, value);
    // The bound on a series is cut to what the registry allows.
    c.targets.moves[0] = {"careers.huisarts.owner_sale", 0.5, 100, {}, "targets.toml, line 3"};
    check_moves(c.targets, support::drieland_scenario());
    CHECK_THAT(c.targets.moves[0].high, WithinAbs(0.3 / most, 1e-12));
    CHECK(refused("careers.huisarts.owner_sale", 0.5, 2).empty());
}

TEST_CASE("a series moves as a whole and is rounded value by value", "[calibrate]")
{
    Case c;
    c.targets.moves[0] = {"careers.huisarts.owner_sale", 0.5, 2, {}, ""};
    const auto loss = c.loss();
    CHECK(loss.start() == std::vector<double>{1.0, 0.2});
    const auto before = support::drieland_scenario().careers.owner_sale.points;
    const auto after = loss.with({1.23456, 0}).careers.owner_sale.points;
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
        CHECK(after[i].first == before[i].first);
        CHECK_THAT(after[i].second, WithinAbs(1.23456 * before[i].second, 1e-5));
        // Four digits.
        CHECK(fmt::format("{:.4g}", after[i].second) == fmt::format("{}", after[i].second));
    }
    CHECK(after.back().second != 1.23456 * before.back().second);
}

TEST_CASE("known parameters are found again", "[calibrate]")
{
    for (const auto method : {SearchMethod::sbplx, SearchMethod::bobyqa}) {
        Case c;
        c.aim();
        c.targets.method = method;
        const support::TempFolder folder;
        CalibrationLog log(folder.path("log"), conditions, false);
        const auto result = calibrate(c.loss(), log, 60, {});
        CHECK(result.start.loss > 50);
        CHECK(result.outcome.loss < 0.05);
        CHECK_THAT(result.values[0], WithinAbs(0.05, 0.01));
        CHECK_THAT(result.values[1], WithinAbs(0.10, 0.01));
        for (const double value : result.values)
            CHECK(value == rounded_within(value, -1, 1));
        CHECK(c.loss().of(result.values).loss == result.outcome.loss);
    }
}

TEST_CASE("a result is a scenario file, with its record beside it", "[calibrate]")
{
    Case c;
    c.aim();
    c.targets.moves.push_back({"careers.huisarts.owner_sale", 0.5, 2, {}, ""});
    const support::TempFolder folder;
    CalibrationLog log(folder.path("log"), conditions, false);
    const auto loss = c.loss();
    const auto result = calibrate(loss, log, 12, {});
    const CalibrationSource source{"1", "targets.toml", "abc", ""};

    const auto path = folder.write("p.toml", fitted_scenario_text(loss, result, source));
    const auto loaded = load_scenario(path, {}, "").scenario;
    const auto wanted = loss.with(result.values);
    CHECK(loaded.need.start_gap[Profession::gp] == wanted.need.start_gap[Profession::gp]);
    CHECK(loaded.need.start_gap[Profession::so] == wanted.need.start_gap[Profession::so]);
    CHECK(loaded.careers.owner_sale.points == wanted.careers.owner_sale.points);

    const auto json = nlohmann::json::parse(calibration_json(loss, result, source));
    CHECK(json.at("loss").get<double>() == result.outcome.loss);
    CHECK(json.at("parameters").at(0).at("value").get<double>() == result.values[0]);
    CHECK(json.at("targets").at(1).at("id") == "gap-so");
    CHECK(json.at("evaluations") == 12);
    CHECK_THAT(calibration_text(loss, result), ContainsSubstring("gap-huisarts"));
}

TEST_CASE("a search that was killed goes on and ends the same", "[calibrate]")
{
    Case c;
    c.aim();
    const support::TempFolder folder;
    const auto path = folder.path("log");
    const auto search = [&](const std::string& log_path, bool resume, int most) {
        CalibrationLog log(log_path, conditions, resume);
        return calibrate(c.loss(), log, most, {});
    };
    const auto whole = search(path, false, 14);
    CHECK(whole.evaluations == 14);
    const auto text = content(path);

    // Killed in the middle of writing the eighth evaluation.
    std::size_t end = 0;
    for (int line = 0; line < 8; ++line)
        end = text.find('\n', end) + 1;
    folder.write("cut", text.substr(0, end + 30));
    const auto resumed = search(folder.path("cut"), true, 14);
    CHECK(resumed.simulated == whole.simulated - 7);
    CHECK(resumed.values == whole.values);
    CHECK(resumed.outcome.loss == whole.outcome.loss);
    CHECK(content(folder.path("cut")) == text);

    // A finished one is only read; a longer one begins where it ended.
    CHECK(search(path, true, 14).simulated == 0);
    CHECK(content(path) == text);
    const auto longer = search(path, true, 18);
    CHECK(longer.evaluations >= 14);
    CHECK(longer.evaluations <= 18);
    CHECK(longer.simulated == longer.evaluations - 14);
    CHECK(content(path).starts_with(text));
    CHECK(longer.outcome.loss <= whole.outcome.loss);
}

TEST_CASE("the start is evaluated as it is, and never lost", "[calibrate]")
{
    Case c;
    c.aim();
    c.targets.method = SearchMethod::bobyqa;  // would begin away from the bound
    c.targets.moves[0].low = 0.05;
    c.targets.moves[0].start = 0.05;
    c.targets.moves[1].start = 0.10;
    const support::TempFolder folder;
    CalibrationLog log(folder.path("log"), conditions, false);
    const auto result = calibrate(c.loss(), log, 8, {});
    CHECK(result.start.loss == 0);
    CHECK(result.outcome.loss == 0);
    CHECK(result.values == std::vector<double>{0.05, 0.10});
}

TEST_CASE("a log of something else is refused", "[calibrate]")
{
    Case c;
    c.aim();
    const support::TempFolder folder;
    const auto path = folder.path("log");
    {
        CalibrationLog log(path, conditions, false);
        calibrate(c.loss(), log, 3, {});
        CHECK_THROWS_AS(CalibrationLog(path, conditions, true), geo::RunError);  // in use
    }
    CHECK_THAT(refusal([&] { CalibrationLog(path, conditions, false); }),
               ContainsSubstring("there is a log of an earlier search; give --resume to go on"));
    CHECK_THAT(refusal([&] {
                   CalibrationLog(path, {{"program", "1"}, {"target file", "b"}}, true);
               }),
               ContainsSubstring("is the log of a search with another target file (a, not b)"));
    const auto later = folder.write("later", std::string_view("{\"format\":\"mgz calibration log\","
                                                              "\"format_version\":2}\n"));
    CHECK_THAT(refusal([&] { CalibrationLog(later, conditions, true); }),
               ContainsSubstring("later: is of format_version 2, and this program reads"));
    const auto other = folder.write("other", "year,code\n2003,A\n");
    CHECK_THAT(refusal([&] { CalibrationLog(other, conditions, true); }),
               ContainsSubstring("is not the log of a search"));
    CHECK(content(other) == "year,code\n2003,A\n");
}
