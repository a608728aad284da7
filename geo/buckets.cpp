// SPDX-License-Identifier: EUPL-1.2
#include "geo/buckets.h"

#include <algorithm>
#include <cmath>

#include "geo/check.h"

namespace geo {

Buckets::Buckets(const std::vector<Point>& points, double radius)
{
    expects(radius >= 0);
    if (points.empty()) return;
    min_ = points.front();
    Point max = points.front();
    for (const Point p : points) {
        expects(std::isfinite(p.x) && std::isfinite(p.y));
        min_ = {std::min(min_.x, p.x), std::min(min_.y, p.y)};
        max = {std::max(max.x, p.x), std::max(max.y, p.y)};
    }
    // A quarter of the radius searches little outside the circle. Never more than some 256 buckets
    // across, so that one stray point far away cannot ask for all the memory.
    const double extent = std::max(max.x - min_.x, max.y - min_.y);
    side_ = std::max({radius / 4, extent / 256, 1.0});
    per_side_ = 1 / side_;
    slack_ = 1e-6 * side_;
    reach_ = radius + 2 * slack_;
    rows_ = static_cast<std::int64_t>((max.y - min_.y) / side_) + 1;
    cols_ = static_cast<std::int64_t>((max.x - min_.x) / side_) + 1;

    start_.assign(static_cast<std::size_t>(rows_ * cols_) + 1, 0);
    for (const Point p : points)
        ++start_[bucket(p) + 1];
    for (std::size_t k = 1; k < start_.size(); ++k)
        start_[k] += start_[k - 1];
    sorted_.resize(points.size());
    std::vector<std::size_t> next(start_.begin(), start_.end() - 1);
    for (std::size_t i = 0; i < points.size(); ++i)
        sorted_[next[bucket(points[i])]++] = i;
}

std::size_t Buckets::bucket(Point p) const
{
    const auto row = static_cast<std::int64_t>((p.y - min_.y) / side_);
    const auto col = static_cast<std::int64_t>((p.x - min_.x) / side_);
    return static_cast<std::size_t>(row * cols_ + col);
}

}  // namespace geo
