// SPDX-License-Identifier: EUPL-1.2
#include "geo/box_grid.h"

#include <algorithm>
#include <random>

#include "tests/support/catch.h"

using geo::Box;
using geo::BoxGrid;
using geo::Point;

static bool holds(const Box& box, Point p)
{
    return p.x >= box.min_x && p.x <= box.max_x && p.y >= box.min_y && p.y <= box.max_y;
}

/// Corners and middle of every box, and some points far from all.
static std::vector<Point> telling_points(const std::vector<Box>& boxes)
{
    std::vector<Point> points{{-1e9, 0}, {1e9, 1e9}, {0, -1e12}};
    for (const Box& b : boxes) {
        points.insert(points.end(), {{b.min_x, b.min_y},
                                     {b.max_x, b.max_y},
                                     {b.min_x, b.max_y},
                                     {(b.min_x + b.max_x) / 2, (b.min_y + b.max_y) / 2}});
    }
    return points;
}

static void check_all_found(const std::vector<Box>& boxes)
{
    const BoxGrid grid(boxes);
    for (const Point p : telling_points(boxes)) {
        const auto& near = grid.near(p);
        CHECK(std::is_sorted(near.begin(), near.end()));
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            if (holds(boxes[i], p)) CHECK(std::binary_search(near.begin(), near.end(), i));
        }
    }
}

TEST_CASE("a grid of boxes misses none that holds the point", "[box_grid]")
{
    std::mt19937 random(3);
    std::uniform_real_distribution<double> corner(-1e5, 3e5), size(0, 4e4);
    std::vector<Box> boxes;
    for (int i = 0; i < 200; ++i) {
        const double x = corner(random), y = corner(random);
        boxes.push_back({x, y, x + size(random), y + size(random)});
    }
    check_all_found(boxes);
}

TEST_CASE("boxes without width, on one line, or one alone are found too", "[box_grid]")
{
    check_all_found({});
    check_all_found({{5, 5, 5, 5}});
    check_all_found({{0, 0, 1e6, 0}, {10, 0, 10, 0}, {1e6, 0, 1e6, 0}});
    std::vector<Box> row;
    for (int i = 0; i < 300; ++i)
        row.push_back({i * 1e4, 0, (i + 1) * 1e4, 1});
    check_all_found(row);
}

TEST_CASE("few boxes are looked at for one point", "[box_grid]")
{
    std::vector<Box> tiles;
    for (int x = 0; x < 40; ++x) {
        for (int y = 0; y < 40; ++y)
            tiles.push_back({x * 1e3, y * 1e3, (x + 1) * 1e3, (y + 1) * 1e3});
    }
    const BoxGrid grid(tiles);
    std::size_t most = 0;
    for (const Box& tile : tiles)
        most = std::max(most, grid.near({tile.min_x + 500, tile.min_y + 500}).size());
    CHECK(most <= 9);
}
