// SPDX-License-Identifier: EUPL-1.2
#include "sim/sensitivity/regret.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/output/csv.h"
#include "sim/sensitivity/discovery.h"
#include "sim/sensitivity/discovery_dictionary.h"
#include "sim/sensitivity/indices.h"

namespace mgz {

namespace {

/// Regret and outcome of each policy in each complete future.
struct Futures {
    std::vector<std::vector<double>> outcomes, regrets;  ///< [policy][future]
    std::vector<double> best_futures;                    ///< [policy], shared where equal
    std::size_t missing = 0;
};

Futures futures_of(const SweepTable& table, const std::vector<std::size_t>& rows,
                   std::size_t quantity)
{
    const auto policies = table.policies();
    const double sign = table.quantities[quantity].more_is_better ? 1 : -1;
    Futures futures{std::vector<std::vector<double>>(policies),
                    std::vector<std::vector<double>>(policies), std::vector<double>(policies), 0};
    std::vector<double> y(policies);
    for (const auto row : rows) {
        for (std::size_t p = 0; p < policies; ++p)
            y[p] = table.mean_outcome(row, p, quantity);
        if (!std::all_of(y.begin(), y.end(), [](double v) { return std::isfinite(v); })) {
            ++futures.missing;
            continue;
        }
        double best = sign * y[0];
        for (const double v : y)
            best = std::max(best, sign * v);
        const auto winners =
            std::count_if(y.begin(), y.end(), [&](double v) { return sign * v == best; });
        for (std::size_t p = 0; p < policies; ++p) {
            futures.outcomes[p].push_back(y[p]);
            futures.regrets[p].push_back(best - sign * y[p]);
            if (sign * y[p] == best) futures.best_futures[p] += 1 / static_cast<double>(winners);
        }
    }
    return futures;
}

double mean(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Hyndman & Fan type 7. REQUIRES: not empty.
double percentile_90(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const double at = 0.9 * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const auto above = std::min(below + 1, values.size() - 1);
    return values[below] + (at - static_cast<double>(below)) * (values[above] - values[below]);
}

QuantityRegret regret_of(const SweepTable& table, const std::vector<std::size_t>& rows,
                         std::size_t quantity)
{
    QuantityRegret found;
    found.quantity = quantity;
    const auto& searches = table.study.searches;
    for (std::size_t s = 0; s < searches.size(); ++s) {
        const auto looked_at = quantities_of(searches[s], table.quantities);
        if (std::binary_search(looked_at.begin(), looked_at.end(), quantity))
            found.searches.push_back(s);
    }
    const auto futures = futures_of(table, rows, quantity);
    found.missing = futures.missing;
    found.futures = rows.size() - futures.missing;
    found.policies.resize(table.policies());
    if (found.futures == 0) return found;
    const auto all = static_cast<double>(found.futures);
    for (std::size_t p = 0; p < found.policies.size(); ++p) {
        auto& policy = found.policies[p];
        const auto& regret = futures.regrets[p];
        policy.outcome = mean(futures.outcomes[p]);
        policy.mean = mean(regret);
        policy.p90 = percentile_90(regret);
        policy.max = *std::max_element(regret.begin(), regret.end());
        policy.best_share = futures.best_futures[p] / all;
        for (const auto s : found.searches) {
            const auto met = std::count_if(futures.outcomes[p].begin(), futures.outcomes[p].end(),
                                           [&](double y) { return !is_case(searches[s], y); });
            policy.met_shares.push_back(static_cast<double>(met) / all);
        }
    }
    const auto least = std::min_element(found.policies.begin(), found.policies.end(),
                                        [](auto& a, auto& b) { return a.max < b.max; });
    const double smallest = least->max;
    for (auto& policy : found.policies)
        policy.minimax = policy.max == smallest;
    return found;
}

}  // namespace

std::vector<QuantityRegret> regrets(const SweepTable& table, int threads)
{
    if (table.policies() < 2) return {};
    auto rows = sample_rows(table.design);
    if (rows.empty()) {
        rows.resize(table.points());
        std::iota(rows.begin(), rows.end(), std::size_t{0});
    }
    std::vector<QuantityRegret> all(table.quantities.size());
    const auto count = static_cast<std::ptrdiff_t>(all.size());
#pragma omp parallel for schedule(dynamic) num_threads(threads)
    for (std::ptrdiff_t q = 0; q < count; ++q)
        all[static_cast<std::size_t>(q)] = regret_of(table, rows, static_cast<std::size_t>(q));
    return all;
}

std::string regret_csv(const SweepTable& table, const std::vector<QuantityRegret>& regrets)
{
    CsvTable csv(table_entry(discovery_dictionary(), "regret.csv"));
    for (const auto& r : regrets) {
        const auto& kept = table.quantities[r.quantity];
        for (std::size_t p = 0; p < r.policies.size(); ++p) {
            const auto& policy = r.policies[p];
            const auto known = [&](double value) {
                return r.futures > 0 ? std::optional(value) : std::nullopt;
            };
            csv.row(policy_name(table.study, p), kept.year, name_of(kept.level), kept.code,
                    kept.profession, kept.indicator, r.futures, r.missing, known(policy.outcome),
                    known(policy.mean), known(policy.p90), known(policy.max),
                    known(policy.best_share), policy.minimax ? 1 : 0);
        }
    }
    return csv.take();
}

std::string satisficing_csv(const SweepTable& table, const std::vector<QuantityRegret>& regrets)
{
    CsvTable csv(table_entry(discovery_dictionary(), "satisficing.csv"));
    for (const auto& r : regrets) {
        const auto& kept = table.quantities[r.quantity];
        for (std::size_t i = 0; i < r.searches.size(); ++i) {
            const auto& search = table.study.searches[r.searches[i]];
            for (std::size_t p = 0; p < r.policies.size(); ++p) {
                const auto share =
                    r.futures > 0 ? std::optional(r.policies[p].met_shares[i]) : std::nullopt;
                csv.row(policy_name(table.study, p), kept.year, name_of(kept.level), kept.code,
                        kept.profession, kept.indicator, search.above ? "above" : "below",
                        search.limit, r.futures, r.missing, share);
            }
        }
    }
    return csv.take();
}

}  // namespace mgz
