// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/compare_outputs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "geo/check.h"
#include "sim/output/cells.h"
#include "sim/output/compare_dictionary.h"
#include "sim/output/compare_maps.h"
#include "sim/output/compare_styles.h"
#include "sim/output/compare_summary.h"
#include "sim/output/compare_tables.h"
#include "sim/output/manifest.h"
#include "sim/output/tables.h"

namespace mgz {

std::string attribution_of(const CompareFacts& facts)
{
    std::vector<std::string> all;
    for (const auto& scenario : facts.scenarios) {
        const auto& a = scenario.attribution;
        if (!a.empty() && std::find(all.begin(), all.end(), a) == all.end()) all.push_back(a);
    }
    return fmt::format("{}", fmt::join(all, "; "));
}

void check_comparison_cells(const World& world, const Scenario& reference, std::size_t scenarios)
{
    constexpr std::size_t bands_each = 3;
    check_cells(world, reference.output.cell_m, bands_each * scenarios, "scenarios");
}

/// What run.json tells of any program's run.
static RunFacts machine_facts(const CompareFacts& facts)
{
    RunFacts all;
    all.command = facts.command;
    all.started = facts.started;
    all.threads = facts.threads;
    all.phases = facts.phases;
    const auto known = [&](const InputFile& input) {
        return std::any_of(all.inputs.begin(), all.inputs.end(),
                           [&](const InputFile& other) { return other.path == input.path; });
    };
    for (const auto& scenario : facts.scenarios) {
        for (const auto& path : scenario.loaded.files) {
            auto& files = all.scenario_files;
            if (std::find(files.begin(), files.end(), path) == files.end()) files.push_back(path);
        }
        for (const auto& input : scenario.inputs) {
            if (!known(input)) all.inputs.push_back(input);
        }
    }
    return all;
}

static void write_tables(const World& world, const Scenario& reference,
                         const Comparison& comparison, OutputFolder& out)
{
    out.write("figures.csv", figures_csv(world, comparison));
    out.write("differences.csv", differences_csv(world, comparison));
    out.write("lasting.csv", lasting_csv(world, comparison));
    out.write("costs.csv", cost_effects_csv(world, comparison));
    out.write("moves.csv", moves_csv(world, comparison));
    out.write("verdicts.csv", verdicts_csv(world, comparison));
    out.write("precision.csv", precision_csv(world, comparison));
    out.write("distances.csv", distances_csv(world, reference));
    out.write("dictionary.csv", dictionary_csv(comparison_dictionary(comparison)));
}

void write_comparison(const World& world, const Scenario& reference, const Comparison& comparison,
                      const CompareFacts& facts, OutputFolder& out)
{
    expects(facts.scenarios.size() == comparison.scenarios.size() + 1);
    const auto start = std::chrono::steady_clock::now();
    write_tables(world, reference, comparison, out);
    out.write("summary.md", summary_text(world, reference, comparison));
    out.write(difference_file, difference_gpkg(world, comparison, facts));
    for (const auto& style : comparison_style_files(world, comparison, facts))
        out.write(style.name, style.text);
    for (const auto& raster : difference_rasters(world, reference, comparison, facts))
        out.write(raster.name, raster.bytes);
    out.write("manifest.json", comparison_manifest_json(facts, comparison.replicates, out.files()));
    for (const auto& compared : facts.scenarios) {
        const auto& loaded = compared.loaded;
        out.write(fmt::format("scenario-{}.toml", compared.name),
                  scenario_echo(loaded.scenario, loaded.origins, EchoPaths::full));
    }
    RunFacts machine = machine_facts(facts);
    machine.phases.emplace_back(
        "write", std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    out.write("run.json", run_json(machine, out.path()));
}

}  // namespace mgz
