// SPDX-License-Identifier: EUPL-1.2
/// The default geography: from plain tables of facts to the layers of shapefiles/.
#pragma once

#include <filesystem>
#include <vector>

#include "geo/io/layer.h"

namespace tools {

/// Layers regions, subregions, municipalities, settlements, training_centres, in this order.
/// Areas are Voronoi cells of the settlements, dissolved per code and clipped by the outline,
/// with coordinates in whole metres; neighbours share every vertex of their border.
/// \param source_dir holds regions.csv, subregions.csv, settlements.csv, outline.csv and
///        training_centres.csv
/// Errors (InputError): a missing file or column; a value that is no number; a code in one table
/// that another does not know.
std::vector<geo::io::Layer> default_geography(const std::filesystem::path& source_dir);

}  // namespace tools
