// SPDX-License-Identifier: EUPL-1.2
// P5: within regions, large institutions are staffed while small ones nearby are not.
#include <fmt/format.h>

#include <algorithm>

#include "sim/core/elementary.h"
#include "sim/study/patterns_sample.h"
#include "sim/study/statistics.h"

namespace mgz {

namespace {

/// The employers of one region that are large enough to employ, largest first.
struct RegionEmployers {
    std::size_t region = 0;
    std::vector<std::size_t> employers;
};

double pooled(const EmployerSnapshot& shot, std::span<const std::size_t> employers)
{
    double fte = 0, need = 0;
    for (const std::size_t e : employers) {
        fte += static_cast<double>(shot.delivered[e]);
        need += static_cast<double>(shot.need[e]);
    }
    return fte / need;
}

/// FTE over need of the largest quarter of the employers less that of the smallest.
double large_less_small(const EmployerSnapshot& shot, const std::vector<std::size_t>& employers)
{
    const auto quarter = employers.size() / 4;
    const std::span all(employers);
    return pooled(shot, all.first(quarter)) - pooled(shot, all.last(quarter));
}

}  // namespace

/// Regions with enough such employers, by need as a mean over replicates.
static std::vector<RegionEmployers> qualifying(const Sample& sample, std::size_t time)
{
    const auto& rule = sample.data.employers;
    const auto& employers = sample.world.employers;
    std::vector<double> need(employers.size(), 0.0);
    for (const auto& history : sample.histories) {
        for (std::size_t e = 0; e < need.size(); ++e) {
            need[e] += static_cast<double>(history.employers[time].need[e]);
        }
    }
    for (double& n : need)
        n /= static_cast<double>(sample.histories.size());

    std::vector<RegionEmployers> regions(sample.world.regions.size());
    for (const EmployerId id : employers.ids()) {
        const auto& employer = employers[id];
        if (profession_of(employer.kind) != rule.profession) continue;
        if (!(need[id.index()] >= rule.least_fte)) continue;
        regions[employer.region.index()].employers.push_back(id.index());
    }
    std::vector<RegionEmployers> enough;
    for (std::size_t r = 0; r < regions.size(); ++r) {
        auto& list = regions[r].employers;
        if (static_cast<int>(list.size()) < rule.least_count) continue;
        std::stable_sort(list.begin(), list.end(),
                         [&](std::size_t a, std::size_t b) { return need[a] > need[b]; });
        enough.push_back({r, std::move(list)});
    }
    return enough;
}

static PatternResult regions_with_difference(const Sample& sample, std::size_t time,
                                             const std::vector<RegionEmployers>& regions)
{
    int large = 0;
    std::vector<std::string> others;
    std::vector<double> differences;
    for (const auto& region : regions) {
        const double mean = sample
                                .over_replicates([&](const History& h) {
                                    return large_less_small(h.employers[time], region.employers);
                                })
                                .mean;
        differences.push_back(mean);
        if (mean >= sample.data.employers.difference) {
            ++large;
        } else {
            others.push_back(fmt::format("{} {:.3f}", sample.region_name(region.region), mean));
        }
    }
    return sample.found(
        "P5", large / static_cast<double>(regions.size()),
        fmt::format("{} of {} regions; median difference {:.3f}{}", large, regions.size(),
                    median_of(differences), others.empty() ? "" : "; not: " + some_of(others)));
}

static PatternResult slope_on_size(const Sample& sample, std::size_t time,
                                   const std::vector<RegionEmployers>& regions)
{
    std::size_t count = 0;
    for (const auto& region : regions)
        count += region.employers.size();
    const auto slope = sample.over_replicates([&](const History& h) {
        const auto& shot = h.employers[time];
        std::vector<GroupPoints> groups;
        for (const auto& region : regions) {
            GroupPoints points;
            for (const std::size_t e : region.employers) {
                const auto need = static_cast<double>(shot.need[e]);
                if (!(need > 0)) continue;
                points.x.push_back(log_of(need));
                points.y.push_back(static_cast<double>(shot.delivered[e]) / need);
            }
            groups.push_back(std::move(points));
        }
        return slope_within(groups);
    });
    return sample.found("P5-slope", slope,
                        fmt::format("{} employers in {} regions", count, regions.size()));
}

void measure_employers(const Sample& sample, std::vector<PatternResult>& out)
{
    const auto& quarters = sample.histories.front().plan.employer_quarters;
    const auto at = std::find(quarters.begin(), quarters.end(), sample.data.quarter);
    const auto time = static_cast<std::size_t>(at - quarters.begin());
    std::vector<RegionEmployers> regions;
    if (at != quarters.end()) regions = qualifying(sample, time);
    if (regions.empty()) {
        const auto reason =
            at == quarters.end()
                ? sample.not_recorded(sample.data.quarter)
                : fmt::format("no region has {} employers that need {} FTE",
                              sample.data.employers.least_count, sample.data.employers.least_fte);
        for (const char* id : {"P5", "P5-slope"})
            out.push_back(sample.missing(id, reason));
        return;
    }
    out.push_back(regions_with_difference(sample, time, regions));
    out.push_back(slope_on_size(sample, time, regions));
}

}  // namespace mgz
