// SPDX-License-Identifier: EUPL-1.2
#include "sim/input/world_input.h"

#include "geo/check.h"
#include "sim/world/employer_synthesis.h"
#include "sim/world/places.h"

namespace mgz {

/// Somebody must be trained in some year, or the run is a mistake.
static void check_places(const Scenario& scenario)
{
    for (const Profession p : all_professions) {
        for (int year = scenario.from; year <= scenario.to; ++year) {
            if (scenario.training.places[p].at(year) * scenario.training.fill[p].at(year) > 0) {
                return;
            }
        }
    }
    throw geo::InputError("training.*.places", "are zero in every year for every profession",
                          "give at least one profession training places");
}

World load_world(const Scenario& scenario, InputReport& report)
{
    check_places(scenario);
    World world;
    world.detour = scenario.world.detour;
    read_regions(scenario, world, report);
    read_settlements(scenario, world, report);
    read_travel(scenario, world, report);
    read_projection(scenario, world, report);
    read_areas(scenario, world, report);
    read_training_centres(scenario, world);
    if (scenario.inputs.employers.empty()) {
        synthesise_employers(world, scenario.world, scenario.need);
    } else {
        read_employers(scenario, world);
    }
    for (const auto& intervention : scenario.interventions)
        subregions_of(world, intervention);  // refuses places that there are not
    return world;
}

}  // namespace mgz
