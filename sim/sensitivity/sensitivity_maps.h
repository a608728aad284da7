// SPDX-License-Identifier: EUPL-1.2
/// Maps of a sensitivity analysis, made in memory.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "geo/io/layer_io.h"
#include "sim/output/dictionary.h"
#include "sim/sensitivity/indices.h"
#include "sim/world/world.h"

namespace mgz {

using Labels = std::vector<std::pair<std::string, std::string>>;

/// sensitivity.gpkg: layers region_drivers and region_indices, one feature per policy and quantity
/// of a region, and the table factors; EPSG:28992.
/// REQUIRES: has_region_layers; the world of the sweep's scenarios; their dictionary.
geo::io::Bytes sensitivity_gpkg(const World& world, const SweepTable& table,
                                const Findings& findings, const std::vector<TableEntry>& dictionary,
                                const Labels& labels);

}  // namespace mgz
