// SPDX-License-Identifier: EUPL-1.2
// What a run does around its simulation: the files that it makes, and reading them again for the
// report.
#include <benchmark/benchmark.h>

#include <vector>

#include "geo/io/layer_io.h"
#include "geo/memory.h"
#include "sim/model/simulation.h"
#include "sim/output/outputs.h"
#include "sim/output/rasters.h"
#include "sim/output/tables.h"
#include "tests/bench/country.h"
#include "tests/support/geo_files.h"

using namespace mgz;

namespace {

/// As the program itself, for all benchmarks.
[[maybe_unused]] const bool as_the_program = (geo::keep_freed_memory(), true);

/// One replicate of the default country, summed up.
const Ensemble& one_replicate()
{
    static const Ensemble once = [] {
        const auto& c = bench::country();
        const std::vector<History> histories{simulate(c.g, 1, 0, RecordPlan::yearly(c.scenario))};
        return summarise(histories);
    }();
    return once;
}

RunFacts facts_of_one_thread()
{
    RunFacts facts;
    facts.threads = 1;
    return facts;
}

void read_subregions(benchmark::State& state, const std::string& text)
{
    const support::TempFolder folder;
    geo::io::Source source;
    source.where = folder.write("subregions.csv", text);
    source.columns = {"year", "code", "profession", "indicator", "mean", "p05", "p50", "p95"};
    source.kind = geo::io::GeometryKind::none;
    for (auto _ : state)
        benchmark::DoNotOptimize(geo::io::read_layer(source).layer.features.size());
}

}  // namespace

/// The largest table of a run.
static void read_a_table(benchmark::State& state)
{
    read_subregions(state, subregions_csv(bench::country().world, one_replicate()));
}
BENCHMARK(read_a_table)->Unit(benchmark::kMillisecond);

/// The same through GDAL, to which another kind of line end leaves it.
static void read_a_table_reference(benchmark::State& state)
{
    std::string text;
    for (const char c : subregions_csv(bench::country().world, one_replicate()))
        text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    read_subregions(state, text);
}
BENCHMARK(read_a_table_reference)->Unit(benchmark::kMillisecond);

/// Shortage and access of every profession in one year, in cells of 250 m, as files.
static void rasters_of_one_year(benchmark::State& state)
{
    const auto& c = bench::country();
    Scenario scenario = c.scenario;
    scenario.output.years = {scenario.output.map_year};
    scenario.output.cell_m = 250;
    const auto facts = facts_of_one_thread();
    for (auto _ : state) {
        const auto access = access_of_years(c.world, scenario, one_replicate());
        const RunRasters rasters(c.world, scenario, one_replicate(), access, facts);
        for (const Profession p : all_professions) {
            benchmark::DoNotOptimize(rasters.shortage(p).bytes.size());
            benchmark::DoNotOptimize(rasters.access(p).bytes.size());
        }
    }
}
BENCHMARK(rasters_of_one_year)->Unit(benchmark::kMillisecond);

/// Every file but the report, on one thread.
static void write_a_run(benchmark::State& state)
{
    const auto& c = bench::country();
    const support::TempFolder folder;
    const auto facts = facts_of_one_thread();
    for (auto _ : state) {
        OutputFolder out(folder.path("out"), Existing::refuse);
        write_outputs(c.world, c.scenario, one_replicate(), facts, out);
        benchmark::DoNotOptimize(out.files().size());
    }
}
BENCHMARK(write_a_run)->Unit(benchmark::kMillisecond);
