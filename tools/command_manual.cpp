// SPDX-License-Identifier: EUPL-1.2
// The command lines of what is made from the commands themselves: completion and manual.
#include <memory>

#include "tools/command_parts.h"
#include "tools/command_tree.h"
#include "tools/completion_script.h"
#include "tools/manual_command.h"

namespace mgz::cli {

void add_completion(Program& program)
{
    const auto shell = std::make_shared<std::string>();
    CLI::App* app =
        add_command(program, program.app, "completion", "Print what makes a shell complete mgz",
                    "Examples:\n"
                    "  source <(mgz completion bash)\n"
                    "  mgz completion zsh > ~/.zfunc/_mgz\n"
                    "In ~/.bashrc the first line switches it on for good. zsh looks for _mgz in "
                    "the folders\n"
                    "of $fpath. An installed mgz has both in their places already.");
    one_of(app, "SHELL", *shell, {"bash", "zsh"}, "Which shell")->required();
    app->callback([&program, shell] {
        program.command.call = [tree = command_tree(program.app), shell] {
            fmt::print("{}", *shell == "zsh" ? zsh_completion(tree) : bash_completion(tree));
            return 0;
        };
    });
}

void add_manual(Program& program)
{
    const auto arguments = std::make_shared<ManualArguments>();
    CLI::App* app =
        add_command(program, program.app, "manual", "Print the manual page of a command",
                    "Examples:\n"
                    "  mgz manual sweep plan | man -l -\n"
                    "  mgz manual -o man1\n"
                    "Pages in roff, for man. After an installation man mgz-sweep-plan "
                    "shows the same.");
    app->add_option("COMMAND", arguments->words, "Its words; mgz itself unless given")
        ->type_name("");
    app->add_option("-o,--output", arguments->out, "Folder to make, with the pages of all commands")
        ->type_name("OUT");
    app->callback([&program, arguments] {
        program.command.call = [tree = command_tree(program.app), arguments] {
            return show_manual(tree, *arguments);
        };
    });
}

}  // namespace mgz::cli
