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

SubregionTree::Reach SubregionTree::reach_of(std::size_t node, geo::Point from) const
{
    constexpr double below_one = 1 - 1e-12;  // no rounding makes the bound too high
    const geo::Box& b = box_[node];
    const double near_x = std::max({b.min_x - from.x, from.x - b.max_x, 0.0});
    const double near_y = std::max({b.min_y - from.y, from.y - b.max_y, 0.0});
    const double far_x = std::max(from.x - b.min_x, b.max_x - from.x);
    const double far_y = std::max(from.y - b.min_y, b.max_y - from.y);
    return {std::sqrt(near_x * near_x + near_y * near_y) * km_per_metre_ * below_one,
            std::sqrt(far_x * far_x + far_y * far_y) * km_per_metre_};
}

void SubregionTree::view(geo::Point root, geo::Point home, TreeView& view) const
{
    constexpr double most_spread = 4, bend_km = 5;  // the bend of log_distance
    const auto narrow = [](const Reach& r) {
        return r.far_km + bend_km <= most_spread * (r.near_km + bend_km);
    };
    view.node.clear();
    view.near_root.clear();
    view.near_home.clear();
    if (empty_) return;
    std::array<std::uint32_t, 64> waiting;  // three a level at most, and one
    std::size_t count = 0;
    waiting[count++] = top_;
    while (count > 0) {
        const std::uint32_t node = waiting[--count];
        const Reach from_root = reach_of(node, root), from_home = reach_of(node, home);
        if (is_subregion(node) || (narrow(from_root) && narrow(from_home))) {
            view.node.push_back(node);
            view.near_root.push_back(log_distance(from_root.near_km));
            view.near_home.push_back(log_distance(from_home.near_km));
            continue;
        }
        for (const auto child : children(node))
            waiting[count++] = child;
    }
}

}  // namespace mgz
