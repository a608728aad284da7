// SPDX-License-Identifier: EUPL-1.2
#include "tools/run_work.h"

#include <fmt/format.h>
#include <omp.h>

#include <algorithm>

#include "sim/output/outputs.h"
#include "tools/loading.h"
#include "tools/log.h"
#include "tools/memory_check.h"

namespace mgz::cli {

void end_phase(const char* name, Stopwatch& watch,
               std::vector<std::pair<std::string, double>>& phases)
{
    phases.emplace_back(name, watch.lap());
    log_info(fmt::format("{}: {:.2f} s", name, phases.back().second));
}

int threads_for(int replicates)
{
    return std::min(omp_get_max_threads(), replicates);
}

ReplicateOptions replicate_options(int replicates, std::uint32_t seed, Progress& bar)
{
    ReplicateOptions options;
    options.replicates = replicates;
    options.seed = seed;
    options.threads = threads_for(replicates);
    options.progress = [&bar](int done) { bar.show(done); };
    return options;
}

static std::vector<History> simulate_all(const Groundwork& groundwork, const RecordPlan& plan,
                                         int replicates, std::uint32_t seed)
{
    Progress bar("replicates", replicates);
    return run_replicates(groundwork, plan, replicate_options(replicates, seed, bar));
}

RunWork simulate_into(const Scenario& scenario, int replicates, RunFacts& facts, OutputFolder& out)
{
    Stopwatch watch;
    const auto end = [&](const char* name) { end_phase(name, watch, facts.phases); };
    InputReport report;
    RunWork work;
    work.world = read_world(scenario, report);
    check_output_cells(work.world, scenario);
    check_memory_of_run(work.world, scenario, replicates, threads_for(replicates));
    end("inputs");

    const Groundwork groundwork(work.world, scenario);
    end("groundwork");

    const auto plan = RecordPlan::yearly(scenario);
    const auto histories = simulate_all(groundwork, plan, replicates, facts.seed);
    end("simulation");

    work.ensemble = summarise(histories);
    end("summary");

    write_outputs(work.world, scenario, work.ensemble, facts, out);
    end("output");
    return work;
}

}  // namespace mgz::cli
