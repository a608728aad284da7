// SPDX-License-Identifier: EUPL-1.2
/// Inside sim/picture only: blocks of a page, made where they are easy to make and then moved.
#pragma once

#include <string>
#include <vector>

#include "sim/picture/drawing.h"
#include "sim/picture/picture.h"
#include "sim/picture/typeset.h"

namespace mgz::picture {

inline constexpr Colour ink{0x22, 0x22, 0x22}, soft_ink{0x55, 0x55, 0x55},
    pale_line{0xbb, 0xbb, 0xbb}, paper{0xff, 0xff, 0xff}, mark_colour{0x1f, 0x4e, 0x79};
inline constexpr Hatch area_hatch{uncertain_hatch, 4, 0.8};

/// Sizes of text, from the width of the picture.
struct Sizes {
    double text, small, heading, title;
};
Sizes sizes_for(double width);

/// Items around an origin at the upper left.
struct Block {
    double width = 0, height = 0;
    std::vector<Item> items;

    void add(Shape shape) { items.emplace_back(std::move(shape)); }
    void add(Text text) { items.emplace_back(std::move(text)); }
    /// The other block's items, its origin at (x, y) of this one.
    void add(const Block& other, double x, double y);
};

/// As few lines as the width allows, of about the same length: no last line of one word.
std::vector<std::string> even_lines(const std::string& text, Font font, double width,
                                    const Typesetter& typesetter);

/// Text from the upper left, in lines of at most `width`; a bold one in even lines.
Block paragraph(const std::string& text, Font font, Colour colour, double width,
                const Typesetter& typesetter, const std::string& what = {});

geo::Ring rectangle(double x, double y, double width, double height);

/// A mark around a point.
Shape mark_shape(MarkKind kind, geo::Point at, double size);

/// As a column, the highest class on top.
Block legend_column(const Legend& legend, const Sizes& sizes, double width,
                    const Typesetter& typesetter);
/// As a bar with the rest beside it, or below where it is narrow.
Block legend_band(const Legend& legend, const Sizes& sizes, double width,
                  const Typesetter& typesetter);

Block bars_block(const Bars& bars, const Sizes& sizes, double width, const Typesetter& typesetter);

}  // namespace mgz::picture
