// SPDX-License-Identifier: EUPL-1.2
// P2 to P4 and the ranks of the named regions: shortage against distance from training.
#include <fmt/format.h>

#include <algorithm>

#include "sim/score/shortage.h"
#include "sim/score/training_distance.h"
#include "sim/study/patterns_sample.h"
#include "sim/study/statistics.h"

namespace mgz {

static double combined_gap(const Sample& sample, std::size_t time)
{
    return combined_shortage(sample.national_gap(time, Profession::gp),
                             sample.national_gap(time, Profession::so));
}

static PatternResult pairs_in_order(const Sample& sample, const std::vector<double>& bar,
                                    const std::vector<std::size_t>& near,
                                    const std::vector<std::size_t>& far)
{
    int in_order = 0;
    std::vector<std::string> wrong;
    for (const std::size_t n : near) {
        for (const std::size_t f : far) {
            if (bar[n] < bar[f]) {
                ++in_order;
            } else {
                wrong.push_back(fmt::format("{} {:.3f} - {} {:.3f}", sample.region_name(n), bar[n],
                                            sample.region_name(f), bar[f]));
            }
        }
    }
    const double share = in_order / static_cast<double>(near.size() * far.size());
    return sample.found("P2", share, wrong.empty() ? "" : "wrong way: " + some_of(wrong));
}

static void near_against_all(const Sample& sample, const std::vector<double>& bar,
                             const std::vector<std::size_t>& near, std::vector<PatternResult>& out)
{
    const double median = median_of(bar);
    double sum = 0;
    int better = 0;
    std::vector<std::string> worse;
    for (const std::size_t r : near) {
        sum += bar[r];
        better += bar[r] < median;
        if (!(bar[r] < median)) {
            worse.push_back(fmt::format("{} {:.3f}", sample.region_name(r), bar[r]));
        }
    }
    const double mean_near = sum / static_cast<double>(near.size());
    const double mean_all = mean_of(bar);
    if (mean_all > 0) {
        out.push_back(sample.found("P2b", mean_near / mean_all,
                                   fmt::format("near {:.3f}, all {:.3f}", mean_near, mean_all)));
    } else {
        out.push_back(sample.missing("P2b", "no region is short"));
    }
    out.push_back(
        sample.found("P2b-half", better,
                     fmt::format("median {:.3f}{}", median,
                                 worse.empty() ? "" : "; not below: " + some_of(worse, 7))));
}

static PatternResult gradient(const Sample& sample, std::size_t time, std::string_view id,
                              Profession p)
{
    const auto reason = sample.too_little_to_order(sample.national_gap(time, p));
    if (!reason.empty()) return sample.missing(id, reason);
    const auto distance =
        distance_to_training(sample.world, sample.scenario.need, p, sample.data.centres_open);
    if (distance.empty()) {
        return sample.missing(
            id, fmt::format("no centre without a parent is open in {}", sample.data.centres_open));
    }
    auto rho = sample.over_replicates([&](const History& history) {
        std::vector<double> s;
        for (std::size_t r = 0; r < distance.size(); ++r) {
            s.push_back(history.regions.at(time, r, p, Figure::shortage));
        }
        return spearman(s, distance);
    });
    if (id == "P4" && rho.mean < 0) rho = {-rho.mean, -rho.p95, -rho.p50, -rho.p05};
    std::vector<std::string> names;
    for (std::size_t r = 0; r < distance.size(); ++r)
        names.push_back(sample.region_name(r));
    return sample.found(id, rho,
                        worst_ranked(names, distance, sample.bar(time, p, Figure::shortage),
                                     "{:.0f} km", "{:.3f}"));
}

void measure_distance(const Sample& sample, std::size_t time, std::vector<PatternResult>& out)
{
    std::vector<std::string> absent;
    const auto near = sample.regions(sample.data.near, absent);
    const auto far = sample.regions(sample.data.far, absent);
    const auto reason = absent.empty() ? sample.too_little_to_order(combined_gap(sample, time))
                                       : "no region has the code " + some_of(absent);
    if (reason.empty()) {
        const auto bar = sample.bar_shortage(time);
        out.push_back(pairs_in_order(sample, bar, near, far));
        near_against_all(sample, bar, near, out);
    } else {
        for (const char* id : {"P2", "P2b", "P2b-half"})
            out.push_back(sample.missing(id, reason));
    }
    out.push_back(gradient(sample, time, "P3-huisarts", Profession::gp));
    out.push_back(gradient(sample, time, "P3-so", Profession::so));
    out.push_back(gradient(sample, time, "P4", Profession::avg));
}

/// 1 is the most short; equals share the mean of their ranks.
static double rank_of(const std::vector<double>& s, std::size_t r)
{
    return static_cast<double>(s.size() + 1) - average_ranks(s)[r];
}

void measure_ranks(const Sample& sample, std::size_t time, std::vector<PatternResult>& out)
{
    const auto reason = sample.too_little_to_order(combined_gap(sample, time));
    const auto bar = sample.bar_shortage(time);
    std::vector<std::string> absent;
    const auto always = sample.regions(sample.data.always_ranked, absent);
    const auto add = [&](const std::vector<std::string>& codes, std::string_view which) {
        for (const std::size_t r : sample.regions(codes, absent)) {
            if (!reason.empty() && std::find(always.begin(), always.end(), r) == always.end()) {
                continue;
            }
            const auto& region = sample.world.regions[RegionId::at(r)];
            auto result = sample.blank(fmt::format("rank-{}", region.code));
            result.group = "ranks";
            result.what = fmt::format("{} ({}), 1 = most short", region.name, which);
            const auto each = sample.over_replicates(
                [&](const History& h) { return rank_of(sample.shortage(h, time), r); });
            result.value = rank_of(bar, r);
            result.note = fmt::format("of {}; bar S {:.3f}; per replicate {:.1f} to {:.1f}",
                                      bar.size(), bar[r], each.p05, each.p95);
            out.push_back(std::move(result));
        }
    };
    add(sample.data.near, "near");
    add(sample.data.far, "far");
}

}  // namespace mgz
