// SPDX-License-Identifier: EUPL-1.2
/// Access in every output year: catchments are built once per profession.
#pragma once

#include <Eigen/Core>
#include <vector>

#include "geo/zones.h"
#include "sim/core/profession.h"
#include "sim/score/ensemble.h"
#include "sim/world/world.h"

namespace mgz {

/// Access is FTE per person in sim/score; files have it per so many people.
inline constexpr double access_people = 10000;

struct YearlyAccess {
    std::vector<int> years;                                  ///< output.years
    ByProfession<std::vector<geo::ZonedPoint>> sites;        ///< where supply is
    ByProfession<std::vector<Eigen::VectorXd>> site_ratio;   ///< [year][site], FTE per person
    ByProfession<std::vector<Eigen::VectorXd>> settlements;  ///< [year][settlement], FTE per person

    /// Place of the year in `years`. REQUIRES: it is there.
    std::size_t index_of_year(int year) const;
};

YearlyAccess access_of_years(const World& world, const Scenario& scenario,
                             const Ensemble& ensemble);

}  // namespace mgz
