// SPDX-License-Identifier: EUPL-1.2
#include "sim/score/area_access.h"

namespace mgz {

static constexpr double people_per_rate = 1e5;

AreaAccess::AreaAccess(const World& world, const NeedOptions& need, Profession profession)
{
    const Access access(world, need, profession);
    for (const EmployerId e : world.employers.ids())
        site_of_.push_back(access.site_of(e));
    const auto one = Eigen::VectorXd::Ones(static_cast<Eigen::Index>(access.sites().size()));
    const Eigen::VectorXd per_person = access.catchment().supply_ratio(access.demand(), one);
    for (const RegionId r : world.regions.ids()) {
        Eigen::VectorXd here = access.demand();
        for (const SettlementId s : world.settlements.ids()) {
            if (world.settlements[s].region != r) here[static_cast<Eigen::Index>(s.index())] = 0;
        }
        add_area(access, per_person, here);
    }
    add_area(access, per_person, access.demand());
}

/// Mean access over the area = sum_j S_j x (D_area in reach of j / D_area) / (D in reach of j).
/// Step 1 of the catchment at a supply of 1 is one over the demand in reach.
/// \param per_person that of the whole country
void AreaAccess::add_area(const Access& access, const Eigen::VectorXd& per_person,
                          const Eigen::VectorXd& demand)
{
    const auto sites = static_cast<Eigen::Index>(access.sites().size());
    const Eigen::VectorXd one = Eigen::VectorXd::Ones(sites);
    const Eigen::VectorXd here = access.catchment().supply_ratio(demand, one);
    double people = 0;
    for (Eigen::Index i = 0; i < demand.size(); ++i)
        people += demand[i];
    std::vector<double> rates(static_cast<std::size_t>(sites), 0.0);
    for (Eigen::Index j = 0; j < sites; ++j) {
        if (!(here[j] > 0) || !(people > 0)) continue;
        rates[static_cast<std::size_t>(j)] = people_per_rate * per_person[j] / here[j] / people;
    }
    per_fte_.push_back(std::move(rates));
}

std::vector<double> AreaAccess::of(const std::vector<float>& delivered) const
{
    expects(delivered.size() == site_of_.size());
    std::vector<double> supply(per_fte_.front().size(), 0.0);
    for (std::size_t e = 0; e < delivered.size(); ++e) {
        if (site_of_[e] >= 0) {
            supply[static_cast<std::size_t>(site_of_[e])] += static_cast<double>(delivered[e]);
        }
    }
    std::vector<double> access;
    for (const auto& rates : per_fte_) {
        double sum = 0;
        for (std::size_t j = 0; j < rates.size(); ++j)
            sum += rates[j] * supply[j];
        access.push_back(sum);
    }
    return access;
}

}  // namespace mgz
