// SPDX-License-Identifier: EUPL-1.2
/// Everything a sweep found, from its folder into memory.
#pragma once

#include "sim/sweep/plan.h"
#include "sim/sweep/store.h"

namespace mgz {

/// Runs of the plan that no shard holds.
std::size_t missing_runs(const SweepPlan& plan, const SweepStore& store);

/// Errors (InputError): runs are missing, and nobody said that they may.
void refuse_gaps(const SweepPlan& plan, const SweepStore& store, bool allow_missing);

/// Runs that failed or are missing are not numbers; both are counted.
/// Errors (InputError): refuse_gaps(); more than fits into memory. RunError: a run was kept with
/// other factor values than the plan has for it.
SweepTable load_sweep_table(const SweepPlan& plan, const SweepStore& store, bool allow_missing);

}  // namespace mgz
