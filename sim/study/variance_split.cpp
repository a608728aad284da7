// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/variance_split.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "geo/check.h"
#include "sim/study/statistics.h"

namespace mgz {

namespace {

double sum_of_squares(std::span<const double> values, double middle)
{
    double sum = 0;
    for (const double value : values)
        sum += (value - middle) * (value - middle);
    return sum;
}

/// Complete rows, taken from the first outcome: a constant outcome is then 0 exactly.
std::vector<double> complete_rows(std::span<const double> outcomes, std::size_t replicates)
{
    std::vector<double> kept;
    double origin = 0;
    for (std::size_t first = 0; first < outcomes.size(); first += replicates) {
        const auto row = outcomes.subspan(first, replicates);
        if (!std::all_of(row.begin(), row.end(), [](double y) { return std::isfinite(y); }))
            continue;
        if (kept.empty()) origin = row[0];
        for (const double y : row)
            kept.push_back(y - origin);
    }
    return kept;
}

}  // namespace

VarianceSplit split_variance(std::span<const double> outcomes, std::size_t replicates, Luck luck)
{
    if (replicates < 2)
        throw geo::InputError("the outcomes", "each row has one replicate",
                              "run 2 or more: one does not show what luck does");
    expects(outcomes.size() % replicates == 0);
    const auto y = complete_rows(outcomes, replicates);
    const std::size_t all = outcomes.size() / replicates;
    const std::size_t rows = y.size() / replicates;
    if (rows < 2)
        throw geo::InputError("the outcomes",
                              fmt::format("{} of {} rows have all their replicates", rows, all),
                              "repeat the failed runs: 2 or more must be complete");
    std::vector<double> row_mean, replicate_mean(replicates, 0.0);
    double ss_within = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        const auto row = std::span(y).subspan(i * replicates, replicates);
        row_mean.push_back(mean_of(row));
        ss_within += sum_of_squares(row, row_mean.back());
        for (std::size_t r = 0; r < replicates; ++r)
            replicate_mean[r] += row[r] / static_cast<double>(rows);
    }
    const auto n = static_cast<double>(rows), m = static_cast<double>(replicates);
    const double middle = mean_of(row_mean);
    const double ms_between = m * sum_of_squares(row_mean, middle) / (n - 1);
    VarianceSplit split;
    split.rows_used = static_cast<int>(rows);
    split.rows_failed = static_cast<int>(all - rows);
    split.within = ss_within / (n * (m - 1));
    if (luck == Luck::independent) {
        split.parameters = (ms_between - split.within) / m;
        return split;
    }
    double ss_residual = 0;  // not by subtraction, which would leave rounding where there is none
    for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t r = 0; r < replicates; ++r) {
            const double rest = y[i * replicates + r] - row_mean[i] - replicate_mean[r] + middle;
            ss_residual += rest * rest;
        }
    const double ms_residual = ss_residual / ((n - 1) * (m - 1));
    const double ms_luck = n * sum_of_squares(replicate_mean, middle) / (m - 1);
    split.parameters = (ms_between - ms_residual) / m;
    split.luck = (ms_luck - ms_residual) / n;
    split.interaction = ms_residual;
    return split;
}

}  // namespace mgz
