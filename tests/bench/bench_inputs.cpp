// SPDX-License-Identifier: EUPL-1.2
#include <benchmark/benchmark.h>

#include "sim/world/employer_synthesis.h"
#include "tests/bench/country.h"

using namespace mgz;

static void load_the_world(benchmark::State& state)
{
    const auto scenario = support::default_inputs();
    for (auto _ : state) {
        InputReport report;
        benchmark::DoNotOptimize(load_world(scenario, report));
    }
}
BENCHMARK(load_the_world)->Unit(benchmark::kMillisecond);

static void synthesise_the_employers(benchmark::State& state)
{
    const auto& c = bench::country();
    for (auto _ : state) {
        state.PauseTiming();
        World world = c.world;
        world.employers = {};
        state.ResumeTiming();
        synthesise_employers(world, c.scenario.world, c.scenario.need);
        benchmark::DoNotOptimize(world.employers.size());
    }
}
BENCHMARK(synthesise_the_employers)->Unit(benchmark::kMillisecond);

static void groundwork(benchmark::State& state)
{
    const auto& c = bench::country();
    for (auto _ : state)
        benchmark::DoNotOptimize(Groundwork(c.world, c.scenario));
}
BENCHMARK(groundwork)->Unit(benchmark::kMillisecond);
