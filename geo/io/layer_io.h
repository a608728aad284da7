// SPDX-License-Identifier: EUPL-1.2
/// Reading any supported vector source, and making vector files in memory.
///
/// Drivers, and no others: ESRI Shapefile, GPKG, GeoJSON, CSV, FlatGeobuf.
/// Paths starting with /vsi and anything that looks like a connection string are refused.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "geo/io/layer.h"

namespace geo::io {

/// What to read. `where` is a path, or "path|layer" for one layer of several.
struct Source {
    std::string where;
    std::vector<std::string> columns;           ///< must exist, in this order
    std::vector<std::string> optional_columns;  ///< null where absent; follow `columns`
    GeometryKind kind = GeometryKind::polygon;  ///< what the caller can use; none: ignore geometry
    std::string target_crs = "EPSG:28992";      ///< coordinates arrive in this CRS
    /// CSV has no CRS: its x and y columns are taken to be in target_crs already.
    std::string x_column = "x_rd", y_column = "y_rd";
};

/// Read a whole layer, in file order, transformed to target_crs.
/// Column names match without regard to case and arrive as they were asked for. Values keep the
/// source's type (CSV: text); empty text is null. A layer named layer_styles is never meant.
/// Polygons: rings repaired by make-valid and counted in `repaired` when the area changes by less
/// than 0.1%, otherwise (a bow tie) InputError naming the feature by its first column.
/// Errors (InputError): no such file; not a spatial file; several layers and none named; no such
/// layer, or a view; no CRS; missing column (with those there are, nearest first); wrong geometry
/// type; null, non-finite or far-off geometry; text that is not UTF-8; /vsi path; a CSV row with
/// other fields than the header, a quote never closed (a CSV has a header, two columns or more).
struct Read {
    Layer layer;
    int repaired = 0;
};
Read read_layer(const Source& source);

/// Columns of the source, in file order. Same errors as read_layer for the file itself.
std::vector<std::string> column_names(const std::string& where);

/// Where the feature with this index (from 0) is, for messages: "a.csv, row 2" counts the header
/// as a spreadsheet does, "a.shp, feature 1" elsewhere.
std::string place_of(const std::string& where, std::size_t index);

/// Number of a value; whole numbers and numeric text count. InputError (at `where`, column `name`)
/// when it is null, not a number or not finite.
double number(const Value& value, const std::string& where, const std::string& name);
/// Text of a value; numbers are written without trailing zeros; null gives "".
std::string text(const Value& value);

/// Files made in memory: the bytes, never a file on disk.
using Bytes = std::vector<std::byte>;

/// How a layer is to be drawn, as QGIS reads it from the table layer_styles.
struct StoredStyle {
    std::string layer;
    std::string name;         ///< of the style; a layer may have several
    std::string description;  ///< for who chooses among them
    std::string qml;          ///< QGIS's own form
    std::string sld;          ///< for other programs; may be empty
    bool is_default = true;   ///< the one used when the layer is opened; one per layer
};

struct GpkgOptions {
    std::string crs = "EPSG:28992";
    /// Dataset metadata, key and value.
    std::vector<std::pair<std::string, std::string>> metadata;
    std::vector<StoredStyle> styles = {};
};
/// A GeoPackage with these layers, byte-identical for identical input (fixed last_change).
/// Numbers that are not finite become null. Layers of kind none become attribute tables. Titles
/// and meanings of columns go to gpkg_data_columns (the standard's schema extension), styles to
/// layer_styles.
/// REQUIRES: as many values as columns in each feature; styles of layers that are there.
Bytes make_gpkg(std::span<const Layer> layers, const GpkgOptions& options);

/// GeoJSON after RFC 7946: WGS84, six decimals, right-hand rule, no crs member.
Bytes make_geojson(const Layer& layer, const std::string& source_crs = "EPSG:28992");

/// One named file of a set (a shapefile is several).
struct NamedBytes {
    std::string name;
    Bytes bytes;
};
/// An ESRI shapefile: .shp .shx .dbf .prj .cpg with the layer's name; fixed update date.
/// REQUIRES: column names of ten characters at most.
std::vector<NamedBytes> make_shapefile(const Layer& layer, const std::string& crs = "EPSG:28992");

}  // namespace geo::io
