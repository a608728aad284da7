// SPDX-License-Identifier: EUPL-1.2
/// Spatial access by floating catchment areas: 2SFCA (Luo & Wang 2003) is one band of weight 1,
/// E2SFCA (Luo & Qi 2009) several bands of falling weight.
///
///   step 1   R_j = S_j / sum_i P_i w(d_ij)      supply per person in reach of site j
///   step 2   A_i = sum_j R_j w(d_ij)            access at place i
///
/// Guarantee: sum_i P_i A_i = sum of S_j over sites with anybody in reach.
#pragma once

#include <Eigen/SparseCore>
#include <vector>

#include "geo/point.h"
#include "geo/zones.h"

namespace geo {

/// Weight w for distances up to and including upper_m.
struct Band {
    double upper_m = 0;
    double weight = 0;
};

/// Bands in rising order of distance; beyond the last the weight is 0.
struct DistanceDecay {
    std::vector<Band> bands;
};

/// 10 / 20 / 30 km with weights 1 / 0.68 / 0.22 (Luo & Qi 2009, their slow decay).
DistanceDecay e2sfca_bands();

/// One band of weight 1.
DistanceDecay single_band(double upper_m);

/// Weights of a set of places against a set of sites, computed once and used for many supplies.
/// Sums run in the order of the places and of the sites, so the last digit is always the same.
class Catchment {
public:
    /// \param places where people are
    /// \param sites where supply is
    /// Memory: 12 bytes per pair in reach, of which there may be 2^31 - 1. Errors: none; empty
    /// inputs give empty results. REQUIRES: finite coordinates, bands in rising order.
    /// Time: 4,067 places x 3,000 sites within 30 km take a few ms.
    Catchment(const std::vector<Point>& places, const std::vector<Point>& sites,
              const DistanceDecay& decay);
    /// Bands of travelled distance: crow-fly times the factor of the two zones.
    Catchment(const std::vector<ZonedPoint>& places, const std::vector<ZonedPoint>& sites,
              const ZoneFactors& factors, const DistanceDecay& decay);

    /// Step 1: R_j for each site; 0 where nobody is in reach.
    /// \param demand people per place, same length as places
    /// \param supply per site, same length as sites
    Eigen::VectorXd supply_ratio(const Eigen::VectorXd& demand,
                                 const Eigen::VectorXd& supply) const;

    /// Step 2: A_i for each place, given R_j for each site.
    Eigen::VectorXd access(const Eigen::VectorXd& ratio) const;

private:
    Eigen::SparseMatrix<double, Eigen::RowMajor> weights_;  // places x sites, sites in order
};

/// The same numbers as Catchment(places, sites, decay).access(ratio), with no weights kept: for
/// places that are asked once, such as the cells of a raster.
Eigen::VectorXd access_at(const std::vector<Point>& places, const std::vector<Point>& sites,
                          const Eigen::VectorXd& ratio, const DistanceDecay& decay);
Eigen::VectorXd access_at(const std::vector<ZonedPoint>& places,
                          const std::vector<ZonedPoint>& sites, const ZoneFactors& factors,
                          const Eigen::VectorXd& ratio, const DistanceDecay& decay);

}  // namespace geo
