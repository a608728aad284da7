// SPDX-License-Identifier: EUPL-1.2
/// A scenario that is a text and no file, such as the effective one in a manifest.
#pragma once

#include <string>
#include <string_view>

#include "sim/scenario/scenario_file.h"

namespace mgz {

/// As load_scenario(), of a text that inherits nothing. `where` stands in messages; paths start at
/// its folder, as if it were a file. Defined beside load_scenario().
/// Errors (InputError): as load_scenario(), and a text that inherits.
LoadedScenario load_scenario_text(std::string_view text, const std::string& where,
                                  const std::string& data_folder);

}  // namespace mgz
