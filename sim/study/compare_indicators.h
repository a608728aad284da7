// SPDX-License-Identifier: EUPL-1.2
/// Inside sim/study only: what the indicators of a comparison are called inside the program.
#pragma once

#include "sim/model/history.h"
#include "sim/study/comparison.h"

namespace mgz {

/// In the order of files.
enum class What : unsigned char {
    // per profession
    shortage,
    fte,
    staff,
    commercial,
    vacancies,
    outside_unmet,
    outside_given,
    fte_ratio,
    access,
    hpsa,
    gini,
    theil,
    worst,
    far_gap,
    // of no profession
    duty_load,
    thin_duty,
    small_unmet,
    pushed,
    crisis,
    vvt_wait,
    vvt_away,
    vvt_unplaced,
    ghz_wait,
    ghz_away,
    ghz_unplaced,
    gap_employers
};

inline constexpr std::size_t indicator_count = static_cast<std::size_t>(What::gap_employers) + 1;

const Indicator* indicator(What what);
What what_of(const EffectKey& key);

/// Figures of care that are kept as they are, and whether the country's is a sum.
struct CareSource {
    What what;
    RegionFigure figure;
    bool sum;
};
/// Null for other indicators.
const CareSource* care_source(What what);

/// Of the indicators that are figures of the model as they are.
Figure figure_of(What what);

}  // namespace mgz
