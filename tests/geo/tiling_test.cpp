// SPDX-License-Identifier: EUPL-1.2
#include "geo/io/tiling.h"

#include <random>

#include "geo/distance.h"
#include "tests/support/catch.h"
#include "tests/support/geo_shapes.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using geo::MultiPolygon;
using geo::Point;
using geo::io::Area;
using geo::io::check_tiling;
using support::box;
using Codes = std::vector<std::string>;

TEST_CASE("two neighbours tile without fault", "[tiling]")
{
    // A | B
    const auto report =
        check_tiling({{"A", box(0, 0, 1000, 1000)}, {"B", box(1000, 0, 1000, 1000)}});
    CHECK(report.overlaps.empty());
    CHECK(report.gaps.empty());
    CHECK(report.orphans.empty());
}

TEST_CASE("an overlap is found, the largest first", "[tiling]")
{
    // A reaches 200 m into B, B 300 m into C.
    const auto report = check_tiling({{"A", box(0, 0, 1200, 1000)},
                                      {"B", box(1000, 0, 1300, 1000)},
                                      {"C", box(2000, 0, 1000, 1000)}});
    REQUIRE(report.overlaps.size() == 2);
    CHECK(report.overlaps[0].first == "B");
    CHECK(report.overlaps[0].second == "C");
    CHECK(report.overlaps[0].square_metres == 300 * 1000);
    CHECK(report.overlaps[1].square_metres == 200 * 1000);
}

TEST_CASE("slivers under the tolerance are let pass", "[tiling]")
{
    const std::vector<Area> areas{{"A", box(0, 0, 1005, 1000)}, {"B", box(1000, 0, 1000, 1000)}};
    CHECK(check_tiling(areas).overlaps.empty());
    CHECK(check_tiling(areas, 1000).overlaps.size() == 1);
}

TEST_CASE("a gap is found with the areas around it", "[tiling]")
{
    // +---------+----+
    // |    B    |    |
    // +----+    +    |    A, B and C leave a hole of 1 km2 in the middle; D only touches C.
    // |    | .. |  C | D
    // | A  +----+    |
    // +---------+----+
    const MultiPolygon a =
        support::shape({{0, 0}, {2000, 0}, {2000, 1000}, {1000, 1000}, {1000, 2000}, {0, 2000}});
    const MultiPolygon b = support::shape({{0, 2000}, {2000, 2000}, {2000, 3000}, {0, 3000}});
    const auto report = check_tiling(
        {{"A", a}, {"B", b}, {"C", box(2000, 0, 500, 3000)}, {"D", box(2500, 0, 500, 500)}});
    REQUIRE(report.gaps.size() == 1);
    CHECK(report.gaps[0].square_metres == 1e6);
    CHECK(report.gaps[0].beside == Codes{"A", "B", "C"});
    CHECK(report.overlaps.empty());
    CHECK(report.orphans.empty());
}

TEST_CASE("an area that touches no other is an orphan", "[tiling]")
{
    const std::vector<Area> areas{{"A", box(0, 0, 1000, 1000)},
                                  {"B", box(1000.5, 0, 1000, 1000)},  // half a metre apart: touches
                                  {"stray", box(90000, 0, 1000, 1000)}};
    CHECK(check_tiling(areas).orphans == Codes{"stray"});
    CHECK(check_tiling({areas[0]}).orphans.empty());  // alone is not astray
    CHECK(check_tiling({}).orphans.empty());
}

TEST_CASE("Voronoi areas give each place the land nearest to it", "[tiling]")
{
    std::mt19937 random(3);
    std::uniform_int_distribution<int> coordinate(0, 99);
    std::vector<Point> points;
    Codes groups;
    for (int i = 0; i < 60; ++i) {
        const Point p{coordinate(random) * 100.0, coordinate(random) * 100.0};
        if (std::find(points.begin(), points.end(), p) != points.end()) continue;
        points.push_back(p);
        groups.push_back(std::string(1, static_cast<char>('A' + i % 5)));
    }
    // A frame with a lake in it, smaller than the cloud of points.
    MultiPolygon outline = box(500, 500, 9000, 9000);
    outline.parts[0].holes.push_back(support::box_ring(4000, 4000, 2000, 1000));

    const std::vector<Area> areas = geo::io::voronoi_areas(points, groups, outline);
    REQUIRE(areas.size() == 5);
    double total = 0;
    for (const Area& area : areas)
        total += geo::area(area.shape);
    CHECK_THAT(total, WithinRel(geo::area(outline), 1e-12));
    CHECK(check_tiling(areas, 1e-3).overlaps.empty());
    const auto gaps = check_tiling(areas, 1e-3).gaps;
    REQUIRE(gaps.size() == 1);
    CHECK_THAT(gaps[0].square_metres, WithinAbs(2e6, 1e-3));

    // The twin: for points of a fine grid, ask which place is nearest.
    for (double x = 533; x < 9500; x += 211) {
        for (double y = 533; y < 9500; y += 211) {
            const Point p{x, y};
            if (!geo::contains(outline, p)) continue;
            std::size_t nearest = 0;
            for (std::size_t i = 1; i < points.size(); ++i) {
                if (geo::distance(p, points[i]) < geo::distance(p, points[nearest])) nearest = i;
            }
            const Area& area = areas[static_cast<std::size_t>(groups[nearest][0] - 'A')];
            CHECK(area.code == groups[nearest]);
            CHECK((geo::contains(area.shape, p) || geo::distance_to_edge(area.shape, p) < 1e-6));
        }
    }
}

TEST_CASE("Voronoi areas of none, one, two and of points in a row", "[tiling]")
{
    const MultiPolygon square = box(0, 0, 900, 900);
    CHECK(geo::io::voronoi_areas({}, {}, square).empty());
    CHECK(geo::area(geo::io::voronoi_areas({{5, 5}}, {"A"}, square)[0].shape) == 810000);

    const auto two = geo::io::voronoi_areas({{100, 450}, {300, 450}}, {"B", "A"}, square);
    REQUIRE(two.size() == 2);
    CHECK(two[0].code == "A");
    CHECK_THAT(geo::area(two[0].shape), WithinRel(700.0 * 900, 1e-9));

    const auto row =
        geo::io::voronoi_areas({{150, 450}, {450, 450}, {750, 450}}, {"A", "B", "C"}, square);
    REQUIRE(row.size() == 3);
    for (const Area& area : row)
        CHECK_THAT(geo::area(area.shape), WithinRel(270000.0, 1e-9));
}
