// SPDX-License-Identifier: EUPL-1.2
/// Random numbers for tests: the same from a seed on every machine, which the distributions of
/// <random> are not.
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include "sim/core/elementary.h"

namespace support {

class Luck {
public:
    explicit Luck(std::uint64_t seed) : engine_(seed) {}

    double real(double low, double high) { return low + unit() * (high - low); }
    /// Both bounds can come.
    int whole(int low, int high)
    {
        return low + static_cast<int>(unit() * (static_cast<double>(high) - low + 1));
    }
    bool chance(double p) { return unit() < p; }
    /// Each order of magnitude is as likely. REQUIRES: 0 < low <= high.
    double spread(double low, double high)
    {
        return low * mgz::exp_of(unit() * mgz::log_of(high / low));
    }
    /// The same in whole numbers.
    int spread_whole(int low, int high)
    {
        return std::min(high, static_cast<int>(spread(low, high + 1.0)));
    }
    std::size_t index(std::size_t size)
    {
        return static_cast<std::size_t>(unit() * static_cast<double>(size));
    }
    template <class List>
    auto& one_of(List&& list)
    {
        return list[index(std::size(list))];
    }
    template <class T>
    void shuffle(std::vector<T>& list)
    {
        for (std::size_t i = list.size(); i > 1; --i)
            std::swap(list[i - 1], list[index(i)]);
    }

private:
    double unit() { return static_cast<double>(engine_() >> 11) * 0x1p-53; }

    std::mt19937_64 engine_;
};

}  // namespace support
