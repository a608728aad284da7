// SPDX-License-Identifier: EUPL-1.2
/// What a run knows of itself besides its figures.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sim/scenario/scenario_file.h"

namespace mgz {

/// A file that a run read; a shapefile is several.
struct InputFile {
    std::string key;   ///< of the scenario: "geography.regions"
    std::string path;  ///< as in the scenario, without a layer's name
    std::string sha256;
    std::uint64_t size = 0;  ///< bytes
};

/// The scenario's input keys and where they point, in the order of the registry; then the areas of
/// its interventions, each once, all as "interventions.area". Those that point nowhere ("" and
/// "none") are left out.
std::vector<std::pair<std::string, std::string>> input_paths(const Scenario& scenario);

/// The files behind the scenario's inputs, hashed now: call it before the world is loaded. What
/// cannot be read is left out: load_world refuses it and says why.
std::vector<InputFile> hash_inputs(const Scenario& scenario);

/// What the data must say about their sources; "" when the user gave all places himself.
std::string attribution_of(const Origins& origins);

struct RunFacts {
    // Of the run; these go to manifest.json and into the data.
    std::uint32_t seed = 1;
    Origins origins;                          ///< LoadedScenario::origins
    std::vector<std::string> scenario_files;  ///< LoadedScenario::files
    std::vector<InputFile> inputs;            ///< hash_inputs()
    std::string attribution;                  ///< attribution_of()

    // Of the machine; these go to run.json and nowhere else.
    std::vector<std::string> command;  ///< the words of the command line
    std::chrono::system_clock::time_point started = std::chrono::system_clock::now();
    int threads = 0;                                     ///< as used
    std::vector<std::pair<std::string, double>> phases;  ///< name and wall seconds, so far
};

}  // namespace mgz
