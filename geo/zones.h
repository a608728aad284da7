// SPDX-License-Identifier: EUPL-1.2
/// Travel that is longer than the crow flies, by pair of zones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "geo/check.h"
#include "geo/point.h"

namespace geo {

/// A point and the number of the zone that it lies in.
struct ZonedPoint {
    Point at;
    std::uint32_t zone = 0;
};

/// Travelled distance over crow-fly distance, for every pair of zones, both ways alike.
class ZoneFactors {
public:
    /// One zone: as the crow flies.
    ZoneFactors() : ZoneFactors(1.0) {}
    /// One zone with one factor. REQUIRES: above 0.
    explicit ZoneFactors(double factor) : count_(1), factors_(1, factor) { expects(factor > 0); }
    /// \param factors count x count, row by row, above 0, symmetric
    ZoneFactors(std::size_t count, std::vector<double> factors)
        : count_(count), factors_(std::move(factors))
    {
        expects(factors_.size() == count * count);
    }

    std::size_t count() const { return count_; }
    /// REQUIRES: both below count().
    double between(std::uint32_t a, std::uint32_t b) const { return from(a)[b]; }
    /// The factors from a zone to each zone.
    const double* from(std::uint32_t zone) const
    {
        expects(zone < count_);
        return factors_.data() + zone * count_;
    }
    /// The smallest of all.
    double least() const
    {
        double least = factors_.front();
        for (const double factor : factors_)
            least = factor < least ? factor : least;
        return least;
    }

private:
    std::size_t count_ = 0;
    std::vector<double> factors_;
};

}  // namespace geo
