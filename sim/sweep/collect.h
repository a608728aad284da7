// SPDX-License-Identifier: EUPL-1.2
/// All finished runs as one table, with what is needed to trust it.
#pragma once

#include <string>
#include <vector>

#include "sim/output/write_atomically.h"
#include "sim/sweep/plan.h"
#include "sim/sweep/store.h"

namespace mgz {

/// Writes `out` (results_table.h says which formats), and beside it STEM.failed.csv where runs
/// failed and STEM.manifest.json. What is there is replaced. The same bytes however the runs were
/// cut, resumed or spread over machines: times and workers are left out.
/// Returns what was written, by path. Errors: write_results()'s.
std::vector<WrittenFile> collect(const SweepPlan& plan, const SweepStore& store,
                                 const std::string& out);

/// What the results of a plan depend on and how many runs they rest on, as JSON.
std::string sweep_manifest(const SweepPlan& plan, std::size_t done, std::size_t failed,
                           const std::vector<WrittenFile>& outputs);

}  // namespace mgz
