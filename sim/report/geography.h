// SPDX-License-Identifier: EUPL-1.2
/// Areas and centres of a folder, from its GeoPackage.
#pragma once

#include <string>
#include <vector>

#include "sim/report/folder.h"
#include "sim/report/page_data.h"

namespace mgz::report {

/// The areas of a layer, each code once (layers of comparisons repeat them for every scenario).
/// `columns` may lack region and population. Errors (InputError): as of geo::io::read_layer.
std::vector<Area> read_areas(const std::string& gpkg, const std::string& layer);

/// Layer training_centres.
std::vector<Centre> read_centres(const std::string& gpkg);

/// Regions and subregions of a folder; those of a sensitivity are its regions, none where it has no
/// map.
Geography read_geography(const Folder& folder);

/// Takes the other geography in. Errors (InputError at `where`): they differ, by code, name or
/// shape of an area that both have, or in what areas there are.
void join(Geography& into, const Geography& other, const Folder& folder);

/// A point inside the area, well away from its edge where that is easily had: where a label goes.
geo::Point inside_point(const geo::MultiPolygon& shape);

}  // namespace mgz::report
