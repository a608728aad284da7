// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/yearly_access.h"

#include "sim/output/recorded.h"
#include "sim/score/access.h"

namespace mgz {

std::size_t YearlyAccess::index_of_year(int year) const
{
    const auto found = std::find(years.begin(), years.end(), year);
    expects(found != years.end());
    return static_cast<std::size_t>(found - years.begin());
}

YearlyAccess access_of_years(const World& world, const Scenario& scenario, const Ensemble& ensemble)
{
    YearlyAccess all;
    all.years = scenario.output.years;
    for (const Profession p : all_professions) {
        const Access access(world, scenario.need, p);
        all.sites[p] = access.sites();
        for (const int year : all.years) {
            auto result = access.of(employers_of_year(ensemble, year));
            all.site_ratio[p].push_back(std::move(result.site_ratio));
            all.settlements[p].push_back(std::move(result.settlements));
        }
    }
    return all;
}

}  // namespace mgz
