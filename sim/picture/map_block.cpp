// SPDX-License-Identifier: EUPL-1.2
#include "sim/picture/map_block.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "geo/check.h"
#include "sim/picture/labels.h"

namespace mgz::picture {

namespace {

void add_ring(std::vector<geo::Ring>& rings, const geo::Ring& ring, const Projection& projection)
{
    // A twentieth of a point: vertices of neighbours are rounded alike, so that no gap opens.
    const auto rounded = [](double x) { return std::round(20 * x) / 20; };
    geo::Ring out;
    for (const geo::Point p : ring) {
        const geo::Point at = projection(p);
        const geo::Point on_page{rounded(at.x), rounded(at.y)};
        if (out.empty() || out.back().x != on_page.x || out.back().y != on_page.y)
            out.push_back(on_page);
    }
    if (out.size() >= 3) rings.push_back(std::move(out));
}

class MapMaker {
public:
    MapMaker(const Panel& panel, const Projection& projection, const Sizes& sizes,
             const geo::Box& page, std::span<const geo::Box> taken, const Typesetter& typesetter)
        : panel_(panel),
          projection_(projection),
          sizes_(sizes),
          page_(page),
          taken_(taken.begin(), taken.end()),
          typesetter_(typesetter)
    {
    }

    Block make(bool scale_bar)
    {
        draw_areas();
        if (scale_bar) draw_scale_bar();
        draw_marks();
        draw_labels();
        block_.width = projection_.width();
        block_.height = projection_.height();
        return std::move(block_);
    }

private:
    void draw_areas()
    {
        for (const Area& area : panel_.areas) {
            Shape shape;
            shape.rings = rings_of(area.shape, projection_);
            shape.fill = area.fill ? *area.fill : no_figure;
            if (area.hatched) shape.hatch = area_hatch;
            shape.line = area.fill ? Line{paper, 0.7} : Line{pale_line, 0.5};
            shape.what = "area " + area.code;
            block_.add(std::move(shape));
        }
        // Over all neighbours, whatever their order.
        for (const Area& area : panel_.areas) {
            if (!area.outlined) continue;
            Shape shape;
            shape.rings = rings_of(area.shape, projection_);
            shape.line = Line{certain_outline, 1.1};
            shape.what = "certain " + area.code;
            block_.add(std::move(shape));
        }
    }

    /// Marks of one place stand side by side.
    void draw_marks()
    {
        const double size = 0.72 * sizes_.text;
        std::vector<std::pair<geo::Point, std::vector<MarkKind>>> places;
        for (const Mark& mark : panel_.marks) {
            const geo::Point at = projection_(mark.at);
            const auto near = std::find_if(places.begin(), places.end(), [&](const auto& place) {
                return std::hypot(place.first.x - at.x, place.first.y - at.y) < size;
            });
            auto& kinds = near == places.end()
                              ? places.emplace_back(at, std::vector<MarkKind>{}).second
                              : near->second;
            if (std::find(kinds.begin(), kinds.end(), mark.kind) == kinds.end())
                kinds.push_back(mark.kind);
        }
        for (auto& [at, kinds] : places) {
            std::sort(kinds.begin(), kinds.end());
            const double middle = (static_cast<double>(kinds.size()) - 1) / 2;
            for (std::size_t i = 0; i < kinds.size(); ++i) {
                const geo::Point where{at.x + (static_cast<double>(i) - middle) * 1.1 * size, at.y};
                block_.add(mark_shape(kinds[i], where, size));
                marks_.push_back({where.x - size / 2, where.y - size / 2, where.x + size / 2,
                                  where.y + size / 2});
            }
        }
    }

    void draw_labels()
    {
        std::vector<std::vector<std::string>> names;
        std::vector<LabelWish> wishes;
        for (const std::size_t i : panel_.labelled) {
            const Area& area = panel_.areas[i];
            names.push_back(typesetter_.lines(area.name, name_font(), 9.5 * sizes_.text));
            LabelWish wish{projection_(area.inside)};
            for (const auto& line : names.back())
                wish.width = std::max(wish.width, typesetter_.size(line, name_font()).width);
            wish.width =
                std::max(wish.width, typesetter_.size(area.figure, figure_font()).width) + 3;
            wish.height = line_height() * static_cast<double>(names.back().size() + 1) + 2;
            wishes.push_back(wish);
        }
        for (const PlacedLabel& placed : place_labels(wishes, taken_, marks_, page_)) {
            if (placed.led) draw_leader(wishes[placed.wish].at, placed.box);
            draw_label(placed.box, names[placed.wish], panel_.areas[panel_.labelled[placed.wish]]);
        }
    }

    Font name_font() const { return {0.92 * sizes_.text, true}; }
    Font figure_font() const { return {0.92 * sizes_.text, false}; }
    double line_height() const { return 1.02 * sizes_.text; }

