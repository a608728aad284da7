// SPDX-License-Identifier: EUPL-1.2
// The recorded fit can be had again.
#include <fstream>
#include <nlohmann/json.hpp>

#include "sim/input/world_input.h"
#include "sim/scenario/scenario_file.h"
#include "sim/study/calibrate.h"
#include "tests/support/catch.h"

using namespace mgz;
using Catch::Matchers::WithinRel;

static const std::string scenarios = MGZ_SOURCE_DIR "/scenarios/";

TEST_CASE("the fitted scenario has the loss that its record says", "[fitted]")
{
    std::ifstream file(scenarios + "fitted.json");
    REQUIRE(file);
    const auto record = nlohmann::json::parse(file);
    const auto targets = read_calibration_targets(scenarios + "targets/nl-2023.toml");
    CHECK(record.at("replicates") == targets.replicates);
    CHECK(record.at("seed") == targets.seed);
    const auto base = load_scenario("", {}, MGZ_SOURCE_DIR).scenario;
    const LossFunction loss(
        targets, read_pattern_data(targets.patterns), base,
        [](const Scenario& scenario) {
            InputReport report;
            return load_world(scenario, report);
        },
        0);
    CHECK(record.at("to") == loss.last_year());

    auto fitted = load_scenario(scenarios + "fitted.toml", {}, MGZ_SOURCE_DIR).scenario;
    fitted.to = loss.last_year();
    const auto outcome = loss.of(fitted);
    CHECK_THAT(outcome.loss, WithinRel(record.at("loss").get<double>(), 1e-9));
    REQUIRE(record.at("targets").size() == outcome.targets.size());
    for (std::size_t i = 0; i < outcome.targets.size(); ++i) {
        INFO(targets.targets[i].id);
        REQUIRE(outcome.targets[i].value);
        CHECK_THAT(*outcome.targets[i].value,
                   WithinRel(record.at("targets").at(i).at("value").get<double>(), 1e-9));
    }
}
