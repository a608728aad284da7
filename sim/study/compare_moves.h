// SPDX-License-Identifier: EUPL-1.2
/// Who works elsewhere than in the reference. Physicians are recognised by their keys, which both
/// scenarios share, so that a gain of one region can be followed to the region that loses.
#pragma once

#include <vector>

#include "sim/model/history.h"
#include "sim/study/comparison.h"

namespace mgz {

/// Sums over replicates; give it each pair once, in any order.
class MoveCount {
public:
    /// \param years whose places were recorded, in order of plan.place_quarters
    MoveCount(std::vector<int> years, std::size_t regions);

    void add(const History& reference, const History& scenario);
    /// Means per replicate; by year, profession, from, to. \param replicates counted so far
    std::vector<Move> means(int replicates) const;

private:
    struct Cell {
        std::int64_t heads = 0, other_employer = 0;
        std::int64_t fte = 0;  ///< in millionths: whole numbers add up alike in any order
    };
    Cell& at(std::size_t time, Profession p, RegionId from, RegionId to);
    void compare(std::size_t time, Profession p, const std::vector<WorkPlace>& before,
                 const std::vector<WorkPlace>& after);

    std::vector<int> years_;
    std::size_t regions_;
    std::vector<Cell> cells_;  ///< [year][profession][from][to], none behind the last region
};

}  // namespace mgz
