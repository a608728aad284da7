// SPDX-License-Identifier: EUPL-1.2
/// The one door to Boost's Sobol' sequence: direction numbers of Joe & Kuo, "Constructing Sobol
/// sequences with better two-dimensional projections", SIAM J. Sci. Comput. 30 (2008) 2635-2654.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mgz {

/// How many coordinates the tables have.
std::size_t most_sobol_dimensions();

/// The first n points, row after row, as 32-bit binary fractions: word x 2^-32 lies in [0, 1). In
/// Gray code order: 0, 1/2, then 3/4 and 1/4 in either order, ... Point 0 is there (Boost leaves
/// it out): without it the first 2^m points lose their balance (Owen 2020).
/// REQUIRES: 1 <= dimensions <= most_sobol_dimensions(), n < 2^32.
std::vector<std::uint32_t> sobol_points(std::size_t dimensions, std::size_t n);

}  // namespace mgz
