// SPDX-License-Identifier: EUPL-1.2
/// What a sweep found, all of it in memory: points, and what was kept of each run.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "sim/study/design.h"
#include "sim/sweep/study.h"

namespace mgz {

/// One kept figure of a run.
struct KeptQuantity {
    Level level = Level::country;
    std::uint32_t area = 0;  ///< index in World::regions or World::subregions; 0 of a country
    std::string code, name;  ///< of the area; of the country "country", and no name
    std::string profession;  ///< huisarts, so, avg, huisarts_so; empty: of no profession
    std::string indicator;   ///< "shortage"
    std::string unit;
    bool more_is_better = false;
    int year = 0;
};

/// Which run: a point of the design, under a policy, with the luck of a replicate.
struct RunKey {
    std::uint32_t point = 0, policy = 0, replicate = 0;

    friend auto operator<=>(const RunKey&, const RunKey&) = default;
};

struct SweepTable {
    Study study;
    /// Of the study's points; without coordinates when they came from a list.
    Design design;
    std::vector<double> values;  ///< [point][factor]: see Factor
    std::vector<KeptQuantity> quantities;
    /// [point][policy][replicate][quantity]; not a number: the run failed or is missing.
    std::vector<double> outcomes;
    std::size_t failed = 0, missing = 0;  ///< runs

    std::size_t points() const { return design.rows(); }
    std::size_t policies() const { return study.policy_count(); }
    std::size_t replicates() const { return static_cast<std::size_t>(study.replicates); }

    double value(std::size_t point, std::size_t factor) const
    {
        return values[point * study.factors.size() + factor];
    }
    double outcome(const RunKey& run, std::size_t quantity) const
    {
        const std::size_t row =
            (run.point * policies() + run.policy) * replicates() + run.replicate;
        return outcomes[row * quantities.size() + quantity];
    }
    /// Mean over the replicates; not a number when one of them is missing.
    double mean_outcome(std::size_t point, std::size_t policy, std::size_t quantity) const
    {
        double sum = 0;
        for (std::uint32_t r = 0; r < replicates(); ++r) {
            sum +=
                outcome({static_cast<std::uint32_t>(point), static_cast<std::uint32_t>(policy), r},
                        quantity);
        }
        return sum / static_cast<double>(replicates());
    }
};

}  // namespace mgz
