// SPDX-License-Identifier: EUPL-1.2
/// The few sentences with which a run ends, in English or Dutch.
#pragma once

#include "sim/score/ensemble.h"
#include "sim/world/world.h"

namespace mgz::cli {

enum class Language { english, dutch };

struct RunArguments;

/// Prints where the files are and the seven regions most short in the map year.
/// REQUIRES: the ensemble has output.map_year.
void show_run_result(const RunArguments& arguments, const World& world, const Scenario& scenario,
                     const Ensemble& ensemble);

}  // namespace mgz::cli
