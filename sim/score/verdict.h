// SPDX-License-Identifier: EUPL-1.2
/// A score in the manner of a Health Professional Shortage Area: points for lack of physicians,
/// for frail people, and for the way to the nearest region that is not short.
///
/// The points follow the primary-care score of the US Health Resources and Services Administration
/// (population per provider counts twice, then high need, then travel to the nearest source of
/// care). It scores poverty and infant health too, which say little about frail elderly people:
/// the share of people of 85 and over stands in their place. All cut points are assumptions.
#pragma once

#include <vector>

#include "sim/core/id.h"
#include "sim/core/units.h"
#include "sim/world/world.h"

namespace mgz {

inline constexpr double hpsa_highest = 20;

/// Regions of a world as the score sees them, computed once.
class HpsaScore {
public:
    explicit HpsaScore(const World& world);

    /// 0 (no lack) to 20, for each region. \param shortage of one profession, by region
    IdVector<RegionId, double> of(const IdVector<RegionId, double>& shortage) const;

private:
    IdVector<RegionId, double> frail_;  ///< share of 85 and over, relative to the country
    IdVector<RegionId, IdVector<RegionId, double>> km_;  ///< between inhabitants' centres
};

/// 0 to 10. \param shortage share of need that is not met
double lack_points(double shortage);
/// 0 to 5. \param relative share of frail people over that of the country
double frail_points(double relative);
/// 0 to 5. \param way to the nearest region that is not short; 0 where the region itself is not
double travel_points(Kilometres way);

}  // namespace mgz
