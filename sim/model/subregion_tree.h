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
    std::vector<double> radius;            ///< of the circle around each node; scratch
    std::vector<std::uint32_t> looked_at;  ///< scratch: nodes in the order of looking
};

/// Nodes below subregions() are the subregions of the world, by their index; the others are groups
/// of at most four nodes. A subregion without a settlement is in no group.
class SubregionTree {
public:
    SubregionTree() = default;
    /// REQUIRES: nothing of the world once this is made.
    explicit SubregionTree(const World& world);

    std::size_t subregions() const { return subregions_; }
    std::size_t nodes() const { return nodes_.size(); }
    bool is_subregion(std::size_t node) const { return node < subregions_; }
    /// REQUIRES: a group.
    std::span<const std::uint32_t> children(std::size_t node) const
    {
        return {nodes_[node].child.data(), nodes_[node].children};
    }

    /// Appends to the weights of the subregions those of the groups.
    void add_groups(std::vector<double>& weight) const;

    /// A group is looked at as a whole where, seen from root and from home, its far side is at most
    /// nine times as far as its near side, five kilometres added to both.
    void view(geo::Point root, geo::Point home, TreeView& view) const;

private:
    struct Node {
        geo::Point middle;  ///< of the circle around it, in metres
        double radius = 0;
        double narrow_from =
            0;  ///< square of the distance from where on it is looked at as a whole
        std::array<std::uint32_t, 4> child{};
        std::uint32_t children = 0;  ///< none of a subregion
    };

    std::uint32_t gather(std::span<std::uint32_t> subregions);
    void outline_node(std::size_t node);
    void list_nodes(geo::Point root, geo::Point home, TreeView& view) const;
    void bound_nodes(const TreeView& view, std::vector<double>& near) const;

    std::size_t subregions_ = 0;
    double km_per_metre_ = 1e-3;  ///< by the shortest way there may be
    std::vector<geo::Box> box_;   ///< of the settlements in each node
    std::vector<Node> nodes_;     ///< subregions, then groups, children before parents
    std::uint32_t top_ = 0;
    bool empty_ = true;
};

}  // namespace mgz
