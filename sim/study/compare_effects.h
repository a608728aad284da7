// SPDX-License-Identifier: EUPL-1.2
/// From what was measured in every replicate to effects. Sums run in order of replicate.
#pragma once

#include <vector>

#include "sim/model/history.h"
#include "sim/study/compare_measures.h"

namespace mgz {

/// Values of one scenario: [replicate][value], each as Measures::of() gives them.
using ScenarioValues = std::vector<std::vector<double>>;

/// Effects by key, then year. REQUIRES: both of the same replicates, at least one.
std::vector<Effect> effects_of(const Measures& measures, const ScenarioValues& reference,
                               const ScenarioValues& scenario);

/// Figures of one scenario by key, then year. REQUIRES: at least one replicate.
std::vector<LevelFigure> figures_of(const Measures& measures, const ScenarioValues& sample);

/// Quantities whose interval leaves zero and stays on one side of it to the last year.
std::vector<LastingEffect> lasting_effects(const std::vector<Effect>& effects);

/// Verdicts of the output years on regions, from the means of a sample.
std::vector<Verdict> verdicts_of(const Measures& measures, const ScenarioValues& sample);

/// Paired differences of what was spent, per region and for the country; years from `first` on.
/// Costs are [replicate][row].
std::vector<CostEffect> cost_effects(const std::vector<std::vector<CostRow>>& reference,
                                     const std::vector<std::vector<CostRow>>& scenario, int first);

}  // namespace mgz
