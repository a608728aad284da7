// SPDX-License-Identifier: EUPL-1.2
/// Inside geo_io only: what a GeoPackage may hold beside layers and GDAL has no call for.
#pragma once

#include <span>

#include "geo/io/handles.h"

namespace geo::io {

/// Of every layer with shapes.
inline constexpr const char* geometry_column = "geom";

/// Titles and meanings in gpkg_data_columns, with the entries in gpkg_extensions that go with it.
/// Columns without either have no row there. Complaints: those of GDAL, on this thread.
void describe_columns(GDALDatasetH dataset, const std::string& layer,
                      std::span<const Column> columns);

/// The table layer_styles as QGIS makes it itself, so that it can add styles of the user's. None
/// when there are no styles.
void add_styles(GDALDatasetH dataset, std::span<const StoredStyle> styles);

}  // namespace geo::io
