// SPDX-License-Identifier: EUPL-1.2
#include "sim/sensitivity/indices.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <numeric>

#include "geo/check.h"
#include "sim/sensitivity/discovery.h"
#include "sim/sweep/plan.h"

namespace mgz {

bool has_indices(const Design& design)
{
    return design.kind == DesignKind::morris || design.kind == DesignKind::saltelli;
}

bool luck_can_be_split(const SweepTable& table)
{
    const auto kind = table.design.kind;
    return table.replicates() >= 2 &&
           (kind == DesignKind::saltelli || kind == DesignKind::latin_hypercube ||
            kind == DesignKind::random);
}

bool is_watched(const Study& study, const KeptQuantity& q)
{
    if (q.level == Level::country) return true;
    return std::any_of(study.searches.begin(), study.searches.end(), [&](const Search& s) {
        return s.indicator == q.indicator && s.profession == q.profession && s.level == q.level &&
               s.year == q.year && (s.code.empty() || s.code == q.code);
    });
}

std::string policy_name(const Study& study, std::size_t policy)
{
    return study.policies.empty() ? "" : study.policies.at(policy);
}

std::vector<std::size_t> QuantityIndices::ranked() const
{
    std::vector<std::size_t> order(drivers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return drivers[a].strength > drivers[b].strength;
    });
    return order;
}

std::optional<double> QuantityIndices::first_sum() const
{
    if (drivers.empty() || !drivers.front().first) return std::nullopt;
    double sum = 0;
    for (const DriverIndex& driver : drivers)
        sum += driver.first.value_or(0);
    return sum;
}

bool is_clear(const QuantityIndices& indices)
{
    const auto order = indices.ranked();
    const double second = order.size() < 2 ? 0 : indices.drivers[order[1]].strength;
    return indices.drivers[order[0]].strength_interval.low > second;
}

namespace {

/// Does work(i) for every i below n, each into a place of its own; the first failure is thrown.
template <class Work>
void in_parallel(std::size_t n, const Work& work)
{
    std::vector<std::exception_ptr> failures(n);
#pragma omp parallel for schedule(dynamic)
    for (std::size_t i = 0; i < n; ++i) {
        try {
            work(i);
        } catch (...) {
            failures[i] = std::current_exception();
        }
    }
    for (const auto& failure : failures) {
        if (failure) std::rethrow_exception(failure);
    }
}

/// Factors, or their groups in the order of their numbers.
void name_drivers(const SweepTable& table, Findings& found)
{
    for (int g = 0; g < table.design.groups(); ++g)
        found.drivers.push_back(group_name(table.study, table.design, g));
}

std::vector<double> mean_outcomes(const SweepTable& table, std::size_t policy, std::size_t quantity)
{
    std::vector<double> y(table.points());
    for (std::size_t i = 0; i < y.size(); ++i)
        y[i] = table.mean_outcome(i, policy, quantity);
    return y;
}

/// Which blocks have all their outcomes; REQUIRES: rows of a block follow each other.
std::vector<bool> complete_blocks(const Design& design, std::span<const double> y)
{
    std::vector<bool> complete(static_cast<std::size_t>(design.blocks), true);
    for (std::size_t i = 0; i < y.size(); ++i) {
        if (!std::isfinite(y[i])) complete[static_cast<std::size_t>(design.roles[i].block)] = false;
    }
    return complete;
}

void add_sobol(const SobolResult& result, QuantityIndices& to)
{
    to.mean = result.mean;
    to.sd = std::sqrt(result.variance);
    for (const SobolIndex& index : result.factors) {
        DriverIndex driver;
        driver.strength = index.total;
        driver.strength_interval = index.total_interval;
        driver.first = index.first;
        driver.first_interval = index.first_interval;
        to.drivers.push_back(driver);
    }
}

void add_morris(const MorrisResult& result, const Design& design, std::span<const double> y,
                const std::vector<bool>& complete, QuantityIndices& to)
{
    for (const MorrisEffect& effect : result.effects) {
        DriverIndex driver;
        driver.strength = effect.mu_star;
        driver.strength_interval = effect.mu_star_interval;
        driver.mu = effect.mu;
        driver.sigma = effect.sigma;
        to.drivers.push_back(driver);
    }
    const auto used = [&](std::size_t i) {
        return complete[static_cast<std::size_t>(design.roles[i].block)];
    };
    double n = 0, sum = 0, squares = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
        if (!used(i)) continue;
        n += 1;
        sum += y[i];
    }
    to.mean = sum / n;
    for (std::size_t i = 0; i < y.size(); ++i) {
        if (used(i)) squares += (y[i] - to.mean) * (y[i] - to.mean);
    }
    to.sd = std::sqrt(squares / n);
}

