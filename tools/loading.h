// SPDX-License-Identifier: EUPL-1.2
/// The first steps that commands share: from the words of the command line to a scenario and a
/// world. Both are logged.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/input/world_input.h"
#include "sim/scenario/scenario_file.h"

namespace mgz::cli {

/// Which scenario, as the user wrote it.
struct ScenarioArguments {
    std::string scenario;               ///< path, or name of a ready scenario
    std::vector<std::string> settings;  ///< "key=value", as given with --set
    std::optional<int> from, to;        ///< years; after the settings
};

/// The settings with the years behind them, as load_scenario() takes them.
std::vector<std::string> settings_of(const ScenarioArguments& which);

/// Errors (InputError): see data_folder.h and load_scenario().
LoadedScenario load(const ScenarioArguments& which);

/// Errors (InputError): see load_world().
World read_world(const Scenario& scenario, InputReport& report);

/// "31 regions, 56 subregions, 4067 settlements, 18 training centres".
std::string places_of(const World& world);

/// "4900 gp_practice, 400 vvt, ...": employers of each kind.
std::string employers_of(const World& world);

}  // namespace mgz::cli
