// SPDX-License-Identifier: EUPL-1.2
/// Loops within one replicate that several threads may share.
#pragma once

#include <omp.h>

#include <cstddef>
#include <cstdint>
#include <exception>
#include <vector>

namespace mgz {

/// Threads that a loop may use here: one within replicates that run side by side.
inline std::size_t threads_at_hand()
{
    const bool taken = omp_get_active_level() >= omp_get_max_active_levels();
    return taken ? 1 : static_cast<std::size_t>(omp_get_max_threads());
}

/// Calls work(i, desk) for i = 0 ... n - 1, in any order, by a thread for each desk that has it to
/// itself meanwhile. What work(i) does may depend on i alone: then the result does not depend on
/// the number of threads. The first exception, by i, is thrown on.
template <class Desk, class Work>
void share_out(std::size_t n, std::vector<Desk>& desks, Work work)
{
    constexpr std::size_t worth_it = 64;  // below that a team costs more than it gains
    if (desks.size() == 1 || n < worth_it) {
        for (std::size_t i = 0; i < n; ++i)
            work(i, desks.front());
        return;
    }
    std::exception_ptr failure;
    std::size_t failed_at = n;
    const auto count = static_cast<std::int64_t>(n);
#pragma omp parallel for schedule(dynamic, 32) num_threads(static_cast <int>(desks.size()))
    for (std::int64_t i = 0; i < count; ++i) {
        try {
            work(static_cast<std::size_t>(i),
                 desks[static_cast<std::size_t>(omp_get_thread_num())]);
        } catch (...) {
#pragma omp critical(mgz_share_out)
            if (static_cast<std::size_t>(i) < failed_at) {
                failed_at = static_cast<std::size_t>(i);
                failure = std::current_exception();
            }
        }
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace mgz
