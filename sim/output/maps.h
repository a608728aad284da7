// SPDX-License-Identifier: EUPL-1.2
/// The vector maps of a run, made in memory.
#pragma once

#include "geo/io/layer_io.h"
#include "sim/output/dictionary.h"
#include "sim/output/run_facts.h"
#include "sim/output/yearly_access.h"
#include "sim/score/ensemble.h"
#include "sim/world/world.h"

namespace mgz {

/// shortage.gpkg: layers regions, subregions, settlements, employers, training_centres of the map
/// year, region_years and subregion_years of every recorded year; EPSG:28992.
geo::io::Bytes shortage_gpkg(const World& world, const Scenario& scenario, const Ensemble& ensemble,
                             const YearlyAccess& access, const RunFacts& facts);

/// shortage.geojson: the regions of the map year, WGS84, RFC 7946.
geo::io::Bytes shortage_geojson(const World& world, const Scenario& scenario,
                                const Ensemble& ensemble);

/// Inhabitants of each area: those of the settlements in it.
IdVector<RegionId, double> region_inhabitants(const World& world);
IdVector<SubregionId, double> subregion_inhabitants(const World& world);

/// The layer of a file with the centres of training and which are open in the year.
geo::io::Layer centre_layer(const World& world, const TableEntry& entry, int year);

}  // namespace mgz
