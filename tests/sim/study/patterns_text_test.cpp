// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "sim/study/patterns_nulls.h"
#include "tests/sim/study/row_country.h"
#include "tests/support/catch.h"

using Catch::Matchers::ContainsSubstring;
using namespace mgz;

/// A validation of the row of regions, with one null in which C is the most short.
static Validation row_validation()
{
    const auto world = study::row_world();
    const auto data = study::row_data();
    const Scenario scenario;
    auto histories = study::row_histories();
    Validation v;
    v.heading = "A heading";
    v.baseline = {"Row", measure_patterns(world, scenario, data, histories),
                  measure_books(histories)};
    for (auto& h : histories) {
        study::set_shortage(h, study::at_mid_2023, Profession::gp, {0.0, 0.1, 0.9, 0.2});
    }
    NullReport null;
    null.name = "training";
    null.report.patterns = measure_patterns(world, scenario, data, histories);
    null.outcomes = {{"P2", true, 0.75, 0.5, true}, {"P4", false, 0.6, std::nullopt, std::nullopt}};
    v.nulls.push_back(null);
    return v;
}

static std::string line_with(const std::string& text, const std::string& start)
{
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with(start)) return line;
    }
    return "";
}

static std::string part_after(const std::string& text, const std::string& words)
{
    const auto at = text.find(words);
    return at == std::string::npos ? "" : text.substr(at);
}

static std::string part_before(const std::string& text, const std::string& words)
{
    return text.substr(0, text.find(words));
}

TEST_CASE("the JSON has the promised shape")
{
    const auto v = row_validation();
    const auto json = nlohmann::json::parse(validation_json(v));
    REQUIRE(json["patterns"].size() == v.baseline.patterns.size());
    const std::set<std::string> promised{"id",   "group",  "value", "low",
                                         "high", "target", "pass",  "use"};
    std::set<std::string> ids;
    for (const auto& p : json["patterns"]) {
        std::set<std::string> keys;
        for (const auto& [key, value] : p.items())
            keys.insert(key);
        CHECK(keys == promised);
        CHECK(ids.insert(p["id"].get<std::string>()).second);
        CHECK(p["target"].is_string());
    }
    const auto find = [](const nlohmann::json& list, const std::string& id) {
        for (const auto& p : list) {
            if (p["id"] == id) return p;
        }
        return nlohmann::json();
    };
    const auto p2 = find(json["patterns"], "P2");
    CHECK(p2["value"] == 0.75);
    CHECK(p2["pass"] == true);
    CHECK(p2["low"].is_null());
    CHECK(p2["use"] == "check");
    CHECK(p2["group"] == "P2");
    CHECK(find(json["patterns"], "P3-huisarts")["pass"] == false);
    CHECK(find(json["patterns"], "P5")["pass"].is_null());  // no target in this test

    CHECK(json["books"].size() == 9);
    CHECK(json["books"][1]["year"] == 2022);
    CHECK(json["books"][1]["profession"] == "huisarts");
    CHECK(json["books"][1]["diplomas"] == 70);

    REQUIRE(json["nulls"].size() == 1);
    CHECK(json["nulls"][0]["null"] == "training");
    CHECK(find(json["nulls"][0]["patterns"], "P2")["value"] == 0.5);
    CHECK(json["nulls"][0]["outcomes"][0]["must"] == "lose");
    CHECK(json["nulls"][0]["outcomes"][0]["as_expected"] == true);
    CHECK(json["nulls"][0]["outcomes"][1]["value"].is_null());
}

TEST_CASE("the table shows nulls beside the baseline and explains what does not hold")
{
    const auto text = validation_text(row_validation());
    CHECK(text.starts_with("A heading\n"));
    const auto p2 = line_with(text, "P2 ");
    CHECK_THAT(p2, ContainsSubstring("0.7500") && ContainsSubstring("yes"));
    CHECK_THAT(line_with(text, "P3-huisarts "), ContainsSubstring("NO"));
    // Figures for what does not hold, and for nothing that does.
    const auto figures = part_after(text, "Figures behind");
    CHECK_THAT(line_with(figures, "P3-huisarts "), ContainsSubstring("furthest out of order: "));
    CHECK_THAT(figures, !ContainsSubstring("wrong way"));
    // Beside the nulls: judged patterns only, aligned, what does not hold in brackets.
    const auto nulls = part_after(text, "Nulls: one mechanism taken out");
    const auto head = line_with(nulls, "id ");
    const auto beside = line_with(nulls, "P2 ");
    CHECK_THAT(head, ContainsSubstring("baseline  training"));
    CHECK_THAT(beside, ContainsSubstring("0.7500") && ContainsSubstring("(0.5000)"));
    CHECK(beside.size() == head.size());
    CHECK(line_with(part_before(nulls, "What a null"), "P5 ").empty());
    CHECK_THAT(line_with(text, "training  lose"),
               ContainsSubstring("P2") && ContainsSubstring("0.7500") && ContainsSubstring("yes"));
    CHECK_THAT(line_with(text, "training  keep"),
               ContainsSubstring("0.6000") && ContainsSubstring("-"));
    CHECK_THAT(text, ContainsSubstring("Books, huisarts") && ContainsSubstring("Books, avg"));
    CHECK_THAT(text, ContainsSubstring("1 of 2 judged patterns of use fit and check hold."));
}

TEST_CASE("a validation without nulls says nothing of them")
{
    auto v = row_validation();
    v.nulls.clear();
    CHECK_THAT(validation_text(v), !ContainsSubstring("Nulls"));
    CHECK(nlohmann::json::parse(validation_json(v))["nulls"].empty());
}
