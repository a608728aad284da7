// SPDX-License-Identifier: EUPL-1.2
/// Inside geo_io only: invalid rings, mended where that changes next to nothing.
#pragma once

#include <string>

#include "geo/io/geos.h"
#include "geo/polygon.h"

namespace geo::io {

/// Make the shape valid. True when it had to be changed.
/// Errors (InputError at `where`): mending changes the area by 0.1% or more, as with a bow tie;
/// nothing with an area is left. REQUIRES: finite coordinates.
bool repair(MultiPolygon& shape, const Geos& geos, const std::string& where);

}  // namespace geo::io
