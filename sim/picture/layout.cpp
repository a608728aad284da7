// SPDX-License-Identifier: EUPL-1.2
#include "sim/picture/layout.h"

#include <algorithm>
#include <cmath>

#include "geo/check.h"
#include "sim/picture/labels.h"
#include "sim/picture/map_block.h"
#include "sim/picture/page.h"

namespace mgz::picture {

namespace {

constexpr double margin = 11, spacing = 10;
/// The most that a map is higher than its picture is wide.
constexpr double highest = 1.0;

std::size_t columns_of(const Picture& picture)
{
    const std::size_t n = picture.panels.size();
    return n <= 3 ? n : n == 4 ? 2 : 3;
}

class Page {
public:
    Page(const Picture& picture, double width, const Typesetter& typesetter)
        : picture_(picture),
          width_(width - 2 * margin),
          sizes_(sizes_for(width)),
          typesetter_(typesetter),
          extent_(extent_of(picture.panels))
    {
    }

    Drawing make()
    {
        stack(paragraph(picture_.title, {sizes_.title, true}, ink, width_, typesetter_, "title"));
        page_.height += 0.25 * sizes_.title;
        stack(
            paragraph(picture_.subtitle, {sizes_.text}, soft_ink, width_, typesetter_, "subtitle"));
        page_.height += sizes_.text;
        if (picture_.bars)
            map_and_bars();
        else if (picture_.panels.size() == 1 && width_ > 36 * sizes_.text)
            map_and_legend(width_);
        else
            maps_over_legend();
        page_.height += 1.1 * sizes_.text;
        stack(paragraph(picture_.source, {sizes_.small}, soft_ink, width_, typesetter_, "source"));
        Drawing drawing{width_ + 2 * margin, page_.height + 2 * margin, picture_.title, {}};
        Block framed;
        framed.add(page_, margin, margin);
        drawing.items = std::move(framed.items);
        return drawing;
    }

private:
    void stack(const Block& block)
    {
        page_.add(block, 0, page_.height);
        page_.height += block.height;
    }

    /// What labels may not leave, seen from a map that stands at `x` of a strip of this width.
    geo::Box page_of(double x, double strip, const Projection& projection) const
    {
        return {-x - margin / 2, -2, strip - x + margin / 2, projection.height() + 2};
    }

    double aspect() const
    {
        return (extent_.max_y - extent_.min_y) / (extent_.max_x - extent_.min_x);
    }

    /// The largest map whose areas leave the upper left corner to the legend.
    void map_and_legend(double strip)
    {
        const double column = std::min(0.34 * strip, 17 * sizes_.text);
        const Block legend = legend_column(picture_.legend, sizes_, column, typesetter_);
        const double least = strip - legend.width - spacing;
        const double most = std::max(least, std::min(strip, highest * width_ / aspect()));
        constexpr int tries = 24;
        const auto with_map = [&](double map_width) {
            const Projection projection(extent_, map_width);
            const double x = strip - map_width;
            const geo::Box corner{-x, -2, legend.width + spacing - x, legend.height + spacing};
            const bool last = map_width <= least + 1e-9;
            if (!last && !is_free(corner, picture_.panels[0], projection)) return false;
            const std::vector<geo::Box> taken{corner};
            page_.add(legend, 0, page_.height);
            page_.add(map_block(picture_.panels[0], projection, sizes_,
                                page_of(x, strip, projection), taken, true, typesetter_),
                      x, page_.height);
            map_height_ = std::max(legend.height, projection.height());
            return true;
        };
        for (int i = 0; i <= tries; ++i)
            if (with_map(most - (most - least) * i / tries)) break;
        page_.height += map_height_;
    }

    void map_and_bars()
    {
        const double top = page_.height;
        const double strip = 0.6 * width_;
        map_and_legend(strip);
        const Block bars =
            bars_block(*picture_.bars, sizes_, width_ - strip - spacing, typesetter_);
        page_.add(bars, strip + spacing, top + std::max(0.0, 0.35 * (map_height_ - bars.height)));
        page_.height = std::max(page_.height, top + bars.height);
    }

    void maps_over_legend()
    {
        const std::size_t columns = columns_of(picture_);
        const double each =
            (width_ - spacing * static_cast<double>(columns - 1)) / static_cast<double>(columns);
        const double map_width = std::min(each, highest * 1.3 * each / aspect());
        const Projection projection(extent_, map_width);
        const double x = (each - map_width) / 2;
        for (std::size_t i = 0; i < picture_.panels.size(); i += columns) {
            std::vector<Block> titles;
            double title_height = 0;
            for (std::size_t j = i; j < std::min(i + columns, picture_.panels.size()); ++j) {
                titles.push_back(paragraph(picture_.panels[j].title, {sizes_.heading, true}, ink,
                                           each, typesetter_, "panel"));
                title_height = std::max(title_height, titles.back().height);
            }
            if (title_height > 0) title_height += 0.3 * sizes_.text;
            for (std::size_t j = 0; j < titles.size(); ++j) {
                const double left = (each + spacing) * static_cast<double>(j);
                page_.add(titles[j], left, page_.height);
                page_.add(map_block(picture_.panels[i + j], projection, sizes_,
                                    page_of(x, each, projection), {}, i + j == 0, typesetter_),
                          left + x, page_.height + title_height);
            }
            page_.height += title_height + projection.height() + spacing;
        }
        stack(legend_band(picture_.legend, sizes_, width_, typesetter_));
    }

    const Picture& picture_;
    double width_;  ///< within the margins
    Sizes sizes_;
    const Typesetter& typesetter_;
    geo::Box extent_;
    Block page_;
    double map_height_ = 0;
};

}  // namespace

double natural_width(const Picture& picture)
{
    constexpr double one = 160, with_bars = 230, each = 88;
    const double mm = picture.bars ? with_bars
                      : picture.panels.size() == 1
                          ? one
                          : each * static_cast<double>(columns_of(picture));
    return mm * points_per_mm;
}

Drawing lay_out(const Picture& picture, double width, const Typesetter& typesetter)
{
    expects(!picture.panels.empty());
    expects(width >= 100);
    return Page(picture, width, typesetter).make();
}

}  // namespace mgz::picture
