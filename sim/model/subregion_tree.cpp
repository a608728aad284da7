// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/subregion_tree.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/elementary.h"

namespace mgz {

static geo::Box around(const geo::Box& a, const geo::Box& b)
{
    return {std::min(a.min_x, b.min_x), std::min(a.min_y, b.min_y), std::max(a.max_x, b.max_x),
            std::max(a.max_y, b.max_y)};
}

SubregionTree::SubregionTree(const World& world)
    : subregions_(world.subregions.size()), km_per_metre_(1e-3 * world.zone_factors().least())
{
    constexpr double far = std::numeric_limits<double>::infinity();
    box_.assign(subregions_, {far, far, -far, -far});
    for (const Settlement& s : world.settlements) {
        geo::Box& box = box_[s.subregion.index()];
        box = around(box, {s.at.x, s.at.y, s.at.x, s.at.y});
    }
    std::vector<std::uint32_t> inhabited;
    for (std::uint32_t s = 0; s < subregions_; ++s) {
        if (box_[s].min_x <= box_[s].max_x) inhabited.push_back(s);
    }
    empty_ = inhabited.empty();
    if (!empty_) top_ = gather(inhabited);
    outline_nodes();
}

/// Halves the subregions twice, each time across the longer side, by the middles of their boxes.
std::uint32_t SubregionTree::gather(std::span<std::uint32_t> subregions)
{
    if (subregions.size() == 1) return subregions.front();
    const auto halves = [this](std::span<std::uint32_t> all) {
        geo::Box box = box_[all.front()];
        for (const auto s : all)
            box = around(box, box_[s]);
        const bool wide = box.max_x - box.min_x > box.max_y - box.min_y;
        const auto middle = [&](std::uint32_t s) {
            const geo::Box& b = box_[s];
            return std::pair(wide ? b.min_x + b.max_x : b.min_y + b.max_y, s);
        };
        std::sort(all.begin(), all.end(),
                  [&](std::uint32_t a, std::uint32_t b) { return middle(a) < middle(b); });
        const std::size_t half = (all.size() + 1) / 2;
        return std::array{all.first(half), all.subspan(half)};
    };
    Group group;
    geo::Box box = box_[subregions.front()];
    const auto adopt = [&](std::uint32_t child) {
        group.child[group.children++] = child;
        box = around(box, box_[child]);
    };
    for (const auto half : halves(subregions)) {
        if (half.size() == 1) {
            adopt(half.front());
            continue;
        }
        for (const auto quarter : halves(half))
            adopt(gather(quarter));
    }
    groups_.push_back(group);
    box_.push_back(box);
    return static_cast<std::uint32_t>(nodes() - 1);
}

void SubregionTree::add_groups(std::vector<double>& weight) const
{
    weight.resize(subregions_);
    for (const Group& group : groups_) {
        double sum = 0;
        for (std::uint32_t k = 0; k < group.children; ++k)
            sum += weight[group.child[k]];
        weight.push_back(sum);
    }
}

/// The far side of a circle of radius r is at d + r, its near side at d - r, or at 0 from within.
void SubregionTree::outline_nodes()
{
    constexpr double most_spread = 4, bend_km = 5;  // the bend of log_distance
    constexpr double rounding_m = 1e-3;             // of distances
    for (std::size_t node = 0; node < box_.size(); ++node) {
        const geo::Box& b = box_[node];
        const double width = b.max_x - b.min_x, height = b.max_y - b.min_y;
        const double radius = 0.5 * std::sqrt(width * width + height * height) + rounding_m;
        const double bend = (most_spread - 1) * bend_km / km_per_metre_;
        const bool always = is_subregion(node) || 2 * radius <= bend;
        const double from = ((most_spread + 1) * radius - bend) / (most_spread - 1);
        outline_.push_back({{0.5 * (b.min_x + b.max_x), 0.5 * (b.min_y + b.max_y)},
                            radius,
                            always ? 0.0 : from * from});
    }
}

void SubregionTree::list_nodes(geo::Point root, geo::Point home, TreeView& view) const
{
    std::array<std::uint32_t, 64> waiting{};  // three a level at most, and one
    std::size_t count = 0;
    waiting[count++] = top_;
    while (count > 0) {
        const std::uint32_t node = waiting[--count];
        const auto& [middle, radius, from] = outline_[node];
        const double root2 = geo::squared_distance(middle, root);
        const double home2 = geo::squared_distance(middle, home);
        if (root2 >= from && home2 >= from) {
            view.node[view.count] = node;
            view.near_root[view.count] = root2;
            view.near_home[view.count] = home2;
            view.radius[view.count++] = radius;
            continue;
        }
        for (const auto child : children(node))
            waiting[count++] = child;
    }
}

/// From squared distances to the middles. In plain loops over arrays, two at a time.
void SubregionTree::bound_nodes(const TreeView& view, std::vector<double>& near) const
{
    constexpr double below_one = 1 - 1e-12;  // no rounding makes the bound too high
    const double scale = 0.2 * km_per_metre_ * below_one;
    double* const values = near.data();
    const double* const radius = view.radius.data();
    for (std::size_t i = 0; i < view.count; ++i)
        values[i] = log_bound(1 + std::max(0.0, std::sqrt(values[i]) - radius[i]) * scale);
}

void SubregionTree::view(geo::Point root, geo::Point home, TreeView& view) const
{
    view.node.resize(nodes());
    view.near_root.resize(nodes());
    view.near_home.resize(nodes());
    view.radius.resize(nodes());
    view.count = 0;
    if (empty_) return;
    list_nodes(root, home, view);
    bound_nodes(view, view.near_root);
    bound_nodes(view, view.near_home);
}

}  // namespace mgz
