// SPDX-License-Identifier: EUPL-1.2
/// Whether there is memory for what is asked, before anything long begins.
#pragma once

#include <span>
#include <string>

#include "sim/study/compare.h"
#include "sim/sweep/plan.h"
#include "sim/world/world.h"

namespace mgz::cli {

/// Bytes that a run or a comparison on so many threads would take, roughly.
double memory_of_run(const World& world, const Scenario& scenario, int replicates, int threads);
double memory_of_comparison(std::span<const Compared> scenarios, int replicates, int threads);

/// "about 250 MB".
std::string memory_text(double bytes);

// Errors (InputError): it would take more memory than the machine has, or a limit allows.
void check_memory_of_run(const World& world, const Scenario& scenario, int replicates, int threads);
void check_memory_of_comparison(std::span<const Compared> scenarios, int replicates, int threads);
/// By what the run took that was measured when the sweep was planned.
/// \param runs at the same time; 1 or more
void check_memory_of_sweep(const SweepPlan& plan, int runs);

}  // namespace mgz::cli
