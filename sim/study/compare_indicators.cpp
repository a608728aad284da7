// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/compare_indicators.h"

#include <algorithm>

#include "sim/study/compare_measures.h"

namespace mgz {

namespace {

constexpr bool more = true, less = false, sometimes = true, always = false;

/// In the order of What.
constexpr std::array<Indicator, indicator_count> all_indicators{{
    {"shortage", "share", less, always,
     "share of need that is not met; of the country what its regions miss, surplus elsewhere does "
     "not make up for it"},
    {"fte", "FTE", more, always, "FTE delivered, all sources but commercial hiring"},
    {"staff", "FTE", more, always, "FTE of own physicians"},
    {"commercial", "FTE", less, always, "FTE bought from commercial agencies"},
    {"vacancies", "positions", less, always, "open positions"},
    {"outside_unmet", "share", less, always,
     "share of the hours for clients outside the own house that is not given"},
    {"outside_given", "FTE", more, always, "FTE given to clients outside the own house"},
    {"fte_ratio", "ratio", more, sometimes, "FTE delivered over need"},
    {"access", "FTE per 100,000 people", more, sometimes,
     "E2SFCA access, people weighted by need, across borders of regions"},
    {"hpsa", "points", less, sometimes,
     "shortage-area score: lack of physicians, frail people, way to the nearest region that is not "
     "short; 0 to 20"},
    {"gini", "1", less, always, "Gini coefficient over regions of the share of need that is met"},
    {"theil", "1", less, always, "Theil index over regions of the share of need that is met"},
    {"worst_region", "share", less, always, "largest shortage of any region"},
    {"far_gap", "share", less, always,
     "shortage in the third of regions farthest from an institute that trains the profession, less "
     "that in the nearest third"},
    {"duty_load", "shifts per week", less, always,
     "evening, night and weekend shifts per participant, by clients"},
    {"thin_duty", "share", less, always,
     "share of clients in duty groups with too few participants"},
    {"small_home_unmet", "share", less, always,
     "share of the need for physicians in small homes that is not met"},
    {"pushed", "ratio", less, always,
     "contacts at out-of-hours posts and emergency departments over normal contacts of frail "
     "people"},
    {"crisis", "ratio", less, always, "occupancy of crisis and short-stay beds"},
    {"vvt_wait_weeks", "weeks", less, always, "wait for a nursing home"},
    {"vvt_placed_away", "persons per quarter", less, always,
     "urgent clients of nursing homes placed outside their region"},
    {"vvt_unplaced", "persons per quarter", less, always,
     "urgent clients of nursing homes placed nowhere"},
    {"ghz_wait_weeks", "weeks", less, always, "wait for a home for disabled people"},
    {"ghz_placed_away", "persons per quarter", less, always,
     "urgent disabled clients placed outside their region"},
    {"ghz_unplaced", "persons per quarter", less, always, "urgent disabled clients placed nowhere"},
    {"gap_employers", "share", less, always,
     "mean over sectors of the share of employers short by more than a tenth"},
}};

constexpr std::array<CareSource, 11> care_sources{{
    {What::duty_load, RegionFigure::duty_load, false},
    {What::thin_duty, RegionFigure::thin_duty, false},
    {What::pushed, RegionFigure::pushed, false},
    {What::crisis, RegionFigure::crisis, false},
    {What::vvt_wait, RegionFigure::vvt_wait_weeks, false},
    {What::vvt_away, RegionFigure::vvt_placed_away, true},
    {What::vvt_unplaced, RegionFigure::vvt_unplaced, true},
    {What::ghz_wait, RegionFigure::ghz_wait_weeks, false},
    {What::ghz_away, RegionFigure::ghz_placed_away, true},
    {What::ghz_unplaced, RegionFigure::ghz_unplaced, true},
    {What::gap_employers, RegionFigure::gap_employers, false},
}};
}  // namespace

const CareSource* care_source(What what)
{
    const auto found = std::find_if(care_sources.begin(), care_sources.end(),
                                    [what](const CareSource& s) { return s.what == what; });
    return found == care_sources.end() ? nullptr : &*found;
}

Figure figure_of(What what)
{
    switch (what) {
        case What::fte:
            return Figure::fte;
        case What::staff:
            return Figure::staff;
        case What::commercial:
            return Figure::commercial;
        case What::vacancies:
            return Figure::vacancies;
        case What::outside_given:
            return Figure::outside_given;
        default:
            return Figure::shortage;
    }
}

std::span<const Indicator> compared_indicators()
{
    return all_indicators;
}

const Indicator* indicator(What what)
{
    return &all_indicators[static_cast<std::size_t>(what)];
}

What what_of(const EffectKey& key)
{
    return static_cast<What>(key.indicator - all_indicators.data());
}

}  // namespace mgz
