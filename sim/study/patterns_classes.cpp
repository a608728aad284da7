// SPDX-License-Identifier: EUPL-1.2
// P1: how many regions have no shortage yet, feel it, or are in acute shortage.
#include <fmt/format.h>

#include <algorithm>

#include "sim/score/shortage.h"
#include "sim/study/patterns_sample.h"
#include "sim/study/statistics.h"

namespace mgz {

static double count_class(const std::vector<double>& s, ShortageClass wanted)
{
    return static_cast<double>(std::count_if(
        s.begin(), s.end(), [&](double shortage) { return class_of(shortage) == wanted; }));
}

static void count_classes(const Sample& sample, std::size_t time, const std::vector<double>& bar,
                          std::vector<PatternResult>& out)
{
    for (const ShortageClass c :
         {ShortageClass::expected, ShortageClass::felt, ShortageClass::acute}) {
        const auto each = sample.over_replicates(
            [&](const History& h) { return count_class(sample.shortage(h, time), c); });
        out.push_back(sample.found(
            fmt::format("P1-{}", shortage_class_names[static_cast<std::size_t>(c)]),
            count_class(bar, c),
            fmt::format("per replicate {:.1f} ({:.0f} to {:.0f}); bar S lowest {:.3f}, median "
                        "{:.3f}, highest {:.3f}",
                        each.mean, each.p05, each.p95, *std::min_element(bar.begin(), bar.end()),
                        median_of(bar), *std::max_element(bar.begin(), bar.end()))));
    }
}

static PatternResult count_misplaced(const Sample& sample, std::string_view id,
                                     const std::vector<double>& bar,
                                     const std::vector<std::string>& codes, ShortageClass wrong)
{
    std::vector<std::string> absent;
    const auto places = sample.regions(codes, absent);
    if (!absent.empty()) {
        return sample.missing(id, "no region has the code " + some_of(absent));
    }
    std::vector<std::string> misplaced;
    for (const std::size_t r : places) {
        if (class_of(bar[r]) != wrong) continue;
        misplaced.push_back(fmt::format("{} {:.3f}", sample.region_name(r), bar[r]));
    }
    return sample.found(id, static_cast<double>(misplaced.size()), some_of(misplaced, 7));
}

static PatternResult count_growing(const Sample& sample, const std::vector<double>& bar)
{
    const auto later = sample.time(sample.data.later_quarter);
    if (!later) return sample.missing("P1c", sample.not_recorded(sample.data.later_quarter));
    const auto then = sample.bar_shortage(*later);
    std::vector<std::string> others;
    for (std::size_t r = 0; r < bar.size(); ++r) {
        if (then[r] > bar[r]) continue;
        others.push_back(
            fmt::format("{} {:.3f} to {:.3f}", sample.region_name(r), bar[r], then[r]));
    }
    return sample.found("P1c", static_cast<double>(bar.size() - others.size()),
                        others.empty() ? "" : "not: " + some_of(others));
}

void measure_classes(const Sample& sample, std::size_t time, std::vector<PatternResult>& out)
{
    const auto bar = sample.bar_shortage(time);
    count_classes(sample, time, bar, out);
    out.push_back(
        count_misplaced(sample, "P1b-far", bar, sample.data.far, ShortageClass::expected));
    out.push_back(count_misplaced(sample, "P1b-near", bar, sample.data.near, ShortageClass::acute));
    out.push_back(count_growing(sample, bar));
}

}  // namespace mgz
