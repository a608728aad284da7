// SPDX-License-Identifier: EUPL-1.2
/// Inside sim/output only: where the years are in an ensemble.
#pragma once

#include <algorithm>
#include <vector>

#include "sim/score/ensemble.h"

namespace mgz {

/// Recorded years: those whose fourth quarter was kept, rising.
inline std::vector<int> recorded_years(const Ensemble& ensemble)
{
    std::vector<int> years;
    for (const Quarter q : ensemble.plan.quarters) {
        if (q.number() == 4) years.push_back(q.year());
    }
    return years;
}

/// Employers at the end of a year. REQUIRES: it was recorded.
inline const IdVector<EmployerId, EmployerMeans>& employers_of_year(const Ensemble& ensemble,
                                                                    int year)
{
    const auto& quarters = ensemble.plan.employer_quarters;
    const auto found = std::find(quarters.begin(), quarters.end(), Quarter::of(year, 4));
    expects(found != quarters.end());
    return ensemble.employers[static_cast<std::size_t>(found - quarters.begin())];
}

}  // namespace mgz
