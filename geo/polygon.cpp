// SPDX-License-Identifier: EUPL-1.2
#include "geo/polygon.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/check.h"
#include "geo/distance.h"

namespace geo {

namespace {

/// Call visit(ring, sign): sign 1 for outlines, -1 for holes.
template <class Visit>
void each_ring(const MultiPolygon& shape, Visit visit)
{
    for (const Polygon& part : shape.parts) {
        visit(part.outer, 1.0);
        for (const Ring& hole : part.holes)
            visit(hole, -1.0);
    }
}

/// Call visit(a, b) for each edge, the closing one included.
template <class Visit>
void each_edge(const Ring& ring, Visit visit)
{
    if (ring.empty()) return;
    Point a = ring.back();
    for (const Point b : ring) {
        visit(a, b);
        a = b;
    }
}

/// Area and first moments of a ring about `origin`. Measuring from a point nearby keeps the
/// digits that national coordinates (hundreds of kilometres) would cancel away.
struct Moments {
    double area = 0, x = 0, y = 0;
};

Moments moments(const Ring& ring, Point origin)
{
    Moments sum;
    each_edge(ring, [&](Point a, Point b) {
        const double ax = a.x - origin.x, ay = a.y - origin.y;
        const double bx = b.x - origin.x, by = b.y - origin.y;
        const double cross = ax * by - bx * ay;
        sum.area += cross / 2;
        sum.x += cross * (ax + bx) / 6;
        sum.y += cross * (ay + by) / 6;
    });
    if (sum.area < 0) sum = {-sum.area, -sum.x, -sum.y};  // clockwise rings count the same
    return sum;
}

Moments moments(const MultiPolygon& shape, Point origin)
{
    Moments total;
    each_ring(shape, [&](const Ring& ring, double sign) {
        const Moments part = moments(ring, origin);
        total.area += sign * part.area;
        total.x += sign * part.x;
        total.y += sign * part.y;
    });
    return total;
}

Point some_vertex(const MultiPolygon& shape)
{
    for (const Polygon& part : shape.parts) {
        if (!part.outer.empty()) return part.outer.front();
    }
    return {};
}

double squared_distance_to_segment(Point p, Point a, Point b)
{
    const double length2 = squared_distance(a, b);
    if (length2 == 0) return squared_distance(p, a);
    const double along = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length2;
    const double t = std::clamp(along, 0.0, 1.0);
    return squared_distance(p, {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
}

}  // namespace

double area(const MultiPolygon& shape)
{
    return moments(shape, some_vertex(shape)).area;
}

bool contains(const MultiPolygon& shape, Point p)
{
    bool inside = false;
    each_ring(shape, [&](const Ring& ring, double) {
        each_edge(ring, [&](Point a, Point b) {
            if ((a.y > p.y) == (b.y > p.y)) return;
            if (p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)) inside = !inside;
        });
    });
    return inside;
}

double distance_to_edge(const MultiPolygon& shape, Point p)
{
    double nearest2 = std::numeric_limits<double>::infinity();
    each_ring(shape, [&](const Ring& ring, double) {
        each_edge(ring, [&](Point a, Point b) {
            nearest2 = std::min(nearest2, squared_distance_to_segment(p, a, b));
        });
    });
    return std::sqrt(nearest2);
}

Box bounds(const MultiPolygon& shape)
{
    const double infinity = std::numeric_limits<double>::infinity();
    Box box{infinity, infinity, -infinity, -infinity};
    each_ring(shape, [&](const Ring& ring, double) {
        for (const Point p : ring) {
            box.min_x = std::min(box.min_x, p.x);
            box.min_y = std::min(box.min_y, p.y);
            box.max_x = std::max(box.max_x, p.x);
            box.max_y = std::max(box.max_y, p.y);
        }
    });
    expects(box.min_x <= box.max_x);
    return box;
}

Point centroid(const MultiPolygon& shape)
{
    const Point origin = some_vertex(shape);
    const Moments total = moments(shape, origin);
    expects(total.area > 0);
    return {origin.x + total.x / total.area, origin.y + total.y / total.area};
}

}  // namespace geo
