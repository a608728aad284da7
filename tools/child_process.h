// SPDX-License-Identifier: EUPL-1.2
/// Other programs, started with words and no shell between: no letter of a name has a meaning.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace mgz::cli {

/// How a program ended and what it printed.
struct Ended {
    int status = 0;  ///< exit status; 128 and the signal when a signal ended it
    std::string out, err;
};

/// Waits for its end; it reads nothing. Empty when there is no such program on the PATH.
/// Errors: RunError when the machine refuses.
/// REQUIRES: words, the program first.
std::optional<Ended> run_program(const std::vector<std::string>& words);

}  // namespace mgz::cli
