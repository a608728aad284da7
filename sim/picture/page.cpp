// SPDX-License-Identifier: EUPL-1.2
#include "sim/picture/page.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace mgz::picture {

Sizes sizes_for(double width)
{
    const double text = std::clamp(width / 55, 6.5, 9.0);
    return {text, 0.84 * text, 1.12 * text, std::clamp(width / 34, 9.0, 15.0)};
}

void Block::add(const Block& other, double x, double y)
{
    for (const Item& item : other.items) {
        items.push_back(item);
        if (auto* text = std::get_if<Text>(&items.back())) {
            text->at.x += x;
            text->at.y += y;
        } else {
            for (geo::Ring& ring : std::get<Shape>(items.back()).rings)
                for (geo::Point& p : ring) {
                    p.x += x;
                    p.y += y;
                }
        }
    }
}

std::vector<std::string> even_lines(const std::string& text, Font font, double width,
                                    const Typesetter& typesetter)
{
    auto lines = typesetter.lines(text, font, width);
    const std::size_t count = lines.size();
    // No narrower than half: what is left then is one long word.
    for (double less = 0.98 * width; count > 1 && less > 0.5 * width; less -= 0.02 * width) {
        auto narrower = typesetter.lines(text, font, less);
        if (narrower.size() > count) break;
        lines = std::move(narrower);
    }
    return lines;
}

Block paragraph(const std::string& text, Font font, Colour colour, double width,
                const Typesetter& typesetter, const std::string& what)
{
    Block block;
    if (text.empty()) return block;
    for (const std::string& line : font.bold ? even_lines(text, font, width, typesetter)
                                             : typesetter.lines(text, font, width)) {
        const TextSize size = typesetter.size(line, font);
        block.add(
            Text{line, {0, block.height + size.ascent}, font, Align::left, colour, false, what});
        block.width = std::max(block.width, size.width);
        block.height += 1.06 * size.height();
    }
    return block;
}

geo::Ring rectangle(double x, double y, double width, double height)
{
    return {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}};
}

Shape mark_shape(MarkKind kind, geo::Point at, double size)
{
    Shape shape;
    shape.fill = mark_colour;
    shape.line = Line{paper, 0.7};
    shape.what = "mark";
    const double r = size / 2;
    if (kind == MarkKind::square) {
        shape.rings = {rectangle(at.x - 0.88 * r, at.y - 0.88 * r, 1.76 * r, 1.76 * r)};
    } else if (kind == MarkKind::triangle) {
        shape.rings = {{{at.x, at.y - 1.15 * r},
                        {at.x + 1.1 * r, at.y + 0.8 * r},
                        {at.x - 1.1 * r, at.y + 0.8 * r}}};
    } else {
        geo::Ring ring;
        constexpr int corners = 32;
        for (int i = 0; i < corners; ++i) {
            const double angle = 2 * std::numbers::pi * i / corners;
            ring.push_back({at.x + r * std::cos(angle), at.y + r * std::sin(angle)});
        }
        shape.rings = {std::move(ring)};
    }
    return shape;
}

}  // namespace mgz::picture
