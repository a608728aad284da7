// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>

namespace mgz::cli {

/// Wall time, lap by lap.
class Stopwatch {
public:
    /// Seconds since the last call, or since the start.
    double lap()
    {
        const auto now = Clock::now();
        const std::chrono::duration<double> seconds = now - since_;
        since_ = now;
        return seconds.count();
    }

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point since_ = Clock::now();
};

}  // namespace mgz::cli
