// SPDX-License-Identifier: EUPL-1.2
#include "tools/command_errors.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/check.h"
#include "geo/text.h"

namespace mgz::cli {

using Words = std::vector<std::string>;

static Words commands_of(const CLI::App& app)
{
    Words names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        names.push_back(command->get_name());
    }
    return names;
}

/// The chain of commands that were named, outermost first.
static std::vector<const CLI::App*> chosen(const CLI::App& app)
{
    std::vector<const CLI::App*> chain;
    for (auto next = app.get_subcommands(); !next.empty(); next = next.front()->get_subcommands()) {
        chain.push_back(next.front());
    }
    return chain;
}

/// "data import"; "" when no command was named.
static std::string place_of(const CLI::App& app)
{
    std::string place;
    for (const CLI::App* command : chosen(app)) {
        place += (place.empty() ? "" : " ") + command->get_name();
    }
    return place;
}

static std::string help_hint(const std::string& place)
{
    return fmt::format("mgz{}{} --help tells more", place.empty() ? "" : " ", place);
}

void check_commands(const CLI::App& app, const Words& words)
{
    const CLI::App* at = &app;
    std::string place;
    for (const std::string& word : words) {
        const Words names = commands_of(*at);
        if (names.empty() || word == "-h" || word == "--help" || word == "--version") return;
        if (word.starts_with('-')) continue;
        if (std::find(names.begin(), names.end(), word) == names.end()) {
            const std::string near = geo::nearest_name(word, names);
            throw geo::InputError(place, fmt::format("there is no command '{}'", word),
                                  near.empty()
                                      ? fmt::format("the commands are {}", geo::joined(names))
                                      : fmt::format("did you mean '{}'?", near));
        }
        at = at->get_subcommand(word);
        place += (place.empty() ? "" : " ") + word;
    }
    if (const Words names = commands_of(*at); !names.empty()) {
        throw geo::InputError(place, "no command is given",
                              fmt::format("the commands are {}", geo::joined(names)));
    }
}

void refuse_word(const CLI::App& app, const std::string& word)
{
    const std::string place = place_of(app);
    if (!word.starts_with('-')) {
        throw geo::InputError(place, fmt::format("'{}' is one word too many", word),
                              help_hint(place));
    }
    const auto chain = chosen(app);
    Words options;
    for (const CLI::Option* option : (chain.empty() ? &app : chain.back())->get_options()) {
        for (const std::string& name : option->get_lnames())
            options.push_back("--" + name);
    }
    const std::string near = geo::nearest_name(word.substr(0, word.find('=')), options);
    throw geo::InputError(place, fmt::format("there is no option {}", word),
                          near.empty() ? help_hint(place) : fmt::format("did you mean {}?", near));
}

void refuse(const CLI::App& app, const CLI::ParseError& error)
{
    std::string wrong = error.what();
    if (error.get_name() == "ArgumentMismatch") {
        // "--seed: 1 required INT missing", "--seed: At most 1 required but received 2"
        const bool missing = wrong.find("missing") != std::string::npos;
        wrong.resize(std::min(wrong.size(), wrong.find_first_of(": ")));
        wrong += missing ? " needs a value" : " is given more than once";
    } else if (error.get_name() == "RequiredError") {
        wrong.resize(std::min(wrong.size(), wrong.find(' ')));
        wrong += " is missing";
    }
    const std::string place = place_of(app);
    throw geo::InputError(place, wrong, help_hint(place));
}

}  // namespace mgz::cli
