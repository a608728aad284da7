// SPDX-License-Identifier: EUPL-1.2
#include "sim/score/instrument.h"

#include <algorithm>

namespace mgz {

static double missed(double given, double needed)
{
    return needed > 0 ? std::clamp(1 - given / needed, 0.0, 1.0) : 0.0;
}

double outside_missed(const Reading& r)
{
    double needed = 0, given = 0;
    for (const Profession p : {Profession::so, Profession::avg}) {
        needed += r.figure(p, Figure::outside_needed);
        given += r.figure(p, Figure::outside_given);
    }
    return missed(given, needed);
}

double small_homes_missed(const Reading& r)
{
    return missed(r.care(RegionFigure::small_given), r.care(RegionFigure::small_needed));
}

double joint_in_force(const Reading& r)
{
    return r.care(RegionFigure::joint_sector) + r.care(RegionFigure::joint_across);
}

double temporary_share(const Reading& r, const Instrument& cuts)
{
    const double joint = joint_in_force(r);
    if (!(joint > 0) || joint < cuts.funding_least) return 0.0;
    return r.care(RegionFigure::joint_temporary) / joint;
}

double governance(const Reading& r)
{
    constexpr std::array ties{RegionFigure::governance_vvt_vvt, RegionFigure::governance_gp_vvt,
                              RegionFigure::governance_ghz_ghz, RegionFigure::governance_ghz_gp,
                              RegionFigure::governance_vvt_ghz};
    double sum = 0;
    for (const RegionFigure tie : ties)
        sum += r.care(tie);
    return sum / static_cast<double>(ties.size());
}

double commercial_fte(const Reading& r)
{
    return r.care(RegionFigure::commercial);
}

Successions successions_between(const Reading& before, const Reading& after)
{
    const auto gained = [&](RegionFigure f) { return after.care(f) - before.care(f); };
    return {gained(RegionFigure::successions_filled), gained(RegionFigure::successions_failed)};
}

AmbitionGroup ambition_group(const Reading& r, const Instrument& cuts)
{
    if (r.care(RegionFigure::board_urgency) < cuts.ambition_urgency) return AmbitionGroup::none;
    if (governance(r) < cuts.ambition_governance) return AmbitionGroup::none;
    const bool preparing = r.care(RegionFigure::joint_preparing) >= 1;
    if (!preparing && joint_in_force(r) >= cuts.ambition_running) return AmbitionGroup::scale_up;
    return preparing ? AmbitionGroup::concrete : AmbitionGroup::vision;
}

}  // namespace mgz
