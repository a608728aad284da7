// SPDX-License-Identifier: EUPL-1.2
#include "geo/buckets.h"

#include <random>
#include <set>

#include "geo/distance.h"
#include "tests/support/catch.h"

using geo::Point;

static std::set<std::size_t> near(const geo::Buckets& buckets, Point p)
{
    std::set<std::size_t> found;
    std::size_t visits = 0;
    buckets.each_near(p, [&](std::size_t index) { found.insert(index), ++visits; });
    CHECK(visits == found.size());  // none twice
    CHECK(visits == buckets.count_near(p));
    return found;
}

TEST_CASE("buckets miss no point within the radius", "[buckets]")
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> coordinate(-500, 1500);
    for (const double radius : {0.0, 3.0, 150.0, 5000.0}) {
        std::vector<Point> points;
        for (int i = 0; i < 300; ++i)
            points.push_back({coordinate(random), coordinate(random)});
        const geo::Buckets buckets(points, radius);
        points.push_back({-1e9, 0});  // asked from far away, on each side
        points.push_back({1e9, 1e9});
        for (const Point p : points) {
            const auto found = near(buckets, p);
            for (std::size_t i = 0; i < 300; ++i) {
                if (geo::distance(p, points[i]) <= radius) CHECK(found.contains(i));
            }
        }
    }
}

TEST_CASE("a point exactly at the radius is found", "[buckets]")
{
    // Corners of a grid of 100 m, as settlements have.
    std::vector<Point> points;
    for (int x = 0; x <= 60; ++x) {
        for (int y = 0; y <= 60; ++y)
            points.push_back({x * 1000.0, y * 1000.0});
    }
    const geo::Buckets buckets(points, 30000);
    const auto found = near(buckets, {30000, 30000});
    CHECK(found.contains(30));            // (0, 30 km)
    CHECK(found.contains(60 * 61 + 30));  // (60 km, 30 km)
    CHECK(found.contains(12 * 61 + 6));   // 18 km west, 24 km south: 30 km
}

TEST_CASE("buckets of nothing, of one point, of points in one place", "[buckets]")
{
    CHECK(near(geo::Buckets({}, 10), {0, 0}).empty());
    CHECK(near(geo::Buckets({{5, 5}}, 10), {0, 0}).size() == 1);
    CHECK(near(geo::Buckets({{5, 5}, {5, 5}, {5, 5}}, 10), {0, 0}).size() == 3);
}

TEST_CASE("a stray point far away does not cost memory", "[buckets]")
{
    const geo::Buckets buckets({{0, 0}, {1e12, 1e12}}, 1.0);
    CHECK(near(buckets, {0, 0}).contains(0));
}
