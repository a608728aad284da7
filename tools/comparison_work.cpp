// SPDX-License-Identifier: EUPL-1.2
#include "tools/comparison_work.h"

#include <fmt/format.h>
#include <omp.h>

#include <algorithm>
#include <optional>

#include "sim/output/compare_outputs.h"
#include "tools/loading.h"
#include "tools/log.h"
#include "tools/progress.h"

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
    ReplicateOptions options;
    options.replicates = replicates;
    options.seed = seed;
    options.threads = std::min(omp_get_max_threads(), replicates);
    options.progress = [&bar](int done) { bar.show(done); };
    return compare(compared, options, year);
}

ComparisonWork::ComparisonWork(const CompareFacts& facts)
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
}

Comparison ComparisonWork::simulate_into(int replicates, CompareFacts& facts, OutputFolder& out)
{
    const auto end_phase = [&](const char* name) {
        facts.phases.emplace_back(name, watch_.lap());
        log_info(fmt::format("{}: {:.2f} s", name, facts.phases.back().second));
    };
    end_phase("inputs");
    const LoadedScenario& reference = facts.scenarios.front().loaded;
    const Comparison comparison =
        compare_all(compared_, replicates, facts.seed, chosen_year(reference));
    end_phase("simulation");
    write_comparison(worlds_.front(), reference.scenario, comparison, facts, out);
    end_phase("output");
    return comparison;
}

}  // namespace mgz::cli
