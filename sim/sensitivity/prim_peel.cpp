// SPDX-License-Identifier: EUPL-1.2
#include "sim/sensitivity/prim_peel.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "geo/check.h"

namespace mgz::prim {

PrimSample::PrimSample(const PrimPoints& all) : points(all), order(all.factors())
{
    for (std::size_t f = 0; f < all.factors(); ++f) {
        if (all.labels[f] > 0) continue;
        order[f].resize(all.size());
        std::iota(order[f].begin(), order[f].end(), 0u);
        std::stable_sort(order[f].begin(), order[f].end(),
                         [&](auto a, auto b) { return all.value(a, f) < all.value(b, f); });
    }
}

/// Strictly between the two, or the one of them that keeps `kept` inside.
static double limit_between(double removed, double kept)
{
    const double middle = removed + (kept - removed) / 2;
    return middle == kept ? removed : middle;
}

namespace {

constexpr double endless = std::numeric_limits<double>::infinity();

/// A slice that may be removed.
struct Slice {
    PeelStep step;    ///< with what would be left
    double gain = 0;  ///< of density per point removed, times the density's denominator
};

/// A box that shrinks. The ends of each factor's order are walked inwards, past what is gone.
class Peeler {
public:
    Peeler(const PrimSample& sample, const Flags& active, const Flags& cases, double alpha,
           Count least)
        : sample_(sample),
          points_(sample.points),
          cases_(cases),
          inside_(active),
          alpha_(alpha),
          least_(least),
          first_(points_.factors(), 0),
          last_(points_.factors(), points_.size()),
          with_label_(points_.factors())
    {
        for (std::size_t f = 0; f < points_.factors(); ++f)
            with_label_[f].resize(points_.labels[f]);
        for (std::size_t p = 0; p < points_.size(); ++p) {
            if (inside_[p]) move(p, 1);
        }
    }

    std::vector<PeelStep> run()
    {
        std::vector<PeelStep> trajectory{{Peeled::nothing, 0, 0, all_.points, all_.cases}};
        while (all_.cases > 0 && all_.cases < all_.points) {
            const auto best = best_slice();
            if (!best) break;
            remove(best->step);
            trajectory.push_back(best->step);
        }
        return trajectory;
    }

private:
    /// Into the box (+1) or out of it (-1).
    void move(std::size_t p, int by)
    {
        const auto change = [&](Count& count) {
            count.points += static_cast<std::size_t>(by);
            if (cases_[p]) count.cases += static_cast<std::size_t>(by);
        };
        change(all_);
        for (std::size_t f = 0; f < points_.factors(); ++f) {
            if (points_.labels[f] > 0)
                change(with_label_[f][static_cast<std::size_t>(points_.value(p, f))]);
        }
    }

    std::optional<Slice> best_slice()
    {
        std::optional<Slice> best;
        const auto consider = [&](const PeelStep& cut, const Count& removed) {
            if (removed.points == 0 || all_.points - removed.points < least_.points ||
                all_.cases - removed.cases < least_.cases)
                return;
            auto step = cut;
            step.points = all_.points - removed.points;
            step.cases = all_.cases - removed.cases;
            // Whole numbers below 2^53: the quotients of equal fractions are equal.
            const auto real = [](std::size_t n) { return static_cast<double>(n); };
            const double gain =
                (real(step.cases) * real(all_.points) - real(all_.cases) * real(step.points)) /
                (real(step.points) * real(removed.points));
            if (!best || gain > best->gain) best = {step, gain};
        };
        for (std::size_t f = 0; f < points_.factors(); ++f) {
            if (points_.labels[f] == 0) {
                consider_ends(f, consider);
                continue;
            }
            for (std::size_t l = 0; l < points_.labels[f]; ++l)
                consider({Peeled::label, f, static_cast<double>(l)}, with_label_[f][l]);
        }
        return best;
    }

    template <class Consider>
    void consider_ends(std::size_t f, const Consider& consider)
    {
        const auto& order = sample_.order[f];
        while (first_[f] < order.size() && !inside_[order[first_[f]]])
            ++first_[f];
        while (last_[f] > 0 && !inside_[order[last_[f] - 1]])
            --last_[f];
        const auto wanted = std::max<std::size_t>(
            1, static_cast<std::size_t>(alpha_ * static_cast<double>(all_.points)));

        Count removed;
        auto at = first_[f];
        for (double value = 0; at < last_[f]; ++at) {
            if (removed.points >= wanted && sample_.value(f, at) != value) break;
            value = sample_.value(f, at);
            add(removed, order[at]);
        }
        if (at < last_[f])
            consider(
                {Peeled::below, f, limit_between(sample_.value(f, at - 1), sample_.value(f, at))},
                removed);

        removed = {};
        at = last_[f];
        for (double value = 0; at > first_[f]; --at) {
            if (removed.points >= wanted && sample_.value(f, at - 1) != value) break;
            value = sample_.value(f, at - 1);
            add(removed, order[at - 1]);
        }
        if (at > first_[f])
            consider(
                {Peeled::above, f, limit_between(sample_.value(f, at), sample_.value(f, at - 1))},
                removed);
    }

