// SPDX-License-Identifier: EUPL-1.2
/// A comparison in words.
#pragma once

#include <string>

#include "sim/study/comparison.h"
#include "sim/world/world.h"

namespace mgz {

/// summary.md: Markdown for whoever decides. What was compared and how sure it is; then, for every
/// scenario and Comparison::year, effects on the country, who gains and who loses, where physicians
/// work, from which year on it is certain, what it costs, and whether measures agree.
std::string summary_text(const World& world, const Scenario& reference,
                         const Comparison& comparison);

}  // namespace mgz
