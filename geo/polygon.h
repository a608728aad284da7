// SPDX-License-Identifier: EUPL-1.2
/// Polygons as plain values. Rings are not closed (the last vertex is not the first again).
#pragma once

#include <vector>

#include "geo/point.h"

namespace geo {

using Ring = std::vector<Point>;

struct Polygon {
    Ring outer;
    std::vector<Ring> holes;

    friend bool operator==(const Polygon&, const Polygon&) = default;
};

struct MultiPolygon {
    std::vector<Polygon> parts;

    friend bool operator==(const MultiPolygon&, const MultiPolygon&) = default;
};

struct Box {
    double min_x = 0, min_y = 0, max_x = 0, max_y = 0;
};

/// Square metres; holes subtracted; independent of ring direction. Shoelace formula.
double area(const MultiPolygon& shape);

/// Is the point inside (even-odd rule over all rings)? Points on an edge may fall either way.
bool contains(const MultiPolygon& shape, Point p);

/// Metres from the point to the nearest edge; 0 is not special inside. Infinity when empty.
double distance_to_edge(const MultiPolygon& shape, Point p);

/// Smallest box around the shape. REQUIRES: at least one vertex.
Box bounds(const MultiPolygon& shape);

/// Area-weighted centroid. REQUIRES: area(shape) > 0.
Point centroid(const MultiPolygon& shape);

}  // namespace geo
