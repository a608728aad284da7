// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <functional>

#include "tools/completion_script.h"

namespace mgz::cli {

namespace {

/// What is not a table: walks over the words before the cursor, then proposes.
constexpr const char* walk = R"bash(
# Ready scenarios that begin with $1; compgen -W would run what stands in their names.
_mgz_ready()
{
    local name
    while IFS= read -r name; do
        [[ $name != "$1"* ]] || printf '%s\n' "$name"
    done < <("${COMP_WORDS[0]}" scenarios 2>/dev/null | sed -n '/^$/q; /^[^ ]/p')
}

_mgz()
{
    local word=${COMP_WORDS[COMP_CWORD]} command='' option='' operands=0 before at takes
    for ((at = 1; at < COMP_CWORD; at++)); do
        before=${COMP_WORDS[at]}
        if [[ $before == '=' ]]; then
            # bash parts --option=value and KEY=VALUE into three words.
            [[ -n $option ]] || ((at += 1))
        elif [[ -n $option ]]; then
            option=''
        elif [[ $before == -* ]]; then
            [[ -z $(_mgz_takes "$command" "$before") ]] || option=$before
        elif [[ " $(_mgz_commands "$command") " == *" $before "* ]]; then
            command="${command:+$command }$before"
        else
            ((operands += 1))
        fi
    done

    if [[ -n $option ]]; then
        takes=$(_mgz_takes "$command" "$option")
    elif ((at > COMP_CWORD)) || [[ $word == '=' ]]; then
        takes=file
    elif [[ $word == -* ]]; then
        takes="words $(_mgz_options "$command")"
    elif [[ -n $(_mgz_commands "$command") ]]; then
        takes="words $(_mgz_commands "$command")"
    else
        takes=$(_mgz_takes "$command" "$((operands + 1))")
    fi
    [[ $word != '=' ]] || word=''

    COMPREPLY=()
    case $takes in
        words\ *) mapfile -t COMPREPLY < <(compgen -W "${takes#words }" -- "$word") ;;
        scenario) mapfile -t COMPREPLY < <(_mgz_ready "$word"; compgen -f -- "$word") ;;
        file) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
    esac
    # So that a folder gets a slash and a space in a name is quoted; refused outside of a completion.
    case $takes in
        scenario | file) compopt -o filenames 2>/dev/null ;;
    esac
    return 0
}
complete -F _mgz mgz
)bash";

std::string takes_text(const OptionEntry& option)
{
    switch (option.takes) {
        case Takes::words:
            return fmt::format("words {}", fmt::join(option.words, " "));
        case Takes::scenario:
            return "scenario";
        case Takes::file:
            return "file";
        case Takes::text:
            return "text";
        case Takes::nothing:
            break;
    }
    return {};
}

/// Without the name of the program: "" for the program itself.
std::string key_of(const CommandEntry& command)
{
    const auto first = command.path.find(' ');
    return first == std::string::npos ? "" : command.path.substr(first + 1);
}

using Visit = std::function<void(const CommandEntry&)>;

void for_each_command(const CommandEntry& command, const Visit& visit)
{
    visit(command);
    for (const CommandEntry& inner : command.commands)
        for_each_command(inner, visit);
}

/// A function that prints something for each command.
std::string table(const CommandEntry& root, const char* name, const char* subject,
                  const std::function<std::string(const CommandEntry&)>& row)
{
    std::string text = fmt::format("\n{}()\n{{\n    case {} in\n", name, subject);
    for_each_command(root, [&](const CommandEntry& command) { text += row(command); });
    return text + "    esac\n}\n";
}

std::string commands_row(const CommandEntry& command)
{
    std::string names;
    for (const CommandEntry& inner : command.commands)
        names += fmt::format(" {}", inner.path.substr(inner.path.rfind(' ') + 1));
    return names.empty() ? "" : fmt::format("        '{}') echo{} ;;\n", key_of(command), names);
}

std::string options_row(const CommandEntry& command)
{
    std::string names;
    for (const OptionEntry& option : command.options)
        names += fmt::format(" {}", fmt::join(option.names, " "));
    return fmt::format("        '{}') echo '{}' ;;\n", key_of(command), names.substr(1));
}

std::string takes_rows(const CommandEntry& command)
{
    std::string rows;
    for (const OptionEntry& option : command.options) {
        if (option.takes == Takes::nothing) continue;
        for (const std::string& name : option.names) {
            rows += fmt::format("        '{}:{}') echo {} ;;\n", key_of(command), name,
                                takes_text(option));
        }
    }
    int number = 0;
    for (const OptionEntry& operand : command.operands) {
        const std::string place = operand.repeated ? "'[1-9]*" : fmt::format("{}'", ++number);
        rows += fmt::format("        '{}:{}) echo {} ;;\n", key_of(command), place,
                            takes_text(operand));
    }
    return rows;
}

}  // namespace

std::string bash_completion(const CommandEntry& root)
{
    return "# Completion of mgz for bash; made by: mgz completion bash\n"
           "# shellcheck shell=bash\n" +
           table(root, "_mgz_commands", "$1", commands_row) +
           table(root, "_mgz_options", "$1", options_row) +
           "\n# _mgz_takes COMMAND OPTION, or the number of an operand; nothing for a flag" +
           table(root, "_mgz_takes", "$1:$2", takes_rows) + walk;
}

}  // namespace mgz::cli
