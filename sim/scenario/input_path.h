// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace mgz {

/// Where an input lies, "path" or "path|layer", written in a file of this folder: unchanged when it
/// is absolute, "none" or empty.
std::string input_path(const std::string& where, const std::string& folder);

/// Absolute folder of a file, so that an input in it keeps its meaning when the scenario is written
/// out elsewhere.
std::string folder_of(const std::string& file);

}  // namespace mgz
