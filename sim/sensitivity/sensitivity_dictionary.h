// SPDX-License-Identifier: EUPL-1.2
/// Every column of every file of `mgz sensitivity`; as sim/output/dictionary.h does for a run.
#pragma once

#include <string>
#include <vector>

#include "sim/output/dictionary.h"
#include "sim/sensitivity/indices.h"

namespace mgz {

inline constexpr auto sensitivity_gpkg_name = "sensitivity.gpkg";

/// Of the files that these findings give: see write_sensitivity. Columns of layers depend on the
/// factors.
std::vector<TableEntry> sensitivity_dictionary(const SweepTable& table, const Findings& findings);

/// Are there layers: indices, of regions?
bool has_region_layers(const SweepTable& table, const Findings& findings);

/// Names that any program takes for a column, in the drivers' order: lower case, ASCII letters,
/// digits and "_"; each once.
std::vector<std::string> column_names_of(const std::vector<std::string>& drivers);

}  // namespace mgz
