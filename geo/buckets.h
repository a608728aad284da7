// SPDX-License-Identifier: EUPL-1.2
/// Points sorted into square buckets: which are near a place?
#pragma once

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
    Span span(double offset, std::int64_t count) const;
    std::size_t bucket(Point p) const;

    /// Buckets of one row lie side by side, and so do their points: one run of them per row.
    template <class Visit>
    void each_run(Point p, Visit visit) const
    {
        const Span rows = span(p.y - min_.y, rows_);
        const Span cols = span(p.x - min_.x, cols_);
        for (std::int64_t row = rows.first; row <= rows.last; ++row) {
            visit(start_[static_cast<std::size_t>(row * cols_ + cols.first)],
                  start_[static_cast<std::size_t>(row * cols_ + cols.last + 1)]);
        }
    }

    double radius_ = 0;
    double side_ = 1;  // metres
    Point min_;
    std::int64_t rows_ = 0, cols_ = 0;
    std::vector<std::size_t> start_;   // first of bucket k in sorted_; one more at the end
    std::vector<std::size_t> sorted_;  // indices of the points, by bucket
};

}  // namespace geo
