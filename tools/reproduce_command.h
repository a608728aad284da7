// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

namespace mgz::cli {

struct ReproduceArguments {
    std::string manifest;              ///< file, or the folder that holds manifest.json
    std::string out;                   ///< folder to keep what is made; empty: it is thrown away
    std::vector<std::string> inputs;   ///< folders with a user's own inputs
    bool check = false;                ///< only look at the files beside the manifest
    int threads = 0;                   ///< 0: as many as the machine offers
    bool force = false;                ///< replace `out` if it exists
    std::vector<std::string> command;  ///< the words of the command line, for run.json
};

/// Makes again what a manifest vouches for and compares the hashes, or compares those of the files
/// beside it. Prints what is the same, what differs and why that may be.
/// Returns the exit status: 0 all is the same, 1 something differs.
/// Errors (InputError): see read_manifest_file() and find_recorded(); a manifest of something else
/// than a run or comparison, unless it is only checked; an `out` that may not be written.
/// RunError: the machine refuses; then nothing is left behind.
int reproduce(const ReproduceArguments& arguments);

}  // namespace mgz::cli
