// SPDX-License-Identifier: EUPL-1.2
/// Many replicates as one: means and percentiles, always summed in order of replicate, so that the
/// number of threads cannot show.
#pragma once

#include <span>
#include <vector>

#include "sim/model/history.h"
#include "sim/score/inventory.h"
#include "sim/score/money.h"
#include "sim/score/spread.h"

namespace mgz {

/// A table [time][area] of spreads per profession and figure, and of the combined shortage.
class AreaEnsemble {
public:
    AreaEnsemble() = default;
    /// \param tables of the replicates, all of one size
    explicit AreaEnsemble(std::span<const AreaTable* const> tables);

    const Spread& at(std::size_t time, std::size_t area, Profession p, Figure f) const
    {
        return data_[place(time, area) + index_of(p) * figure_count + static_cast<std::size_t>(f)];
    }
    /// S: spread over replicates of the combined shortage.
    const Spread& shortage(std::size_t time, std::size_t area) const
    {
        return data_[place(time, area) + columns - 1];
    }
    std::size_t times() const { return times_; }
    std::size_t areas() const { return areas_; }

private:
    static constexpr std::size_t columns = 3 * figure_count + 1;
    std::size_t place(std::size_t time, std::size_t area) const
    {
        expects(time < times_ && area < areas_);
        return (time * areas_ + area) * columns;
    }
    std::size_t times_ = 0, areas_ = 0;
    std::vector<Spread> data_;
};

/// A table [time][region] of spreads per figure of care.
class CareEnsemble {
public:
    CareEnsemble() = default;
    explicit CareEnsemble(std::span<const History> histories);

    const Spread& at(std::size_t time, RegionId r, RegionFigure f) const
    {
        expects(time < times_ && r.index() < regions_);
        return data_[(time * regions_ + r.index()) * region_figure_count +
                     static_cast<std::size_t>(f)];
    }
    std::size_t times() const { return times_; }
    std::size_t regions() const { return regions_; }

private:
    std::size_t times_ = 0, regions_ = 0;
    std::vector<Spread> data_;
};

/// Means of one employer over replicates.
struct EmployerMeans {
    double need = 0, delivered = 0, staff = 0, heads = 0;
};

/// Mean FTE by cause of one region, profession and year.
using MeanAccount = IdVector<RegionId, ByProfession<std::array<double, cause_count>>>;

struct Ensemble {
    std::size_t replicates = 0;
    RecordPlan plan;
    AreaEnsemble country;                                        ///< one area: country_of()
    AreaEnsemble regions;                                        ///< times as in plan.quarters
    AreaEnsemble subregions;                                     ///< times as in plan.quarters
    CareEnsemble care;                                           ///< times as in plan.quarters
    InventoryTable inventory;                                    ///< fourth quarters
    std::vector<CostSpread> costs;                               ///< by year, region, item, payer
    std::vector<IdVector<EmployerId, EmployerMeans>> employers;  ///< per plan.employer_quarters
    std::vector<MeanAccount> accounts;                           ///< one per year from the first

    /// Place of the fourth quarter of the year in plan.quarters. REQUIRES: it is there.
    std::size_t time_of_year(int year) const;
};

/// REQUIRES: at least one history, all with the same plan and world.
Ensemble summarise(std::span<const History> histories);

}  // namespace mgz
