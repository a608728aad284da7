// SPDX-License-Identifier: EUPL-1.2
/// From files to a World, with every cross-check on the way.
#pragma once

#include <string>
#include <vector>

#include "sim/core/limits.h"
#include "sim/scenario/scenario.h"
#include "sim/world/world.h"

namespace mgz {

/// What was noticed while reading, and did not stop it.
struct InputReport {
    int repaired = 0;                  ///< polygons made valid
    int snapped = 0;                   ///< settlements outside every region, joined to the nearest
    std::vector<std::string> remarks;  ///< one sentence each
};

/// Reads what the scenario names, in EPSG:28992 (a CSV's coordinates are taken to be that), and
/// makes or reads the employers.
/// Errors (InputError): everything geo/io/layer_io.h names, and: duplicate or empty code; region
/// code that no boundary has; settlement further than the snap distance from every region;
/// negative, non-numeric or zero total population; unknown profession or kind; no training places
/// at all; employer far from every settlement; travel that is missing for a pair of zones, or far
/// from the crow-fly distance; a projection without the base year or a zone; an intervention in a
/// place that there is not, or in an area without inhabitants.
World load_world(const Scenario& scenario, InputReport& report);

// The parts, each in a file of its own.
void read_regions(const Scenario& scenario, World& world, InputReport& report);
/// \param most of them that there may be; tests have fewer
void read_settlements(const Scenario& scenario, World& world, InputReport& report,
                      std::size_t most = limits::settlements);
/// After the settlements; nothing where the scenario names no table.
void read_travel(const Scenario& scenario, World& world, InputReport& report);
void read_projection(const Scenario& scenario, World& world, InputReport& report);
void read_training_centres(const Scenario& scenario, World& world);
/// \param most of them that there may be; tests have fewer
void read_employers(const Scenario& scenario, World& world, std::size_t most = limits::employers);
/// The areas of interventions, after the settlements.
void read_areas(const Scenario& scenario, World& world, InputReport& report);

/// A column of an input file, for `mgz data columns`.
struct InputColumn {
    std::string input;   ///< key of the scenario
    std::string column;  ///< default name
    std::string type;
    std::string unit;
    bool required = true;
    std::string meaning;
};
std::vector<InputColumn> input_columns();

}  // namespace mgz
