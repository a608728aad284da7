// SPDX-License-Identifier: EUPL-1.2
#include "tools/explain_command.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/check.h"
#include "sim/output/run_facts.h"
#include "sim/output/run_folder.h"
#include "sim/study/explain.h"
#include "tools/explain_tables.h"
#include "tools/loading.h"
#include "tools/log.h"

namespace mgz::cli {

using geo::InputError;

namespace {

/// The run as it was: the same scenario over the same files.
struct Rerun {
    explicit Rerun(const RunFolder& run)
        : scenario(scenario_of(run)), world(read_world(scenario, report)), g(world, scenario)
    {
    }
    Rerun(const Rerun&) = delete;
    Rerun& operator=(const Rerun&) = delete;

    static Scenario scenario_of(const RunFolder& run)
    {
        ScenarioArguments which;
        which.scenario = run.scenario;
        Scenario scenario = load(which).scenario;
        const auto now = hash_inputs(scenario);
        const bool same = std::equal(now.begin(), now.end(), run.inputs.begin(), run.inputs.end(),
                                     [](const InputFile& file, const RunFolder::Input& then) {
                                         return file.key == then.key && file.sha256 == then.sha256;
                                     });
        if (!same) {
            throw InputError(run.path, "was made from other input files than there are now",
                             "put those files back, or run the scenario again");
        }
        if (run.program != this_program()) {
            log_warning(fmt::format("{} was made by mgz {}, this is {}: the replicate may differ",
                                    run.path, run.program, this_program()));
        }
        return scenario;
    }

    RegionId region(const std::string& code) const
    {
        for (const RegionId r : world.regions.ids()) {
            if (world.regions[r].code == code) return r;
        }
        throw InputError("--region", fmt::format("{} is not in the inputs of the run", code));
    }

    InputReport report;
    const Scenario scenario;
    const World world;
    const Groundwork g;
};

}  // namespace

static void check_replicate(const ExplainArguments& arguments, const RunFolder& run)
{
    if (arguments.replicate < run.replicates) return;
    throw InputError("--replicate",
                     fmt::format("{} is not a replicate of the run", arguments.replicate),
                     fmt::format("give 0 to {}", run.replicates - 1));
}

static void explain_physicians(const ExplainArguments& arguments, const RunFolder& run, Years years,
                               std::optional<Profession> only)
{
    check_replicate(arguments, run);
    const Rerun again(run);
    const RegionId region = again.region(arguments.region);
    const auto watch =
        watch_replicate(again.g, run.seed, static_cast<std::uint32_t>(arguments.replicate),
                        arguments.physician, Quarter::of(years.to, 4));
    if (!arguments.physician) {
        fmt::print("{}",
                   placements_text(again.g, placements_in(again.g, watch, region, only, years)));
        return;
    }
    constexpr std::size_t alternatives = 5;
    const auto decision = last_decision(again.g, watch, region, alternatives);
    fmt::print("{}", arguments.json ? decision_json(again.g, decision, arguments.replicate)
                                    : decision_text(again.g, decision, arguments.replicate));
}

int explain(const ExplainArguments& arguments)
{
    const RunFolder run = read_run_folder(arguments.out);
    const std::size_t region = region_of(run.fte, arguments.region);
    const Years years = years_of(run.fte, arguments.from, arguments.to);
    const auto only = profession_named(arguments.profession);
    if (arguments.physician || arguments.list) {
        explain_physicians(arguments, run, years, only);
        return 0;
    }
    const auto explanation =
        explain_region(run.fte, {run.title, run.seed, run.replicates}, region, only, years);
    fmt::print("{}",
               arguments.json ? explanation_json(explanation) : explanation_text(explanation));
    if (explanation.balanced()) return 0;
    throw geo::RunError(fmt::format(
        "the causes in {}/account.csv do not sum to the change in regions.csv", run.path));
}

}  // namespace mgz::cli
