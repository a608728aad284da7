// SPDX-License-Identifier: EUPL-1.2
/// What a comparison knows of itself besides its figures.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sim/output/run_facts.h"
#include "sim/scenario/scenario_file.h"

namespace mgz {

/// One of the scenarios, as it was read.
struct ComparedScenario {
    std::string name;  ///< as the comparison calls it; plain enough for the name of a file
    LoadedScenario loaded;
    std::vector<InputFile> inputs;  ///< hash_inputs()
    std::string attribution;        ///< attribution_of()
};

struct CompareFacts {
    // Of the comparison; these go to manifest.json and into the data.
    std::uint32_t seed = 1;
    std::vector<ComparedScenario> scenarios;  ///< the reference first, in the comparison's order

    // Of the machine; these go to run.json and nowhere else.
    std::vector<std::string> command;  ///< the words of the command line
    std::chrono::system_clock::time_point started = std::chrono::system_clock::now();
    int threads = 0;                                     ///< as used
    std::vector<std::pair<std::string, double>> phases;  ///< name and wall seconds, so far
};

/// What the data must say about their sources: each attribution once, "; " between them.
std::string attribution_of(const CompareFacts& facts);

}  // namespace mgz
