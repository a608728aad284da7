// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/replicates.h"

#include <omp.h>

#include <exception>

namespace mgz {

void each_replicate(const ReplicateOptions& options, const std::function<void(std::uint32_t)>& body)
{
    const int threads = options.threads > 0 ? options.threads : omp_get_max_threads();
    std::exception_ptr failure;
    int done = 0;
#pragma omp parallel for schedule(dynamic) num_threads(threads)
    for (int r = 0; r < options.replicates; ++r) {
        std::exception_ptr own;
        try {
            body(static_cast<std::uint32_t>(r));
        } catch (...) {
            own = std::current_exception();
        }
#pragma omp critical(mgz_replicates)
        {
            if (own && !failure) failure = own;
            ++done;
            if (options.progress) options.progress(done);
        }
    }
    if (failure) std::rethrow_exception(failure);
}

std::vector<History> run_replicates(const Groundwork& g, const RecordPlan& plan,
                                    const ReplicateOptions& options)
{
    std::vector<History> histories(static_cast<std::size_t>(options.replicates));
    each_replicate(options,
                   [&](std::uint32_t r) { histories[r] = simulate(g, options.seed, r, plan); });
    return histories;
}

}  // namespace mgz
