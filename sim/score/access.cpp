// SPDX-License-Identifier: EUPL-1.2
#include "sim/score/access.h"

#include <map>

namespace mgz {

static std::vector<geo::ZonedPoint> places_of(const World& world)
{
    std::vector<geo::ZonedPoint> places;
    for (const SettlementId s : world.settlements.ids())
        places.push_back(world.zoned(s));
    return places;
}

/// One site per settlement with employers of the profession; fills which employer is where.
static std::vector<geo::ZonedPoint> sites_of(const World& world, Profession profession,
                                             IdVector<EmployerId, int>& site_of)
{
    std::vector<geo::ZonedPoint> sites;
    std::map<SettlementId, int> index;
    site_of.assign(world.employers.size(), -1);
    for (const EmployerId e : world.employers.ids()) {
        const auto& employer = world.employers[e];
        if (profession_of(employer.kind) != profession) continue;
        const auto [found, fresh] = index.try_emplace(employer.at, static_cast<int>(sites.size()));
        if (fresh) sites.push_back(world.zoned(employer.at));
        site_of[e] = found->second;
    }
    return sites;
}

Access::Access(const World& world, const NeedOptions& need, Profession profession)
    : world_(world),
      sites_(sites_of(world, profession, site_of_)),
      demand_(static_cast<Eigen::Index>(world.settlements.size())),
      catchment_(places_of(world), sites_, world.zone_factors(), geo::e2sfca_bands())
{
    const NeedByAge by_age(profession, need, population_year);
    double people = 0, relative = 0;
    Eigen::Index i = 0;
    for (const auto& s : world.settlements) {
        demand_[i] = by_age.of(s);
        relative += demand_[i];
        people += s.inhabitants();
        ++i;
    }
    if (relative > 0) demand_ *= people / relative;
}

Access::Result Access::of(const IdVector<EmployerId, EmployerMeans>& employers) const
{
    Eigen::VectorXd supply = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(sites_.size()));
    for (const EmployerId e : world_.employers.ids()) {
        if (site_of_[e] >= 0) supply[site_of_[e]] += employers[e].delivered;
    }
    Result result;
    result.site_ratio = catchment_.supply_ratio(demand_, supply);
    result.settlements = catchment_.access(result.site_ratio);
    return result;
}

}  // namespace mgz
