// SPDX-License-Identifier: EUPL-1.2
/// How far regions are from where a profession is trained.
#pragma once

#include <vector>

#include "sim/world/world.h"

namespace mgz {

/// Need-weighted mean distance (km as travelled) of the settlements of each region to the nearest
/// centre of the profession that has no parent and is open in the year; by RegionId. Empty when
/// no centre is.
std::vector<double> distance_to_training(const World& world, const NeedOptions& need,
                                         Profession profession, int year);

/// The regions farthest from training and those nearest to it, a third of all each (rounded down),
/// by distance_to_training(), then code. Both empty where no centre is open, or regions are fewer
/// than three.
struct FarNear {
    std::vector<RegionId> far, near;
};
FarNear far_and_near(const World& world, const NeedOptions& need, Profession profession, int year);

}  // namespace mgz
