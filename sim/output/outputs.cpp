// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/outputs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "geo/check.h"
#include "sim/output/dictionary.h"
#include "sim/output/manifest.h"
#include "sim/output/map_styles.h"
#include "sim/output/maps.h"
#include "sim/output/rasters.h"
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

static void write_tables(const World& world, const Scenario& scenario, const Ensemble& ensemble,
                         OutputFolder& out)
{
    out.write("country.csv", country_csv(ensemble));
    out.write("regions.csv", regions_csv(world, ensemble));
    out.write("subregions.csv", subregions_csv(world, ensemble));
    out.write("employers.csv", employers_csv(world, scenario, ensemble));
    out.write("account.csv", account_csv(world, scenario, ensemble));
    out.write("care.csv", care_csv(world, ensemble));
    out.write("inventory.csv", inventory_csv(world, ensemble));
    out.write("costs.csv", costs_csv(world, ensemble));
    out.write("distances.csv", distances_csv(world, scenario));
    out.write("dictionary.csv", dictionary_csv());
}

static void write_maps(const World& world, const Scenario& scenario, const Ensemble& ensemble,
                       const RunFacts& facts, OutputFolder& out)
{
    const auto access = access_of_years(world, scenario, ensemble);
    out.write(shortage_file, shortage_gpkg(world, scenario, ensemble, access, facts));
    out.write("shortage.geojson", shortage_geojson(world, scenario, ensemble));
    for (const auto& style : run_style_files(world, scenario, ensemble, access, facts))
        out.write(style.name, style.text);
    for (const auto& raster : make_rasters(world, scenario, ensemble, access, facts)) {
        out.write(raster.name, raster.bytes);
    }
}

void write_outputs(const World& world, const Scenario& scenario, const Ensemble& ensemble,
                   const RunFacts& facts, OutputFolder& out)
{
    const auto start = std::chrono::steady_clock::now();
    write_tables(world, scenario, ensemble, out);
    write_maps(world, scenario, ensemble, facts, out);
    out.write("manifest.json", manifest_json(scenario, ensemble, facts, out.files()));
    out.write("scenario.toml", scenario_echo(scenario, facts.origins, EchoPaths::full));
    RunFacts now = facts;
    now.phases.emplace_back(
        "write", std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    out.write("run.json", run_json(now, out.path()));
}

}  // namespace mgz
