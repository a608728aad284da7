// SPDX-License-Identifier: EUPL-1.2
#include "geo/grid.h"

#include "geo/io/raster_io.h"
#include "tests/support/catch.h"
#include "tests/support/geo_shapes.h"

TEST_CASE("a frame has corners at whole multiples of the cell", "[grid]")
{
    const geo::GridFrame frame = geo::frame_around({120, -30, 1010, 500}, 100);
    CHECK(frame.top_left == geo::Point{100, 500});
    CHECK(frame.rows == 6);   // -100 to 500
    CHECK(frame.cols == 10);  // 100 to 1100
    CHECK(frame.centre(0, 0) == geo::Point{150, 450});
    CHECK(frame.centre(5, 9) == geo::Point{1050, -50});
}

TEST_CASE("a cell belongs to the polygon that holds its centre", "[grid]")
{
    //  40 +---+---+---+---+     Polygon 0: the frame without its hole.
    //     | 0   0   0   0 |     Polygon 1: a triangle over the right edge.
    //     | 0  .   .  1/1 |
    //     | 0  .   . 1/ 1 |
    //   0 +---+---+---+---+
    const geo::GridFrame frame{{0, 40}, 10, 4, 5};
    geo::MultiPolygon hollow = support::box(0, 0, 40, 40);
    hollow.parts[0].holes.push_back(support::box_ring(10, 10, 20, 20));
    const geo::MultiPolygon triangle = support::shape({{30, 0}, {50, 0}, {50, 20}});
    const std::vector<geo::MultiPolygon> shapes{hollow, triangle};

    geo::Raster<int> expected(4, 5);
    expected << 0, 0, 0, 0, -1,  //
        0, -1, -1, 0, -1,        //
        0, -1, -1, 0, 1,         //
        0, 0, 0, 1, 1;
    const geo::Raster<int> cells = geo::io::rasterise(shapes, frame);
    // The centre (35, 5) lies on the edge of the triangle and may fall either way.
    for (int row = 0; row < 4; ++row) {
        for (int col = 0; col < 5; ++col) {
            const geo::Point p = frame.centre(row, col);
            if (geo::distance_to_edge(triangle, p) > 1e-9) {
                INFO(row << " " << col);
                CHECK(cells(row, col) == expected(row, col));
            }
        }
    }
}

TEST_CASE("cells agree with contains, also where the shape leaves the frame", "[grid]")
{
    const geo::MultiPolygon star = support::shape(
        {{-40, 13}, {31, 22}, {55, 90}, {62, 21}, {140, 11}, {71, -3}, {57, -70}, {33, 4}});
    const geo::GridFrame frame{{0, 60}, 3, 40, 33};
    const geo::Raster<int> cells = geo::io::rasterise(std::span(&star, 1), frame);
    int inside = 0;
    for (int row = 0; row < frame.rows; ++row) {
        for (int col = 0; col < frame.cols; ++col) {
            const bool expected = geo::contains(star, frame.centre(row, col));
            CHECK((cells(row, col) == 0) == expected);
            inside += expected;
        }
    }
    CHECK(inside > 100);
}
