// SPDX-License-Identifier: EUPL-1.2
/// Tells apart the draws of Purpose::design, as their `series`.
#pragma once

#include <cstdint>

namespace mgz {

enum class DesignSeries : std::uint32_t {
    morris_start,      ///< key factor, block trajectory: level and direction
    morris_order,      ///< key group, block trajectory: when it moves
    digital_shift,     ///< key coordinate of the Sobol' sequence
    hypercube_order,   ///< key factor, block point: its stratum
    hypercube_place,   ///< key factor, block point: where in the stratum
    random_point,      ///< key factor, block point
    bootstrap_sobol,   ///< key resample, block four drawn blocks
    bootstrap_morris,  ///< key resample, block four drawn trajectories
};

}  // namespace mgz
