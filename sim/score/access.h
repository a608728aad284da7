// SPDX-License-Identifier: EUPL-1.2
/// Access of people to physicians: E2SFCA (Luo & Qi 2009) of the mean supply, its bands measured
/// as World::travel measures distance. Access is linear in
/// supply, so that of the mean is the mean over replicates.
#pragma once

#include <Eigen/Core>
#include <vector>

#include "geo/catchment.h"
#include "sim/score/ensemble.h"
#include "sim/world/world.h"

namespace mgz {

/// Catchments of one profession, computed once: settlements against employers' settlements.
class Access {
public:
    /// Demand is relative need, scaled so that the country counts as many people as it has.
    Access(const World& world, const NeedOptions& need, Profession profession);

    /// FTE per person of each settlement, for FTE delivered per employer of the profession.
    /// A result holds both what people get and what each site offers, for cells.
    struct Result {
        Eigen::VectorXd settlements;  ///< by SettlementId, FTE per (need-weighted) person
        Eigen::VectorXd site_ratio;   ///< by site(), step 1 of E2SFCA
    };
    Result of(const IdVector<EmployerId, EmployerMeans>& employers) const;

    /// Where supply is: one site per settlement with an employer of the profession.
    const std::vector<geo::ZonedPoint>& sites() const { return sites_; }
    /// Index in sites(); -1 for an employer of another profession.
    int site_of(EmployerId e) const { return site_of_[e]; }
    /// People of each settlement, weighted by need.
    const Eigen::VectorXd& demand() const { return demand_; }
    const geo::Catchment& catchment() const { return catchment_; }

private:
    const World& world_;
    IdVector<EmployerId, int> site_of_;  ///< -1 for other professions; filled with sites_
    std::vector<geo::ZonedPoint> sites_;
    Eigen::VectorXd demand_;
    geo::Catchment catchment_;
};

}  // namespace mgz
