// SPDX-License-Identifier: EUPL-1.2
/// Employers made from settlements where no list of them is given.
///
/// Number per region by largest remainder of need (at least a minimum for VVT); sizes at the
/// quantiles of a lognormal, so that they are heavy-tailed without luck; places by systematic
/// sampling over the settlements of the region in a south-west to north-east order, so that
/// every part of a region gets its share. The seed shifts the sampling and shuffles which size
/// goes where. GP practices are solo, duo or group, in the given shares.
#pragma once

#include "sim/scenario/scenario.h"
#include "sim/world/world.h"

namespace mgz {

/// Adds the employers of every kind to a world that has regions and settlements.
/// REQUIRES: world.employers is empty; every region has a settlement with inhabitants.
void synthesise_employers(World& world, const WorldOptions& options, const NeedOptions& need);

/// Whole numbers that sum to `total`, in proportion to the weights, each at least `minimum`
/// (as far as the total allows). Largest remainder (Hamilton); ties to the lower index.
std::vector<int> largest_remainder(const std::vector<double>& weights, int total, int minimum = 0);

/// Sizes at the mid-quantiles of a lognormal with median 1, smallest first.
std::vector<double> lognormal_quantiles(int count, double sigma);

}  // namespace mgz
