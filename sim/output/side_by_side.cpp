// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/side_by_side.h"

#include <omp.h>

#include <atomic>
#include <exception>
#include <vector>

namespace mgz {

void do_side_by_side(std::span<const std::function<void()>> pieces, int threads)
{
    const int count = static_cast<int>(pieces.size());
    const int team = threads > 0 ? threads : omp_get_max_threads();
    std::vector<std::exception_ptr> failures(pieces.size());
    std::atomic<bool> failed = false;
#pragma omp parallel for schedule(dynamic) num_threads(team)
    for (int i = 0; i < count; ++i) {
        if (failed) continue;
        const auto index = static_cast<std::size_t>(i);
        try {
            pieces[index]();
        } catch (...) {
            failures[index] = std::current_exception();
            failed = true;
        }
    }
    for (const auto& failure : failures) {
        if (failure) std::rethrow_exception(failure);
    }
}

}  // namespace mgz
