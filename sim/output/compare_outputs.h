// SPDX-License-Identifier: EUPL-1.2
/// Everything `mgz compare` leaves behind, except what the report adds.
#pragma once

#include "sim/output/compare_facts.h"
#include "sim/output/write_atomically.h"
#include "sim/study/comparison.h"
#include "sim/world/world.h"

namespace mgz {

/// Call before the runs. Errors (InputError): cells so small that the rasters of so many scenarios
/// (without the reference) would not fit in memory.
void check_comparison_cells(const World& world, const Scenario& reference, std::size_t scenarios);

/// Writes figures.csv, differences.csv, lasting.csv, costs.csv, moves.csv, verdicts.csv,
/// precision.csv, distances.csv, dictionary.csv, difference.gpkg, difference_<profession>.tif
/// (huisarts, so, avg, huisarts_so) with their styles (.qml), difference.qgs, summary.md,
/// scenario-<name>.toml for every scenario, run.json and manifest.json; publishes nothing.
///
/// All but run.json are a function of inputs, scenarios, seed and release: the same bytes for any
/// number of threads. scenario-<name>.toml hold the places of a user's own inputs and are not
/// listed in the manifest, which holds the same texts with base names.
/// REQUIRES: facts.scenarios are the reference and those of the comparison, by name and in order.
/// Errors: RunError when the machine refuses.
void write_comparison(const World& world, const Scenario& reference, const Comparison& comparison,
                      const CompareFacts& facts, OutputFolder& out);

}  // namespace mgz
