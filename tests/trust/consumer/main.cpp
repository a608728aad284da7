// SPDX-License-Identifier: EUPL-1.2
// One replicate of the baseline from the libraries alone. Usage: consumer DATA_FOLDER
#include <cstdio>

#include "sim/input/world_input.h"
#include "sim/model/simulation.h"
#include "sim/scenario/scenario_file.h"

int main(int, char** argv)
{
    const std::string data = argv[1];
    const auto scenario = mgz::load_scenario(data + "/scenarios/baseline.toml", {}, data).scenario;
    mgz::InputReport report;
    const mgz::World world = mgz::load_world(scenario, report);
    const mgz::Groundwork groundwork(world, scenario);
    const auto history = mgz::simulate(groundwork, 1, 0, mgz::RecordPlan::yearly(scenario));
    std::printf("%zu regions, %zu accounts\n", world.regions.size(), history.accounts.size());
}
