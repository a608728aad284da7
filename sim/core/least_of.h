// SPDX-License-Identifier: EUPL-1.2
/// The least of a row of numbers that change one at a time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace mgz {

/// Keeps the least of every eight, so that a change costs eight comparisons and a question as many
/// as there are eights. Of equals the first is the least.
template <class Number>
class LeastOf {
public:
    /// Makes room for n numbers, to be written; settle() must follow.
    std::span<Number> reset(std::size_t n)
    {
        const std::size_t groups = (n + width - 1) / width;
        values_.assign(groups * width, std::numeric_limits<Number>::infinity());
        least_.resize(groups);
        return {values_.data(), n};
    }
    void settle()
    {
        for (std::size_t group = 0; group < least_.size(); ++group)
            least_[group] = least_of_group(group);
    }
    Number operator[](std::size_t i) const { return values_[i]; }
    void set(std::size_t i, Number value)
    {
        values_[i] = value;
        least_[i / width] = least_of_group(i / width);
    }
    /// Place of the least. REQUIRES: not empty.
    std::size_t place() const
    {
        Number least = least_.front();
        for (const Number other : least_)
            least = std::min(least, other);
        // From behind, so that the first is kept, and without a branch that nobody can foresee.
        std::size_t group = 0;
        for (std::size_t k = least_.size(); k-- > 0;)
            group = least_[k] <= least ? k : group;
        const Number* const in_group = values_.data() + group * width;
        std::size_t i = 0;
        for (std::size_t k = width; k-- > 0;)
            i = in_group[k] <= least ? k : i;
        return group * width + i;
    }

private:
    static constexpr std::size_t width = 8;

    Number least_of_group(std::size_t group) const
    {
        const Number* v = values_.data() + group * width;
        const Number first = std::min(std::min(v[0], v[1]), std::min(v[2], v[3]));
        const Number second = std::min(std::min(v[4], v[5]), std::min(v[6], v[7]));
        return std::min(first, second);
    }

    std::vector<Number> values_;
    std::vector<Number> least_;
};

}  // namespace mgz
