// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "tools/completion_script.h"

namespace mgz::cli {

namespace {

constexpr const char* head = R"zsh(#compdef mgz
# Completion of mgz for zsh; made by: mgz completion zsh

__mgz_ready()
{
    local -a ready
    ready=(${(f)"$(_call_program scenarios mgz scenarios 2>/dev/null | sed -n '/^$/q; /^[^ ]/p')"})
    _alternative "scenarios:ready scenario:compadd -a ready" 'files:file:_files'
}
)zsh";

constexpr const char* tail = R"zsh(
if [[ $funcstack[1] == _mgz ]]; then
    _mgz "$@"
else
    compdef _mgz mgz
fi
)zsh";

/// Text inside single quotes in which _arguments gives a meaning to colons and brackets.
std::string quoted(const std::string& text)
{
    std::string safe;
    for (const char c : text) {
        if (c == '\'') {
            safe += "'\\''";
        } else {
            if (c == ':' || c == '[' || c == ']' || c == '\\') safe += '\\';
            safe += c == '\n' ? ' ' : c;
        }
    }
    return safe;
}

std::string function_of(const CommandEntry& command)
{
    std::string name = fmt::format("_{}", command.path);
    std::replace(name.begin(), name.end(), ' ', '_');
    return name;
}

/// ":message:action" of a value.
std::string value_of(const OptionEntry& option)
{
    std::string action = " ";
    if (option.takes == Takes::words) action = fmt::format("({})", fmt::join(option.words, " "));
    if (option.takes == Takes::scenario) action = "__mgz_ready";
    if (option.takes == Takes::file) action = "_files";
    return fmt::format(":{}:{}", quoted(option.value), action);
}

/// All names of an option exclude each other, unless it may be given again.
std::string option_line(const OptionEntry& option)
{
    const bool again = option.repeated || option.names.front() == "-v";
    const std::string names = option.names.size() == 1
                                  ? option.names.front()
                                  : fmt::format("'{{{}}}'", fmt::join(option.names, ","));
    const std::string rule = again ? "*" : fmt::format("({})", fmt::join(option.names, " "));
    return fmt::format(" \\\n        '{}{}[{}]{}'", rule, names, quoted(option.help),
                       option.takes == Takes::nothing ? "" : value_of(option));
}

std::string operand_line(const OptionEntry& operand, int number)
{
    const std::string place =
        operand.repeated ? "*" : fmt::format("{}{}", number, operand.required ? "" : ":");
    return fmt::format(" \\\n        '{}{}'", place, value_of(operand));
}

/// Which of its commands, and all that follows to the function of that one.
std::string inner_commands(const CommandEntry& command)
{
    std::string names, choice;
    for (const CommandEntry& inner : command.commands) {
        const std::string name = inner.path.substr(inner.path.rfind(' ') + 1);
        names += fmt::format("\n        '{}:{}'", name, quoted(inner.help));
        choice += fmt::format("\n            {}) {} ;;", name, function_of(inner));
    }
    return fmt::format(
        " \\\n        '1:command:->command' '*::rest:->rest'\n"
        "    local -a commands\n    commands=({})\n"
        "    case $state in\n"
        "        command) _describe command commands ;;\n"
        "        rest) case $words[1] in{}\n        esac ;;\n"
        "    esac\n",
        names, choice);
}

std::string functions(const CommandEntry& command)
{
    std::string text;
    for (const CommandEntry& inner : command.commands)
        text += functions(inner);
    text += fmt::format(
        "\n{}()\n{{\n    local context state state_descr line\n"
        "    typeset -A opt_args\n    _arguments -C",
        function_of(command));
    for (const OptionEntry& option : command.options)
        text += option_line(option);
    int number = 0;
    for (const OptionEntry& operand : command.operands)
        text += operand_line(operand, ++number);
    return text + (command.commands.empty() ? "\n" : inner_commands(command)) + "}\n";
}

}  // namespace

std::string zsh_completion(const CommandEntry& root)
{
    return head + functions(root) + tail;
}

}  // namespace mgz::cli
