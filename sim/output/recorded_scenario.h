// SPDX-License-Identifier: EUPL-1.2
/// From a scenario in a manifest to one that can be run: its inputs are found again, and are
/// proved to be the same by their hashes.
#pragma once

#include <string>
#include <vector>

#include "sim/output/manifest_file.h"
#include "sim/scenario/scenario_text.h"

namespace mgz {

/// Where inputs may be.
struct InputPlaces {
    std::string data_folder;           ///< of inputs that come with the program
    std::vector<std::string> folders;  ///< of a user's own, the first that fits is taken
    std::vector<std::string> files;    ///< more of them, each by its own path
};

/// What the run of a manifest was made of.
struct FoundScenario {
    LoadedScenario loaded;          ///< origins and files as the manifest has them
    std::vector<InputFile> inputs;  ///< hash_inputs(): equal to those of the manifest
};

/// Errors (InputError): the text is no scenario of this release; an input is in none of the
/// places, or is another than it was: with its name and both hashes.
FoundScenario find_recorded(const Manifest& manifest, const RecordedScenario& recorded,
                            const InputPlaces& places);

/// The first digits of a hash, enough for people to compare.
std::string short_hash(const std::string& sha256);

}  // namespace mgz
