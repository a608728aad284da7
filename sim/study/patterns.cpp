// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/patterns.h"

#include <algorithm>

#include "sim/study/patterns_sample.h"
#include "sim/study/replicates.h"

namespace mgz {

RecordPlan pattern_plan(const Scenario& scenario, const PatternData& data)
{
    auto plan = RecordPlan::yearly(scenario);
    const auto add = [&](Quarter q) {
        if (q.year() >= scenario.from && q.year() <= scenario.to) plan.quarters.push_back(q);
    };
    add(data.quarter);
    add(data.later_quarter);
    add(data.provinces.at);
    add(data.successions_from);
    add(data.successions_to);
    for (const auto& target : data.national) {
        add(target.at);
    }
    std::sort(plan.quarters.begin(), plan.quarters.end());
    plan.quarters.erase(std::unique(plan.quarters.begin(), plan.quarters.end()),
                        plan.quarters.end());
    plan.employer_quarters.clear();
    if (data.quarter.year() <= scenario.to) plan.employer_quarters = {data.quarter};
    return plan;
}

/// Patterns that do not ask for data.quarter.
static bool has_own_time(const PatternKind& kind)
{
    return kind.group == "H1" || kind.group == "P10" || kind.group == "P13";
}

std::vector<PatternResult> measure_patterns(const World& world, const Scenario& scenario,
                                            const PatternData& data,
                                            std::span<const History> histories)
{
    expects(!histories.empty());
    const Sample sample(world, scenario, data, histories);
    std::vector<PatternResult> out;
    measure_national(sample, out);
    if (const auto time = sample.time(data.quarter)) {
        measure_classes(sample, *time, out);
        measure_distance(sample, *time, out);
        measure_employers(sample, out);
        measure_bottlenecks(sample, *time, out);
        measure_successions(sample, out);
        measure_cooperation(sample, *time, out);
        measure_programme(sample, out);
        measure_placements(sample, *time, out);
        measure_funding(sample, *time, out);
        measure_density(sample, *time, out);
        measure_provinces(sample, out);
        measure_areas(sample, *time, out);
        measure_young(sample, *time, out);
        measure_ranks(sample, *time, out);
        return out;
    }
    for (const auto& kind : pattern_kinds()) {
        if (has_own_time(kind) || kind.id.ends_with("-margin")) continue;
        out.push_back(sample.missing(kind.id, sample.not_recorded(data.quarter)));
    }
    measure_successions(sample, out);
    measure_programme(sample, out);
    measure_provinces(sample, out);
    return out;
}

ValidationReport validate(const World& world, const Scenario& scenario, const PatternData& data,
                          const ValidationOptions& options)
{
    const Groundwork groundwork(world, scenario);
    const auto histories =
        run_replicates(groundwork, pattern_plan(scenario, data),
                       {options.replicates, options.seed, options.threads, options.progress});
    return {scenario.title, measure_patterns(world, scenario, data, histories),
            measure_books(histories)};
}

const PatternResult* find_pattern(std::span<const PatternResult> patterns, std::string_view id)
{
    const auto found = std::find_if(patterns.begin(), patterns.end(),
                                    [&](const PatternResult& p) { return p.id == id; });
    return found == patterns.end() ? nullptr : &*found;
}

int exit_status(std::span<const PatternResult> patterns)
{
    bool judged = false;
    for (const auto& p : patterns) {
        if (!p.pass || (p.use != PatternUse::fit && p.use != PatternUse::check)) continue;
        judged = true;
        if (!*p.pass) return 1;
    }
    return judged ? 0 : 1;
}

}  // namespace mgz
