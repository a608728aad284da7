// SPDX-License-Identifier: EUPL-1.2
#include "tools/run_command.h"

#include <omp.h>

#include "sim/output/outputs.h"
#include "tools/data_folder.h"
#include "tools/memory_check.h"
#include "tools/report_command.h"
#include "tools/run_plan_text.h"
#include "tools/run_work.h"
#include "tools/stopwatch.h"

namespace mgz::cli {

static RunFacts facts_of(const RunArguments& arguments, const LoadedScenario& loaded)
{
    RunFacts facts;
    facts.seed = arguments.seed;
    facts.origins = loaded.origins;
    facts.scenario_files = loaded.files;
    facts.inputs = hash_inputs(loaded.scenario);
    facts.attribution = attribution_of(loaded.origins);
    facts.command = arguments.command;
    facts.threads = omp_get_max_threads();
    return facts;
}

static OutputFolder open_output(const RunArguments& arguments, const RunFacts& facts)
{
    std::vector<std::string> keep = facts.scenario_files;
    for (const InputFile& input : facts.inputs)
        keep.push_back(input.path);
    return OutputFolder(arguments.out, arguments.force ? Existing::replace : Existing::refuse,
                        keep);
}

static int run_dry(const RunArguments& arguments, const LoadedScenario& loaded)
{
    Stopwatch watch;
    InputReport report;
    const World world = read_world(loaded.scenario, report);
    check_output_cells(world, loaded.scenario);
    check_memory_of_run(world, loaded.scenario, arguments.replicates,
                        threads_for(arguments.replicates));
    show_run_plan(arguments, loaded, world, watch.lap());
    return 0;
}

int run(const RunArguments& arguments)
{
    if (arguments.threads > 0) omp_set_num_threads(arguments.threads);
    const LoadedScenario loaded = load(arguments.which);
    const Scenario& scenario = loaded.scenario;
    check_output_years(scenario);
    if (arguments.dry_run) return run_dry(arguments, loaded);

    const auto page_template = report_template();
    RunFacts facts = facts_of(arguments, loaded);
    OutputFolder out = open_output(arguments, facts);
    const RunWork work = simulate_into(scenario, arguments.replicates, facts, out);
    write_report(out, page_template,
                 arguments.language == Language::dutch ? report::PageLanguage::dutch
                                                       : report::PageLanguage::english);
    out.publish();
    show_run_result(arguments, work.world, scenario, work.ensemble);
    return 0;
}

}  // namespace mgz::cli
