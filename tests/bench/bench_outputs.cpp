// SPDX-License-Identifier: EUPL-1.2
#include <benchmark/benchmark.h>

#include <algorithm>

#include "geo/catchment.h"
#include "sim/output/cell_access.h"
#include "sim/score/access.h"
#include "tests/bench/country.h"

using namespace mgz;

namespace {

/// Everybody delivers in proportion to his share: times do not depend on how much.
IdVector<EmployerId, EmployerMeans> even_supply(const World& world)
{
    IdVector<EmployerId, EmployerMeans> supply(world.employers.size());
    for (const EmployerId e : world.employers.ids())
        supply[e].delivered = world.employers[e].share;
    return supply;
}

/// All regions in cells of 500 m.
geo::GridFrame national_frame(const World& world)
{
    geo::Box all = geo::bounds(world.regions[RegionId::at(0)].shape);
    for (const auto& region : world.regions) {
        const auto b = geo::bounds(region.shape);
        all = {std::min(all.min_x, b.min_x), std::min(all.min_y, b.min_y),
               std::max(all.max_x, b.max_x), std::max(all.max_y, b.max_y)};
    }
    return geo::frame_around(all, 500);
}

}  // namespace

/// Catchments and access of every settlement, for the three professions.
static void national_e2sfca(benchmark::State& state)
{
    const auto& c = bench::country();
    const auto supply = even_supply(c.world);
    for (auto _ : state) {
        for (const Profession p : all_professions) {
            const Access access(c.world, c.scenario.need, p);
            benchmark::DoNotOptimize(access.of(supply).settlements.sum());
        }
    }
}
BENCHMARK(national_e2sfca)->Unit(benchmark::kMillisecond);

/// Access to GPs of every cell of 500 m in one year.
static void national_raster(benchmark::State& state)
{
    const auto& c = bench::country();
    const Access access(c.world, c.scenario.need, Profession::gp);
    const std::vector<Eigen::VectorXd> ratios{access.of(even_supply(c.world)).site_ratio};
    const auto frame = national_frame(c.world);
    const auto factors = c.world.zone_factors();
    for (auto _ : state) {
        benchmark::DoNotOptimize(access_of_cells(frame, {factors, {}}, access.sites(), ratios,
                                                 geo::e2sfca_bands(), 1e4));
    }
    state.counters["cells"] = static_cast<double>(frame.cols) * frame.rows;
}
BENCHMARK(national_raster)->Unit(benchmark::kMillisecond);
