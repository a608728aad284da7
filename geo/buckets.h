// SPDX-License-Identifier: EUPL-1.2
/// Points sorted into square buckets: which are near a place?
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "geo/point.h"

namespace geo {

/// Example: Buckets buckets(sites, radius); buckets.each_near(p, visit) calls visit(index) for
/// every point within the radius of p and for some beyond it, in no useful order.
class Buckets {
public:
    /// REQUIRES: finite coordinates, radius >= 0.
    Buckets(const std::vector<Point>& points, double radius);

    template <class Visit>
    void each_near(Point p, Visit visit) const
    {
        each_run(p, [&](std::size_t from, std::size_t to) {
            for (std::size_t at = from; at < to; ++at)
                visit(sorted_[at]);
        });
    }

    /// How many each_near would visit; costs next to nothing.
    std::size_t count_near(Point p) const
    {
        std::size_t count = 0;
        each_run(p, [&](std::size_t from, std::size_t to) { count += to - from; });
        return count;
    }

private:
    struct Span {
        std::int64_t first, last;  ///< none when last < first
    };
    /// Buckets that hold what lies between, of so many: slack_ covers the rounding here.
    Span span(double from, double to, std::int64_t count) const
    {
        // Clamped as numbers first: a far point must not overflow the whole number.
        const auto end = static_cast<double>(count);
        return {static_cast<std::int64_t>(std::clamp(from * per_side_, 0.0, end)),
                static_cast<std::int64_t>(std::clamp(to * per_side_, -1.0, end - 1))};
    }
    std::size_t bucket(Point p) const;

    /// Buckets of one row lie side by side, and so do their points: one run of them per row, as
    /// wide as the circle is there.
    template <class Visit>
    void each_run(Point p, Visit visit) const
    {
        const double x = p.x - min_.x, y = p.y - min_.y;
        const Span rows = span(y - reach_, y + reach_, rows_);
        for (std::int64_t row = rows.first; row <= rows.last; ++row) {
            const double bottom = side_ * static_cast<double>(row);
            const double dy = std::max({0.0, bottom - y - slack_, y - bottom - side_ - slack_});
            const double half = std::sqrt(std::max(0.0, reach_ * reach_ - dy * dy));
            const Span cols = span(x - half, x + half, cols_);
            if (cols.last < cols.first) continue;
            visit(start_[static_cast<std::size_t>(row * cols_ + cols.first)],
                  start_[static_cast<std::size_t>(row * cols_ + cols.last + 1)]);
        }
    }

    double side_ = 1;  // metres
    double per_side_ = 1;
    double slack_ = 0;  // more than rounding can make of a coordinate
    double reach_ = 0;  // the radius and slack
    Point min_;
    std::int64_t rows_ = 0, cols_ = 0;
    std::vector<std::size_t> start_;   // first of bucket k in sorted_; one more at the end
    std::vector<std::size_t> sorted_;  // indices of the points, by bucket
};

}  // namespace geo
