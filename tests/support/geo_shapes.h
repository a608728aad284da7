// SPDX-License-Identifier: EUPL-1.2
/// Small shapes for pictures in comments.
#pragma once

#include <utility>

#include "geo/polygon.h"

namespace support {

/// A rectangle with its lower left corner at x, y.
inline geo::Ring box_ring(double x, double y, double width, double height)
{
    return {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}};
}

inline geo::MultiPolygon box(double x, double y, double width, double height)
{
    return {{{box_ring(x, y, width, height), {}}}};
}

inline geo::MultiPolygon shape(geo::Ring outer)
{
    return {{{std::move(outer), {}}}};
}

}  // namespace support
