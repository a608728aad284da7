// SPDX-License-Identifier: EUPL-1.2
#include "tools/scenarios_command.h"

#include <fmt/format.h>

#include "sim/scenario/scenario_file.h"
#include "tools/data_folder.h"

namespace mgz::cli {

int show_scenarios()
{
    const std::string data = data_folder();
    for (const ReadyScenario& ready : ready_scenarios(data)) {
        const Scenario scenario = load_scenario(ready.path, {}, data).scenario;
        fmt::print("{}\n    {}\n", ready.name, scenario.title);
        if (!scenario.question.empty()) fmt::print("    {}\n", scenario.question);
    }
    fmt::print("\nThe files are in {}/scenarios. mgz run NAME -o OUT runs one.\n", data);
    return 0;
}

}  // namespace mgz::cli
