// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "geo/check.h"
#include "geo/io/fields.h"
#include "geo/io/gpkg_extras.h"
#include "geo/io/handles.h"
#include "geo/io/layer_io.h"
#include "geo/io/srs.h"

namespace geo::io {

namespace {

/// The date in files that must hold one; see FixedDate.
constexpr auto fixed_day = "2026-01-01";

/// A set of files being made, and what GDAL says meanwhile.
struct Making {
    std::string what;  ///< for messages: "shortage.gpkg"
    GdalMessages messages;
    MemoryFolder folder;
};

Dataset create(Making& making, const char* driver_name, const Options& options)
{
    register_drivers();
    GDALDriverH driver = GDALGetDriverByName(driver_name);
    making.messages.check(driver != nullptr, driver_name);
    Dataset dataset(GDALCreate(driver, making.folder.path(making.what).c_str(), 0, 0, 0,
                               GDT_Unknown, options.get()));
    making.messages.check(dataset != nullptr, making.what);
    return dataset;
}

OgrGeometry ogr_ring(const Ring& ring)
{
    OgrGeometry line(OGR_G_CreateGeometry(wkbLinearRing));
    OGR_G_SetPointCount(line.get(), static_cast<int>(ring.size() + 1));
    for (std::size_t i = 0; i <= ring.size(); ++i) {
        const Point p = ring[i == ring.size() ? 0 : i];  // OGR wants rings closed
        OGR_G_SetPoint_2D(line.get(), static_cast<int>(i), p.x, p.y);
    }
    return line;
}

OgrGeometry ogr_geometry(const MultiPolygon& shape)
{
    OgrGeometry all(OGR_G_CreateGeometry(wkbMultiPolygon));
    for (const Polygon& part : shape.parts) {
        OgrGeometry polygon(OGR_G_CreateGeometry(wkbPolygon));
        OGR_G_AddGeometryDirectly(polygon.get(), ogr_ring(part.outer).release());
        for (const Ring& hole : part.holes) {
            OGR_G_AddGeometryDirectly(polygon.get(), ogr_ring(hole).release());
        }
        OGR_G_AddGeometryDirectly(all.get(), polygon.release());
    }
    return all;
}

OgrGeometry ogr_geometry(const Geometry& geometry)
{
    if (const auto* shape = std::get_if<MultiPolygon>(&geometry)) return ogr_geometry(*shape);
    if (const auto* point = std::get_if<Point>(&geometry)) {
        OgrGeometry single(OGR_G_CreateGeometry(wkbPoint));
        OGR_G_SetPoint_2D(single.get(), 0, point->x, point->y);
        return single;
    }
    return nullptr;
}

/// How to make a layer; the driver's own names for the choices.
struct LayerForm {
    OGRSpatialReferenceH srs = nullptr;
    OGRwkbGeometryType polygon_type = wkbMultiPolygon;
    bool fit_width = false;  ///< narrowest columns that hold the values (DBF pads them all)
};

int widest(const Layer& layer, std::size_t column)
{
    std::size_t width = 1;
    for (const Feature& feature : layer.features) {
        width = std::max(width, text(feature.values[column]).size());
    }
    return static_cast<int>(width);
}

void add_layer(GDALDatasetH dataset, const Layer& layer, const LayerForm& form,
               const Options& options, const Making& making)
{
    const bool has_geometry = layer.kind != GeometryKind::none;
    const auto geometry_type = !has_geometry                       ? wkbNone
                               : layer.kind == GeometryKind::point ? wkbPoint
                                                                   : form.polygon_type;
    OGRLayerH made =
        GDALDatasetCreateLayer(dataset, layer.name.c_str(), has_geometry ? form.srs : nullptr,
                               geometry_type, options.get());
    making.messages.check(made != nullptr, making.what);
    for (std::size_t i = 0; i < layer.columns.size(); ++i) {
        const Column& column = layer.columns[i];
        OGRFieldDefnH field = OGR_Fld_Create(column.name.c_str(), ogr_type(column.type));
        const bool sized = column.type == ColumnType::text || column.type == ColumnType::integer;
        if (form.fit_width && sized) OGR_Fld_SetWidth(field, widest(layer, i));
        const OGRErr error = OGR_L_CreateField(made, field, FALSE);
        OGR_Fld_Destroy(field);
        making.messages.check(error == OGRERR_NONE, making.what);
    }
    for (const Feature& feature : layer.features) {
        expects(feature.values.size() == layer.columns.size());
        const OgrFeature row(OGR_F_Create(OGR_L_GetLayerDefn(made)));
        for (std::size_t i = 0; i < layer.columns.size(); ++i) {
            set_value(row.get(), static_cast<int>(i), layer.columns[i].type, feature.values[i]);
        }
        if (has_geometry) {
            OGR_F_SetGeometryDirectly(row.get(), ogr_geometry(feature.geometry).release());
        }
        const OGRErr error = OGR_L_CreateFeature(made, row.get());
        making.messages.check(error == OGRERR_NONE, making.what);
    }
}

}  // namespace

Bytes make_gpkg(std::span<const Layer> layers, const GpkgOptions& options)
{
    const FixedDate same_date;
    Making making{"layers.gpkg", {}, {}};
    const Srs srs = srs_named(options.crs);
    Dataset dataset = create(making, "GPKG", {{"VERSION", gpkg_version}});
    for (const auto& [key, value] : options.metadata) {
        GDALSetMetadataItem(dataset.get(), key.c_str(), value.c_str(), nullptr);
    }
    GDALDatasetStartTransaction(dataset.get(), FALSE);
    for (const Layer& layer : layers) {
        Options how{{"FID", "fid"}};
        if (!layer.meaning.empty()) how.set("DESCRIPTION", layer.meaning);
        if (layer.kind != GeometryKind::none) how.set("GEOMETRY_NAME", geometry_column);
        add_layer(dataset.get(), layer, {srs.get()}, how, making);
    }
    for (const Layer& layer : layers)
        describe_columns(dataset.get(), layer.name, layer.columns);
    add_styles(dataset.get(), options.styles);
    making.messages.check(true, making.what);
    GDALDatasetCommitTransaction(dataset.get());
    close(std::move(dataset), making.messages, making.what);
    return making.folder.take(making.what);
}

Bytes make_geojson(const Layer& layer, const std::string& source_crs)
{
    Making making{layer.name + ".geojson", {}, {}};
    const Srs srs = srs_named(source_crs);
    const Options how{{"RFC7946", "YES"}, {"WRITE_NAME", "NO"}, {"COORDINATE_PRECISION", "6"}};
    Dataset dataset = create(making, "GeoJSON", {});
    add_layer(dataset.get(), layer, {srs.get()}, how, making);
    close(std::move(dataset), making.messages, making.what);
    return making.folder.take(making.what);
}

std::vector<NamedBytes> make_shapefile(const Layer& layer, const std::string& crs)
{
    expects(std::all_of(layer.columns.begin(), layer.columns.end(),
                        [](const Column& column) { return column.name.size() <= 10; }));
    Making making{layer.name + ".shp", {}, {}};
    const Srs srs = srs_named(crs);
    const Options how{{"ENCODING", "UTF-8"}, {"DBF_DATE_LAST_UPDATE", fixed_day}};
    Dataset dataset = create(making, "ESRI Shapefile", {});
    add_layer(dataset.get(), layer, {srs.get(), wkbPolygon, true}, how, making);
    close(std::move(dataset), making.messages, making.what);
    std::vector<NamedBytes> files;
    for (const std::string& name : making.folder.names()) {
        files.push_back({name, making.folder.take(name)});
    }
    return files;
}

}  // namespace geo::io
