// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "sim/picture/page.h"

namespace mgz::picture {

namespace {

Shape swatch(double x, double y, double width, double height, const LegendRow& row)
{
    Shape shape;
    shape.rings = {rectangle(x, y, width, height)};
    shape.fill = row.fill ? *row.fill : paper;
    if (row.hatched) shape.hatch = area_hatch;
    if (row.outlined)
        shape.line = Line{certain_outline, 1.2};
    else if (!row.fill)
        shape.line = Line{pale_line, 0.6};
    shape.what = "legend";
    return shape;
}

/// One row: a swatch or mark, and its text in as many lines as it takes.
Block row_block(const LegendRow& row, const Sizes& sizes, double width,
                const Typesetter& typesetter)
{
    const double box = 1.9 * sizes.text, gap = 0.6 * sizes.text, high = 1.15 * sizes.text;
    Block block;
    const Block text =
        paragraph(row.text, {sizes.text}, ink, width - box - gap, typesetter, "legend");
    const double line = typesetter.size("x", {sizes.text}).height();
    block.add(text, box + gap, 0);
    if (row.mark) {
        Shape mark = mark_shape(*row.mark, {box / 2, line / 2}, 0.85 * sizes.text);
        mark.what = "legend";
        block.add(std::move(mark));
    } else {
        block.add(swatch(0, (line - high) / 2, box, high, row));
    }
    block.width = box + gap + text.width;
    block.height = std::max(text.height, line) + 0.28 * sizes.text;
    return block;
}

void stack(Block& block, const Block& other, double gap = 0)
{
    if (other.items.empty()) return;
    if (!block.items.empty()) block.height += gap;
    block.add(other, 0, block.height);
    block.height += other.height;
    block.width = std::max(block.width, other.width);
}

/// The classes side by side, with their breaks below and what the ends mean below those.
Block colour_bar(const Legend& legend, const Sizes& sizes, double width)
{
    Block block;
    const double high = 1.3 * sizes.text;
    const double each = width / static_cast<double>(legend.colours.size());
    const double base = high + 1.25 * sizes.text;
    for (std::size_t i = 0; i < legend.colours.size(); ++i) {
        const double x = each * static_cast<double>(i);
        Shape box;
        box.rings = {rectangle(x, 0, each, high)};
        box.fill = legend.colours[i];
        box.line = Line{paper, 0.6};
        box.what = "legend";
        block.add(std::move(box));
        if (i > 0)
            block.add(Text{
                legend.ticks[i - 1], {x, base}, {sizes.text}, Align::centre, ink, false, "legend"});
    }
    block.width = width;
    block.height = base + 0.4 * sizes.text;
    if (legend.low_end.empty()) return block;
    const double ends = base + 1.35 * sizes.text;
    block.add(
        Text{legend.low_end, {0, ends}, {sizes.text}, Align::left, soft_ink, false, "legend"});
    block.add(Text{
        legend.high_end, {width, ends}, {sizes.text}, Align::right, soft_ink, false, "legend"});
    block.height = ends + 0.4 * sizes.text;
    return block;
}

Block rows_block(const Legend& legend, const Sizes& sizes, double width,
                 const Typesetter& typesetter)
{
    Block block;
    for (const LegendRow& row : legend.rows)
        stack(block, row_block(row, sizes, width, typesetter));
    return block;
}

}  // namespace

Block legend_column(const Legend& legend, const Sizes& sizes, double width,
                    const Typesetter& typesetter)
{
    Block classes = paragraph(legend.heading, {sizes.text, true}, ink, width, typesetter, "legend");
    classes.height += 0.5 * sizes.text;
    const auto end = [&](const std::string& text) {
        if (!text.empty() && !legend.colours.empty())
            stack(classes, paragraph(text, {sizes.text}, soft_ink, width, typesetter, "legend"));
    };
    end(legend.high_end);
    for (std::size_t i = legend.colours.size(); i-- > 0;) {
        LegendRow row{legend.texts[i]};
        row.fill = legend.colours[i];
        stack(classes, row_block(row, sizes, width, typesetter));
    }
    end(legend.low_end);
    const Block rows = rows_block(legend, sizes, width, typesetter);
    Block block;
    stack(block, legend.rows_first ? rows : classes);
    stack(block, legend.rows_first ? classes : rows, sizes.text);
    return block;
}

Block legend_band(const Legend& legend, const Sizes& sizes, double width,
                  const Typesetter& typesetter)
{
    const bool beside = width > 34 * sizes.text && !legend.colours.empty();
    const double half = beside ? 0.47 * width : width;
    Block left = paragraph(legend.heading, {sizes.text, true}, ink, half, typesetter, "legend");
    if (!legend.colours.empty()) stack(left, colour_bar(legend, sizes, half), 0.5 * sizes.text);
    const Block right =
        rows_block(legend, sizes, beside ? width - half - 3 * sizes.text : width, typesetter);
    if (beside) {
        left.add(right, half + 3 * sizes.text, 0);
        left.height = std::max(left.height, right.height);
    } else {
        stack(left, right, 0.7 * sizes.text);
    }
    left.width = width;
    return left;
}

}  // namespace mgz::picture
