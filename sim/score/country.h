// SPDX-License-Identifier: EUPL-1.2
/// The country as the sum of its regions.
#pragma once

#include "sim/model/history.h"

namespace mgz {

/// Share of the country's need that its regions miss: a surplus in one does not make up for what is
/// missing in another. 0 where nothing is needed.
double missed_share(const AreaTable& regions, std::size_t time, Profession p);

/// A table of one area: sums over the regions; shortage is missed_share().
AreaTable country_of(const AreaTable& regions);

}  // namespace mgz
