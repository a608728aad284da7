// SPDX-License-Identifier: EUPL-1.2
/// Inside geo_io only: spatial references and transformations as handles.
#pragma once

#include <string>
#include <vector>

#include "geo/io/handles.h"
#include "geo/point.h"

namespace geo::io {

/// A reference by name, x before y. InputError when the name is not known.
Srs srs_named(const std::string& name);

/// A copy with x before y.
Srs srs_copy(OGRSpatialReferenceH srs);

/// Null when both are the same system: coordinates then stay as they are, to the last bit.
/// InputError (at `where`) when there is no way from one to the other.
Transform transform_between(OGRSpatialReferenceH from, OGRSpatialReferenceH to,
                            const std::string& where);

/// Transform in place; false when a point cannot be transformed. A null transform changes nothing.
bool apply(OGRCoordinateTransformationH transform, std::vector<Point>& points);

}  // namespace geo::io
