// SPDX-License-Identifier: EUPL-1.2
/// A race among a few, each with a draw and a rate.
#pragma once

#include <cstddef>

#include "sim/core/elementary.h"
#include "sim/core/random.h"

namespace mgz {

/// Who of 0 ... n - 1 arrives first, at -ln u over the rate; n: nobody before that time. The
/// logarithm is for those alone who may be first. Nobody with a rate of 0 arrives.
template <class RateOf, class WordOf>
std::size_t first_arrival(std::size_t n, double before, RateOf rate_of, WordOf word_of)
{
    constexpr double rounding = 1 + 0x1p-40;
    std::size_t first = n;
    for (std::size_t i = 0; i < n; ++i) {
        const double rate = rate_of(i);
        const std::uint32_t word = word_of(i);
        if (!(rate > 0) || wait_bound_of(word) > before * rate * rounding) continue;  // nearly all
        const double time = -log_of(uniform_of(word)) / rate;
        if (time >= before) continue;
        before = time;
        first = i;
    }
    return first;
}

}  // namespace mgz
