// SPDX-License-Identifier: EUPL-1.2
/// Inside PRIM only: peeling and pasting of one box.
#pragma once

#include <span>
#include <vector>

#include "sim/sensitivity/prim.h"

namespace mgz::prim {

/// What does not change while boxes of one sample are looked for.
struct PrimSample {
    const PrimPoints& points;
    std::vector<std::vector<std::uint32_t>> order;  ///< of each numeric factor: points by value

    explicit PrimSample(const PrimPoints& all);
    double value(std::size_t factor, std::size_t place) const
    {
        return points.value(order[factor][place], factor);
    }
};

using Flags = std::vector<unsigned char>;

struct Count {
    std::size_t points = 0, cases = 0;

    friend Count operator+(const Count& a, const Count& b)
    {
        return {a.points + b.points, a.cases + b.cases};
    }
};

/// \param active of each point: is it looked at?
/// \param cases of each point
/// \param least points that a box must keep, and cases
std::vector<PeelStep> peel(const PrimSample& sample, const Flags& active, const Flags& cases,
                           double alpha, Count least);

/// Ranges after the first `steps` steps behind the beginning.
std::vector<Range> ranges_after(const PrimPoints& points, std::span<const PeelStep> trajectory,
                                std::size_t steps);

/// Puts slices back, the purest first, while there is one whose share of cases is at most one
/// standard error below that of the box.
void paste_back(const PrimSample& sample, const Flags& active, const Flags& cases, double share,
                std::vector<Range>& ranges);

/// Where a value is, seen from a range. Numeric: below or above; labelled: an excluded label.
enum class Side : unsigned char { inside, below, above, label };
Side side_of(const Range& range, double value);

/// Points in the box, and those that one factor alone keeps out of it.
struct Inside {
    struct Near {
        Count below, beyond;  ///< beyond: above, or with an excluded label
    };
    Count box;
    std::vector<Near> near;  ///< of each factor
};
Inside count_inside(const PrimPoints& points, const Flags& active, const Flags& cases,
                    const std::vector<Range>& ranges);

}  // namespace mgz::prim
