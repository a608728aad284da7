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
    if (empty_) return;
    geo::Box all = box_[inhabited.front()];
    for (const auto s : inhabited)
        all = around(all, box_[s]);
    middle_ = {0.5 * (all.min_x + all.max_x), 0.5 * (all.min_y + all.max_y)};
    // Of two numbers of half the extent at most, and of their difference.
    rounding_ = 1e-2 + 0x1p-22 * std::max(all.max_x - all.min_x, all.max_y - all.min_y);
    Family country;
    adopt(country, gather(inhabited));
    groups_ = families_.size();
    families_.push_back(country);
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
    Family family;
    geo::Box box = box_[subregions.front()];
    const auto take = [&](std::uint32_t child) {
        adopt(family, child);
        box = around(box, box_[child]);
    };
    for (const auto half : halves(subregions)) {
        if (half.size() == 1) {
            take(half.front());
            continue;
        }
        for (const auto quarter : halves(half))
            take(gather(quarter));
    }
    families_.push_back(family);
    box_.push_back(box);
    return static_cast<std::uint32_t>(box_.size() - 1);
}

/// The far side of a circle of radius r is at d + r, its near side at d - r, or at 0 from within.
void SubregionTree::adopt(Family& family, std::uint32_t child) const
{
    constexpr double most_spread = 5, bend_km = 5;  // the bend of log_distance
    const geo::Box& b = box_[child];
    const std::size_t k = family.size++;
    const auto at = from_middle({0.5 * (b.min_x + b.max_x), 0.5 * (b.min_y + b.max_y)});
    const double half_width = 0.5 * (b.max_x - b.min_x) + rounding_;
    const double half_height = 0.5 * (b.max_y - b.min_y) + rounding_;
    family.x[k] = at[0];
    family.y[k] = at[1];
    family.half_width[k] = static_cast<float>(half_width);
    family.half_height[k] = static_cast<float>(half_height);
    family.node[k] = child;
    const double radius = std::sqrt(half_width * half_width + half_height * half_height);
    const double bend = (most_spread - 1) * bend_km / km_per_metre_;
    const bool always = is_subregion(child) || 2 * radius <= bend;
    const double from = ((most_spread + 1) * radius - bend) / (most_spread - 1);
    family.whole_from[k] = always ? 0.0f : static_cast<float>(from * from);
    if (!is_subregion(child)) {
        family.family[k] = child - static_cast<std::uint32_t>(subregions_);
    }
}

std::array<float, 2> SubregionTree::from_middle(geo::Point p) const
{
    return {static_cast<float>(p.x - middle_.x), static_cast<float>(p.y - middle_.y)};
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

/// By how much an offset is beyond half of an extent, or 0; without a branch.
static float beyond(float offset, float half)
{
    const float out = std::abs(offset) - half;
    return 0.5f * (out + std::abs(out));
}

SubregionTree::Look SubregionTree::look(const Family& family, std::array<float, 2> from)
{
    Look seen{};
#pragma omp simd
    for (std::size_t k = 0; k < most_children; ++k) {
        const float x = family.x[k] - from[0], y = family.y[k] - from[1];
        const float wide = beyond(x, family.half_width[k]);
        const float high = beyond(y, family.half_height[k]);
        seen.middle[k] = x * x + y * y;
        seen.near_side[k] = wide * wide + high * high;
    }
    return seen;
}

/// Whether a node is looked at as a whole nobody can foresee: it is listed, and the family of its
/// children put in the row, without a branch.
void SubregionTree::list_nodes(geo::Point root, geo::Point home, TreeView& view) const
{
    const auto root_at = from_middle(root), home_at = from_middle(home);
    std::uint32_t* const row = view.opened.data();
    std::uint32_t* const node = view.node.data();
    float* const root_square = view.root_square.data();
    float* const home_square = view.home_square.data();
    std::size_t end = 0, count = 0;
    row[end++] = static_cast<std::uint32_t>(families_.size() - 1);
    for (std::size_t at = 0; at < end; ++at) {
        const Family& family = families_[row[at]];
        const Look from_root = look(family, root_at), from_home = look(family, home_at);
        for (std::size_t k = 0; k < family.size; ++k) {
            const float nearest = std::min(from_root.middle[k], from_home.middle[k]);
            const bool whole = nearest >= family.whole_from[k];
            node[count] = family.node[k];
            root_square[count] = from_root.near_side[k];
            home_square[count] = from_home.near_side[k];
            count += whole;
            row[end] = family.family[k];
            end += !whole;
        }
    }
    view.count = count;
}

/// In a plain loop over arrays, four at a time.
void SubregionTree::bound_nodes(const std::vector<float>& square, std::span<double> near) const
{
    constexpr double below_one = 1 - 0x1p-18;  // no rounding makes the bound too high
    const auto scale = static_cast<float>(0.2 * km_per_metre_ * below_one);
    const float* const squares = square.data();
    double* const to = near.data();
    const std::size_t n = near.size();
    for (std::size_t i = 0; i < n; ++i)
        to[i] = coarse::log_bound(1 + std::sqrt(squares[i]) * scale);
}

void SubregionTree::view(geo::Point root, geo::Point home, TreeView& view) const
{
    // One more, as a node is written before it is known whether it counts.
    view.node.resize(nodes() + 1);
    view.root_square.resize(nodes() + 1);
    view.home_square.resize(nodes() + 1);
    view.near_root.resize(nodes());
    view.near_home.resize(nodes());
    view.opened.resize(families_.size() + 1);
    view.count = 0;
    if (empty_) return;
    list_nodes(root, home, view);
    bound_nodes(view.root_square, std::span(view.near_root).first(view.count));
    bound_nodes(view.home_square, std::span(view.near_home).first(view.count));
}

}  // namespace mgz
