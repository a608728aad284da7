// SPDX-License-Identifier: EUPL-1.2
#include "sim/picture/labels.h"

#include <algorithm>

#include "tests/support/catch.h"

using namespace mgz::picture;
using geo::Box;

namespace {

constexpr Box page{0, 0, 400, 300};

void check_apart(const std::vector<PlacedLabel>& placed)
{
    for (std::size_t i = 0; i < placed.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            CHECK_FALSE(overlap(placed[i].box, placed[j].box));
}

void check_on_page(const std::vector<PlacedLabel>& placed)
{
    for (const PlacedLabel& label : placed) {
        CHECK(label.box.min_x >= page.min_x);
        CHECK(label.box.max_x <= page.max_x);
        CHECK(label.box.min_y >= page.min_y);
        CHECK(label.box.max_y <= page.max_y);
    }
}

}  // namespace

TEST_CASE("boxes that share an edge do not overlap")
{
    CHECK(overlap({0, 0, 2, 2}, {1, 1, 3, 3}));
    CHECK_FALSE(overlap({0, 0, 2, 2}, {2, 0, 4, 2}));
    CHECK_FALSE(overlap({0, 0, 2, 2}, {0, 2, 2, 4}));
}

TEST_CASE("a label with room stands on its place")
{
    const std::vector<LabelWish> wishes{{{100, 100}, 40, 20}};
    const auto placed = place_labels(wishes, {}, {}, page);
    REQUIRE(placed.size() == 1);
    CHECK(placed[0].box.min_x == 80);
    CHECK(placed[0].box.max_y == 110);
    CHECK_FALSE(placed[0].led);
}

TEST_CASE("many labels in one place keep off each other, the first of them on its place")
{
    std::vector<LabelWish> wishes;
    for (int i = 0; i < 40; ++i)
        wishes.push_back({{150.0 + i, 150}, 60, 20});
    const auto placed = place_labels(wishes, {}, {}, page);
    CHECK(placed.size() >= 8);
    CHECK(placed.size() < wishes.size());
    CHECK(placed[0].wish == 0);
    CHECK(placed[0].box.min_x == 120);
    CHECK(std::any_of(placed.begin(), placed.end(), [](const auto& label) { return label.led; }));
    check_apart(placed);
    check_on_page(placed);
}

TEST_CASE("labels keep off what is taken, and off marks where they can")
{
    const std::vector<LabelWish> wishes{{{100, 100}, 40, 20}};
    const std::vector<Box> legend{{0, 0, 200, 101}}, mark{{98, 98, 102, 102}};
    const auto beside_legend = place_labels(wishes, legend, {}, page);
    REQUIRE(beside_legend.size() == 1);
    CHECK_FALSE(overlap(beside_legend[0].box, legend[0]));
    const auto beside_mark = place_labels(wishes, {}, mark, page);
    REQUIRE(beside_mark.size() == 1);
    CHECK_FALSE(overlap(beside_mark[0].box, mark[0]));
    const std::vector<Box> marks_everywhere{page};
    CHECK(place_labels(wishes, {}, marks_everywhere, page).size() == 1);
    const std::vector<Box> all_taken{page};
    CHECK(place_labels(wishes, all_taken, {}, page).empty());
}

TEST_CASE("a label at the edge slides onto the page, and one wider than the page is left out")
{
    const std::vector<LabelWish> wishes{{{5, 150}, 60, 20}, {{200, 200}, 500, 20}};
    const auto placed = place_labels(wishes, {}, {}, page);
    REQUIRE(placed.size() == 1);
    CHECK(placed[0].box.min_x == 0);
}
