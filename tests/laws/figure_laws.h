// SPDX-License-Identifier: EUPL-1.2
/// What figures must be, whatever world they are of: numbers, shares between 0 and 1, parts of
/// their wholes.
#pragma once

#include <cmath>
#include <numeric>

#include "sim/score/access.h"
#include "sim/score/ensemble.h"
#include "tests/laws/laws.h"

namespace laws {

/// Counts what is wrong, so that a table costs one assertion.
class Tally {
public:
    void number(double x) { wrong_ += !std::isfinite(x); }
    void at_least_0(double x, double slack = rounding)
    {
        wrong_ += !(x >= -slack && std::isfinite(x));
    }
    void share(double x) { wrong_ += !(x >= -rounding && x <= 1 + rounding); }
    void whole(double x) { wrong_ += !(x == std::floor(x) && x >= 0); }
    int wrong() const { return wrong_; }

private:
    int wrong_ = 0;
};

inline bool is_share(RegionFigure f)
{
    switch (f) {
        case RegionFigure::thin_duty:
        case RegionFigure::long_waits:
        case RegionFigure::short_waits:
        case RegionFigure::gap_employers:
        case RegionFigure::board_urgency:
        case RegionFigure::physician_urgency:
        case RegionFigure::governance_vvt_vvt:
        case RegionFigure::governance_gp_vvt:
        case RegionFigure::governance_ghz_ghz:
        case RegionFigure::governance_ghz_gp:
        case RegionFigure::governance_vvt_ghz:
            return true;
        default:
            return false;
    }
}

inline void check_area_figures(const AreaTable& table)
{
    Tally tally;
    for (std::size_t t = 0; t < table.times(); ++t) {
        for (std::size_t a = 0; a < table.areas(); ++a) {
            for (const Profession p : all_professions) {
                const auto at = [&](Figure f) { return table.at(t, a, p, f); };
                for (std::size_t f = 0; f < figure_count; ++f)
                    tally.number(at(static_cast<Figure>(f)));
                tally.share(at(Figure::shortage));
                for (const Figure f :
                     {Figure::heads, Figure::owners, Figure::young, Figure::vacancies})
                    tally.whole(at(f));
                const double slack = slack_of(at(Figure::outside_needed));
                tally.at_least_0(at(Figure::outside_given), slack);
                tally.at_least_0(at(Figure::outside_needed) - at(Figure::outside_given), slack);
                tally.at_least_0(at(Figure::heads) - at(Figure::owners));
            }
        }
    }
    CHECK(tally.wrong() == 0);
}

/// Every figure of a region is a number and not below 0.
inline void check_care_figures(const RegionTable& care)
{
    for (std::size_t f = 0; f < region_figure_count; ++f) {
        const auto figure = static_cast<RegionFigure>(f);
        Tally tally;
        for (std::size_t t = 0; t < care.times(); ++t) {
            for (std::size_t r = 0; r < care.regions(); ++r) {
                const double value = care.at(t, RegionId::at(r), figure);
                tally.at_least_0(value);
                if (is_share(figure)) tally.share(value);
            }
        }
        INFO(region_figure_names[f]);
        CHECK(tally.wrong() == 0);
    }
}

/// Employers and roots hold the physicians that the country has. REQUIRES: a yearly plan.
inline void check_counts(const Groundwork& g, const History& history)
{
    for (std::size_t k = 0; k < history.employers.size(); ++k) {
        const auto& shot = history.employers[k];
        const auto& when = history.plan.quarters;
        const auto t = static_cast<std::size_t>(
            std::find(when.begin(), when.end(), history.plan.employer_quarters[k]) - when.begin());
        Tally tally;
        for (const auto* column : {&shot.need, &shot.delivered, &shot.staff}) {
            for (const float value : *column)
                tally.at_least_0(static_cast<double>(value), 1e-6);
        }
        CHECK(tally.wrong() == 0);
        for (const Profession p : all_professions) {
            long long heads = 0;
            for (const EmployerId id : g.employers[p])
                heads += shot.heads[id.index()];
            CHECK(heads == history.national[t][p].owners + history.national[t][p].employed);
        }
    }
    for (std::size_t t = 0; t < history.gp_roots.size(); ++t) {
        const auto& roots = history.gp_roots[t];
        CHECK(std::accumulate(roots.begin(), roots.end(), 0LL) ==
              history.national[t][Profession::gp].heads);
    }
}

/// Vacancies of the regions are those of the country.
inline void check_vacancies(const History& history)
{
    for (std::size_t t = 0; t < history.regions.times(); ++t) {
        for (const Profession p : all_professions) {
            double open = 0;
            for (std::size_t r = 0; r < history.regions.areas(); ++r)
                open += history.regions.at(t, r, p, Figure::vacancies);
            CHECK(open == history.national[t][p].vacancies);
        }
    }
}

inline void check_figures(const Groundwork& g, const History& history)
{
    check_area_figures(history.regions);
    check_area_figures(history.subregions);
    check_care_figures(history.care);
    check_counts(g, history);
    check_vacancies(history);
}

/// Percentiles rise, the mean lies within what there is.
inline void look_at(const Spread& s, Tally& tally)
{
    for (const double x : {s.mean, s.p05, s.p50, s.p95})
        tally.number(x);
    const double slack = slack_of(std::abs(s.p95) + std::abs(s.p05));
    tally.at_least_0(s.p50 - s.p05, slack);
    tally.at_least_0(s.p95 - s.p50, slack);
}

inline void check_summary(const Ensemble& e)
{
    for (const AreaEnsemble* areas : {&e.country, &e.regions, &e.subregions}) {
        Tally tally;
        for (std::size_t t = 0; t < areas->times(); ++t) {
            for (std::size_t a = 0; a < areas->areas(); ++a) {
                for (const Profession p : all_professions) {
                    for (std::size_t f = 0; f < figure_count; ++f)
                        look_at(areas->at(t, a, p, static_cast<Figure>(f)), tally);
                    tally.share(areas->at(t, a, p, Figure::shortage).mean);
                }
                look_at(areas->shortage(t, a), tally);
                tally.share(areas->shortage(t, a).mean);
            }
        }
        CHECK(tally.wrong() == 0);
    }
    Tally tally;
    for (std::size_t y = 0; y < e.inventory.years().size(); ++y) {
        for (std::size_t r = 0; r < e.inventory.regions(); ++r) {
            for (std::size_t i = 0; i < inventory_item_count; ++i) {
                const auto& result =
                    e.inventory.at(y, RegionId::at(r), static_cast<InventoryItem>(i));
                for (const double share : result.steps)
                    tally.share(share);
                tally.share(result.mentioned_share);
                if (result.value) look_at(*result.value, tally);
            }
        }
    }
    for (const CostSpread& cost : e.costs) {
        for (const double euro : {cost.mean, cost.p05, cost.p95})
            tally.at_least_0(euro);
    }
    CHECK(tally.wrong() == 0);
}

/// E2SFCA gives out no more than there is, and gives nobody less than nothing.
inline void check_access(const World& world, const Scenario& scenario, const Ensemble& ensemble)
{
    for (const Profession p : all_professions) {
        const Access access(world, scenario.need, p);
        for (const auto& employers : ensemble.employers) {
            const auto result = access.of(employers);
            Tally tally;
            for (const double value : result.settlements)
                tally.at_least_0(value);
            for (const double value : result.site_ratio)
                tally.at_least_0(value);
            CHECK(tally.wrong() == 0);
            double supply = 0;
            for (const EmployerId id : world.employers.ids())
                supply += access.site_of(id) < 0 ? 0.0 : employers[id].delivered;
            const double given = result.settlements.dot(access.demand());
            CHECK(given <= supply + 1e3 * slack_of(supply));
        }
    }
}

}  // namespace laws
