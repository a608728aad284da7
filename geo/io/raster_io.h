// SPDX-License-Identifier: EUPL-1.2
/// Rasters: polygons to cells, cells to cloud-optimised GeoTIFF in memory.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "geo/grid.h"
#include "geo/io/layer_io.h"

namespace geo::io {

/// Index of the polygon whose inside holds the cell's centre; -1 where there is none.
/// Where polygons overlap the later one wins.
Raster<int> rasterise(std::span<const MultiPolygon> shapes, const GridFrame& frame);

struct RasterBand {
    std::string name;  ///< band description
    Raster<float> values;
    std::string unit = {};  ///< of the values, for programs that show one
};

/// A cloud-optimised GeoTIFF (DEFLATE, predictor, average overviews) with named bands, a no-data
/// value and the statistics of each band, so that programs need not read all of it to stretch
/// colours. Byte-identical for identical input. REQUIRES: all bands fit the frame.
Bytes make_cog(std::span<const RasterBand> bands, const GridFrame& frame, float no_data,
               const std::string& crs,
               const std::vector<std::pair<std::string, std::string>>& metadata);

}  // namespace geo::io
