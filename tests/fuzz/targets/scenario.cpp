// SPDX-License-Identifier: EUPL-1.2
// A scenario file, and a setting of the command line.
#include "sim/scenario/scenario_file.h"
#include "tests/fuzz/fuzz.h"

namespace {

/// What was read is written, and read again to the same.
void check_echo(const mgz::Scenario& scenario)
{
    const auto text = mgz::scenario_text(scenario);
    const auto copy = fuzz::scratch() / "echo.toml";
    fuzz::put(copy, text);
    if (mgz::scenario_text(mgz::load_scenario(copy.string(), {}, MGZ_SOURCE_DIR).scenario) != text)
        fuzz::fault("a scenario reads back as another one");
}

void read_scenario(std::string_view bytes)
{
    const auto path = fuzz::scratch() / "scenario.toml";
    fuzz::put(path, bytes);
    check_echo(mgz::load_scenario(path.string(), {}, MGZ_SOURCE_DIR).scenario);
}

void read_setting(std::string_view bytes)
{
    check_echo(mgz::load_scenario("", {std::string(bytes)}, MGZ_SOURCE_DIR).scenario);
}

const fuzz::Registered scenario_target{{"scenario", read_scenario, 40}};
const fuzz::Registered setting_target{{"setting", read_setting, 40}};

}  // namespace
