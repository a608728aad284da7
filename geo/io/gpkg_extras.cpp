// SPDX-License-Identifier: EUPL-1.2
#include "geo/io/gpkg_extras.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/check.h"

namespace geo::io {

namespace {

void execute(GDALDatasetH dataset, const std::string& sql)
{
    OGRLayerH none = GDALDatasetExecuteSQL(dataset, sql.c_str(), nullptr, nullptr);
    if (none) GDALDatasetReleaseResultSet(dataset, none);
}

/// Text as a literal of SQL; null when there is none.
std::string quoted(const std::string& text)
{
    if (text.empty()) return "NULL";
    std::string all = "'";
    for (const char c : text)
        all += c == '\'' ? std::string("''") : std::string(1, c);
    return all + "'";
}

/// The tables of the schema extension, as the standard writes them (GeoPackage 1.2, annex F.9).
constexpr const char* schema_tables[] = {
    "CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT,column_name TEXT,"
    "extension_name TEXT NOT NULL,definition TEXT NOT NULL,scope TEXT NOT NULL,"
    "CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))",
    "CREATE TABLE IF NOT EXISTS gpkg_data_columns (table_name TEXT NOT NULL,"
    "column_name TEXT NOT NULL,name TEXT,title TEXT,description TEXT,mime_type TEXT,"
    "constraint_name TEXT,CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),"
    "CONSTRAINT gdc_tn UNIQUE (table_name, name))",
    "CREATE TABLE IF NOT EXISTS gpkg_data_column_constraints (constraint_name TEXT NOT NULL,"
    "constraint_type TEXT NOT NULL,value TEXT,min NUMERIC,min_is_inclusive BOOLEAN,max NUMERIC,"
    "max_is_inclusive BOOLEAN,description TEXT,"
    "CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))",
};

/// Safe to call again. A unique constraint does not see two nulls as equal, hence the question.
void add_schema_extension(GDALDatasetH dataset)
{
    for (const char* table : schema_tables)
        execute(dataset, table);
    for (const char* table : {"gpkg_data_columns", "gpkg_data_column_constraints"}) {
        execute(dataset, fmt::format("INSERT INTO gpkg_extensions SELECT '{0}',NULL,'gpkg_schema',"
                                     "'http://www.geopackage.org/spec121/#extension_schema',"
                                     "'read-write' WHERE NOT EXISTS (SELECT 1 FROM gpkg_extensions "
                                     "WHERE table_name='{0}' AND extension_name='gpkg_schema')",
                                     table));
    }
}

void create_field(OGRLayerH layer, const char* name, OGRFieldType type,
                  OGRFieldSubType subtype = OFSTNone, const char* standard = nullptr)
{
    OGRFieldDefnH field = OGR_Fld_Create(name, type);
    OGR_Fld_SetSubType(field, subtype);
    if (standard) OGR_Fld_SetDefault(field, standard);
    OGR_L_CreateField(layer, field, FALSE);
    OGR_Fld_Destroy(field);
}

}  // namespace

void describe_columns(GDALDatasetH dataset, const std::string& layer,
                      std::span<const Column> columns)
{
    std::string rows;
    for (const Column& column : columns) {
        if (column.title.empty() && column.meaning.empty()) continue;
        rows += fmt::format("{}({},{},{},{})", rows.empty() ? "" : ",", quoted(layer),
                            quoted(column.name), quoted(column.title), quoted(column.meaning));
    }
    if (rows.empty()) return;
    add_schema_extension(dataset);
    execute(dataset,
            "INSERT OR REPLACE INTO gpkg_data_columns (table_name,column_name,title,"
            "description) VALUES " +
                rows);
}

void add_styles(GDALDatasetH dataset, std::span<const StoredStyle> styles)
{
    if (styles.empty()) return;
    const Options how{{"FID", "id"}};
    OGRLayerH table = GDALDatasetCreateLayer(dataset, "layer_styles", nullptr, wkbNone, how.get());
    if (!table) return;
    for (const char* name : {"f_table_catalog", "f_table_schema", "f_table_name",
                             "f_geometry_column", "styleName", "styleQML", "styleSLD"})
        create_field(table, name, OFTString);
    create_field(table, "useAsDefault", OFTInteger, OFSTBoolean);
    for (const char* name : {"description", "owner", "ui"})
        create_field(table, name, OFTString);
    create_field(table, "update_time", OFTDateTime, OFSTNone, "CURRENT_TIMESTAMP");
    for (const StoredStyle& style : styles) {
        expects(GDALDatasetGetLayerByName(dataset, style.layer.c_str()) != nullptr);
        const OgrFeature row(OGR_F_Create(OGR_L_GetLayerDefn(table)));
        int field = 0;
        // QGIS looks for an empty schema, not for none.
        for (const std::string& text :
             {std::string(), std::string(), style.layer, std::string(geometry_column), style.name,
              style.qml, style.sld})
            OGR_F_SetFieldString(row.get(), field++, text.c_str());
        OGR_F_SetFieldInteger(row.get(), field++, style.is_default ? 1 : 0);
        OGR_F_SetFieldString(row.get(), field++, style.description.c_str());
        OGR_F_SetFieldString(row.get(), field++, "");
        OGR_F_SetFieldNull(row.get(), field++);
        OGR_F_SetFieldDateTime(row.get(), field, 2026, 1, 1, 0, 0, 0, 100);  // 100: UTC
        if (OGR_L_CreateFeature(table, row.get()) != OGRERR_NONE) return;    // heard
    }
}

}  // namespace geo::io
