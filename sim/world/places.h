// SPDX-License-Identifier: EUPL-1.2
/// From official codes to ids, for interventions.
#pragma once

#include <vector>

#include "sim/world/world.h"

namespace mgz {

/// Subregions in which the intervention works, rising; all where it names no place. The code of a
/// region stands for its subregions.
/// Errors (InputError, with the intervention's origin): a code that no place has (with the
/// nearest); a region without subregions.
std::vector<SubregionId> subregions_of(const World& world, const Intervention& intervention);

}  // namespace mgz