    void draw_label(const geo::Box& box, const std::vector<std::string>& names, const Area& area)
    {
        const double middle = (box.min_x + box.max_x) / 2;
        double base = box.min_y + 1 + 0.82 * line_height();
        const auto add = [&](const std::string& text, Font font) {
            block_.add(
                Text{text, {middle, base}, font, Align::centre, ink, true, "label " + area.code});
            base += line_height();
        };
        for (const auto& line : names)
            add(line, name_font());
        add(area.figure, figure_font());
    }

    void draw_leader(geo::Point at, const geo::Box& box)
    {
        const geo::Point end{std::clamp(at.x, box.min_x + 4, box.max_x - 4),
                             std::clamp(at.y, box.min_y + 1, box.max_y - 1)};
        Shape line;
        line.rings = {{at, end}};
        line.closed = false;
        line.line = Line{ink, 0.6};
        line.what = "leader";
        block_.add(std::move(line));
    }

    /// In a corner where no area is; a map that fills its frame has none.
    void draw_scale_bar()
    {
        const double most = 0.28 * projection_.width() / projection_.points_per_metre();
        double metres = std::pow(10, std::floor(std::log10(most)));
        for (const double times : {2.0, 5.0})
            if (times * std::pow(10, std::floor(std::log10(most))) <= most)
                metres = times * std::pow(10, std::floor(std::log10(most)));
        const double length = metres * projection_.points_per_metre();
        const double high = 1.8 * sizes_.text;
        const double w = projection_.width(), h = projection_.height();
        for (const geo::Point corner : {geo::Point{0, h - high}, geo::Point{w - length, h - high},
                                        geo::Point{0, h}, geo::Point{w - length, 0}}) {
            const geo::Box box{corner.x, corner.y, corner.x + length, corner.y + high};
            if (!is_free(box, panel_, projection_)) continue;
            if (std::any_of(taken_.begin(), taken_.end(),
                            [&](const geo::Box& other) { return overlap(box, other); }))
                continue;
            const double y = box.max_y - 0.4 * sizes_.text;
            Shape bar;
            bar.rings = {
                {{box.min_x, y - 2.5}, {box.min_x, y}, {box.max_x, y}, {box.max_x, y - 2.5}}};
            bar.closed = false;
            bar.line = Line{soft_ink, 0.8};
            bar.what = "scale";
            block_.add(std::move(bar));
            const std::string text = metres >= 1000 ? fmt::format("{:g} km", metres / 1000)
                                                    : fmt::format("{:g} m", metres);
            block_.add(Text{text,
                            {(box.min_x + box.max_x) / 2, y - 2.5},
                            {sizes_.small},
                            Align::centre,
                            soft_ink,
                            false,
                            "scale"});
            taken_.push_back(box);
            return;
        }
    }

    const Panel& panel_;
    const Projection& projection_;
    const Sizes& sizes_;
    geo::Box page_;
    std::vector<geo::Box> taken_, marks_;
    const Typesetter& typesetter_;
    Block block_;
};

}  // namespace

geo::Box extent_of(std::span<const Panel> panels)
{
    std::optional<geo::Box> all;
    for (const Panel& panel : panels)
        for (const Area& area : panel.areas) {
            if (area.shape.parts.empty()) continue;
            const geo::Box box = geo::bounds(area.shape);
            if (!all) all = box;
            all = geo::Box{std::min(all->min_x, box.min_x), std::min(all->min_y, box.min_y),
                           std::max(all->max_x, box.max_x), std::max(all->max_y, box.max_y)};
        }
    expects(all.has_value());
    return *all;
}

std::vector<geo::Ring> rings_of(const geo::MultiPolygon& shape, const Projection& projection)
{
    std::vector<geo::Ring> rings;
    for (const geo::Polygon& part : shape.parts) {
        add_ring(rings, part.outer, projection);
        for (const geo::Ring& hole : part.holes)
            add_ring(rings, hole, projection);
    }
    return rings;
}

bool is_free(const geo::Box& box, const Panel& panel, const Projection& projection)
{
    for (const Area& area : panel.areas)
        for (const geo::Ring& ring : rings_of(area.shape, projection))
            for (std::size_t i = 0; i < ring.size(); ++i) {
                // Edges are short; a box around each errs on the safe side.
                const geo::Point a = ring[i], b = ring[(i + 1) % ring.size()];
                const geo::Box edge{std::min(a.x, b.x) - 1e-6, std::min(a.y, b.y) - 1e-6,
                                    std::max(a.x, b.x) + 1e-6, std::max(a.y, b.y) + 1e-6};
                if (overlap(edge, box)) return false;
            }
    for (const Area& area : panel.areas) {
        geo::MultiPolygon on_page;
        for (geo::Ring& ring : rings_of(area.shape, projection))
            on_page.parts.push_back({std::move(ring), {}});
        if (geo::contains(on_page, {(box.min_x + box.max_x) / 2, (box.min_y + box.max_y) / 2}))
            return false;
    }
    return true;
}

Block map_block(const Panel& panel, const Projection& projection, const Sizes& sizes,
                const geo::Box& page, std::span<const geo::Box> taken, bool scale_bar,
                const Typesetter& typesetter)
{
    return MapMaker(panel, projection, sizes, page, taken, typesetter).make(scale_bar);
}

}  // namespace mgz::picture
