// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "tools/command_tree.h"

namespace mgz::cli {

struct ManualArguments {
    std::vector<std::string> words;  ///< of the command; none for the program itself
    std::string out;                 ///< folder to make with the pages of all; empty: print one
};

/// Prints the manual page of a command, or makes a folder with all pages. Their date is that of the
/// environment variable SOURCE_DATE_EPOCH (seconds since 1970), and none without it: the same
/// program makes the same pages. Returns the exit status.
/// Errors (InputError): no such command; words and a folder; SOURCE_DATE_EPOCH is no such number.
int show_manual(const CommandEntry& root, const ManualArguments& arguments);

}  // namespace mgz::cli
