// SPDX-License-Identifier: EUPL-1.2
#include "sim/sensitivity/prim.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "geo/check.h"
#include "sim/core/elementary.h"
#include "sim/core/random.h"
#include "sim/sensitivity/prim_peel.h"

namespace mgz {

bool Range::admits(double value) const
{
    return allowed.empty() ? value > low && value < high
                           : allowed[static_cast<std::size_t>(value)] != 0;
}

bool Range::restricted() const
{
    return allowed.empty() ? std::isfinite(low) || std::isfinite(high)
                           : std::find(allowed.begin(), allowed.end(), 0) != allowed.end();
}

bool Box::holds(const PrimPoints& all, std::size_t point) const
{
    for (std::size_t f = 0; f < ranges.size(); ++f) {
        if (!ranges[f].admits(all.value(point, f))) return false;
    }
    return true;
}

/// ln n!; beyond 256 by Stirling's series, whose error is then below 1e-15.
static double log_factorial(std::size_t n)
{
    constexpr double half_log_two_pi = 0.91893853320467274178;
    const auto x = static_cast<double>(n);
    if (n > 256) {
        return (x + 0.5) * log_of(x) - x + half_log_two_pi + 1 / (12 * x) - 1 / (360 * x * x * x);
    }
    double sum = 0;
    for (double i = 2; i <= x; ++i)
        sum += log_of(i);
    return sum;
}

double binomial_tail(std::size_t n, std::size_t k, double q)
{
    expects(k <= n && q >= 0 && q <= 1);
    if (k == 0 || q == 1) return 1;
    if (q == 0) return 0;
    const auto chance = [&](std::size_t i) {
        return exp_of(log_factorial(n) - log_factorial(i) - log_factorial(n - i) +
                      static_cast<double>(i) * log_of(q) +
                      static_cast<double>(n - i) * log_of(1 - q));
    };
    const double odds = q / (1 - q);
    double sum = 0;
    if (static_cast<double>(k) > static_cast<double>(n) * q) {
        double term = chance(k);
        for (auto i = k; i <= n && term > sum * 1e-17; ++i) {
            sum += term;
            term *= static_cast<double>(n - i) / static_cast<double>(i + 1) * odds;
        }
        return std::min(sum, 1.0);
    }
    double term = chance(k - 1);
    for (auto i = k - 1; term > sum * 1e-17; --i) {
        sum += term;
        if (i == 0) break;
        term *= static_cast<double>(i) / static_cast<double>(n - i + 1) / odds;
    }
    return std::clamp(1 - sum, 0.0, 1.0);
}

namespace {

using namespace prim;

/// Of the boxes with so many of the cases: the purest, the larger of equals.
std::size_t purest_step(const std::vector<PeelStep>& trajectory, double min_coverage)
{
    const auto all = static_cast<double>(trajectory.front().cases);
    std::size_t purest = 0;
    for (std::size_t i = 1; i < trajectory.size(); ++i) {
        if (static_cast<double>(trajectory[i].cases) >= min_coverage * all &&
            trajectory[i].density() > trajectory[purest].density())
            purest = i;
    }
    return purest;
}

/// By the rule of find_boxes().
std::size_t chosen_step(const std::vector<PeelStep>& trajectory, double min_coverage)
{
    const auto& purest = trajectory[purest_step(trajectory, min_coverage)];
    const double d = purest.density();
    const double error = std::sqrt(d * (1 - d) / static_cast<double>(purest.points));
    std::size_t i = 0;
    while (trajectory[i].density() < d - error)
        ++i;
    return i;
}

/// One limit of a numeric factor, or the excluded labels of another.
struct Restriction {
    std::size_t factor = 0;
    Side side = Side::below;
    double quasi_p = 1;
};

/// Of a binomial count of cases in the box, were those outside by one restriction inside too.
double quasi_p(const Count& box, const Count& near)
{
    const auto both = box + near;
    if (both.points == 0) return 1;
    return binomial_tail(box.points, box.cases,
                         static_cast<double>(both.cases) / static_cast<double>(both.points));
}

std::vector<Restriction> restrictions_of(const std::vector<Range>& ranges, const Inside& inside)
{
    std::vector<Restriction> all;
    for (std::size_t f = 0; f < ranges.size(); ++f) {
        const auto& [below, beyond] = inside.near[f];
        const auto& range = ranges[f];
        if (!range.allowed.empty()) {
            if (range.restricted()) all.push_back({f, Side::label, quasi_p(inside.box, beyond)});
            continue;
        }
        if (std::isfinite(range.low)) all.push_back({f, Side::below, quasi_p(inside.box, below)});
        if (std::isfinite(range.high)) all.push_back({f, Side::above, quasi_p(inside.box, beyond)});
    }
    return all;
}

std::size_t least_points(const PrimPoints& points, const PrimOptions& options)
{
    const double share = options.min_support * static_cast<double>(points.size());
    return std::max<std::size_t>(10, static_cast<std::size_t>(std::lround(share)));
}

/// One box, before anything is dropped from it.
Box raw_box(const PrimSample& sample, const Flags& active, const Flags& cases,
            const PrimOptions& options)
{
    const auto& points = sample.points;
    Box box;
    box.trajectory = peel(sample, active, cases, options.alpha, {least_points(points, options), 1});
    box.chosen = chosen_step(box.trajectory, options.min_coverage);
    box.ranges = ranges_after(points, box.trajectory, box.chosen);
    paste_back(sample, active, cases, options.paste, box.ranges);
    return box;
}

/// What chance finds: of each shuffle of the cases the smallest quasi-p of its purest box. That is
/// smaller than in the box that would be chosen, which is larger: the test is on the safe side, and
/// holds for boxes that were peeled far.
std::vector<double> by_chance(const PrimSample& sample, const Flags& active,
                              const PrimOptions& options, std::uint32_t box)
{
    std::vector<std::size_t> who;
    std::size_t all_cases = 0;
    for (std::size_t p = 0; p < active.size(); ++p) {
        if (!active[p]) continue;
        who.push_back(p);
        all_cases += sample.points.of_interest[p];
    }
    const Count least{
        least_points(sample.points, options),
        static_cast<std::size_t>(options.min_coverage * static_cast<double>(all_cases))};
    const Draws draws(options.seed, 0);
    std::vector<double> smallest;
    for (int s = 0; s < options.shuffles; ++s) {
        Flags cases = sample.points.of_interest;
        for (std::size_t i = who.size(); i-- > 1;) {
            const double u =
                draws
                    .words(Purpose::design, static_cast<AgentKey>(s),
                           Quarter{static_cast<int>(box)}, static_cast<std::uint32_t>(i), 3000)
                    .uniform(0);
            const auto j = static_cast<std::size_t>(u * static_cast<double>(i + 1));
            std::swap(cases[who[i]], cases[who[j]]);
        }
        const auto steps = peel(sample, active, cases, options.alpha, least);
        const auto ranges =
            ranges_after(sample.points, steps, purest_step(steps, options.min_coverage));
        const auto inside = count_inside(sample.points, active, cases, ranges);
        smallest.push_back(1);
        for (const auto& restriction : restrictions_of(ranges, inside))
            smallest.back() = std::min(smallest.back(), restriction.quasi_p);
    }
    return smallest;
}

void lift(Range& range, Side side)
{
    const Range free;
    if (side == Side::below) range.low = free.low;
    if (side == Side::above) range.high = free.high;
    if (side == Side::label) range.allowed.assign(range.allowed.size(), 1);
}

/// Share of what chance found, this sample counted as one, with a quasi-p as small.
double p_value(double quasi, const std::vector<double>& chance)
{
    const auto as_small =
        std::count_if(chance.begin(), chance.end(), [&](double c) { return c <= quasi; });
    return static_cast<double>(1 + as_small) / static_cast<double>(1 + chance.size());
}

/// Drops the weakest restriction that chance could have made, until there is none.
void simplify(Box& box, const PrimPoints& points, const Flags& active,
              const std::vector<double>& chance, double significance)
{
    while (true) {
        const auto inside = count_inside(points, active, points.of_interest, box.ranges);
        const auto all = restrictions_of(box.ranges, inside);
        // The later of equals goes.
        const auto weakest = std::max_element(
            all.begin(), all.end(), [](auto& a, auto& b) { return a.quasi_p <= b.quasi_p; });
        if (chance.empty() || weakest == all.end() ||
            p_value(weakest->quasi_p, chance) <= significance) {
            for (std::size_t f = 0; f < points.factors(); ++f) {
                if (!box.ranges[f].restricted()) continue;
                const auto& near = inside.near[f];
                box.quasi_p[f] = quasi_p(inside.box, near.below + near.beyond);
                box.p_value[f] = p_value(box.quasi_p[f], chance);
            }
            return;
        }
        lift(box.ranges[weakest->factor], weakest->side);
    }
}

bool any_restricted(const Box& box)
{
    return std::any_of(box.ranges.begin(), box.ranges.end(),
                       [](const Range& range) { return range.restricted(); });
}

}  // namespace

std::vector<Box> find_boxes(const PrimPoints& points, const PrimOptions& options)
{
    expects(points.values.size() == points.size() * points.factors());
    expects(options.alpha > 0 && options.alpha < 1 && options.paste > 0 && options.paste < 1);
    const prim::PrimSample sample(points);
    prim::Flags active(points.size(), 1);
    std::vector<Box> boxes;
    while (std::cmp_less(boxes.size(), options.boxes)) {
        std::size_t left = 0, cases = 0;
        for (std::size_t p = 0; p < points.size(); ++p) {
            left += active[p];
            cases += active[p] != 0 && points.of_interest[p] != 0;
        }
        if (cases < std::max<std::size_t>(options.min_cases, 1) || cases == left) break;
        auto box = raw_box(sample, active, points.of_interest, options);
        if (!any_restricted(box)) break;
        box.quasi_p.assign(points.factors(), 1);
        box.p_value = box.quasi_p;
        simplify(box, points, active,
                 by_chance(sample, active, options, static_cast<std::uint32_t>(boxes.size())),
                 options.significance);
        if (!any_restricted(box)) break;
        for (std::size_t p = 0; p < points.size(); ++p) {
            if (!box.holds(points, p)) continue;
            active[p] = 0;
            ++box.points;
            box.cases += points.of_interest[p];
        }
        boxes.push_back(std::move(box));
    }
    return boxes;
}

}  // namespace mgz
