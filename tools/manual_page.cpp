// SPDX-License-Identifier: EUPL-1.2
#include "tools/manual_page.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <sstream>

namespace mgz::cli {

/// Text that roff takes as it stands.
static std::string plain(const std::string& text)
{
    std::string safe;
    for (const char c : text) {
        const bool starts_line = safe.empty() || safe.back() == '\n';
        if (c == '\\') {
            safe += "\\e";
        } else if (c == '-') {
            safe += "\\-";
        } else if (c == '\'') {
            safe += "\\(aq";
        } else {
            safe += starts_line && c == '.' ? "\\&." : std::string(1, c);
        }
    }
    return safe;
}

static std::string bold(const std::string& text)
{
    return fmt::format("\\fB{}\\fR", plain(text));
}

static std::string bold(const std::vector<std::string>& words, const char* between)
{
    std::vector<std::string> texts;
    for (const std::string& word : words)
        texts.push_back(bold(word));
    return fmt::format("{}", fmt::join(texts, between));
}

static std::string italic(const std::string& text)
{
    return fmt::format("\\fI{}\\fR", plain(text));
}

/// What --help says at its end, taken apart: lines that are indented are commands to try.
struct More {
    std::string examples, prose;
};

static More take_apart(const std::string& more)
{
    More parts;
    std::istringstream lines(more);
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("  ", 0) == 0) {
            parts.examples += line.substr(2) + "\n";
        } else if (line != "Example:" && line != "Examples:" && !line.empty()) {
            parts.prose += line + "\n";
        }
    }
    return parts;
}

/// How the value is written: the words themselves, or the name of what stands there.
static std::string value_text(const OptionEntry& option)
{
    return option.takes == Takes::words ? bold(option.words, "|") : italic(option.value);
}

static std::string operand_text(const OptionEntry& operand)
{
    const std::string text = italic(operand.value) + (operand.repeated ? " ..." : "");
    return operand.required ? text : fmt::format("[{}]", text);
}

static std::string synopsis(const CommandEntry& command)
{
    std::vector<std::string> parts = {bold(command.path), fmt::format("[{}]", italic("options"))};
    for (const OptionEntry& option : command.options) {
        if (option.required) parts.push_back(bold(option.names.front()) + " " + value_text(option));
    }
    for (const OptionEntry& operand : command.operands)
        parts.push_back(operand_text(operand));
    if (!command.commands.empty()) parts.push_back(italic("command"));
    return fmt::format("{}\n", fmt::join(parts, " "));
}

static std::string item(const std::string& head, const std::string& body)
{
    return fmt::format(".TP\n{}\n{}.\n", head, plain(body));
}

static std::string operand_items(const CommandEntry& command)
{
    std::string text;
    for (const OptionEntry& operand : command.operands) {
        const std::string words =
            operand.words.empty() ? "" : fmt::format(": {}", value_text(operand));
        text += item(italic(operand.value) + words, operand.help);
    }
    return text;
}

static std::string option_items(const CommandEntry& command)
{
    std::string text;
    for (const OptionEntry& option : command.options) {
        std::string head = bold(option.names, ", ");
        if (option.takes != Takes::nothing) head = fmt::format("{} {}", head, value_text(option));
        text += item(head, option.help);
    }
    return text;
}

static std::string command_items(const CommandEntry& command)
{
    std::string text;
    for (const CommandEntry& inner : command.commands) {
        text += item(bold(inner.path), inner.help + fmt::format("; see {}(1)", manual_name(inner)));
    }
    return text;
}

/// The command above it and those below.
static std::string see_also(const CommandEntry& command)
{
    std::vector<std::string> names;
    if (const auto last = command.path.rfind(' '); last != std::string::npos) {
        std::string above = command.path.substr(0, last);
        std::replace(above.begin(), above.end(), ' ', '-');
        names.push_back(above);
    }
    for (const CommandEntry& inner : command.commands)
        names.push_back(manual_name(inner));
    std::string text;
    for (const std::string& name : names) {
        text += fmt::format(".BR {} (1){}\n", plain(name), &name == &names.back() ? "" : ",");
    }
    return text;
}

static std::string section(const std::string& title, const std::string& text)
{
    return text.empty() ? "" : fmt::format(".SH {}\n{}", title, text);
}

std::string manual_name(const CommandEntry& command)
{
    std::string name = command.path;
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

std::string manual_page(const CommandEntry& command, const ManualStamp& stamp)
{
    const bool program = command.path.find(' ') == std::string::npos;
    const std::string name = manual_name(command);
    std::string title = name;
    std::transform(title.begin(), title.end(), title.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    // A name and its meaning stand on one line, whatever the help of the program looks like.
    std::string meaning =
        program ? "geographic simulation of the medical-generalist care workforce" : command.help;
    meaning[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(meaning[0])));
    const More more = take_apart(command.more);
    const std::string examples =
        more.examples.empty() ? "" : fmt::format(".nf\n{}.fi\n", plain(more.examples));

    std::string page = fmt::format(".TH {} 1 \"{}\" \"mgz {}\" \"User Commands\"\n", plain(title),
                                   stamp.date, stamp.version);
    page += section("NAME", plain(name) + " \\- " + plain(meaning) + "\n");
    page += section("SYNOPSIS", synopsis(command));
    page += section("DESCRIPTION",
                    plain(command.help) + (program ? "" : ".") + "\n" +
                        (more.prose.empty() ? "" : fmt::format(".PP\n{}", plain(more.prose))));
    page += section("COMMANDS", command_items(command));
    page += section("OPERANDS", operand_items(command));
    page += section("OPTIONS", option_items(command));
    if (program) {
        page += section("ENVIRONMENT", item(bold("MGZ_DATA"),
                                            "Folder with shapefiles, scenarios and the template of "
                                            "reports, instead of what was installed with the "
                                            "program"));
    }
    page += section("EXAMPLES", examples);
    return page + section("SEE ALSO", see_also(command));
}

}  // namespace mgz::cli
