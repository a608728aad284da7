// SPDX-License-Identifier: EUPL-1.2
#include "tools/comparison_work.h"

#include <optional>

#include "sim/output/compare_outputs.h"
#include "tools/loading.h"
#include "tools/memory_check.h"
#include "tools/run_work.h"

namespace mgz::cli {

/// The year of maps that somebody chose. The default suits a map of how things are; effects of a
/// policy show in the last year.
static std::optional<int> chosen_year(const LoadedScenario& reference)
{
    if (reference.origins.at("output.map_year") == "default") return std::nullopt;
    return reference.scenario.output.map_year;
}

static Comparison compare_all(const std::vector<Compared>& compared, int replicates,
                              std::uint32_t seed, std::optional<int> year)
{
    Progress bar("replicates", replicates);
    return compare(compared, replicate_options(replicates, seed, bar), year);
}

ComparisonWork::ComparisonWork(const CompareFacts& facts, int replicates) : replicates_(replicates)
{
    for (const ComparedScenario& scenario : facts.scenarios) {
        InputReport report;
        worlds_.push_back(read_world(scenario.loaded.scenario, report));
        grounds_.emplace_back(worlds_.back(), scenario.loaded.scenario);
        compared_.push_back({scenario.name, &grounds_.back()});
    }
    check_comparable(compared_);
    check_comparison_cells(worlds_.front(), facts.scenarios.front().loaded.scenario,
                           facts.scenarios.size() - 1);
    check_memory_of_comparison(compared_, replicates, threads_for(replicates));
}

double ComparisonWork::memory() const
{
    return memory_of_comparison(compared_, replicates_, threads_for(replicates_));
}

Comparison ComparisonWork::simulate_into(CompareFacts& facts, OutputFolder& out)
{
    const auto end = [&](const char* name) { end_phase(name, watch_, facts.phases); };
    end("inputs");
    const LoadedScenario& reference = facts.scenarios.front().loaded;
    const Comparison comparison =
        compare_all(compared_, replicates_, facts.seed, chosen_year(reference));
    end("simulation");
    write_comparison(worlds_.front(), reference.scenario, comparison, facts, out);
    end("output");
    return comparison;
}

}  // namespace mgz::cli
