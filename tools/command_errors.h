// SPDX-License-Identifier: EUPL-1.2
/// What is wrong with a command line, in one sentence of ours: those of the library differ from
/// version to version.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace mgz::cli {

/// The words before the first option must lead to a command. Errors: InputError.
void check_commands(const CLI::App& app, const std::vector<std::string>& words);

/// A word that no command or option takes, as an InputError with the nearest option.
[[noreturn]] void refuse_word(const CLI::App& app, const std::string& word);

/// Everything else that the library finds wrong, as an InputError.
[[noreturn]] void refuse(const CLI::App& app, const CLI::ParseError& error);

}  // namespace mgz::cli
