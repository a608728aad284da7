// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/replicates.h"

#include <omp.h>

#include <exception>

namespace mgz {

std::vector<History> run_replicates(const Groundwork& g, const RecordPlan& plan,
                                    const ReplicateOptions& options)
{
    std::vector<History> histories(static_cast<std::size_t>(options.replicates));
    const int threads = options.threads > 0 ? options.threads : omp_get_max_threads();
    std::exception_ptr failure;
    int done = 0;
#pragma omp parallel for schedule(dynamic) num_threads(threads)
    for (int r = 0; r < options.replicates; ++r) {
        try {
            histories[static_cast<std::size_t>(r)] =
                simulate(g, options.seed, static_cast<std::uint32_t>(r), plan);
        } catch (...) {
#pragma omp critical
            if (!failure) failure = std::current_exception();
        }
#pragma omp critical
        {
            ++done;
            if (options.progress) options.progress(done);
        }
    }
    if (failure) std::rethrow_exception(failure);
    return histories;
}

}  // namespace mgz
