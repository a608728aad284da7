// SPDX-License-Identifier: EUPL-1.2
#include "geo/polygon.h"

#include <algorithm>
#include <cmath>

#include "tests/support/catch.h"
#include "tests/support/geo_shapes.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using geo::MultiPolygon;
using geo::Point;

// 4 +-----------+   A frame with a hole in its middle, and an island to the east.
//   |  +-----+  |
//   |  |     |  |   +--+
//   |  +-----+  |   |  |
// 0 +-----------+   +--+
//   0  1     3  4   6  7
static MultiPolygon frame_and_island()
{
    MultiPolygon shape;
    shape.parts.push_back({support::box_ring(0, 0, 4, 4), {support::box_ring(1, 1, 2, 2)}});
    shape.parts.push_back({support::box_ring(6, 0, 1, 2), {}});
    return shape;
}

TEST_CASE("area subtracts holes and adds parts", "[polygon]")
{
    CHECK(geo::area(frame_and_island()) == 4 * 4 - 2 * 2 + 1 * 2);
    CHECK(geo::area({}) == 0);
}

TEST_CASE("area does not depend on the direction of rings", "[polygon]")
{
    MultiPolygon shape = frame_and_island();
    std::reverse(shape.parts[0].outer.begin(), shape.parts[0].outer.end());
    CHECK(geo::area(shape) == 14);
    std::reverse(shape.parts[0].holes[0].begin(), shape.parts[0].holes[0].end());
    CHECK(geo::area(shape) == 14);
}

TEST_CASE("area keeps its digits far from the origin", "[polygon]")
{
    CHECK(geo::area(support::box(200000.5, 600000.25, 0.5, 0.5)) == 0.25);
}

TEST_CASE("a hole is outside, an island inside", "[polygon]")
{
    const MultiPolygon shape = frame_and_island();
    CHECK(geo::contains(shape, {0.5, 0.5}));
    CHECK(geo::contains(shape, {3.5, 2.0}));
    CHECK(geo::contains(shape, {6.5, 1.0}));
    CHECK_FALSE(geo::contains(shape, {2.0, 2.0}));  // in the hole
    CHECK_FALSE(geo::contains(shape, {5.0, 1.0}));  // in the water between
    CHECK_FALSE(geo::contains(shape, {6.5, 3.0}));
    CHECK_FALSE(geo::contains({}, {0, 0}));
}

TEST_CASE("each point of a tiling lies in exactly one tile, edges too", "[polygon]")
{
    // Two triangles that make a square: neighbours share the diagonal.
    const MultiPolygon lower = support::shape({{0, 0}, {8, 0}, {8, 8}});
    const MultiPolygon upper = support::shape({{0, 0}, {8, 8}, {0, 8}});
    for (double x = 0.5; x < 8; x += 0.5) {
        for (double y = 0.5; y < 8; y += 0.5) {
            CHECK(geo::contains(lower, {x, y}) + geo::contains(upper, {x, y}) == 1);
        }
    }
}

TEST_CASE("distance to the edge counts holes and both sides", "[polygon]")
{
    const MultiPolygon shape = frame_and_island();
    CHECK(geo::distance_to_edge(shape, {2, 2}) == 1);        // centre of the hole
    CHECK(geo::distance_to_edge(shape, {0.25, 2}) == 0.25);  // inside
    CHECK(geo::distance_to_edge(shape, {-3, -4}) == 5);      // beyond a corner
    CHECK(geo::distance_to_edge(shape, {5.5, 1}) == 0.5);    // nearest is the island
    CHECK(std::isinf(geo::distance_to_edge({}, {0, 0})));
}

TEST_CASE("bounds hold all parts", "[polygon]")
{
    const geo::Box box = geo::bounds(frame_and_island());
    CHECK(box.min_x == 0);
    CHECK(box.min_y == 0);
    CHECK(box.max_x == 7);
    CHECK(box.max_y == 4);
}

TEST_CASE("the centroid weighs parts by area", "[polygon]")
{
    // The frame weighs 12 around (2, 2), the island 2 around (6.5, 1).
    const Point middle = geo::centroid(frame_and_island());
    CHECK_THAT(middle.x, WithinRel((12 * 2 + 2 * 6.5) / 14, 1e-12));
    CHECK_THAT(middle.y, WithinRel((12 * 2 + 2 * 1.0) / 14, 1e-12));

    const Point far = geo::centroid(support::box(200000, 600000, 10, 20));
    CHECK_THAT(far.x, WithinAbs(200005, 1e-9));
    CHECK_THAT(far.y, WithinAbs(600010, 1e-9));
}
