// SPDX-License-Identifier: EUPL-1.2
#include "tools/sensitivity_command.h"

#include <fmt/format.h>
#include <omp.h>

#include "sim/sensitivity/excess.h"
#include "sim/sensitivity/futures.h"
#include "sim/sweep/load_table.h"
#include "tools/data_folder.h"
#include "tools/loading.h"
#include "tools/log.h"
#include "tools/sensitivity_result_text.h"
#include "tools/stopwatch.h"
#include "tools/sweep_shards.h"

namespace mgz::cli {

static SensitivityFacts facts_of(const SensitivityArguments& arguments, const SweepPlan& plan)
{
    const LoadedScenario& base = plan.bases.front().loaded;
    SensitivityFacts facts;
    facts.study_id = plan.id;
    facts.conditions = plan.conditions;
    facts.bootstrap.resamples = arguments.resamples;
    facts.run.seed = plan.study.seed;
    facts.run.origins = base.origins;
    facts.run.scenario_files = base.files;
    facts.run.inputs = hash_inputs(base.scenario);
    facts.run.attribution = attribution_of(base.origins);
    facts.run.command = arguments.command;
    facts.run.threads = omp_get_max_threads();
    return facts;
}

/// What may not be replaced: the sweep itself and what its world is read from.
static std::vector<std::string> files_to_keep(const SweepPlan& plan, const SensitivityFacts& facts)
{
    std::vector<std::string> keep{plan.folder + "/plan.json", plan.folder + "/plan.csv"};
    for (const InputFile& input : facts.run.inputs)
        keep.push_back(input.path);
    return keep;
}

int analyse_sweep(const SensitivityArguments& arguments)
{
    if (arguments.threads > 0) omp_set_num_threads(arguments.threads);
    Stopwatch watch;
    const SweepPlan plan = read_plan(arguments.folder, data_folder(), PlanUse::read);
    SensitivityFacts facts = facts_of(arguments, plan);
    OutputFolder out(arguments.out, arguments.force ? Existing::replace : Existing::refuse,
                     files_to_keep(plan, facts));
    const auto end_phase = [&](const char* name) {
        facts.run.phases.emplace_back(name, watch.lap());
        log_info(fmt::format("{}: {:.2f} s", name, facts.run.phases.back().second));
    };
    const SweepTable table =
        with_excess(load_sweep_table(plan, read_shards(plan), arguments.allow_missing));
    InputReport report;
    const World world = read_world(plan.bases.front().loaded.scenario, report);
    end_phase("inputs");
    const Findings findings = analyse(table, facts.bootstrap);
    const SensitivityExtra extra = futures_extra(table, omp_get_max_threads());
    end_phase("analysis");
    write_sensitivity(world, table, findings, facts, extra, out);
    out.publish();
    end_phase("output");
    show_sensitivity(arguments, table, findings);
    return 0;
}

}  // namespace mgz::cli
