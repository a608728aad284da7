// SPDX-License-Identifier: EUPL-1.2
#include "tools/run_work.h"

#include <fmt/format.h>
#include <omp.h>

#include <algorithm>

#include "sim/output/outputs.h"
#include "sim/study/replicates.h"
#include "tools/loading.h"
#include "tools/log.h"
#include "tools/progress.h"
#include "tools/run_plan_text.h"
#include "tools/stopwatch.h"

namespace mgz::cli {

static std::vector<History> simulate_all(const Groundwork& groundwork, const RecordPlan& plan,
                                         int replicates, std::uint32_t seed)
{
    Progress bar("replicates", replicates);
    ReplicateOptions options;
    options.replicates = replicates;
    options.seed = seed;
    options.threads = std::min(omp_get_max_threads(), replicates);
    options.progress = [&bar](int done) { bar.show(done); };
    return run_replicates(groundwork, plan, options);
}

RunWork simulate_into(const Scenario& scenario, int replicates, RunFacts& facts, OutputFolder& out)
{
    Stopwatch watch;
    const auto end_phase = [&](const char* name) {
        facts.phases.emplace_back(name, watch.lap());
        log_info(fmt::format("{}: {:.2f} s", name, facts.phases.back().second));
    };
    InputReport report;
    RunWork work;
    work.world = read_world(scenario, report);
    check_output_cells(work.world, scenario);
    check_memory(work.world, scenario, replicates);
    end_phase("inputs");

    const Groundwork groundwork(work.world, scenario);
    end_phase("groundwork");

    const auto plan = RecordPlan::yearly(scenario);
    const auto histories = simulate_all(groundwork, plan, replicates, facts.seed);
    end_phase("simulation");

    work.ensemble = summarise(histories);
    end_phase("summary");

    write_outputs(work.world, scenario, work.ensemble, facts, out);
    end_phase("output");
    return work;
}

}  // namespace mgz::cli
