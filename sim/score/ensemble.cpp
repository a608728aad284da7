// SPDX-License-Identifier: EUPL-1.2
#include "sim/score/ensemble.h"

#include <algorithm>

#include "sim/score/country.h"
#include "sim/score/shortage.h"

namespace mgz {

AreaEnsemble::AreaEnsemble(std::span<const AreaTable* const> tables)
    : times_(tables.front()->times()), areas_(tables.front()->areas())
{
    data_.resize(times_ * areas_ * columns);
    std::vector<double> values(tables.size());
    for (std::size_t time = 0; time < times_; ++time) {
        for (std::size_t area = 0; area < areas_; ++area) {
            Spread* out = data_.data() + place(time, area);
            for (const Profession p : all_professions) {
                for (std::size_t f = 0; f < figure_count; ++f) {
                    for (std::size_t r = 0; r < tables.size(); ++r)
                        values[r] = tables[r]->at(time, area, p, static_cast<Figure>(f));
                    *out++ = spread_of(values);
                }
            }
            for (std::size_t r = 0; r < tables.size(); ++r) {
                const AreaTable& t = *tables[r];
                values[r] = combined_shortage(t.at(time, area, Profession::gp, Figure::shortage),
                                              t.at(time, area, Profession::so, Figure::shortage));
            }
            *out++ = spread_of(values);
        }
    }
}

CareEnsemble::CareEnsemble(std::span<const History> histories)
    : times_(histories.front().care.times()), regions_(histories.front().care.regions())
{
    data_.reserve(times_ * regions_ * region_figure_count);
    std::vector<double> values(histories.size());
    for (std::size_t time = 0; time < times_; ++time) {
        for (std::size_t r = 0; r < regions_; ++r) {
            for (std::size_t f = 0; f < region_figure_count; ++f) {
                for (std::size_t i = 0; i < histories.size(); ++i) {
                    values[i] =
                        histories[i].care.at(time, RegionId::at(r), static_cast<RegionFigure>(f));
                }
                data_.push_back(spread_of(values));
            }
        }
    }
}

static IdVector<EmployerId, EmployerMeans> mean_employers(std::span<const History> histories,
                                                          std::size_t time)
{
    IdVector<EmployerId, EmployerMeans> means(histories.front().employers[time].need.size());
    const double weight = 1.0 / static_cast<double>(histories.size());
    for (const auto& history : histories) {
        const auto& shot = history.employers[time];
        for (const EmployerId e : means.ids()) {
            means[e].need += weight * static_cast<double>(shot.need[e.index()]);
            means[e].delivered += weight * static_cast<double>(shot.delivered[e.index()]);
            means[e].staff += weight * static_cast<double>(shot.staff[e.index()]);
            means[e].heads += weight * shot.heads[e.index()];
        }
    }
    return means;
}

static MeanAccount mean_account(std::span<const History> histories, std::size_t year)
{
    MeanAccount mean(histories.front().accounts[year].size());
    const double weight = 1.0 / static_cast<double>(histories.size());
    for (const auto& history : histories) {
        for (const RegionId r : mean.ids()) {
            for (const Profession p : all_professions) {
                for (std::size_t c = 0; c < cause_count; ++c) {
                    mean[r][p][c] += weight * history.accounts[year][r][p][c];
                }
            }
        }
    }
    return mean;
}

std::size_t Ensemble::time_of_year(int year) const
{
    const auto found = std::find(plan.quarters.begin(), plan.quarters.end(), Quarter::of(year, 4));
    expects(found != plan.quarters.end());
    return static_cast<std::size_t>(found - plan.quarters.begin());
}

static AreaEnsemble areas_of(std::span<const History> histories, AreaTable History::*table)
{
    std::vector<const AreaTable*> tables;
    for (const auto& history : histories)
        tables.push_back(&(history.*table));
    return AreaEnsemble(tables);
}

static AreaEnsemble countries_of(std::span<const History> histories)
{
    std::vector<AreaTable> countries;
    for (const auto& history : histories)
        countries.push_back(country_of(history.regions));
    std::vector<const AreaTable*> tables;
    for (const auto& country : countries)
        tables.push_back(&country);
    return AreaEnsemble(tables);
}

Ensemble summarise(std::span<const History> histories)
{
    expects(!histories.empty());
    const auto& first = histories.front();
    Ensemble e;
    e.replicates = histories.size();
    e.plan = first.plan;
    e.country = countries_of(histories);
    e.regions = areas_of(histories, &History::regions);
    e.subregions = areas_of(histories, &History::subregions);
    e.care = CareEnsemble(histories);
    e.inventory = take_inventory(histories);
    e.costs = spread_costs(histories);
    for (std::size_t t = 0; t < first.employers.size(); ++t) {
        e.employers.push_back(mean_employers(histories, t));
    }
    for (std::size_t y = 0; y < first.accounts.size(); ++y) {
        e.accounts.push_back(mean_account(histories, y));
    }
    return e;
}

}  // namespace mgz
