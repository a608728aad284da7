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
    nodes_.resize(subregions_);
    std::vector<std::uint32_t> inhabited;
    for (std::uint32_t s = 0; s < subregions_; ++s) {
        if (box_[s].min_x <= box_[s].max_x) inhabited.push_back(s);
    }
    empty_ = inhabited.empty();
    if (!empty_) top_ = gather(inhabited);
    for (std::size_t node = 0; node < nodes(); ++node)
        outline_node(node);
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
    Node group;
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
    nodes_.push_back(group);
    box_.push_back(box);
    return static_cast<std::uint32_t>(nodes() - 1);
}

void SubregionTree::add_groups(std::vector<double>& weight) const
{
    weight.resize(subregions_);
    for (std::size_t group = subregions_; group < nodes(); ++group) {
        double sum = 0;
        for (const std::uint32_t child : children(group))
            sum += weight[child];
        weight.push_back(sum);
    }
}

/// The far side of a circle of radius r is at d + r, its near side at d - r, or at 0 from within.
void SubregionTree::outline_node(std::size_t node)
{
    constexpr double most_spread = 9, bend_km = 5;  // the bend of log_distance
    constexpr double rounding_m = 1e-3;             // of distances
    const geo::Box& b = box_[node];
    const double width = b.max_x - b.min_x, height = b.max_y - b.min_y;
    const double radius = 0.5 * std::sqrt(width * width + height * height) + rounding_m;
    const double bend = (most_spread - 1) * bend_km / km_per_metre_;
    const bool always = is_subregion(node) || 2 * radius <= bend;
    const double from = ((most_spread + 1) * radius - bend) / (most_spread - 1);
    nodes_[node].middle = {0.5 * (b.min_x + b.max_x), 0.5 * (b.min_y + b.max_y)};
    nodes_[node].radius = radius;
    nodes_[node].narrow_from = always ? 0.0 : from * from;
}

/// Whether a node is looked at as a whole nobody can foresee: it is listed, and its children put in
/// the row, without a branch.
void SubregionTree::list_nodes(geo::Point root, geo::Point home, TreeView& view) const
{
    std::uint32_t* const row = view.looked_at.data();
    std::size_t end = 0, count = 0;
    row[end++] = top_;
    for (std::size_t at = 0; at < end; ++at) {
        const Node& node = nodes_[row[at]];
        const double root2 = geo::squared_distance(node.middle, root);
        const double home2 = geo::squared_distance(node.middle, home);
        const bool whole = (root2 >= node.narrow_from) & (home2 >= node.narrow_from);
        view.node[count] = row[at];
        view.near_root[count] = root2;
        view.near_home[count] = home2;
        view.radius[count] = node.radius;
        count += whole;
        for (std::size_t k = 0; k < node.child.size(); ++k)
            row[end + k] = node.child[k];
        end += whole ? 0 : node.children;
    }
    view.count = count;
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
    view.looked_at.resize(nodes() + Node{}.child.size());
    view.count = 0;
    if (empty_) return;
    list_nodes(root, home, view);
    bound_nodes(view, view.near_root);
    bound_nodes(view, view.near_home);
}

}  // namespace mgz
