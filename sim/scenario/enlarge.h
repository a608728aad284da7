// SPDX-License-Identifier: EUPL-1.2
/// A scenario for a country several times as large: copies of its places side by side.
#pragma once

#include <string>

#include "sim/scenario/scenario.h"

namespace mgz {

inline constexpr int most_copies = 100;

/// The code of a place in a copy of the country, the copies counted from 1: "07-R1". One copy is
/// the country itself, and its codes stay. Codes of a copy stand together when sorted.
/// REQUIRES: 1 <= copy <= copies <= most_copies.
std::string copy_code(const std::string& code, int copy, int copies);

/// Every total of the country (Grows::with_country) so many times as large, everything else as it
/// was; what works in some places works in each copy of them. The inputs keep their paths.
/// Errors (InputError, at the key): a total becomes larger than its range allows; an intervention
/// works in an area drawn on the map, which is no code that a copy could have.
Scenario enlarged(const Scenario& scenario, int copies);

}  // namespace mgz
