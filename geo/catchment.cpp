// SPDX-License-Identifier: EUPL-1.2
#include "geo/catchment.h"

#include <bit>
#include <cstdint>
#include <limits>

#include "geo/buckets.h"
#include "geo/check.h"
#include "geo/distance.h"

namespace geo {

namespace {

std::vector<ZonedPoint> in_one_zone(const std::vector<Point>& points)
{
    std::vector<ZonedPoint> zoned;
    zoned.reserve(points.size());
    for (const Point at : points)
        zoned.push_back({at, 0});
    return zoned;
}

std::vector<Point> points_of(const std::vector<ZonedPoint>& zoned)
{
    std::vector<Point> points;
    points.reserve(zoned.size());
    for (const auto& each : zoned)
        points.push_back(each.at);
    return points;
}

/// Finds the sites in reach of a place. It keeps scratch space between calls.
class Reach {
public:
    /// REQUIRES: sites and factors outlive this.
    Reach(const std::vector<ZonedPoint>& sites, const ZoneFactors& factors,
          const DistanceDecay& decay)
        : sites_(sites),
          factors_(factors),
          buckets_(points_of(sites), crow_reach(factors, decay)),
          weight_(sites.size()),
          found_(sites.size() / 64 + 1)
    {
        // Squares are compared: exact for whole metres, and no root is needed.
        for (const Band& band : decay.bands) {
            const double upper2 = band.upper_m * band.upper_m;
            expects(upper2_.empty() || upper2 >= upper2_.back());
            upper2_.push_back(upper2);
            band_weight_.push_back(band.weight);
        }
        band_weight_.push_back(0);
    }

    /// Call visit(site, weight) for each site of weight > 0, in the order of the sites.
    template <class Visit>
    void each(ZonedPoint place, Visit visit)
    {
        const double* factor = factors_.from(place.zone);
        // Weight and bit are written for every site looked at: whether it is in reach is a coin
        // toss that the processor would guess wrong.
        buckets_.each_near(place.at, [&](std::size_t site) {
            const double f = factor[sites_[site].zone];
            const double w = weight(squared_distance(place.at, sites_[site].at) * (f * f));
            weight_[site] = w;
            found_[site / 64] |= std::uint64_t{w > 0} << (site % 64);
        });
        // Buckets have no useful order; a set of bits gives the order of the sites back.
        for (std::size_t word = 0; word < found_.size(); ++word) {
            std::uint64_t bits = found_[word];
            found_[word] = 0;
            for (; bits != 0; bits &= bits - 1) {
                const std::size_t site =
                    word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
                visit(site, weight_[site]);
            }
        }
    }

    /// Sites near the place, those in reach among them.
    std::size_t candidates(ZonedPoint place) const { return buckets_.count_near(place.at); }

private:
    /// Beyond this, as the crow flies, nothing is in reach; a little more, for rounding.
    static double crow_reach(const ZoneFactors& factors, const DistanceDecay& decay)
    {
        if (decay.bands.empty()) return 0;
        const double least = factors.least();
        return decay.bands.back().upper_m * (least == 1 ? 1.0 : (1 + 1e-9) / least);
    }
    /// The band is the number of limits the distance lies beyond.
    double weight(double distance2) const
    {
        std::size_t band = 0;
        for (const double upper2 : upper2_)
            band += distance2 > upper2;
        return band_weight_[band];
    }

