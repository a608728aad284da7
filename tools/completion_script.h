// SPDX-License-Identifier: EUPL-1.2
/// Scripts that teach a shell the commands of the program: it proposes commands, options, the words
/// that an option allows, ready scenarios, and files.
#pragma once

#include <string>

#include "tools/command_tree.h"

namespace mgz::cli {

/// For bash 4 or later, to be sourced or put in share/bash-completion/completions/mgz.
std::string bash_completion(const CommandEntry& root);

/// For zsh, to be sourced after compinit or put as _mgz in a folder of $fpath.
std::string zsh_completion(const CommandEntry& root);

}  // namespace mgz::cli
