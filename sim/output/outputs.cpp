// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/outputs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <omp.h>

#include <algorithm>
#include <functional>

#include "geo/check.h"
#include "sim/output/dictionary.h"
#include "sim/output/manifest.h"
#include "sim/output/map_styles.h"
#include "sim/output/maps.h"
#include "sim/output/rasters.h"
#include "sim/output/side_by_side.h"
#include "sim/output/tables.h"

namespace mgz {

void check_output_years(const Scenario& scenario)
{
    const auto& output = scenario.output;
    const auto runs = fmt::format("the run covers {} to {}", scenario.from, scenario.to);
    for (const int year : output.years) {
        if (year >= scenario.from && year <= scenario.to) continue;
        throw geo::InputError("output.years", fmt::format("holds {}; {}", year, runs),
                              "give years of the run");
    }
    const int map_year = output.map_year;
    if (map_year < scenario.from || map_year > scenario.to) {
        throw geo::InputError("output.map_year", fmt::format("is {}; {}", map_year, runs),
                              "give a year of the run");
    }
    if (std::find(output.years.begin(), output.years.end(), map_year) == output.years.end()) {
        throw geo::InputError("output.map_year",
                              fmt::format("is {}, which is not among output.years ({})", map_year,
                                          fmt::join(output.years, ", ")),
                              "add it there: employers and access are kept for those years only");
    }
}

namespace {

using Pieces = std::vector<std::function<void()>>;

/// The longest first. REQUIRES: all but `pieces` outlives the work.
void plan_maps(const World& world, const Scenario& scenario, const Ensemble& ensemble,
               const YearlyAccess& access, const RunFacts& facts, const RunRasters& rasters,
               OutputFolder& out, Pieces& pieces)
{
    for (const Profession p : all_professions) {
        pieces.push_back([&, p] {
            const auto raster = rasters.access(p);
            out.write(raster.name, raster.bytes);
        });
    }
    pieces.push_back(
        [&] { out.write(shortage_file, shortage_gpkg(world, scenario, ensemble, access, facts)); });
    for (const Profession p : all_professions) {
        pieces.push_back([&, p] {
            const auto raster = rasters.shortage(p);
            out.write(raster.name, raster.bytes);
        });
    }
    pieces.push_back(
        [&] { out.write("shortage.geojson", shortage_geojson(world, scenario, ensemble)); });
    pieces.push_back([&] {
        for (const auto& style : run_style_files(world, scenario, ensemble, access, facts))
            out.write(style.name, style.text);
    });
}

void plan_tables(const World& world, const Scenario& scenario, const Ensemble& ensemble,
                 OutputFolder& out, Pieces& pieces)
{
    const auto plan = [&](const char* name, auto make) {
        pieces.push_back([&out, name, make] { out.write(name, make()); });
    };
    plan("subregions.csv", [&] { return subregions_csv(world, ensemble); });
    plan("employers.csv", [&] { return employers_csv(world, scenario, ensemble); });
    plan("regions.csv", [&] { return regions_csv(world, ensemble); });
    plan("care.csv", [&] { return care_csv(world, ensemble); });
    plan("account.csv", [&] { return account_csv(world, scenario, ensemble); });
    plan("inventory.csv", [&] { return inventory_csv(world, ensemble); });
    plan("distances.csv", [&] { return distances_csv(world, scenario); });
    plan("costs.csv", [&] { return costs_csv(world, ensemble); });
    plan("country.csv", [&] { return country_csv(ensemble); });
    plan("dictionary.csv", [] { return dictionary_csv(); });
}

}  // namespace

void write_outputs(const World& world, const Scenario& scenario, const Ensemble& ensemble,
                   const RunFacts& facts, OutputFolder& out)
{
    const auto start = std::chrono::steady_clock::now();
    const auto access = access_of_years(world, scenario, ensemble);
    const RunRasters rasters(world, scenario, ensemble, access, facts);
    Pieces pieces;
    plan_maps(world, scenario, ensemble, access, facts, rasters, out, pieces);
    plan_tables(world, scenario, ensemble, out, pieces);
    const int threads = facts.threads > 0 ? facts.threads : omp_get_max_threads();
    do_side_by_side(pieces, std::min(threads, rasters.at_once()));
    out.write("manifest.json", manifest_json(scenario, ensemble, facts, out.files()));
    out.write("scenario.toml", scenario_echo(scenario, facts.origins, EchoPaths::full));
    RunFacts now = facts;
    now.phases.emplace_back(
        "write", std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    out.write("run.json", run_json(now, out.path()));
}

}  // namespace mgz
