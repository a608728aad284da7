// SPDX-License-Identifier: EUPL-1.2
#include "tools/command_tree.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <string_view>

namespace mgz::cli {

/// The words of "en|nl"; none unless all are in lower case, as what is written literally is.
static std::vector<std::string> literal_words(const std::string& value)
{
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789_-|";
    if (value.find('|') == std::string::npos ||
        value.find_first_not_of(allowed) != std::string::npos) {
        return {};
    }
    return CLI::detail::split(value, '|');
}

/// By the names that the commands give to values. One that is not known here may be a file.
static Takes value_of(const std::string& value)
{
    constexpr std::array text = {"N",       "YEAR", "KEY",       "KEY=VALUE",     "CODE",
                                 "NAME",    "TEXT", "ID",        "COL",           "GROUP",
                                 "COMMAND", "i/n",  "MMmm|PXpx", "C1,C2,C3,C4,C5"};
    if (value == "SCENARIO") return Takes::scenario;
    return std::find(text.begin(), text.end(), value) != text.end() ? Takes::text : Takes::file;
}

static OptionEntry entry(const CLI::Option& option)
{
    OptionEntry made;
    for (const std::string& name : option.get_snames())
        made.names.push_back(fmt::format("-{}", name));
    for (const std::string& name : option.get_lnames())
        made.names.push_back(fmt::format("--{}", name));
    const bool operand = made.names.empty();
    if (operand) made.names.push_back(option.get_name(true));
    made.help = option.get_description();
    made.required = option.get_required();
    made.repeated = option.get_expected_max() > 1;
    if (option.get_expected_max() == 0 || option.get_type_size() == 0) return made;  // a flag

    const std::string type = option.get_type_name();
    made.words = literal_words(type);
    made.value = operand ? made.names.front() : type;
    made.takes = made.words.empty() ? value_of(made.value) : Takes::words;
    return made;
}

static CommandEntry entry(const CLI::App& app, const std::string& path)
{
    CommandEntry made{path, app.get_description(), app.get_footer(), {}, {}, {}};
    for (const CLI::Option* option : app.get_options()) {
        if (option->get_group().empty()) continue;
        (option->nonpositional() ? made.options : made.operands).push_back(entry(*option));
    }
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        if (command->get_group().empty()) continue;
        made.commands.push_back(entry(*command, path + " " + command->get_name()));
    }
    return made;
}

CommandEntry command_tree(const CLI::App& app)
{
    return entry(app, app.get_name());
}

const CommandEntry* find_command(const CommandEntry& root, const std::vector<std::string>& words)
{
    const CommandEntry* at = &root;
    for (const std::string& word : words) {
        const auto found = std::find_if(
            at->commands.begin(), at->commands.end(),
            [&](const CommandEntry& command) { return command.path == at->path + " " + word; });
        if (found == at->commands.end()) return nullptr;
        at = &*found;
    }
    return at;
}

}  // namespace mgz::cli
