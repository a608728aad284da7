// SPDX-License-Identifier: EUPL-1.2
/// What `mgz explain` prints for people.
#pragma once

#include <string>
#include <vector>

#include "sim/study/explain.h"

namespace mgz::cli {

/// FTE by cause with the sum, the change of FTE and their difference, then the paragraph.
std::string explanation_text(const RegionExplanation& explanation);

/// The terms of the utility of the place chosen and of the best others, then the paragraph.
std::string decision_text(const Groundwork& g, const SettlementDecision& decision, int replicate);

/// Who settled, with the key to ask for; at most a few dozen.
std::string placements_text(const Groundwork& g, const std::vector<Placement>& placements);

}  // namespace mgz::cli
