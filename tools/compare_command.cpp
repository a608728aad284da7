// SPDX-License-Identifier: EUPL-1.2
#include "tools/compare_command.h"

#include <fmt/format.h>
#include <omp.h>

#include <algorithm>
#include <deque>

#include "sim/output/compare_outputs.h"
#include "sim/output/outputs.h"
#include "sim/study/branching.h"
#include "sim/study/compare.h"
#include "tools/compare_result_text.h"
#include "tools/data_folder.h"
#include "tools/loading.h"
#include "tools/log.h"
#include "tools/progress.h"
#include "tools/report_command.h"
#include "tools/stopwatch.h"

namespace mgz::cli {

namespace {

/// Scenarios, their worlds and what is worked out from them; nothing moves once it is here.
struct Futures {
    std::deque<World> worlds;
    std::deque<Groundwork> grounds;
    std::vector<Compared> compared;
};

}  // namespace

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

static void prepare(const CompareFacts& facts, Futures& futures)
{
    for (const ComparedScenario& scenario : facts.scenarios) {
        InputReport report;
        futures.worlds.push_back(read_world(scenario.loaded.scenario, report));
        futures.grounds.emplace_back(futures.worlds.back(), scenario.loaded.scenario);
        futures.compared.push_back({scenario.name, &futures.grounds.back()});
    }
    check_comparable(futures.compared);
    check_comparison_cells(futures.worlds.front(), facts.scenarios.front().loaded.scenario,
                           facts.scenarios.size() - 1);
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

/// The year of maps that somebody chose. The default suits a map of how things are; effects of a
/// policy show in the last year.
static std::optional<int> chosen_year(const LoadedScenario& reference)
{
    if (reference.origins.at("output.map_year") == "default") return std::nullopt;
    return reference.scenario.output.map_year;
}

static Comparison compare_all(const Futures& futures, const CompareArguments& arguments,
                              std::optional<int> year)
{
    Progress bar("replicates", arguments.replicates);
    ReplicateOptions options;
    options.replicates = arguments.replicates;
    options.seed = arguments.seed;
    options.threads = std::min(omp_get_max_threads(), arguments.replicates);
    options.progress = [&bar](int done) { bar.show(done); };
    return compare(futures.compared, options, year);
}

int compare_scenarios(const CompareArguments& arguments)
{
    if (arguments.threads > 0) omp_set_num_threads(arguments.threads);
    Stopwatch watch;
    CompareFacts facts = facts_of(arguments);
    const Scenario& reference = facts.scenarios.front().loaded.scenario;
    check_output_years(reference);
    Futures futures;
    prepare(facts, futures);
    if (arguments.dry_run) {
        show_compare_plan(arguments, facts);
        return 0;
    }
    const auto page_template = report_template();
    OutputFolder out = open_output(arguments, facts);
    const auto end_phase = [&](const char* name) {
        facts.phases.emplace_back(name, watch.lap());
        log_info(fmt::format("{}: {:.2f} s", name, facts.phases.back().second));
    };
    end_phase("inputs");
    const Comparison comparison =
        compare_all(futures, arguments, chosen_year(facts.scenarios.front().loaded));
    end_phase("simulation");
    write_comparison(futures.worlds.front(), reference, comparison, facts, out);
    write_report(out, page_template, arguments.language);
    out.publish();
    end_phase("output");
    show_compare_result(arguments, futures.worlds.front(), comparison);
    return 0;
}

}  // namespace mgz::cli
