// SPDX-License-Identifier: EUPL-1.2
/// Maps of a comparison, made in memory.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "geo/io/layer_io.h"
#include "sim/output/compare_facts.h"
#include "sim/study/comparison.h"
#include "sim/world/world.h"

namespace mgz {

/// difference.gpkg: layers region_differences, subregion_differences and region_verdicts of
/// Comparison::year, region_difference_years of every year; one feature per scenario and area;
/// EPSG:28992.
geo::io::Bytes difference_gpkg(const World& world, const Comparison& comparison,
                               const CompareFacts& facts);

/// difference_<profession>.tif for huisarts_so, huisarts, so and avg: three bands per scenario for
/// Comparison::year, see comparison_dictionary(). Cells, CRS and no-data value are those of a run.
std::vector<geo::io::NamedBytes> difference_rasters(const World& world, const Scenario& reference,
                                                    const Comparison& comparison,
                                                    const CompareFacts& facts);

/// Key and value: version, scenarios, seed, replicates, year, attribution, the note on simulated
/// values.
std::vector<std::pair<std::string, std::string>> labels_of(const Comparison& comparison,
                                                           const CompareFacts& facts);

}  // namespace mgz
