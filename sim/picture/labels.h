// SPDX-License-Identifier: EUPL-1.2
/// Where labels go: near their place, on nothing that matters, never on each other.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "geo/point.h"
#include "geo/polygon.h"

namespace mgz::picture {

/// Do the boxes share more than an edge?
bool overlap(const geo::Box& a, const geo::Box& b);

struct LabelWish {
    geo::Point at;  ///< on the page, inside what is labelled
    double width = 0, height = 0;
};

struct PlacedLabel {
    std::size_t wish = 0;
    geo::Box box;
    bool led = false;  ///< so far from its place that a line must lead to it
};

/// Labels in the order of the wishes, the most important first; one that finds no place is left
/// out. \param taken where no label may be (legend, title) \param avoided where none should be
/// (marks), unless there is no other place \param page none reaches beyond
std::vector<PlacedLabel> place_labels(std::span<const LabelWish> wishes,
                                      std::span<const geo::Box> taken,
                                      std::span<const geo::Box> avoided, const geo::Box& page);

}  // namespace mgz::picture
