// SPDX-License-Identifier: EUPL-1.2
/// The least of a row of numbers that change one at a time.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace mgz {

/// Keeps the least of every eighth, counted from each of the first eight: to find these takes one
/// vectorised walk, a change or a question a look at one in eight and at the eight.
class LeastOf {
public:
    /// Makes room for n numbers, to be written; settle() must follow. REQUIRES: n > 0.
    std::span<float> reset(std::size_t n)
    {
        rows_ = (n + lanes - 1) / lanes;
        values_.resize(rows_ * lanes);
        std::fill(values_.begin() + static_cast<std::ptrdiff_t>(n), values_.end(), never);
        return {values_.data(), n};
    }
    void settle()
    {
        std::array<float, lanes> least{};  // a copy: several lanes at a time
        least.fill(never);
        for (std::size_t row = 0; row < rows_; ++row)
            lower(least, values_.data() + row * lanes);
        least_ = least;
    }
    float operator[](std::size_t i) const { return values_[i]; }
    void set(std::size_t i, float value)
    {
        values_[i] = value;
        const std::size_t lane = i % lanes;
        float least = never;
        for (std::size_t row = 0; row < rows_; ++row)
            least = std::min(least, values_[row * lanes + lane]);
        least_[lane] = least;
    }
    /// A place of the least.
    std::size_t place() const
    {
        float least = least_.front();
        std::size_t lane = 0;
        for (std::size_t k = 1; k < lanes; ++k) {
            lane = least_[k] < least ? k : lane;  // without a branch that nobody can foresee
            least = std::min(least, least_[k]);
        }
        std::size_t i = lane;
        for (std::size_t row = 1; row < rows_; ++row) {
            const std::size_t here = row * lanes + lane;
            i = values_[here] <= least ? here : i;
        }
        return i;
    }

private:
    static constexpr std::size_t lanes = 8;
    static constexpr float never = std::numeric_limits<float>::infinity();

    static void lower(std::array<float, lanes>& least, const float* row)
    {
#pragma omp simd
        for (std::size_t lane = 0; lane < lanes; ++lane)
            least[lane] = row[lane] < least[lane] ? row[lane] : least[lane];
    }

    std::size_t rows_ = 0;
    std::vector<float> values_;
    std::array<float, lanes> least_{};
};

}  // namespace mgz
