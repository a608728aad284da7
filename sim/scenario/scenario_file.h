// SPDX-License-Identifier: EUPL-1.2
/// Scenario files: TOML, each a difference from the one it inherits.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/scenario/plain_toml.h"
#include "sim/scenario/registry.h"

namespace mgz {

/// Where the effective value of a key came from: "default", a file, or "--set".
using Origins = std::map<std::string, std::string>;

struct LoadedScenario {
    Scenario scenario;
    Origins origins;                 ///< one entry per registered key
    std::vector<std::string> files;  ///< read, innermost first
};

/// Read a scenario and everything it inherits, then apply settings ("key=value", the value in
/// TOML; a bare word counts as text). Paths of inputs come out absolute (data_folder for
/// defaults). `path` may be empty: the defaults alone. Interventions of an inherited file come
/// first (sim/scenario/interventions.h). `inherits = "name"` is name.toml beside the file, else the
/// ready scenario of that name (sim/scenario/ready_scenarios.h).
/// Errors (InputError): no such file; not TOML (with line and column); unknown key (with the
/// nearest); wrong type; value out of range; nothing of that name to inherit (with the places
/// looked at and the nearest ready scenario); inheritance loop; NUL or control bytes.
LoadedScenario load_scenario(const std::string& path, const std::vector<std::string>& settings,
                             const std::string& data_folder);

/// The parameter with this key. Errors (InputError at `where`): there is none, with the nearest.
const Parameter& parameter_named(const std::vector<Parameter>& list, const std::string& key,
                                 const std::string& where);

/// Puts a value into the scenario that the parameter is bound to. Paths start at `folder`.
/// Errors (InputError at `where`): wrong kind; out of range.
void set_parameter(const Parameter& parameter, const PlainValue& value, const std::string& where,
                   const std::string& folder);

/// The whole scenario as a TOML file that reads back to the same values.
std::string scenario_text(const Scenario& scenario);

}  // namespace mgz
