// SPDX-License-Identifier: EUPL-1.2
/// The few statistics by which patterns are measured. Sums run in order of index and use only
/// + - * / and sqrt, so the results are the same on every machine.
#pragma once

#include <span>
#include <vector>

namespace mgz {

/// Ranks from 1 (smallest); equals share the mean of their ranks.
std::vector<double> average_ranks(std::span<const double> values);

/// Spearman's rank correlation: Pearson's, of average ranks. 0 when either side is constant or
/// there are fewer than two pairs: without differences there is no order to agree on.
/// REQUIRES: same size.
double spearman(std::span<const double> x, std::span<const double> y);
/// The same of what is ranked already (average_ranks()); 0 when either side is constant.
double correlation_of_ranks(std::span<const double> a, std::span<const double> b);

/// Probability that one of `higher` exceeds one of `lower`, equals counting half: the area under
/// the ROC curve. REQUIRES: neither is empty.
double area_under_curve(std::span<const double> higher, std::span<const double> lower);

/// Points of one group, for slope_within.
struct GroupPoints {
    std::vector<double> x, y;  ///< same size
};

/// Ordinary least squares slope of y on x with an intercept per group; with one group the plain
/// slope. 0 when x is constant within every group.
double slope_within(std::span<const GroupPoints> groups);

/// REQUIRES: not empty.
double mean_of(std::span<const double> values);

/// Middle value, or the mean of the two in the middle. REQUIRES: not empty.
double median_of(std::vector<double> values);

}  // namespace mgz
