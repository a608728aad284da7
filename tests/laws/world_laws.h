// SPDX-License-Identifier: EUPL-1.2
/// The laws on a random world: those of laws.h and figure_laws.h, and what must not matter.
#pragma once

#include <string>

#include "tests/support/random_world.h"

namespace laws {

/// Runs it, every law checked, and looks at every table.
void check_world(const support::RandomWorld& random);

/// What a reader made of a world's files.
struct Reading {
    bool refused = false;
    std::string sentence;  ///< of the refusal
};

/// Writes the world to a folder and reads it: the same places; where the files are exact, the same
/// run to the bit. A refusal must be one clear sentence.
Reading check_files(const support::RandomWorld& random, const std::string& folder);

}  // namespace laws
