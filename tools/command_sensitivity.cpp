// SPDX-License-Identifier: EUPL-1.2
// The command line of mgz sensitivity.
#include <memory>

#include "tools/command_parts.h"
#include "tools/sensitivity_command.h"

namespace mgz::cli {

void add_sensitivity(Program& program)
{
    const auto arguments = std::make_shared<SensitivityArguments>();
    SensitivityArguments& a = *arguments;
    CLI::App* app = add_command(
        program, program.app, "sensitivity", "Say what decides the outcomes of a sweep",
        "Example:\n"
        "  mgz sensitivity out/far-gap -o out/far-gap-drivers\n"
        "OUT appears whole or not at all. Start with OUT/summary.md; OUT/sensitivity.gpkg shows\n"
        "which factor matters most in each region, OUT/dictionary.csv explains every column.");
    app->add_option("DIR", a.folder, "Folder that mgz sweep plan made")->required()->type_name("");
    app->add_option("-o,--output", a.out, "Folder to make")->required()->type_name("OUT");
    whole_number(app, "--resamples", a.resamples, 20, 100000,
                 fmt::format("Of the bootstrap, for intervals; {} unless given", a.resamples));
    whole_number(app, "--threads", a.threads, 1, 4096,
                 "Outcomes at a time, all processors unless given; same results");
    app->add_flag("--allow-missing", a.allow_missing, "Leave points with missing runs out");
    app->add_flag("--force", a.force, "Replace OUT if it exists");
    app->callback([&program, arguments] {
        arguments->command = program.words;
        program.command.call = [arguments] { return analyse_sweep(*arguments); };
    });
}

}  // namespace mgz::cli
