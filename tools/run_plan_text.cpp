// SPDX-License-Identifier: EUPL-1.2
#include "tools/run_plan_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "geo/grid.h"
#include "geo/text.h"
#include "sim/model/simulation.h"
#include "tools/memory_check.h"
#include "tools/run_command.h"
#include "tools/run_work.h"
#include "tools/stopwatch.h"
#include "tools/text_table.h"

namespace mgz::cli {

static int years_of(const Scenario& scenario)
{
    return scenario.to - scenario.from + 1;
}

/// Groundwork and one replicate of the first years, scaled to all years.
static double seconds_of_replicate(const World& world, const Scenario& scenario)
{
    constexpr int trial_years = 4;
    Scenario trial = scenario;
    trial.to = std::min(scenario.to, scenario.from + trial_years - 1);
    const Groundwork groundwork(world, trial);
    const RecordPlan plan{{Quarter::of(trial.to, 4)}, {}, {}};
    Stopwatch watch;
    simulate(groundwork, 1, 0, plan);
    return watch.lap() * years_of(scenario) / years_of(trial);
}

static double cells_of(const World& world, const Scenario& scenario)
{
    geo::Box all = geo::bounds(world.subregions[SubregionId::at(0)].shape);
    for (const Subregion& sub : world.subregions) {
        const geo::Box box = geo::bounds(sub.shape);
        all = {std::min(all.min_x, box.min_x), std::min(all.min_y, box.min_y),
               std::max(all.max_x, box.max_x), std::max(all.max_y, box.max_y)};
    }
    const double cell = scenario.output.cell_m;
    return (all.max_x - all.min_x) / cell * ((all.max_y - all.min_y) / cell);
}

/// Bytes per row and per cell as measured on the default geography.
static double bytes_of_output(const World& world, const Scenario& scenario)
{
    const double areas = static_cast<double>(world.regions.size() + world.subregions.size());
    const auto map_years = static_cast<double>(scenario.output.years.size());
    const auto employers = static_cast<double>(world.employers.size());
    const auto settlements = static_cast<double>(world.settlements.size());
    return 0.3e6 + areas * years_of(scenario) * 5000 + employers * (map_years * 100 + 250) +
           settlements * 250 + cells_of(world, scenario) * map_years * 3.4;
}

static std::string seconds_text(double seconds)
{
    return seconds < 120 ? fmt::format("about {:.0f} s", std::ceil(seconds))
                         : fmt::format("about {:.0f} minutes", seconds / 60);
}

static std::string out_text(const RunArguments& arguments)
{
    if (arguments.out.empty()) return "no folder given; name one with -o";
    std::error_code none;
    if (!std::filesystem::exists(arguments.out, none)) return arguments.out;
    return arguments.out + (arguments.force ? " (exists, would be replaced)"
                                            : " (exists, would be refused; --force replaces it)");
}

void show_run_plan(const RunArguments& arguments, const LoadedScenario& loaded, const World& world,
                   double loading_seconds)
{
    const Scenario& scenario = loaded.scenario;
    const int threads = threads_for(arguments.replicates);
    const double rounds = std::ceil(static_cast<double>(arguments.replicates) / threads);
    const double seconds = 2 * loading_seconds + 2 + rounds * seconds_of_replicate(world, scenario);
    const std::string files = loaded.files.empty() ? "defaults" : geo::joined(loaded.files);
    const Rows rows{
        {"scenario", fmt::format("{} ({})", scenario.title, files)},
        {"years",
         fmt::format("{} to {}, {} quarters", scenario.from, scenario.to, 4 * years_of(scenario))},
        {"places", places_of(world)},
        {"employers", employers_of(world)},
        {"replicates", fmt::format("{}, seed {}", arguments.replicates, arguments.seed)},
        {"threads", fmt::format("{}", threads)},
        {"time", seconds_text(seconds)},
        {"disk", fmt::format("about {:.0f} MB", bytes_of_output(world, scenario) / 1e6)},
        {"memory", memory_text(memory_of_run(world, scenario, arguments.replicates, threads))},
        {"output", out_text(arguments)}};
    fmt::print("{}Nothing was simulated or written.\n", aligned(rows));
}

}  // namespace mgz::cli
