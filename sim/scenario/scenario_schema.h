// SPDX-License-Identifier: EUPL-1.2
/// Scenario files described for editors.
#pragma once

#include <string>

namespace mgz {

/// A JSON Schema (draft 2020-12) of scenario files, made from the registry: every key with type,
/// range, default and description. Dotted keys are nested objects, as TOML has them however they
/// are written. It accepts every file that load_scenario() accepts; what it cannot say (years of a
/// series rise, places exist, inherited files exist) only load_scenario() and load_world() know.
/// Ends with a line break; the same for the same program.
std::string scenario_schema();

}  // namespace mgz
