// SPDX-License-Identifier: EUPL-1.2
#include "tools/data_synthesise_command.h"

#include <fmt/format.h>

#include <filesystem>

#include "geo/check.h"
#include "geo/io/layer_io.h"
#include "sim/output/world_layers.h"
#include "sim/output/write_atomically.h"
#include "sim/scenario/enlarge.h"

namespace mgz::cli {

/// What holds for pairs of zones or for employers of one country has no meaning in several.
static void refuse_own_tables(const Inputs& inputs)
{
    const auto refuse = [](const char* key, const std::string& where) {
        if (where.empty() || where == "none") return;
        throw geo::InputError(key, fmt::format("is {}, of which there are no copies", where),
                              fmt::format("leave it out: --set {}=", key));
    };
    refuse("inputs.employers", inputs.employers);
    refuse("inputs.travel", inputs.travel.where);
    refuse("inputs.population", inputs.population.where);
}

/// The inputs are the files beside the scenario, with the default names of their columns.
static void use_files_beside(Scenario& scenario, bool has_provinces)
{
    const double snap_m = scenario.geography.snap_m;
    scenario.geography = Geography{};
    scenario.geography.snap_m = snap_m;
    scenario.geography.regions.where = "regions.shp";
    scenario.geography.subregions.where = "subregions.shp";
    scenario.geography.settlements.where = "settlements.shp";
    scenario.inputs.training_centres = "training_centres.shp";
    scenario.inputs.student_origins = has_provinces ? "student_origins.csv" : "none";
}

static std::string scenario_file(const Scenario& scenario, const DataSynthesiseArguments& arguments)
{
    return fmt::format(
        "# SPDX-License-Identifier: EUPL-1.2\n"
        "# Made by mgz data synthesise --scale {}: {} copies of a country side by side, with "
        "every\n"
        "# total of the country as many times as large. No such country exists: it is there to "
        "see\n"
        "# what the program does with more of everything.\n\n{}",
        arguments.scale, arguments.scale, scenario_text(scenario));
}

static void check_out(const std::string& out)
{
    std::error_code none;
    if (!std::filesystem::exists(out, none)) return;
    throw geo::InputError(out, "exists", "give another name");
}

int synthesise_data(const DataSynthesiseArguments& arguments)
{
    check_out(arguments.out);
    const LoadedScenario loaded = load(arguments.which);
    refuse_own_tables(loaded.scenario.inputs);
    const int copies = arguments.scale;
    Scenario large = enlarged(loaded.scenario, copies);
    OutputFolder out(arguments.out, Existing::refuse);
    InputReport report;
    const World world = read_world(loaded.scenario, report);

    std::size_t places = 0;
    for (const geo::io::Layer& layer : world_layers(world, copies)) {
        for (const geo::io::NamedBytes& file : geo::io::make_shapefile(layer))
            out.write(file.name, file.bytes);
        places += layer.features.size();
    }
    const bool has_provinces = !world.provinces.empty();
    if (has_provinces) out.write("student_origins.csv", student_origins_text(world, copies));
    use_files_beside(large, has_provinces);
    if (copies > 1) large.title += fmt::format(", {} times as large", copies);
    out.write("scenario.toml", scenario_file(large, arguments));
    out.publish();

    fmt::print("{}: {} places in {} cop{}.\n", arguments.out, places, copies,
               copies == 1 ? "y" : "ies");
    fmt::print("Run it with:\n    mgz run {}/scenario.toml -o OUT\n", out.path());
    return 0;
}

}  // namespace mgz::cli
