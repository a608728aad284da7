// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tools/loading.h"
#include "tools/run_result_text.h"

namespace mgz::cli {

struct RunArguments {
    ScenarioArguments which;
    std::string out;  ///< folder to make; may be empty for a dry run
    int replicates = 20;
    std::uint32_t seed = 1;
    int threads = 0;  ///< 0: as many as the machine offers
    bool dry_run = false;
    bool force = false;  ///< replace `out` if it exists
    Language language = Language::english;
    std::vector<std::string> command;  ///< the words of the command line, for run.json
};

/// One scenario from inputs to files. Returns the exit status.
/// Errors (InputError): a scenario or input that cannot be used, an `out` that may not be written;
/// all before the simulation starts. RunError: the machine refuses; then nothing is left behind.
int run(const RunArguments& arguments);

}  // namespace mgz::cli
