// SPDX-License-Identifier: EUPL-1.2
/// How the maps of a run are drawn in QGIS, and the project that holds them all. Beside it what
/// maps of a comparison and of a sensitivity analysis share.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "geo/io/layer_io.h"
#include "sim/output/dictionary.h"
#include "sim/output/run_facts.h"
#include "sim/output/yearly_access.h"
#include "sim/score/ensemble.h"
#include "sim/show/qgis_project.h"
#include "sim/world/world.h"

namespace mgz {

/// Style as a GeoPackage stores it.
geo::io::StoredStyle stored(const qgis::LayerStyle& style, const std::string& layer,
                            bool is_default);

/// Columns of a table with the titles that QGIS shows instead; see column_of().
std::vector<std::pair<std::string, std::string>> aliases_of(const TableEntry& entry);

/// "GPs", "elderly care physicians"; the word itself of what is no profession.
std::string people_of(std::string_view profession);

/// Around all areas.
geo::Box extent_of(const World& world);

/// Of a layer training_centres. Institutes of several professions stand in one place: each mark has
/// its side of it.
qgis::LayerStyle centre_style(const TableEntry& entry);

/// Styles of the layers of shortage.gpkg, in its order; of areas one by profession, the score being
/// the default.
std::vector<geo::io::StoredStyle> run_styles(const YearlyAccess& access);

/// Files of text beside the data.
struct NamedText {
    std::string name;
    std::string text;
};
/// shortage.qgs, and the .qml that QGIS takes for a raster or GeoJSON without being asked.
std::vector<NamedText> run_style_files(const World& world, const Scenario& scenario,
                                       const Ensemble& ensemble, const YearlyAccess& access,
                                       const RunFacts& facts);

}  // namespace mgz
