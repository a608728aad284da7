// SPDX-License-Identifier: EUPL-1.2
#include "tools/sweep_shards.h"

#include "tools/log.h"

namespace mgz::cli {

SweepStore read_shards(const SweepPlan& plan)
{
    SweepStore store(plan.shards(), plan.id, plan.quantities.size());
    for (const ShardState& shard : store.shards())
        if (!shard.problem.empty()) log_warning(shard.problem);
    return store;
}

}  // namespace mgz::cli
