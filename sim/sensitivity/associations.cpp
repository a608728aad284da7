// SPDX-License-Identifier: EUPL-1.2
// What goes with what, for designs that give no indices.
#include <algorithm>
#include <cmath>
#include <map>

#include "sim/sensitivity/indices.h"
#include "sim/study/statistics.h"

namespace mgz {

namespace {

/// Of one at a time only the base and the rows in which the factor moved: in the others it stood
/// still while something else changed the outcome.
bool belongs(const Design& design, std::size_t row, std::size_t factor)
{
    if (design.kind != DesignKind::one_at_a_time) return true;
    const int moved = design.roles[row].factor;
    return moved < 0 || static_cast<std::size_t>(moved) == factor;
}

/// Few values, each met by several points, or labels: means say more than a correlation.
bool has_levels(const Factor& factor, DesignKind kind)
{
    return factor.labelled() || kind == DesignKind::full_factorial ||
           kind == DesignKind::one_at_a_time;
}

/// Points of one factor that count, with their outcomes.
struct Points {
    std::vector<double> x, y;
};

Points points_of(const SweepTable& table, std::span<const double> outcome, std::size_t factor)
{
    Points points;
    for (std::size_t i = 0; i < outcome.size(); ++i) {
        if (!std::isfinite(outcome[i]) || !belongs(table.design, i, factor)) continue;
        points.x.push_back(table.value(i, factor));
        points.y.push_back(outcome[i]);
    }
    return points;
}

struct Sum {
    double y = 0;
    int points = 0;
};

/// Sum of outcomes by value of the factor.
std::map<double, Sum> sums_of(const Points& points)
{
    std::map<double, Sum> sums;
    for (std::size_t i = 0; i < points.x.size(); ++i) {
        Sum& sum = sums[points.x[i]];
        sum.y += points.y[i];
        ++sum.points;
    }
    return sums;
}

}  // namespace

FactorRanks ranks_of_factors(const SweepTable& table)
{
    FactorRanks ranks;
    for (std::size_t f = 0; f < table.study.factors.size(); ++f) {
        std::vector<double> x(table.points());
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] = table.value(i, f);
        ranks.push_back(average_ranks(x));
    }
    return ranks;
}

std::vector<Association> associations_of(const SweepTable& table, const FactorRanks& ranks,
                                         std::size_t policy, std::size_t quantity)
{
    std::vector<double> outcome(table.points());
    for (std::size_t i = 0; i < outcome.size(); ++i)
        outcome[i] = table.mean_outcome(i, policy, quantity);
    const DesignKind kind = table.design.kind;
    const bool all_count =
        kind != DesignKind::one_at_a_time &&
        std::all_of(outcome.begin(), outcome.end(), [](double y) { return std::isfinite(y); });
    const auto outcome_ranks = all_count ? average_ranks(outcome) : std::vector<double>{};
    std::vector<Association> found;
    for (std::size_t f = 0; f < table.study.factors.size(); ++f) {
        const Factor& factor = table.study.factors[f];
        const Points points = points_of(table, outcome, f);
        if (!factor.labelled()) {
            const double correlation = all_count ? correlation_of_ranks(ranks[f], outcome_ranks)
                                                 : spearman(points.x, points.y);
            found.push_back({policy, quantity, f, AssociationKind::rank_correlation, "",
                             correlation, static_cast<int>(points.x.size())});
        }
        if (!has_levels(factor, kind)) continue;
        for (const auto& [value, sum] : sums_of(points)) {
            found.push_back({policy, quantity, f, AssociationKind::mean,
                             text_of_value(factor, value), sum.y / sum.points, sum.points});
        }
    }
    return found;
}

}  // namespace mgz
