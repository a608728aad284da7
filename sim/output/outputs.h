// SPDX-License-Identifier: EUPL-1.2
/// Everything `mgz run` leaves behind, except what the report adds.
#pragma once

#include "sim/output/run_facts.h"
#include "sim/output/write_atomically.h"
#include "sim/scenario/scenario.h"
#include "sim/score/ensemble.h"
#include "sim/world/world.h"

namespace mgz {

/// Call before the run. Errors (InputError): a year of output.years, or output.map_year, outside
/// from..to; map_year not among output.years, because employers and access are kept for those
/// only.
void check_output_years(const Scenario& scenario);

/// Call once the world is there. Errors (InputError): cells so small that the rasters would not
/// fit in memory.
void check_output_cells(const World& world, const Scenario& scenario);

/// Writes country.csv, regions.csv, subregions.csv, employers.csv, account.csv, care.csv,
/// inventory.csv, costs.csv, distances.csv, dictionary.csv, shortage.gpkg, shortage.geojson,
/// shortage_<profession>.tif and access_<profession>.tif with their styles (.qml), shortage.qgs,
/// scenario.toml, run.json and manifest.json; publishes nothing.
///
/// All but run.json are a function of inputs, scenario, seed and release: the same bytes for any
/// number of threads. scenario.toml holds the places of a user's own inputs and is not listed in
/// the manifest, which holds the same text with base names.
/// REQUIRES: the ensemble was recorded with at least RecordPlan::yearly(scenario), over this world.
/// Errors: RunError when the machine refuses.
void write_outputs(const World& world, const Scenario& scenario, const Ensemble& ensemble,
                   const RunFacts& facts, OutputFolder& out);

}  // namespace mgz
