// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/sensitivity.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "geo/check.h"
#include "sim/study/design_series.h"

namespace mgz {

namespace {

bool complete(std::span<const double> outcomes)
{
    return std::all_of(outcomes.begin(), outcomes.end(), [](double y) { return std::isfinite(y); });
}

void need_two(Blocks blocks, const char* what)
{
    if (blocks.used >= 2) return;
    throw geo::InputError("the outcomes",
                          fmt::format("{} of {} {} have all their runs", blocks.used,
                                      blocks.used + blocks.failed, what),
                          "repeat the failed runs: 2 or more must be complete");
}

/// How often each of n blocks is drawn when n are drawn with replacement.
void draw_weights(const Draws& draws, DesignSeries series, int resample, std::span<double> weights)
{
    std::fill(weights.begin(), weights.end(), 0.0);
    const std::uint64_t n = weights.size();
    for (std::size_t drawn = 0; drawn < weights.size(); drawn += 4) {
        const Words words =
            draws.words(Purpose::design, static_cast<AgentKey>(resample), Quarter{0},
                        static_cast<std::uint32_t>(drawn / 4), static_cast<std::uint32_t>(series));
        for (std::size_t i = 0; i < std::min<std::size_t>(4, weights.size() - drawn); ++i)
            weights[static_cast<std::size_t>(words.w[i] * n >> 32)] += 1;
    }
}

/// Linear between the two nearest, as R's type 7. REQUIRES: sorted, not empty.
double quantile(std::span<const double> sorted, double share)
{
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

Interval interval_of(std::vector<double> values, double level)
{
    std::sort(values.begin(), values.end());
    return {quantile(values, (1 - level) / 2), quantile(values, (1 + level) / 2)};
}

/// Runs `estimate`(weights) -> one number per statistic for every resample.
/// \return one interval per statistic
template <typename Estimate>
std::vector<Interval> bootstrap_intervals(std::size_t blocks, const Draws& draws,
                                          DesignSeries series, const Bootstrap& bootstrap,
                                          Estimate estimate)
{
    expects(bootstrap.resamples >= 1 && bootstrap.level > 0 && bootstrap.level < 1);
    std::vector<double> weights(blocks);
    std::vector<std::vector<double>> seen;
    for (int r = 0; r < bootstrap.resamples; ++r) {
        draw_weights(draws, series, r, weights);
        const std::vector<double> now = estimate(std::span<const double>(weights));
        seen.resize(now.size());
        for (std::size_t s = 0; s < now.size(); ++s)
            seen[s].push_back(now[s]);
    }
    std::vector<Interval> intervals;
    for (auto& values : seen)
        intervals.push_back(interval_of(std::move(values), bootstrap.level));
    return intervals;
}

/// Elementary effects, one list per group in order of trajectory.
struct Elementary {
    std::vector<std::vector<double>> of_group;
    Blocks blocks;
};

Elementary elementary_effects(const Design& design, std::span<const double> outcomes,
                              std::span<const int> group_size)
{
    Elementary found{std::vector<std::vector<double>>(group_size.size()), {}};
    const auto k = static_cast<std::size_t>(design.factors);
    const std::size_t length = group_size.size() + 1;
    for (std::size_t first = 0; first < design.rows(); first += length) {
        if (!complete(outcomes.subspan(first, length))) {
            ++found.blocks.failed;
            continue;
        }
        ++found.blocks.used;
        for (std::size_t row = first + 1; row < first + length; ++row) {
            const auto g = static_cast<std::size_t>(design.roles[row].factor);
            double sign = 1;
            if (group_size[g] == 1) {
                const auto f = static_cast<std::size_t>(
                    std::find(design.group.begin(), design.group.end(), design.roles[row].factor) -
                    design.group.begin());
                sign = design.points[row * k + f] > design.points[(row - 1) * k + f] ? 1.0 : -1.0;
            }
            found.of_group[g].push_back(sign * (outcomes[row] - outcomes[row - 1]) / design.delta);
        }
    }
    return found;
}

MorrisEffect effect_of(std::span<const double> effects, bool signed_effects)
{
    const auto n = static_cast<double>(effects.size());
    double sum = 0, sum_star = 0, squares = 0;
    for (const double effect : effects) {
        sum += effect;
        sum_star += std::abs(effect);
    }
    for (const double effect : effects)
        squares += (effect - sum / n) * (effect - sum / n);
    MorrisEffect result;
    result.mu_star = sum_star / n;
    if (signed_effects) {
        result.mu = sum / n;
        result.sigma = std::sqrt(squares / (n - 1));
    }
    return result;
}

/// The outcomes of complete blocks, taken from their first: a constant outcome is then 0 exactly.
struct SaltelliOutcomes {
    std::vector<double> a, b;
    std::vector<std::vector<double>> ab;  ///< per factor
    double origin = 0;
    Blocks blocks;
};

SaltelliOutcomes gather(const Design& design, std::span<const double> outcomes, std::size_t prefix)
{
    const auto k = static_cast<std::size_t>(design.groups());
    SaltelliOutcomes y;
    y.ab.resize(k);
    for (std::size_t j = 0; j < prefix; ++j) {
        const auto block = outcomes.subspan(j * (k + 2), k + 2);
        if (!complete(block)) {
            ++y.blocks.failed;
            continue;
        }
        if (y.blocks.used++ == 0) y.origin = block[0];
        y.a.push_back(block[0] - y.origin);
        y.b.push_back(block[1] - y.origin);
        for (std::size_t f = 0; f < k; ++f)
            y.ab[f].push_back(block[2 + f] - y.origin);
    }
    return y;
}

struct Moments {
    double mean = 0;
    double variance = 0;
};

/// Of A and B together. Two passes: a large mean costs no digits of the variance.
Moments moments_of(const SaltelliOutcomes& y, std::span<const double> weights)
{
    double weight = 0, sum = 0, squares = 0;
    for (std::size_t j = 0; j < weights.size(); ++j) {
        weight += 2 * weights[j];
        sum += weights[j] * (y.a[j] + y.b[j]);
    }
    const double mean = sum / weight;
    for (std::size_t j = 0; j < weights.size(); ++j) {
        const double a = y.a[j] - mean, b = y.b[j] - mean;
        squares += weights[j] * (a * a + b * b);
    }
    return {mean, squares / weight};
}

/// First order and total of each group in turn: first_0, total_0, first_1 ...
std::vector<double> shares(const SaltelliOutcomes& y, std::span<const double> weights)
{
    const auto [mean, variance] = moments_of(y, weights);
    std::vector<double> result(2 * y.ab.size(), 0.0);
    if (!(variance > 0)) return result;
    double weight = 0;
    for (const double w : weights)
        weight += w;
    for (std::size_t f = 0; f < y.ab.size(); ++f) {
        double first = 0, total = 0;
        const auto& ab = y.ab[f];
        for (std::size_t j = 0; j < weights.size(); ++j) {
            const double moved = ab[j] - y.a[j];
            first += weights[j] * (y.b[j] - mean) * moved;
            total += weights[j] * moved * moved;
        }
        result[2 * f] = first / weight / variance;
        result[2 * f + 1] = total / (2 * weight) / variance;
    }
    return result;
}

SobolResult indices_of(const SaltelliOutcomes& y, const Draws& draws, const Bootstrap& bootstrap)
{
    const std::vector<double> once(y.a.size(), 1.0);
    const Moments moments = moments_of(y, once);
    const auto values = shares(y, once);
    const auto intervals =
        bootstrap_intervals(y.a.size(), draws, DesignSeries::bootstrap_sobol, bootstrap,
                            [&](std::span<const double> weights) { return shares(y, weights); });
    SobolResult result{{}, y.origin + moments.mean, moments.variance, y.blocks};
    for (std::size_t f = 0; f < y.ab.size(); ++f)
        result.factors.push_back(
            {values[2 * f], values[2 * f + 1], intervals[2 * f], intervals[2 * f + 1]});
    return result;
}

}  // namespace

MorrisResult morris_effects(const Design& design, std::span<const double> outcomes,
                            const Draws& draws, const Bootstrap& bootstrap)
{
    expects(design.kind == DesignKind::morris && outcomes.size() == design.rows());
    std::vector<int> group_size;
    for (const int g : design.group) {
        const auto least = static_cast<std::size_t>(g) + 1;
        if (group_size.size() < least) group_size.resize(least, 0);
        ++group_size[static_cast<std::size_t>(g)];
    }
    const Elementary found = elementary_effects(design, outcomes, group_size);
    need_two(found.blocks, "trajectories");
    const auto n = static_cast<std::size_t>(found.blocks.used);
    const auto intervals = bootstrap_intervals(
        n, draws, DesignSeries::bootstrap_morris, bootstrap, [&](std::span<const double> weights) {
            std::vector<double> mu_star(found.of_group.size(), 0.0);
            for (std::size_t g = 0; g < mu_star.size(); ++g) {
                for (std::size_t t = 0; t < n; ++t)
                    mu_star[g] += weights[t] * std::abs(found.of_group[g][t]);
                mu_star[g] /= static_cast<double>(n);
            }
            return mu_star;
        });
    MorrisResult result{{}, found.blocks};
    for (std::size_t g = 0; g < group_size.size(); ++g) {
        result.effects.push_back(effect_of(found.of_group[g], group_size[g] == 1));
        result.effects.back().mu_star_interval = intervals[g];
    }
    return result;
}

SobolResult sobol_indices(const Design& design, std::span<const double> outcomes,
                          const Draws& draws, const Bootstrap& bootstrap)
{
    expects(design.kind == DesignKind::saltelli && outcomes.size() == design.rows());
    const auto y = gather(design, outcomes, static_cast<std::size_t>(design.blocks));
    need_two(y.blocks, "blocks");
    return indices_of(y, draws, bootstrap);
}

std::vector<SobolResult> sobol_convergence(const Design& design, std::span<const double> outcomes,
                                           const Draws& draws, const Bootstrap& bootstrap)
{
    expects(design.kind == DesignKind::saltelli && outcomes.size() == design.rows());
    const auto all = static_cast<std::size_t>(design.blocks);
    std::vector<SobolResult> steps;
    for (std::size_t n = std::min<std::size_t>(16, all); n <= all; n *= 2) {
        const auto y = gather(design, outcomes, n);
        if (y.blocks.used >= 2) steps.push_back(indices_of(y, draws, bootstrap));
    }
    return steps;
}

}  // namespace mgz