    const std::vector<ZonedPoint>& sites_;
    const ZoneFactors& factors_;
    Buckets buckets_;
    std::vector<double> upper2_;       // square metres, rising
    std::vector<double> band_weight_;  // one more than limits: the last is 0
    std::vector<double> weight_;       // by site, of the place last looked at
    std::vector<std::uint64_t> found_;
};

}  // namespace

DistanceDecay e2sfca_bands()
{
    return {{{10e3, 1.0}, {20e3, 0.68}, {30e3, 0.22}}};
}

DistanceDecay single_band(double upper_m)
{
    return {{{upper_m, 1.0}}};
}

Catchment::Catchment(const std::vector<Point>& places, const std::vector<Point>& sites,
                     const DistanceDecay& decay)
    : Catchment(in_one_zone(places), in_one_zone(sites), ZoneFactors(), decay)
{
}

Catchment::Catchment(const std::vector<ZonedPoint>& places, const std::vector<ZonedPoint>& sites,
                     const ZoneFactors& factors, const DistanceDecay& decay)
    : weights_(static_cast<Eigen::Index>(places.size()), static_cast<Eigen::Index>(sites.size()))
{
    Reach reach(sites, factors, decay);
    // Room for every pair worth looking at: growing and copying would take most of the time.
    std::size_t room = 0;
    for (const ZonedPoint place : places)
        room += reach.candidates(place);
    weights_.resizeNonZeros(static_cast<Eigen::Index>(room));
    int* row_start = weights_.outerIndexPtr();
    int* column = weights_.innerIndexPtr();
    double* weight = weights_.valuePtr();
    std::size_t count = 0;
    for (const ZonedPoint place : places) {
        reach.each(place, [&](std::size_t site, double w) {
            column[count] = static_cast<int>(site);
            weight[count] = w;
            ++count;
        });
        expects(count <= static_cast<std::size_t>(std::numeric_limits<int>::max()));
        *++row_start = static_cast<int>(count);
    }
    weights_.resizeNonZeros(static_cast<Eigen::Index>(count));
}

Eigen::VectorXd Catchment::supply_ratio(const Eigen::VectorXd& demand,
                                        const Eigen::VectorXd& supply) const
{
    expects(demand.size() == weights_.rows());
    expects(supply.size() == weights_.cols());
    Eigen::VectorXd people = Eigen::VectorXd::Zero(weights_.cols());
    for (Eigen::Index place = 0; place < weights_.outerSize(); ++place) {
        for (decltype(weights_)::InnerIterator w(weights_, place); w; ++w) {
            people[w.col()] += demand[place] * w.value();
        }
    }
    Eigen::VectorXd ratio(weights_.cols());
    for (Eigen::Index site = 0; site < ratio.size(); ++site) {
        ratio[site] = people[site] > 0 ? supply[site] / people[site] : 0;
    }
    return ratio;
}

Eigen::VectorXd Catchment::access(const Eigen::VectorXd& ratio) const
{
    expects(ratio.size() == weights_.cols());
    Eigen::VectorXd result(weights_.rows());
    for (Eigen::Index place = 0; place < weights_.outerSize(); ++place) {
        double sum = 0;
        for (decltype(weights_)::InnerIterator w(weights_, place); w; ++w) {
            sum += ratio[w.col()] * w.value();
        }
        result[place] = sum;
    }
    return result;
}

Eigen::VectorXd access_at(const std::vector<Point>& places, const std::vector<Point>& sites,
                          const Eigen::VectorXd& ratio, const DistanceDecay& decay)
{
    return access_at(in_one_zone(places), in_one_zone(sites), ZoneFactors(), ratio, decay);
}

Eigen::VectorXd access_at(const std::vector<ZonedPoint>& places,
                          const std::vector<ZonedPoint>& sites, const ZoneFactors& factors,
                          const Eigen::VectorXd& ratio, const DistanceDecay& decay)
{
    expects(ratio.size() == static_cast<Eigen::Index>(sites.size()));
    Eigen::VectorXd result(static_cast<Eigen::Index>(places.size()));
    Reach reach(sites, factors, decay);
    for (std::size_t place = 0; place < places.size(); ++place) {
        double sum = 0;
        reach.each(places[place], [&](std::size_t site, double w) {
            sum += ratio[static_cast<Eigen::Index>(site)] * w;
        });
        result[static_cast<Eigen::Index>(place)] = sum;
    }
    return result;
}

}  // namespace geo
