// SPDX-License-Identifier: EUPL-1.2
#include "tools/check_command.h"

#include <fmt/format.h>

#include <cstdio>

#include "geo/io/tiling.h"
#include "sim/output/outputs.h"
#include "sim/scenario/interventions.h"
#include "sim/scenario/registry.h"
#include "tools/text_table.h"
#include "tools/tiling_text.h"

namespace mgz::cli {

/// One line of TOML per key; comments say where values come from, so this is a scenario file too.
static void show_scenario(LoadedScenario& loaded)
{
    Rows rows;
    for (const Parameter& parameter : parameters(loaded.scenario)) {
        rows.push_back({fmt::format("{} = {}", parameter.key, value_text(parameter)),
                        "# " + loaded.origins.at(parameter.key)});
    }
    // Long lists would push every comment out of sight.
    constexpr std::size_t comment_column = 56;
    for (const auto& row : rows) {
        const std::size_t width = text_width(row[0]);
        const std::size_t gap = width + 2 > comment_column ? 2 : comment_column - width;
        fmt::print("{}{:{}}{}\n", row[0], "", gap, row[1]);
    }
}

/// Tables come after all keys.
static void show_interventions(const Scenario& scenario)
{
    for (const Intervention& intervention : scenario.interventions) {
        fmt::print("\n# {}\n{}", intervention.origin, intervention_text(intervention));
    }
}

static void show_world(const World& world, const InputReport& report)
{
    Rows rows{{"places", places_of(world)}, {"employers", employers_of(world)}};
    rows.push_back({"repaired", fmt::format("{} polygons", report.repaired)});
    rows.push_back({"joined", fmt::format("{} settlements outside every region, to the nearest",
                                          report.snapped)});
    for (const std::string& remark : report.remarks)
        rows.push_back({"remark", remark});
    fmt::print("\nWhat the inputs hold:\n{}", aligned(rows, 2));
}

static geo::io::TilingReport tiling_of(const World& world)
{
    std::vector<geo::io::Area> areas;
    for (const Region& region : world.regions)
        areas.push_back({region.code, region.shape});
    return geo::io::check_tiling(areas);
}

int check(const CheckArguments& arguments)
{
    LoadedScenario loaded = load(arguments.which);
    check_output_years(loaded.scenario);
    InputReport report;
    const World world = read_world(loaded.scenario, report);
    check_output_cells(world, loaded.scenario);

    show_scenario(loaded);
    show_interventions(loaded.scenario);
    show_world(world, report);
    fmt::print("\nHow the regions fit together (water inside the country is a hole too):\n{}",
               tiling_text(tiling_of(world)));
    fmt::print("\nThe scenario can be run.\n");
    return 0;
}

}  // namespace mgz::cli
