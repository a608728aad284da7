// SPDX-License-Identifier: EUPL-1.2
/// How the maps of a comparison are drawn in QGIS: differences around zero, what is uncertain
/// hatched.
#pragma once

#include <vector>

#include "geo/io/layer_io.h"
#include "sim/output/compare_facts.h"
#include "sim/output/map_styles.h"
#include "sim/study/comparison.h"
#include "sim/world/world.h"

namespace mgz {

/// Styles of the layers of difference.gpkg; of areas one by what is shown, the score being the
/// default. Features of several scenarios lie on top of each other: each style shows the first, and
/// the user chooses another in the legend.
std::vector<geo::io::StoredStyle> comparison_styles(const Comparison& comparison);

/// difference.qgs with a group of layers per scenario, and a .qml per raster.
std::vector<NamedText> comparison_style_files(const World& world, const Comparison& comparison,
                                              const CompareFacts& facts);

}  // namespace mgz
