// SPDX-License-Identifier: EUPL-1.2
/// Where interventions work: from official codes and areas to subregions.
///
/// The model knows no place below the subregion. That an intervention in part of a subregion works
/// in all of it at part of its intensity, the share of the inhabitants who live in that part, is an
/// assumption: true on average, but inside the subregion nobody feels it wholly or not at all.
#pragma once

#include <vector>

#include "sim/world/world.h"

namespace mgz {

/// A subregion, or part of it.
struct PlaceShare {
    SubregionId subregion;
    double share = 1;  ///< of its inhabitants who live in the part: above 0, at most 1

    friend bool operator==(const PlaceShare&, const PlaceShare&) = default;
};

/// Subregions in which the intervention works, rising, each once; all where it names no place. The
/// code of a region stands for its subregions; a code is a municipality's only if no region and no
/// subregion has it. Places that overlap count once; all municipalities of a subregion make 1.
/// Errors (InputError, with the intervention's origin): a code that no place has (with the
/// nearest); a region without subregions; nobody lives in the municipality or area.
/// REQUIRES: world.areas holds the intervention's area.
std::vector<PlaceShare> subregions_of(const World& world, const Intervention& intervention);

}  // namespace mgz
