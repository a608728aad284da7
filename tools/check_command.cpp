// SPDX-License-Identifier: EUPL-1.2
#include "tools/check_command.h"

#include <fmt/format.h>

#include <cstdio>

#include "geo/io/tiling.h"
#include "sim/output/outputs.h"
#include "sim/scenario/file_format.h"
#include "sim/scenario/interventions.h"
#include "sim/scenario/registry.h"
#include "sim/world/places.h"
#include "tools/text_table.h"
#include "tools/tiling_text.h"

namespace mgz::cli {

/// One line of TOML per key; comments say where values come from, so this is a scenario file too.
static void show_scenario(LoadedScenario& loaded)
{
    Rows rows{{fmt::format("format = {}", file_format), "# of this text"}};
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

/// What was found, as comments: the whole of the output is a scenario file.
static void show_comment(const std::string& title, const std::string& lines)
{
    fmt::print("\n# {}\n", title);
    std::size_t at = 0;
    while (at < lines.size()) {
        const std::size_t end = lines.find('\n', at);
        fmt::print("#{}{}\n", end == at ? "" : " ", lines.substr(at, end - at));
        if (end == lines.npos) return;
        at = end + 1;
    }
}

/// "works in 2 subregions: R1-1, R1-2 (0.25 of it)", in lines that fit.
static std::string reach_text(const World& world, const Intervention& intervention)
{
    if (intervention.everywhere()) return "works everywhere";
    const auto places = subregions_of(world, intervention);
    std::string text =
        fmt::format("works in {} subregion{}:", places.size(), places.size() == 1 ? "" : "s");
    constexpr std::size_t widest = 96;
    std::size_t width = text.size();
    bool in_part = false;
    for (const auto& [subregion, share] : places) {
        in_part = in_part || share < 1;
        std::string place = world.subregions[subregion].code;
        if (share < 1) place += fmt::format(" ({:.3g} of it)", share);
        if (&subregion != &places.back().subregion) place += ',';
        if (width + 1 + text_width(place) > widest) {
            text += "\n  ";
            width = 2;
        }
        text += ' ' + place;
        width += 1 + text_width(place);
    }
    if (in_part) {
        text +=
            "\n(of its inhabitants; such a part is taken as that part of the intensity in all "
            "of it)";
    }
    return text;
}

/// Tables come after all keys.
static void show_interventions(const Scenario& scenario, const World& world)
{
    for (const Intervention& intervention : scenario.interventions) {
        show_comment(intervention.origin, reach_text(world, intervention));
        fmt::print("{}", intervention_text(intervention));
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
    show_comment("What the inputs hold:", aligned(rows, 2));
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
    show_interventions(loaded.scenario, world);
    show_world(world, report);
    show_comment("How the regions fit together (water inside the country is a hole too):",
                 tiling_text(tiling_of(world)));
    fmt::print("\n# The scenario can be run.\n");
    return 0;
}

}  // namespace mgz::cli
