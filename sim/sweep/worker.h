// SPDX-License-Identifier: EUPL-1.2
/// Works off the runs of a slice of a plan: each finished run is kept before long, whatever becomes
/// of the worker.
#pragma once

#include <functional>
#include <string>

#include "sim/sweep/runner.h"
#include "sim/sweep/store.h"

namespace mgz {

struct WorkOptions {
    std::size_t slice = 0, slices = 1;  ///< runs whose number leaves `slice` over `slices`
    int threads = 0;                    ///< 0: as many as OpenMP offers
    bool keep_going = false;            ///< a run that fails does not stop the others
    bool again = false;                 ///< runs that failed before are run again
    std::function<bool()> stop;         ///< asked before each run; may be empty
    /// Called by one thread at a time: done now, of how many. May be empty.
    std::function<void(std::size_t, std::size_t)> progress;
};

struct Work {
    std::size_t asked = 0;   ///< runs of the slice
    std::size_t before = 0;  ///< of them, finished before
    std::size_t done = 0, failed = 0;
    bool stopped = false;  ///< before all were tried
    std::string shard;     ///< the file with the runs; empty when there was nothing to do
    std::string error;     ///< of the failed run that comes first
    std::string scenario;  ///< that run as a scenario
};

/// The numbers of the runs of a slice that are still to be done, rising.
std::vector<std::size_t> open_runs(const SweepPlan& plan, const SweepStore& store,
                                   const WorkOptions& options);

/// Runs them, in any order; a failed run is also saved as a scenario under plan.failed().
/// \param name of the shard; \param attempt who works, in words
/// Errors: ShardWriter's; what is finished stays.
Work work_off(const SweepPlan& plan, const Runner& runner, const SweepStore& store,
              const std::string& name, const std::string& attempt, const WorkOptions& options);

}  // namespace mgz
