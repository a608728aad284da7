// SPDX-License-Identifier: EUPL-1.2
/// The long work of a run, for mgz run and mgz reproduce, and what comparisons share with it.
#pragma once

#include "sim/output/run_facts.h"
#include "sim/output/write_atomically.h"
#include "sim/score/ensemble.h"
#include "sim/study/replicates.h"
#include "sim/world/world.h"
#include "tools/progress.h"
#include "tools/stopwatch.h"

namespace mgz::cli {

/// Adds the seconds since the last lap to the phases of a run, and logs them.
void end_phase(const char* name, Stopwatch& watch,
               std::vector<std::pair<std::string, double>>& phases);

/// Threads that so many replicates keep busy.
int threads_for(int replicates);

/// Replicates on all threads that may be used, shown by a bar, which must outlive them.
ReplicateOptions replicate_options(int replicates, std::uint32_t seed, Progress& bar);

struct RunWork {
    World world;
    Ensemble ensemble;
};

/// From inputs to written files; publishes nothing. facts.seed is the seed; phases are added to
/// facts and logged. REQUIRES: check_output_years(scenario).
/// Errors: as load_world(), check_output_cells(), check_memory_of_run() and write_outputs().
RunWork simulate_into(const Scenario& scenario, int replicates, RunFacts& facts, OutputFolder& out);

}  // namespace mgz::cli
