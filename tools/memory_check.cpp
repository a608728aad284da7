// SPDX-License-Identifier: EUPL-1.2
#include "tools/memory_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/check.h"
#include "geo/io/memory_at_hand.h"
#include "sim/model/history.h"
#include "sim/model/reach.h"
#include "sim/study/branching.h"
#include "tools/loading.h"

namespace mgz::cli {

static int years_of(const Scenario& scenario)
{
    return scenario.to - scenario.from + 1;
}

/// What a History keeps.
static double bytes_of_history(const World& world, const Scenario& scenario)
{
    constexpr double employer_bytes = 14;
    const auto regions = static_cast<double>(world.regions.size());
    const auto subregions = static_cast<double>(world.subregions.size());
    const auto map_years = static_cast<double>(scenario.output.years.size());
    const double of_areas = (regions + subregions) * 3 * figure_count;
    const double of_regions = regions * (region_figure_count + 3 * cause_count);
    return years_of(scenario) * 8 * (of_areas + of_regions) +
           map_years * employer_bytes * static_cast<double>(world.employers.size());
}

/// A world with its groundwork: as measured on countries up to a hundred times as large, and the
/// table of Reach, which countries of few subregions have.
static double bytes_of_world(const World& world)
{
    constexpr double settlement_bytes = 760, employer_bytes = 110;
    const auto n = world.subregions.size();
    const auto settlements = static_cast<double>(world.settlements.size());
    const double reach = n > Reach::most_subregions ? 0.0 : 8.0 * static_cast<double>(n);
    return settlements * (settlement_bytes + reach) +
           employer_bytes * static_cast<double>(world.employers.size());
}

/// What a replicate under way takes: employers, and some three physicians each.
static double bytes_of_state(const World& world)
{
    constexpr double employer_bytes = 850;
    return employer_bytes * static_cast<double>(world.employers.size());
}

double memory_of_run(const World& world, const Scenario& scenario, int replicates, int threads)
{
    // The program, its tables and its page.
    constexpr double beside = 2e8;
    return beside + bytes_of_world(world) + threads * bytes_of_state(world) +
           replicates * bytes_of_history(world, scenario);
}

/// Figures of a year that a comparison keeps: those of Measures, as if all were of every year.
static double figures_of_year(const World& world)
{
    constexpr double of_country = 55, of_region = 43, of_subregion = 16;
    return of_country + of_region * static_cast<double>(world.regions.size()) +
           of_subregion * static_cast<double>(world.subregions.size());
}

/// Years from the first on in which a scenario can differ from the reference; all when none does.
static int compared_years(std::span<const Compared> scenarios)
{
    const Scenario& reference = scenarios.front().groundwork->scenario;
    int from = reference.to + 1;
    for (const auto& other : scenarios.subspan(1)) {
        const auto differs = first_difference(reference, other.groundwork->scenario);
        if (differs) from = std::min(from, differs->year());
    }
    return from > reference.to ? years_of(reference) : reference.to - from + 1;
}

double memory_of_comparison(std::span<const Compared> scenarios, int replicates, int threads)
{
    // The program; an effect with its rows in tables and page: as measured on the default
    // geography.
    constexpr double beside = 1e8, effect_bytes = 600;
    double places = 0, under_way = 0;
    for (const auto& compared : scenarios) {
        const Groundwork& g = *compared.groundwork;
        places += bytes_of_world(g.world);
        under_way += threads * (bytes_of_history(g.world, g.scenario) + bytes_of_state(g.world));
    }
    const World& world = scenarios.front().groundwork->world;
    const auto count = static_cast<double>(scenarios.size());
    const int years = compared_years(scenarios);
    const int past = years_of(scenarios.front().groundwork->scenario) - years;
    const double figures = figures_of_year(world) * (count * years + past);
    return beside + places + under_way + figures * (8.0 * replicates + effect_bytes);
}

std::string memory_text(double bytes)
{
    return bytes < 2e9 ? fmt::format("about {:.0f} MB", bytes / 1e6)
                       : fmt::format("about {:.0f} GB", bytes / 1e9);
}

/// \param what takes so much
/// \param right what would take less
static void check_memory(double bytes, const std::string& what, const std::string& right)
{
    const geo::io::MemoryAtHand there = geo::io::memory_at_hand();
    if (bytes <= there.bytes) return;
    throw geo::InputError("memory",
                          fmt::format("{} take {}, and {} {}", what, memory_text(bytes), there.who,
                                      memory_text(there.bytes)),
                          right);
}

/// "100000 replicates of 31 regions, ..., 2003 to 2040,".
static std::string replicates_text(int replicates, const World& world, const Scenario& scenario)
{
    return fmt::format("{} replicates of {}, {} to {},", replicates, places_of(world),
                       scenario.from, scenario.to);
}

void check_memory_of_run(const World& world, const Scenario& scenario, int replicates, int threads)
{
    check_memory(memory_of_run(world, scenario, replicates, threads),
                 replicates_text(replicates, world, scenario),
                 "it needs fewer of them, fewer years, a smaller world or another machine");
}

void check_memory_of_comparison(std::span<const Compared> scenarios, int replicates, int threads)
{
    const Groundwork& reference = *scenarios.front().groundwork;
    check_memory(memory_of_comparison(scenarios, replicates, threads),
                 fmt::format("{} each in {} scenarios",
                             replicates_text(replicates, reference.world, reference.scenario),
                             scenarios.size()),
                 "it needs fewer of them, fewer scenarios or years, a smaller world or another "
                 "machine");
}

void check_memory_of_sweep(const SweepPlan& plan, int runs)
{
    // Nothing of a finished run stays but its row on the disk and 20 bytes in an index: what runs
    // at the same time decides.
    const double megabytes = plan.cost.megabytes + (runs - 1) * plan.cost.megabytes_per_thread;
    check_memory(1048576 * megabytes, fmt::format("{} run{} at a time", runs, runs == 1 ? "" : "s"),
                 runs == 1 ? "run the sweep where there is more" : "give fewer --threads");
}

}  // namespace mgz::cli
