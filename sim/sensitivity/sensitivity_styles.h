// SPDX-License-Identifier: EUPL-1.2
/// How the maps of a sensitivity analysis are drawn in QGIS: a colour for each factor that matters
/// most somewhere.
#pragma once

#include <string>
#include <vector>

#include "sim/output/map_styles.h"
#include "sim/sensitivity/indices.h"
#include "sim/world/world.h"

namespace mgz {

/// Styles of region_drivers and region_indices. Features of several outcomes lie on top of each
/// other: each style shows the first, and the user chooses another in the legend.
/// REQUIRES: has_region_layers; their dictionary.
std::vector<geo::io::StoredStyle> sensitivity_styles(const SweepTable& table,
                                                     const Findings& findings,
                                                     const std::vector<TableEntry>& dictionary);

/// sensitivity.qgs: which factor matters most, a layer per outcome; and how much each factor
/// matters for the first outcome, a layer per factor. Same requirements.
std::string sensitivity_project(const World& world, const SweepTable& table,
                                const Findings& findings, const std::vector<TableEntry>& dictionary,
                                const std::string& attribution);

}  // namespace mgz
