// SPDX-License-Identifier: EUPL-1.2
/// A world as the files that it could be read from, once or in several copies side by side.
#pragma once

#include <string>
#include <vector>

#include "geo/io/layer.h"
#include "sim/world/world.h"

namespace mgz {

/// Layers regions, subregions, settlements, training_centres, in this order, with the columns of
/// sim/input/world_input.h. The copies stand in a square as wide as it takes, from the south-west,
/// row by row, whole tens of kilometres apart: strips of 10 km, by which employers are spread, fall
/// on each copy alike. Codes tell the copy (sim/scenario/enlarge.h), and so do names of places and
/// provinces: "North (7)".
/// REQUIRES: 1 <= copies <= most_copies.
std::vector<geo::io::Layer> world_layers(const World& world, int copies);

/// The table of student origins that goes with these layers, as CSV.
std::string student_origins_text(const World& world, int copies);

}  // namespace mgz
