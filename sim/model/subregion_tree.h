// SPDX-License-Identifier: EUPL-1.2
/// Subregions gathered into groups of groups, so that a choice among thousands of them looks at
/// those nearby one by one and at those far away by the hundred.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "geo/polygon.h"
#include "sim/world/world.h"

namespace mgz {

/// What one applicant sees of the country: nodes that together hold each subregion with settlements
/// once, and lower bounds of ln(1 + km/5) to the settlements in each.
struct TreeView {
    std::size_t count = 0;  ///< of the nodes; what follows may be longer
    std::vector<std::uint32_t> node;
    std::vector<double> near_root, near_home;
    std::vector<float> root_square, home_square;  ///< scratch: of the distances, m2
    std::vector<std::uint32_t> opened;            ///< scratch: families in the order of looking
};

/// Nodes below subregions() are the subregions of the world, by their index; the others are groups
/// of at most four nodes. A subregion without a settlement is in no group.
class SubregionTree {
public:
    SubregionTree() = default;
    /// REQUIRES: nothing of the world once this is made.
    explicit SubregionTree(const World& world);

    std::size_t subregions() const { return subregions_; }
    std::size_t nodes() const { return subregions_ + groups_; }
    bool is_subregion(std::size_t node) const { return node < subregions_; }
    /// REQUIRES: a group.
    std::span<const std::uint32_t> children(std::size_t node) const
    {
        const Family& family = families_[node - subregions_];
        return {family.node.data(), family.size};
    }

    /// Appends to the weights of the subregions those of the groups.
    void add_groups(std::vector<double>& weight) const;

    /// A group is looked at as a whole where, seen from root and from home, its far side is at most
    /// five times as far as its near side, five kilometres added to both.
    void view(geo::Point root, geo::Point home, TreeView& view) const;

private:
    static constexpr std::size_t most_children = 4;
    template <class T>
    using OfEach = std::array<T, most_children>;

    /// The children of a group, a column of each thing, to be looked at side by side. In metres
    /// from the middle of the country; single precision, as bounds need no more.
    struct alignas(64) Family {
        OfEach<float> x{}, y{};                     ///< middle of the box of its settlements
        OfEach<float> half_width{}, half_height{};  ///< of that box, rounded up
        OfEach<float> whole_from{};  ///< square of the distance from where on a child is whole
        OfEach<std::uint32_t> node{};
        OfEach<std::uint32_t> family{};  ///< the child's own, where it is a group
        std::uint32_t size = 0;
    };
    /// Squares of distances to the children, as seen from somewhere.
    struct Look {
        OfEach<float> middle, near_side;
    };

    std::uint32_t gather(std::span<std::uint32_t> subregions);
    void adopt(Family& family, std::uint32_t child) const;
    std::array<float, 2> from_middle(geo::Point p) const;
    static Look look(const Family& family, std::array<float, 2> from);
    void list_nodes(geo::Point root, geo::Point home, TreeView& view) const;
    void bound_nodes(const std::vector<float>& square, std::span<double> near) const;

    std::size_t subregions_ = 0, groups_ = 0;
    double km_per_metre_ = 1e-3;  ///< by the shortest way there may be
    geo::Point middle_;           ///< of the country
    double rounding_ = 0;         ///< of an offset in single precision, m; more than it
    std::vector<geo::Box> box_;   ///< of the settlements in each node
    /// Of the groups, children before parents; then one of which the whole country is the child.
    std::vector<Family> families_;
    bool empty_ = true;
};

}  // namespace mgz
