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

/// Finds the sites in reach of a place. One per thread: it keeps scratch space between calls.
class Reach {
public:
    Reach(const std::vector<Point>& sites, const DistanceDecay& decay)
        : sites_(sites),
          buckets_(sites, decay.bands.empty() ? 0 : decay.bands.back().upper_m),
          weight_(sites.size()),
          found_(sites.size() / 64 + 1)
    {
        // Squares are compared: exact for whole metres, and no root is needed.
        for (const Band& band : decay.bands) {
            expects(upper2_.empty() || band.upper_m * band.upper_m >= upper2_.back().upper_m);
            upper2_.push_back({band.upper_m * band.upper_m, band.weight});
        }
    }

    /// Call visit(site, weight) for each site of weight > 0, in the order of the sites.
    template <class Visit>
    void each(Point place, Visit visit)
    {
        buckets_.each_near(place, [&](std::size_t site) {
            const double w = weight(squared_distance(place, sites_[site]));
            if (w <= 0) return;
            weight_[site] = w;
            found_[site / 64] |= std::uint64_t{1} << (site % 64);
        });
        // Buckets have no useful order; a set of bits gives the order of the sites back.
        for (std::size_t word = 0; word < found_.size(); ++word) {
            for (; found_[word] != 0; found_[word] &= found_[word] - 1) {
                const auto bit = static_cast<std::size_t>(std::countr_zero(found_[word]));
                const std::size_t site = word * 64 + bit;
                visit(site, weight_[site]);
            }
        }
    }

private:
    double weight(double distance2) const
    {
        for (const Band& band : upper2_) {
            if (distance2 <= band.upper_m) return band.weight;
        }
        return 0;
    }

    const std::vector<Point>& sites_;
    Buckets buckets_;
    std::vector<Band> upper2_;  // upper_m squared
    std::vector<double> weight_;
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
{
    std::vector<int> row_start{0};
    std::vector<int> column;
    std::vector<double> weight;
    row_start.reserve(places.size() + 1);
    Reach reach(sites, decay);
    for (const Point place : places) {
        reach.each(place, [&](std::size_t site, double w) {
            column.push_back(static_cast<int>(site));
            weight.push_back(w);
        });
        expects(column.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max()));
        row_start.push_back(static_cast<int>(column.size()));
    }
    using Weights = Eigen::SparseMatrix<double, Eigen::RowMajor>;
    weights_ = Eigen::Map<const Weights>(
        static_cast<Eigen::Index>(places.size()), static_cast<Eigen::Index>(sites.size()),
        static_cast<Eigen::Index>(column.size()), row_start.data(), column.data(), weight.data());
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
    expects(ratio.size() == static_cast<Eigen::Index>(sites.size()));
    Eigen::VectorXd result(static_cast<Eigen::Index>(places.size()));
    Reach reach(sites, decay);
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
