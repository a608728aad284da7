// SPDX-License-Identifier: EUPL-1.2
/// What a map or raster says about itself to whoever opens it alone.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/output/run_facts.h"
#include "sim/score/ensemble.h"

namespace mgz {

inline constexpr std::string_view simulated_note =
    "Simulated values, not observations: they show what follows from the assumptions of the "
    "scenario.";

/// Key and value: version, scenario, seed, replicates, hash of the case, attribution, the note.
std::vector<std::pair<std::string, std::string>> labels_of(const Scenario& scenario,
                                                           const Ensemble& ensemble,
                                                           const RunFacts& facts);

}  // namespace mgz
