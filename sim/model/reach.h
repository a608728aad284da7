// SPDX-License-Identifier: EUPL-1.2
/// How far places are from each other, as the model asks for it: decided by the world alone, so
/// that all scenarios over one world can share it.
#pragma once

#include <vector>

#include "sim/model/subregion_tree.h"
#include "sim/world/world.h"

namespace mgz {

/// Weights of subregions, for a choice among them.
struct FieldWeights {
    std::vector<double> weight;   ///< of each subregion, then of each group of the tree
    std::vector<float> patience;  ///< lower bounds of 1 over each; coarse::patience
};

struct Reach {
    /// REQUIRES: nothing of the world once this is made.
    explicit Reach(const World& world);

    static constexpr std::size_t most_subregions = 64;  ///< that a choice looks at one by one

    /// Are there so few subregions that a choice looks at each of them? Else it looks at the tree.
    bool each_subregion() const { return tree.nodes() == 0; }
    /// ln(1 + km/5) to the nearest settlement of each subregion: [settlement][subregion], a lower
    /// bound that the choice of a place needs. Empty where there is a tree.
    std::vector<double> least_log_km;
    SubregionTree tree;
    /// To be called when those of the subregions are known: those of the groups, and patience.
    void complete(FieldWeights& weights) const;
    IdVector<SettlementId, geo::ZonedPoint> place;  ///< of each settlement: a column of its own
    /// For institutions (SO, AVG): the other institutions of their kind from near to far.
    IdVector<EmployerId, std::vector<EmployerId>> nearest;

private:
    void measure_subregions(const World& world);
    void sort_institutions(const World& world);
};

}  // namespace mgz
