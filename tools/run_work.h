// SPDX-License-Identifier: EUPL-1.2
/// The long work of a run, for mgz run and mgz reproduce.
#pragma once

#include "sim/output/run_facts.h"
#include "sim/output/write_atomically.h"
#include "sim/score/ensemble.h"
#include "sim/world/world.h"

namespace mgz::cli {

struct RunWork {
    World world;
    Ensemble ensemble;
};

/// From inputs to written files; publishes nothing. facts.seed is the seed; phases are added to
/// facts and logged. REQUIRES: check_output_years(scenario).
/// Errors: as load_world(), check_output_cells(), check_memory() and write_outputs().
RunWork simulate_into(const Scenario& scenario, int replicates, RunFacts& facts, OutputFolder& out);

}  // namespace mgz::cli
