// SPDX-License-Identifier: EUPL-1.2
/// Coordinates from one coordinate reference system to another, always x (east) before y (north).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "geo/point.h"

namespace geo::io {

/// Points in `from` given in `to` (authority and code: "EPSG:28992", "EPSG:4326").
/// Degrees for geographic systems, longitude first. Accuracy between the Dutch grid and WGS84 is
/// that of the installed PROJ data: about a metre without the correction grids.
/// Errors (InputError): a name that is not known, a point outside the area of use.
std::vector<Point> transform(std::span<const Point> points, const std::string& from,
                             const std::string& to);

}  // namespace geo::io
