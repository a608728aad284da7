// SPDX-License-Identifier: EUPL-1.2
#include "sim/picture/labels.h"

#include <algorithm>
#include <array>
#include <optional>

namespace mgz::picture {

namespace {

/// Steps from the middle, in halves of the label's own width and height, the nearest first. A label
/// that stays over its own place needs no line.
struct Try {
    double x, y;
    bool led;
};

constexpr std::array tried_places{
    Try{0, 0, false},      Try{0, -0.7, false},    Try{0, 0.7, false},    Try{-0.5, 0, false},
    Try{0.5, 0, false},    Try{-0.5, -0.7, false}, Try{0.5, -0.7, false}, Try{-0.5, 0.7, false},
    Try{0.5, 0.7, false},  Try{0, -1.3, false},    Try{0, 1.3, false},    Try{0, -2, true},
    Try{0, 2, true},       Try{1.4, 0, true},      Try{-1.4, 0, true},    Try{1.3, -1.6, true},
    Try{-1.3, -1.6, true}, Try{1.3, 1.6, true},    Try{-1.3, 1.6, true},  Try{0, -3.4, true},
    Try{0, 3.4, true},     Try{2.2, 0, true},      Try{-2.2, 0, true},    Try{2, -2.6, true},
    Try{-2, -2.6, true},   Try{2, 2.6, true},      Try{-2, 2.6, true},    Try{0, -5, true},
    Try{0, 5, true},
};

geo::Box box_of(const LabelWish& wish, const Try& t)
{
    const double x = wish.at.x + t.x * wish.width / 2, y = wish.at.y + t.y * wish.height / 2;
    return {x - wish.width / 2, y - wish.height / 2, x + wish.width / 2, y + wish.height / 2};
}

/// As a whole on the page.
bool on_page(const geo::Box& box, const geo::Box& page)
{
    return box.min_x >= page.min_x && box.max_x <= page.max_x && box.min_y >= page.min_y &&
           box.max_y <= page.max_y;
}

/// Slides a box that reaches beyond the left or right end onto the page.
geo::Box slid(geo::Box box, const geo::Box& page)
{
    const double by = std::max(0.0, page.min_x - box.min_x) - std::max(0.0, box.max_x - page.max_x);
    box.min_x += by;
    box.max_x += by;
    return box;
}

bool free_of(const geo::Box& box, std::span<const geo::Box> others)
{
    return std::none_of(others.begin(), others.end(),
                        [&](const geo::Box& other) { return overlap(box, other); });
}

}  // namespace

bool overlap(const geo::Box& a, const geo::Box& b)
{
    return a.min_x < b.max_x && b.min_x < a.max_x && a.min_y < b.max_y && b.min_y < a.max_y;
}

std::vector<PlacedLabel> place_labels(std::span<const LabelWish> wishes,
                                      std::span<const geo::Box> taken,
                                      std::span<const geo::Box> avoided, const geo::Box& page)
{
    std::vector<PlacedLabel> placed;
    std::vector<geo::Box> blocked(taken.begin(), taken.end());
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        std::optional<PlacedLabel> best;
        // Over its own place and on a mark is worse than beside both, but better than far away.
        for (const bool led : {false, true})
            for (const bool on_marks : {false, true})
                for (const Try& t : tried_places) {
                    if (best || t.led != led) continue;
                    const geo::Box box = slid(box_of(wishes[i], t), page);
                    if (!on_page(box, page) || !free_of(box, blocked)) continue;
                    if (!on_marks && !free_of(box, avoided)) continue;
                    best = PlacedLabel{i, box, t.led};
                }
        if (!best) continue;
        blocked.push_back(best->box);
        placed.push_back(*best);
    }
    return placed;
}

}  // namespace mgz::picture
