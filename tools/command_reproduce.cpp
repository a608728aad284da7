// SPDX-License-Identifier: EUPL-1.2
// The command line of mgz reproduce.
#include <memory>

#include "geo/check.h"
#include "tools/command_parts.h"
#include "tools/reproduce_command.h"

namespace mgz::cli {

void add_reproduce(Program& program)
{
    const auto arguments = std::make_shared<ReproduceArguments>();
    ReproduceArguments& a = *arguments;
    CLI::App* app = add_command(
        program, program.app, "reproduce", "Make a published result again and compare every byte",
        "Examples:\n"
        "  mgz reproduce out/baseline/manifest.json\n"
        "  mgz reproduce published/manifest.json --inputs my-data -o out/again\n"
        "  mgz reproduce out/baseline --check\n"
        "MANIFEST is what mgz run or compare left. It holds scenario, seed and replicates, and "
        "the\n"
        "hash of every input and output. Exit status: 0 all is the same, 1 something differs, 2\n"
        "the manifest or an input is not what it was.");
    app->add_option("MANIFEST", a.manifest, "manifest.json, or the folder that holds it")
        ->required()
        ->type_name("");
    app->add_option("-o,--output", a.out, "Folder to keep what is made")->type_name("OUT");
    app->add_option("--inputs", a.inputs,
                    "Folder with inputs of one's own; may be given again. Else they are looked "
                    "for beside the manifest and where they were")
        ->type_name("DIR")
        ->allow_extra_args(false);
    app->add_flag("--check", a.check,
                  "Run nothing: compare the files beside the manifest; of sweeps and "
                  "sensitivities too");
    whole_number(app, "--threads", a.threads, 1, 4096,
                 "Replicates at a time, all processors unless given; same results");
    app->add_flag("--force", a.force, "Replace OUT if it exists");
    app->callback([&program, arguments] {
        ReproduceArguments& given = *arguments;
        if (given.check && !(given.out.empty() && given.inputs.empty())) {
            throw geo::InputError("reproduce", "--check makes nothing and needs no inputs",
                                  "leave out -o and --inputs, or --check");
        }
        given.command = program.words;
        program.command.call = [arguments] { return reproduce(*arguments); };
    });
}

}  // namespace mgz::cli
