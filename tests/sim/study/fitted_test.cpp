// SPDX-License-Identifier: EUPL-1.2
// The defaults of the program are the fitted ones.
#include <fstream>
#include <nlohmann/json.hpp>

#include "sim/scenario/registry.h"
#include "sim/scenario/scenario_file.h"
#include "sim/study/calibrate_targets.h"
#include "tests/support/catch.h"

using namespace mgz;

static const std::string scenarios = MGZ_SOURCE_DIR "/scenarios/";

TEST_CASE("every fitted parameter is the default", "[fitted]")
{
    Scenario defaults;
    auto fitted = load_scenario(scenarios + "fitted.toml", {}, MGZ_SOURCE_DIR);
    const auto targets = read_calibration_targets(scenarios + "targets/nl-2023.toml");
    const auto there = parameters_of(targets, fitted.scenario);
    const auto here = parameters_of(targets, defaults);
    for (std::size_t i = 0; i < here.size(); ++i) {
        INFO(here[i].key);
        CHECK(fitted.origins.at(here[i].key) != "default");
        CHECK(value_text(there[i]) == value_text(here[i]));
    }
}

TEST_CASE("nothing but what the targets let move was fitted", "[fitted]")
{
    const auto fitted = load_scenario(scenarios + "fitted.toml", {}, MGZ_SOURCE_DIR);
    const auto targets = read_calibration_targets(scenarios + "targets/nl-2023.toml");
    for (const auto& entry : fitted.origins) {
        const std::string& key = entry.first;  // a name that a lambda may take, to clang 14 too
        if (entry.second == "default" || key == "title" || key == "question") continue;
        INFO(key);
        CHECK(std::any_of(targets.moves.begin(), targets.moves.end(),
                          [&](const Movable& move) { return move.key == key; }));
    }
}