/// The same in every row of a complete block.
bool is_constant(const Design& design, std::span<const double> y, const std::vector<bool>& complete)
{
    std::optional<double> seen;
    for (std::size_t i = 0; i < y.size(); ++i) {
        if (!complete[static_cast<std::size_t>(design.roles[i].block)]) continue;
        if (seen && *seen != y[i]) return false;
        seen = y[i];
    }
    return true;
}

QuantityIndices indices_of(const SweepTable& table, std::size_t policy, std::size_t quantity,
                           const Bootstrap& bootstrap)
{
    const Design& design = table.design;
    const auto y = mean_outcomes(table, policy, quantity);
    const auto complete = complete_blocks(design, y);
    QuantityIndices found;
    found.policy = policy;
    found.quantity = quantity;
    found.blocks.used = static_cast<int>(std::count(complete.begin(), complete.end(), true));
    found.blocks.failed = design.blocks - found.blocks.used;
    if (found.blocks.used < 2) {
        found.state = IndexState::too_few;
        return found;
    }
    if (is_constant(design, y, complete)) found.state = IndexState::constant;
    const Draws draws(table.study.design_seed, 0);
    if (design.kind == DesignKind::saltelli) {
        add_sobol(sobol_indices(design, y, draws, bootstrap), found);
    } else {
        add_morris(morris_effects(design, y, draws, bootstrap), design, y, complete, found);
    }
    return found;
}

std::optional<VarianceSplit> split_of(const SweepTable& table, std::span<const std::size_t> rows,
                                      std::size_t policy, std::size_t quantity)
{
    std::vector<double> y;
    for (const std::size_t row : rows) {
        for (std::uint32_t r = 0; r < table.replicates(); ++r) {
            y.push_back(table.outcome(
                {static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(policy), r},
                quantity));
        }
    }
    std::size_t complete = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto row = std::span(y).subspan(i * table.replicates(), table.replicates());
        complete += std::all_of(row.begin(), row.end(), [](double v) { return std::isfinite(v); });
    }
    if (complete < 2) return std::nullopt;
    return split_variance(y, table.replicates(), Luck::common);
}

void add_luck(const SweepTable& table, Findings& found)
{
    const auto rows = sample_rows(table.design);
    const std::size_t quantities = table.quantities.size();
    std::vector<std::optional<VarianceSplit>> splits(table.policies() * quantities);
    in_parallel(splits.size(), [&](std::size_t i) {
        splits[i] = split_of(table, rows, i / quantities, i % quantities);
    });
    for (std::size_t i = 0; i < splits.size(); ++i) {
        if (splits[i]) found.luck.push_back({i / quantities, i % quantities, *splits[i]});
    }
}

void add_indices(const SweepTable& table, const Bootstrap& bootstrap, Findings& found)
{
    const std::size_t quantities = table.quantities.size();
    found.indices.resize(table.policies() * quantities);
    in_parallel(found.indices.size(), [&](std::size_t i) {
        found.indices[i] = indices_of(table, i / quantities, i % quantities, bootstrap);
    });
    if (table.design.kind != DesignKind::saltelli) return;
    for (const QuantityIndices& q : found.indices) {
        if (q.state != IndexState::too_few && is_watched(table.study, table.quantities[q.quantity]))
            found.convergence.push_back({q.policy, q.quantity, {}});
    }
    in_parallel(found.convergence.size(), [&](std::size_t i) {
        Convergence& c = found.convergence[i];
        c.steps = sobol_convergence(table.design, mean_outcomes(table, c.policy, c.quantity),
                                    Draws(table.study.design_seed, 0), bootstrap);
    });
}

void add_associations(const SweepTable& table, Findings& found)
{
    const std::size_t quantities = table.quantities.size();
    std::vector<std::vector<Association>> parts(table.policies() * quantities);
    const FactorRanks ranks = ranks_of_factors(table);
    in_parallel(parts.size(), [&](std::size_t i) {
        parts[i] = associations_of(table, ranks, i / quantities, i % quantities);
    });
    for (const auto& part : parts)
        found.associations.insert(found.associations.end(), part.begin(), part.end());
}

}  // namespace

Findings analyse(const SweepTable& table, const Bootstrap& bootstrap)
{
    expects(table.points() > 0 &&
            table.values.size() == table.points() * table.study.factors.size() &&
            table.outcomes.size() ==
                table.points() * table.policies() * table.replicates() * table.quantities.size());
    Findings found;
    name_drivers(table, found);
    if (has_indices(table.design)) {
        add_indices(table, bootstrap, found);
    } else {
        add_associations(table, found);
    }
    if (luck_can_be_split(table)) add_luck(table, found);
    return found;
}

}  // namespace mgz
