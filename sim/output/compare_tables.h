// SPDX-License-Identifier: EUPL-1.2
/// The tables of a comparison as CSV text. Effects are signed: above 0 is better.
#pragma once

#include <string>

#include "sim/study/comparison.h"
#include "sim/world/world.h"

namespace mgz {

/// figures.csv: how things are in each scenario, the reference first.
std::string figures_csv(const World& world, const Comparison& comparison);
/// differences.csv: every effect.
std::string differences_csv(const World& world, const Comparison& comparison);
/// lasting.csv: from when on an effect is certain to the end.
std::string lasting_csv(const World& world, const Comparison& comparison);
/// costs.csv: what a scenario costs more than the reference.
std::string cost_effects_csv(const World& world, const Comparison& comparison);
/// moves.csv: who works elsewhere.
std::string moves_csv(const World& world, const Comparison& comparison);
/// verdicts.csv: what three measures say of each region; the reference's rows first.
std::string verdicts_csv(const World& world, const Comparison& comparison);
/// precision.csv: effects of Comparison::year and what sharing luck did for them.
std::string precision_csv(const World& world, const Comparison& comparison);

}  // namespace mgz
