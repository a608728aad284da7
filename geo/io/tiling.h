// SPDX-License-Identifier: EUPL-1.2
/// Polygons that should cover an area once: what is wrong with them, and making them from points.
#pragma once

#include <string>
#include <vector>

#include "geo/point.h"
#include "geo/polygon.h"

namespace geo::io {

struct Area {
    std::string code;
    MultiPolygon shape;
};

struct TilingReport {
    struct Overlap {
        std::string first, second;
        double square_metres = 0;
    };
    struct Gap {
        std::vector<std::string> beside;  ///< codes of the areas around it
        double square_metres = 0;
    };
    std::vector<Overlap> overlaps;     ///< larger than the tolerance, largest first
    std::vector<Gap> gaps;             ///< holes of the union larger than the tolerance
    std::vector<std::string> orphans;  ///< areas that touch no other (islands, strays)
};

/// Look for overlaps, gaps and orphans. Tolerance in square metres; areas within a metre of each
/// other touch. A lake inside the union is a gap too: whether it should be there is not known here.
/// REQUIRES: valid shapes with an area, as read_layer gives them.
TilingReport check_tiling(const std::vector<Area>& areas, double tolerance = 1e4);

/// Voronoi cells of the points, dissolved per group and clipped by the outline.
/// \param groups one code per point; areas come back in order of code
/// The areas cover the outline once; an area is empty when all its cells lie outside.
/// REQUIRES: as many codes as points, all points distinct and finite, a valid outline.
std::vector<Area> voronoi_areas(const std::vector<Point>& points,
                                const std::vector<std::string>& groups,
                                const MultiPolygon& outline);

/// Square metres that both shapes cover. REQUIRES: valid shapes.
double shared_area(const MultiPolygon& a, const MultiPolygon& b);

}  // namespace geo::io
