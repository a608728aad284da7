// SPDX-License-Identifier: EUPL-1.2
#include "tools/command_parts.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "sim/scenario/registry.h"

namespace mgz::cli {

CLI::Option* one_of(CLI::App* app, const std::string& name, std::string& target,
                    const Words& choices, const std::string& help)
{
    const auto check = [choices](const std::string& text) -> std::string {
        if (std::find(choices.begin(), choices.end(), text) != choices.end()) return {};
        return fmt::format("'{}' is unknown; give {}", text, fmt::join(choices, " or "));
    };
    return app->add_option(name, target, help)
        ->type_name(fmt::format("{}", fmt::join(choices, "|")))
        ->check(check, "", "");
}

void year(CLI::App* app, const std::string& key, std::optional<int>& target,
          const std::string& help)
{
    Scenario defaults;
    for (const Parameter& parameter : parameters(defaults)) {
        if (parameter.key != key) continue;
        whole_number(app, "--" + key, target, static_cast<long long>(parameter.low),
                     static_cast<long long>(parameter.high), help)
            ->type_name("YEAR");
    }
}

void add_verbosity(Program& program, CLI::App& app)
{
    app.add_flag("-v", program.command.verbosity, "Say on stderr what is done; -vv says more");
}

CLI::App* add_command(Program& program, CLI::App& parent, const std::string& name,
                      const std::string& help, const std::string& more)
{
    CLI::App* app = parent.add_subcommand(name, help);
    app->footer(more);
    add_verbosity(program, *app);
    return app;
}

void add_scenario(CLI::App* app, ScenarioArguments& which)
{
    app->add_option("SCENARIO", which.scenario, "File, or the name of a ready one (mgz scenarios)")
        ->required(which.scenario.empty())
        ->type_name("");
    app->add_option("--set", which.settings,
                    "Change one value (mgz parameters); may be given again")
        ->type_name("KEY=VALUE")
        ->allow_extra_args(false);
}

void add_work(CLI::App* app, int& replicates, std::uint32_t& seed, int& threads)
{
    whole_number(app, "--replicates", replicates, 1, 100000,
                 fmt::format("Repetitions with other luck; {} unless given", replicates));
    whole_number(app, "--seed", seed, 0, 4294967295,
                 fmt::format("Start of the luck; {} unless given", seed));
    whole_number(app, "--threads", threads, 1, 4096,
                 "Replicates at a time, all processors unless given; same results");
}

}  // namespace mgz::cli
