// SPDX-License-Identifier: EUPL-1.2
/// What commands that read a sweep share.
#pragma once

#include "sim/sweep/plan.h"
#include "sim/sweep/store.h"

namespace mgz::cli {

/// The finished runs of a plan. Every shard that cannot be used is warned of; the others are used.
/// Errors: SweepStore's.
SweepStore read_shards(const SweepPlan& plan);

}  // namespace mgz::cli
