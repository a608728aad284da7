// SPDX-License-Identifier: EUPL-1.2
/// E2SFCA access of whole regions, cheap enough for every replicate. Access is linear in supply:
/// what one FTE at a site adds to a region is worked out once.
#pragma once

#include <vector>

#include "sim/score/access.h"

namespace mgz {

class AreaAccess {
public:
    AreaAccess(const World& world, const NeedOptions& need, Profession profession);

    /// FTE per 100,000 people, weighted by need: each region, and the country behind them.
    /// \param delivered FTE of every employer
    std::vector<double> of(const std::vector<float>& delivered) const;

private:
    void add_area(const Access& access, const Eigen::VectorXd& per_person,
                  const Eigen::VectorXd& demand);

    std::vector<int> site_of_;                  ///< of every employer; -1 for other professions
    std::vector<std::vector<double>> per_fte_;  ///< [area][site]
};

}  // namespace mgz
