// SPDX-License-Identifier: EUPL-1.2
// P6 to P10: bottlenecks inside regions, and how many regions would mention them.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "sim/score/shortage.h"
#include "sim/study/patterns_sample.h"
#include "sim/study/statistics.h"

namespace mgz {

static std::vector<bool> over(const std::vector<double>& bar, double cut)
{
    std::vector<bool> mentioned;
    for (const double v : bar)
        mentioned.push_back(v > cut);
    return mentioned;
}

static double count(const std::vector<bool>& mentioned)
{
    return static_cast<double>(std::count(mentioned.begin(), mentioned.end(), true));
}

/// The regions with the largest values.
static std::string largest(const Sample& sample, const std::vector<double>& bar)
{
    std::vector<std::size_t> order(bar.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return bar[a] > bar[b]; });
    std::vector<std::string> items;
    for (const std::size_t r : order)
        items.push_back(fmt::format("{} {:.3f}", sample.region_name(r), bar[r]));
    return some_of(items, 3);
}

/// Regions whose mean over replicates exceeds the cut.
template <class F>
static std::vector<bool> count_mentions(const Sample& sample, std::size_t time, std::string_view id,
                                        F value_of, double cut, std::vector<PatternResult>& out)
{
    const auto bar = sample.bar_of(time, value_of);
    const auto each =
        sample.count_regions(time, [&](const Reading& r) { return value_of(r) > cut; });
    auto mentioned = over(bar, cut);
    out.push_back(sample.found(
        id, count(mentioned),
        fmt::format("over {:.2f}; per replicate {:.1f} ({:.0f} to {:.0f}); mean {:.3f}, median "
                    "{:.3f}; {}",
                    cut, each.mean, each.p05, each.p95, mean_of(bar), median_of(bar),
                    largest(sample, bar))));
    return mentioned;
}

static PatternResult share_also_in(const Sample& sample, const std::vector<bool>& these,
                                   const std::vector<bool>& others)
{
    double both = 0;
    for (std::size_t r = 0; r < these.size(); ++r)
        both += these[r] && others[r] ? 1 : 0;
    if (count(these) == 0) return sample.missing("P7b", "no region is in P6");
    return sample.found("P7b", both / count(these),
                        fmt::format("{:.0f} of {:.0f}", both, count(these)));
}

static PatternResult pushed_where_short(const Sample& sample, std::size_t time)
{
    const double gap = combined_shortage(sample.national_gap(time, Profession::gp),
                                         sample.national_gap(time, Profession::so));
    const auto reason = sample.too_little_to_order(gap);
    if (!reason.empty()) return sample.missing("P9-rank", reason);
    const auto rho = sample.over_replicates([&](const History& h) {
        std::vector<double> pushed;
        for (std::size_t r = 0; r < sample.world.regions.size(); ++r)
            pushed.push_back(sample.reading(h, time, r).care(RegionFigure::pushed));
        return spearman(pushed, sample.shortage(h, time));
    });
    return sample.found("P9-rank", rho);
}

void measure_bottlenecks(const Sample& sample, std::size_t time, std::vector<PatternResult>& out)
{
    const auto& cuts = sample.data.instrument;
    const auto outside = count_mentions(sample, time, "P6", outside_missed, cuts.salience, out);
    const auto small = count_mentions(sample, time, "P7", small_homes_missed, cuts.salience, out);
    out.push_back(share_also_in(sample, outside, small));
    count_mentions(
        sample, time, "P8", [](const Reading& r) { return r.care(RegionFigure::thin_duty); },
        cuts.thin_duty, out);
    count_mentions(
        sample, time, "P9", [](const Reading& r) { return r.care(RegionFigure::pushed); },
        cuts.pushed, out);
    out.push_back(pushed_where_short(sample, time));
}

void measure_successions(const Sample& sample, std::vector<PatternResult>& out)
{
    const auto from = sample.time(sample.data.successions_from);
    const auto to = sample.time(sample.data.successions_to);
    if (!from || !to) {
        out.push_back(sample.missing(
            "P10",
            sample.not_recorded(from ? sample.data.successions_to : sample.data.successions_from)));
        return;
    }
    // Replicates are pooled: a region has too few successions for a share of its own in each.
    double failing = 0, filled = 0, all = 0;
    std::vector<std::string> others;
    for (std::size_t r = 0; r < sample.world.regions.size(); ++r) {
        Successions sum;
        for (const auto& h : sample.histories) {
            const auto here =
                successions_between(sample.reading(h, *from, r), sample.reading(h, *to, r));
            sum.filled += here.filled;
            sum.failed += here.failed;
        }
        filled += sum.filled;
        all += sum.filled + sum.failed;
        const auto share = sum.share_filled();
        if (share && *share < sample.data.instrument.succession) {
            failing += 1;
        } else {
            others.push_back(share ? fmt::format("{} {:.2f}", sample.region_name(r), *share)
                                   : sample.region_name(r) + " had none");
        }
    }
    if (!(all > 0)) {
        out.push_back(sample.missing("P10", "no owner left"));
        return;
    }
    out.push_back(sample.found("P10", failing,
                               fmt::format("country {:.3f} of {:.0f} a replicate{}", filled / all,
                                           all / static_cast<double>(sample.histories.size()),
                                           others.empty() ? "" : "; not: " + some_of(others))));
}

}  // namespace mgz
