// SPDX-License-Identifier: EUPL-1.2
#include "tools/compare_command.h"

#include <omp.h>

#include "sim/output/outputs.h"
#include "sim/study/compare.h"
#include "tools/compare_result_text.h"
#include "tools/comparison_work.h"
#include "tools/data_folder.h"
#include "tools/loading.h"
#include "tools/report_command.h"

namespace mgz::cli {

static CompareFacts facts_of(const CompareArguments& arguments)
{
    CompareFacts facts;
    facts.seed = arguments.seed;
    facts.command = arguments.command;
    facts.threads = omp_get_max_threads();
    const auto names = comparison_names(arguments.scenarios);
    for (std::size_t i = 0; i < names.size(); ++i) {
        ComparedScenario scenario;
        scenario.name = names[i];
        scenario.loaded =
            load({arguments.scenarios[i], arguments.settings, arguments.from, arguments.to});
        scenario.inputs = hash_inputs(scenario.loaded.scenario);
        scenario.attribution = attribution_of(scenario.loaded.origins);
        facts.scenarios.push_back(std::move(scenario));
    }
    return facts;
}

static OutputFolder open_output(const CompareArguments& arguments, const CompareFacts& facts)
{
    std::vector<std::string> keep;
    for (const ComparedScenario& scenario : facts.scenarios) {
        keep.insert(keep.end(), scenario.loaded.files.begin(), scenario.loaded.files.end());
        for (const InputFile& input : scenario.inputs)
            keep.push_back(input.path);
    }
    return OutputFolder(arguments.out, arguments.force ? Existing::replace : Existing::refuse,
                        keep);
}

int compare_scenarios(const CompareArguments& arguments)
{
    if (arguments.threads > 0) omp_set_num_threads(arguments.threads);
    CompareFacts facts = facts_of(arguments);
    const Scenario& reference = facts.scenarios.front().loaded.scenario;
    check_output_years(reference);
    ComparisonWork work(facts, arguments.replicates);
    if (arguments.dry_run) {
        show_compare_plan(arguments, facts, work.memory());
        return 0;
    }
    const auto page_template = report_template();
    OutputFolder out = open_output(arguments, facts);
    const Comparison comparison = work.simulate_into(facts, out);
    write_report(out, page_template, arguments.language);
    out.publish();
    show_compare_result(arguments, work.world(), comparison);
    return 0;
}

}  // namespace mgz::cli
