// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

namespace mgz::cli {

struct SensitivityArguments {
    std::string folder;  ///< that mgz sweep plan made
    std::string out;     ///< folder to make
    int resamples = 200;
    int threads = 0;  ///< 0: as many as the machine offers
    bool allow_missing = false;
    bool force = false;                ///< replace `out` if it exists
    std::vector<std::string> command;  ///< the words of the command line, for run.json
};

/// What a sweep says of its factors. Returns the exit status.
/// Errors. InputError: read_plan()'s; runs are missing, and nobody said that they may; an `out`
/// that may not be written. RunError: the machine refuses; then nothing is left behind.
int analyse_sweep(const SensitivityArguments& arguments);

}  // namespace mgz::cli
