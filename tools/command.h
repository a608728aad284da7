// SPDX-License-Identifier: EUPL-1.2
/// From the words of the command line to one function to call. With main.cpp the only place that
/// sees the library for command lines, which is slow to compile.
#pragma once

#include <functional>

namespace mgz::cli {

struct Command {
    int verbosity = 0;          ///< -v counted
    std::function<int()> call;  ///< returns the exit status
};

/// Touches no file. --help and --version are commands too.
/// Errors (InputError): everything that is wrong with the words, with a hint.
Command read_command_line(int argc, const char* const* argv);

}  // namespace mgz::cli
