// SPDX-License-Identifier: EUPL-1.2
// What goes with what, for designs that give no indices.
#include <cmath>
#include <map>

#include "sim/sensitivity/indices.h"
#include "sim/study/statistics.h"

namespace mgz {

/// Of one at a time only the base and the rows in which the factor moved: in the others it stood
/// still while something else changed the outcome.
static bool belongs(const Design& design, std::size_t row, std::size_t factor)
{
    if (design.kind != DesignKind::one_at_a_time) return true;
    const int moved = design.roles[row].factor;
    return moved < 0 || static_cast<std::size_t>(moved) == factor;
}

/// Few values, each met by several points, or labels: means say more than a correlation.
static bool has_levels(const Factor& factor, DesignKind kind)
{
    return factor.labelled() || kind == DesignKind::full_factorial ||
           kind == DesignKind::one_at_a_time;
}

namespace {

struct Sum {
    double y = 0;
    int points = 0;
};

}  // namespace

std::vector<Association> associations_of(const SweepTable& table, std::size_t policy,
                                         std::size_t quantity)
{
    std::vector<double> outcome(table.points());
    for (std::size_t i = 0; i < outcome.size(); ++i)
        outcome[i] = table.mean_outcome(i, policy, quantity);
    std::vector<Association> found;
    for (std::size_t f = 0; f < table.study.factors.size(); ++f) {
        const Factor& factor = table.study.factors[f];
        const bool levels = has_levels(factor, table.design.kind);
        std::vector<double> x, y;
        std::map<double, Sum> means;
        for (std::size_t i = 0; i < outcome.size(); ++i) {
            if (!std::isfinite(outcome[i]) || !belongs(table.design, i, f)) continue;
            x.push_back(table.value(i, f));
            y.push_back(outcome[i]);
            if (!levels) continue;
            Sum& sum = means[table.value(i, f)];
            sum.y += outcome[i];
            ++sum.points;
        }
        if (!factor.labelled()) {
            found.push_back({policy, quantity, f, AssociationKind::rank_correlation, "",
                             spearman(x, y), static_cast<int>(x.size())});
        }
        for (const auto& [value, sum] : means) {
            found.push_back({policy, quantity, f, AssociationKind::mean,
                             text_of_value(factor, value), sum.y / sum.points, sum.points});
        }
    }
    return found;
}

}  // namespace mgz
