// SPDX-License-Identifier: EUPL-1.2
/// What `mgz run` left behind, read back.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/score/account.h"

namespace mgz {

struct RunFolder {
    std::string path;
    std::string scenario;  ///< path of the scenario as it was run
    std::string title;     ///< of the scenario
    std::string program;   ///< "0.1.0 (git 1234567)": what made it
    std::uint32_t seed = 0;
    int replicates = 0;

    struct Input {
        std::string key, sha256;
    };
    std::vector<Input> inputs;  ///< files that were read
    FteHistory fte;
};

/// Reads manifest.json, regions.csv and account.csv.
/// Errors (InputError): no such folder; not the folder of a run; a table that lacks a column, a
/// year or a figure, or names a cause that this release does not know.
RunFolder read_run_folder(const std::string& path);

/// "0.1.0 (git 1234567)": this program, as RunFolder::program names the one that made a folder.
std::string this_program();

}  // namespace mgz