    void add(Count& count, std::size_t p) const
    {
        if (!inside_[p]) return;
        ++count.points;
        count.cases += cases_[p];
    }

    void remove(const PeelStep& step)
    {
        const auto f = step.factor;
        const auto out = [&](std::size_t p) {
            if (!inside_[p]) return;
            inside_[p] = 0;
            move(p, -1);
        };
        const auto& order = sample_.order[f];
        if (step.what == Peeled::below) {
            for (; sample_.value(f, first_[f]) <= step.limit; ++first_[f])
                out(order[first_[f]]);
        } else if (step.what == Peeled::above) {
            for (; sample_.value(f, last_[f] - 1) >= step.limit; --last_[f])
                out(order[last_[f] - 1]);
        } else {
            for (std::size_t p = 0; p < points_.size(); ++p) {
                if (points_.value(p, f) == step.limit) out(p);
            }
        }
    }

    const PrimSample& sample_;
    const PrimPoints& points_;
    const Flags& cases_;
    Flags inside_;
    double alpha_;
    Count least_;
    Count all_;
    std::vector<std::size_t> first_, last_;  ///< of each numeric factor: places in its order
    std::vector<std::vector<Count>> with_label_;
};

}  // namespace

std::vector<PeelStep> peel(const PrimSample& sample, const Flags& active, const Flags& cases,
                           double alpha, Count least)
{
    return Peeler(sample, active, cases, alpha, least).run();
}

std::vector<Range> ranges_after(const PrimPoints& points, std::span<const PeelStep> trajectory,
                                std::size_t steps)
{
    std::vector<Range> ranges(points.factors());
    for (std::size_t f = 0; f < points.factors(); ++f)
        ranges[f].allowed.assign(points.labels[f], 1);
    for (const auto& step : trajectory.subspan(0, steps + 1)) {
        auto& range = ranges[step.factor];
        if (step.what == Peeled::below) range.low = step.limit;
        if (step.what == Peeled::above) range.high = step.limit;
        if (step.what == Peeled::label) range.allowed[static_cast<std::size_t>(step.limit)] = 0;
    }
    return ranges;
}

Side side_of(const Range& range, double value)
{
    if (range.admits(value)) return Side::inside;
    if (!range.allowed.empty()) return Side::label;
    return value <= range.low ? Side::below : Side::above;
}

/// By which factors a point is outside: how many, but at most two, and the last of them.
struct Broken {
    std::size_t how_many = 0, factor = 0;
};
static Broken broken_by(const PrimPoints& points, const std::vector<Range>& ranges, std::size_t p)
{
    Broken broken;
    for (std::size_t f = 0; f < ranges.size() && broken.how_many < 2; ++f) {
        if (ranges[f].admits(points.value(p, f))) continue;
        ++broken.how_many;
        broken.factor = f;
    }
    return broken;
}

Inside count_inside(const PrimPoints& points, const Flags& active, const Flags& cases,
                    const std::vector<Range>& ranges)
{
    Inside inside{{}, std::vector<Inside::Near>(points.factors())};
    for (std::size_t p = 0; p < points.size(); ++p) {
        if (!active[p]) continue;
        const auto [how_many, f] = broken_by(points, ranges, p);
        if (how_many > 1) continue;
        auto& count = how_many == 0 ? inside.box
                      : side_of(ranges[f], points.value(p, f)) == Side::below
                          ? inside.near[f].below
                          : inside.near[f].beyond;
        ++count.points;
        count.cases += cases[p];
    }
    return inside;
}

namespace {

/// A slice that may be put back: where the range would end, and what it would bring.
struct Patch {
    std::size_t factor = 0;
    Range range;
    Count added;
};

/// \param near points outside by this factor on this side alone, the nearest first
Patch numeric_patch(const PrimSample& sample, const Flags& cases, std::size_t f, const Range& range,
                    const std::vector<std::uint32_t>& near, std::size_t wanted, bool below)
{
    Patch patch{f, range, {}};
    double value = 0;
    for (const auto p : near) {
        const double next = sample.points.value(p, f);
        if (patch.added.points >= wanted && next != value) break;
        value = next;
        ++patch.added.points;
        patch.added.cases += cases[p];
    }
    // The limit goes to the next value of the sample, whoever has it.
    const auto& order = sample.order[f];
    const auto by_value = [&](std::uint32_t p) { return sample.points.value(p, f); };
    if (below) {
        const auto end = std::partition_point(order.begin(), order.end(),
                                              [&](auto p) { return by_value(p) < value; });
        patch.range.low =
            end == order.begin() ? -endless : limit_between(by_value(*std::prev(end)), value);
    } else {
        const auto end = std::partition_point(order.begin(), order.end(),
                                              [&](auto p) { return by_value(p) <= value; });
        patch.range.high = end == order.end() ? endless : limit_between(by_value(*end), value);
    }
    return patch;
}

/// Every patch of a factor that is there. `outside`: points outside by this factor alone.
std::vector<Patch> patches_of(const PrimSample& sample, const Flags& cases, std::size_t f,
                              const Range& range, const std::vector<std::uint32_t>& outside,
                              std::size_t wanted)
{
    std::vector<Patch> patches;
    const auto& points = sample.points;
    if (points.labels[f] > 0) {
        std::vector<Count> with_label(points.labels[f]);
        for (const auto p : outside) {
            auto& count = with_label[static_cast<std::size_t>(points.value(p, f))];
            ++count.points;
            count.cases += cases[p];
        }
        for (std::size_t l = 0; l < with_label.size(); ++l) {
            if (with_label[l].points == 0) continue;
            patches.push_back({f, range, with_label[l]});
            patches.back().range.allowed[l] = 1;
        }
        return patches;
    }
    for (const bool below : {true, false}) {
        std::vector<std::uint32_t> near;
        for (const auto p : outside) {
            const double value = points.value(p, f);
            if (below ? value <= range.low : value >= range.high) near.push_back(p);
        }
        std::stable_sort(near.begin(), near.end(), [&](auto a, auto b) {
            return below ? points.value(a, f) > points.value(b, f)
                         : points.value(a, f) < points.value(b, f);
        });
        if (!near.empty())
            patches.push_back(numeric_patch(sample, cases, f, range, near, wanted, below));
    }
    return patches;
}

/// Is the share of cases of a slice at most one standard error below the box's? Squared, to stay
/// exact: (added/n - d)^2 <= d (1 - d) / n.
bool fits(const Count& added, const Count& box)
{
    const auto n = static_cast<double>(added.points), all = static_cast<double>(box.points);
    const double below =
        static_cast<double>(box.cases) * n - static_cast<double>(added.cases) * all;
    const auto rest = static_cast<double>(box.points - box.cases);
    return below <= 0 || below * below <= n * static_cast<double>(box.cases) * rest;
}

/// Is a's share of cases higher than b's, or the same of more points?
bool better(const Count& a, const Count& b)
{
    const auto left = static_cast<double>(a.cases) * static_cast<double>(b.points);
    const auto right = static_cast<double>(b.cases) * static_cast<double>(a.points);
    return left > right || (left == right && a.points > b.points);
}

}  // namespace

void paste_back(const PrimSample& sample, const Flags& active, const Flags& cases, double share,
                std::vector<Range>& ranges)
{
    const auto& points = sample.points;
    while (true) {
        Count box;
        std::vector<std::vector<std::uint32_t>> outside(points.factors());
        for (std::size_t p = 0; p < points.size(); ++p) {
            if (!active[p]) continue;
            const auto broken = broken_by(points, ranges, p);
            if (broken.how_many == 1)
                outside[broken.factor].push_back(static_cast<std::uint32_t>(p));
            if (broken.how_many > 0) continue;
            ++box.points;
            box.cases += cases[p];
        }
        const auto wanted = std::max<std::size_t>(
            5, static_cast<std::size_t>(share * static_cast<double>(box.points)));
        std::optional<Patch> best;
        for (std::size_t f = 0; f < points.factors(); ++f) {
            if (outside[f].empty()) continue;
            for (auto& patch : patches_of(sample, cases, f, ranges[f], outside[f], wanted)) {
                if (fits(patch.added, box) && (!best || better(patch.added, best->added)))
                    best = std::move(patch);
            }
        }
        if (!best) return;
        ranges[best->factor] = std::move(best->range);
    }
}

}  // namespace mgz::prim
