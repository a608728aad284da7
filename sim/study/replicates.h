// SPDX-License-Identifier: EUPL-1.2
/// Many replicates in parallel.
#pragma once

#include <functional>
#include <vector>

#include "sim/model/simulation.h"

namespace mgz {

struct ReplicateOptions {
    int replicates = 20;
    std::uint32_t seed = 1;
    int threads = 0;  ///< 0: as many as OpenMP offers
    /// Called by one thread at a time, with the number done.
    std::function<void(int)> progress;
};

/// Calls body(replicate) for each, on several threads in any order. What it throws is thrown again
/// after the loop.
void each_replicate(const ReplicateOptions& options,
                    const std::function<void(std::uint32_t)>& body);

/// Histories in order of replicate: the same for any number of threads. An exception of a
/// replicate is thrown again after the loop.
std::vector<History> run_replicates(const Groundwork& g, const RecordPlan& plan,
                                    const ReplicateOptions& options);

}  // namespace mgz
