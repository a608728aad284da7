// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/picture/page.h"

namespace mgz::picture {

namespace {

/// A round step that divides the way to the top in 3 to 6.
double round_step(double top)
{
    const double power = std::pow(10, std::floor(std::log10(top / 3)));
    for (const double times : {1.0, 2.0, 5.0, 10.0})
        if (top / (times * power) <= 6) return times * power;
    return 10 * power;
}

Shape line_between(geo::Point a, geo::Point b, Colour colour, double width)
{
    Shape shape;
    shape.rings = {{a, b}};
    shape.closed = false;
    shape.line = Line{colour, width};
    return shape;
}

class BarsMaker {
public:
    BarsMaker(const Bars& bars, const Sizes& sizes, double width, const Typesetter& typesetter)
        : bars_(bars), sizes_(sizes), width_(width), typesetter_(typesetter)
    {
    }

    Block make()
    {
        add_stacked(paragraph(bars_.title, {sizes_.heading, true}, ink, width_, typesetter_), 0);
        block_.height += 0.8 * sizes_.text;
        name_width_ = 0;
        for (const Bar& bar : bars_.bars) {
            top_ = std::max({top_, bar.high, bar.value});
            for (const auto& line : name_lines(bar))
                name_width_ = std::max(name_width_, typesetter_.size(line, {sizes_.text}).width);
        }
        top_ = top_ > 0 ? 1.04 * top_ : 1;
        left_ = name_width_ + 0.8 * sizes_.text;
        const double from = block_.height;
        const double each = 2.4 * sizes_.text;
        const double to = from + each * static_cast<double>(bars_.bars.size());
        draw_grid(from, to);
        for (std::size_t i = 0; i < bars_.bars.size(); ++i)
            draw_bar(bars_.bars[i], from + each * (static_cast<double>(i) + 0.5));
        block_.height = to + 1.8 * sizes_.text;
        add_stacked(paragraph(bars_.axis, {sizes_.text}, ink, width_ - left_, typesetter_), left_);
        block_.height += 0.6 * sizes_.text;
        add_stacked(paragraph(bars_.note, {sizes_.small}, soft_ink, width_ - left_, typesetter_),
                    left_);
        block_.width = width_;
        return std::move(block_);
    }

private:
    void add_stacked(const Block& other, double x)
    {
        block_.add(other, x, block_.height);
        block_.height += other.height;
    }

    std::vector<std::string> name_lines(const Bar& bar) const
    {
        return even_lines(bar.name, {sizes_.text}, 0.4 * width_, typesetter_);
    }

    double x_of(double value) const
    {
        return left_ + (width_ - left_) * std::clamp(value / top_, 0.0, 1.0);
    }

    void draw_grid(double from, double to)
    {
        const double step = round_step(top_);
        for (int i = 0; i * step <= top_; ++i) {
            const double x = x_of(i * step);
            block_.add(line_between({x, from}, {x, to}, {0xdd, 0xdd, 0xdd}, 0.6));
            block_.add(Text{fmt::format("{:.6g}", i * step),
                            {x, to + 1.2 * sizes_.text},
                            {sizes_.small},
                            Align::centre,
                            soft_ink});
        }
    }

    void draw_rectangle(double y, double value, Colour colour)
    {
        Shape shape;
        const double high = 1.4 * sizes_.text;
        shape.rings = {rectangle(left_, y - high / 2, x_of(value) - left_, high)};
        shape.fill = colour;
        shape.what = "bar";
        block_.add(std::move(shape));
    }

    void draw_bar(const Bar& bar, double y)
    {
        draw_rectangle(y, bar.value, on_white(bar.colour, bar.alone ? 0.42 : 0.85));
        if (bar.alone) draw_rectangle(y, std::clamp(*bar.alone, 0.0, bar.value), bar.colour);
        const double cap = 0.35 * sizes_.text;
        block_.add(line_between({x_of(bar.low), y}, {x_of(bar.high), y}, ink, 0.9));
        for (const double end : {x_of(bar.low), x_of(bar.high)})
            block_.add(line_between({end, y - cap}, {end, y + cap}, ink, 0.9));
        const auto lines = name_lines(bar);
        const TextSize size = typesetter_.size("x", {sizes_.text});
        double base = y - size.height() * static_cast<double>(lines.size()) / 2 + size.ascent;
        for (const auto& line : lines) {
            block_.add(
                Text{line, {left_ - 0.6 * sizes_.text, base}, {sizes_.text}, Align::right, ink});
            base += size.height();
        }
    }

    const Bars& bars_;
    const Sizes& sizes_;
    double width_;
    const Typesetter& typesetter_;
    Block block_;
    double name_width_ = 0, top_ = 0, left_ = 0;
};

}  // namespace

Block bars_block(const Bars& bars, const Sizes& sizes, double width, const Typesetter& typesetter)
{
    return BarsMaker(bars, sizes, width, typesetter).make();
}

}  // namespace mgz::picture
