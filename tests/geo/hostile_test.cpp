// SPDX-License-Identifier: EUPL-1.2
// Files that try to make the reader do more than read them.
#include <cstdlib>
#include <set>

#include "geo/io/foreign_tables.h"
#include "geo/io/handles.h"
#include "geo/io/layer_io.h"
#include "tests/support/catch.h"
#include "tests/support/content.h"
#include "tests/support/geo_files.h"
#include "tests/support/geo_shapes.h"
#include "tests/support/refusal.h"

using Catch::Matchers::ContainsSubstring;
using geo::io::GeometryKind;
using geo::io::Layer;
using support::TempFolder;

namespace {

constexpr std::string_view secret = "code,name\nhidden,treasure\n";

geo::io::Read taken(const std::string& where, GeometryKind kind = GeometryKind::none)
{
    geo::io::Source source;
    source.where = where;
    source.columns = {"code"};
    source.kind = kind;
    return geo::io::read_layer(source);
}

std::string told(const std::string& where)
{
    const auto message = support::refusal([&] { taken(where); });
    return message.empty() ? "accepted" : message;
}

/// A GeoPackage with an area, on which somebody has let SQL loose.
std::string changed_gpkg(const TempFolder& folder, const std::vector<std::string>& statements)
{
    const Layer areas{"areas",
                      GeometryKind::polygon,
                      {{"code", geo::io::ColumnType::text}},
                      {{support::box(155000, 463000, 1000, 1000), {"A1"}}}};
    const auto path = folder.write("changed.gpkg", geo::io::make_gpkg({&areas, 1}, {}));
    const auto dataset = geo::io::Dataset(
        GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr));
    REQUIRE(dataset != nullptr);
    const geo::io::GdalMessages unheard;
    for (const std::string& sql : statements) {
        if (auto* rows = GDALDatasetExecuteSQL(dataset.get(), sql.c_str(), nullptr, ""))
            GDALDatasetReleaseResultSet(dataset.get(), rows);
    }
    return path;
}

const std::string only_leak =
    "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('leak', 'attributes', "
    "'leak')";

}  // namespace

TEST_CASE("an ordinary GeoPackage with an index and views is read, a view is not", "[hostile]")
{
    const TempFolder folder;
    const auto path = changed_gpkg(
        folder, {"CREATE VIEW leak AS SELECT 1 AS fid, upper('b2') AS code", only_leak});
    CHECK(taken(path + "|areas", GeometryKind::polygon).layer.features.size() == 1);
    CHECK_THAT(told(path + "|leak"), ContainsSubstring("the layer 'leak' is a view"));
}

TEST_CASE("a quote in the name of a layer is part of the name", "[hostile]")
{
    const TempFolder folder;
    const std::string named =
        "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('o''x', "
        "'attributes', 'o''x')";
    const auto table =
        changed_gpkg(folder, {"CREATE TABLE \"o'x\" (fid INTEGER PRIMARY KEY, code TEXT)",
                              "INSERT INTO \"o'x\" (code) VALUES ('B2')", named});
    CHECK(taken(table + "|o'x").layer.features.size() == 1);
    const auto view =
        changed_gpkg(folder, {"CREATE VIEW \"o'x\" AS SELECT 1 AS fid, 'B2' AS code", named});
    CHECK_THAT(told(view + "|o'x"), ContainsSubstring("the layer 'o'x' is a view"));
}

TEST_CASE("a virtual table of a GeoPackage opens no other file", "[hostile]")
{
    const TempFolder folder;
    const auto other = folder.write("other.csv", secret);
    const auto path = changed_gpkg(
        folder, {"PRAGMA writable_schema = ON",
                 "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) VALUES ('table', "
                 "'leak', 'leak', 0, 'CREATE VIRTUAL TABLE leak USING VirtualText(''" +
                     other + "'', ''UTF-8'', 1, POINT, NONE, '','')')",
                 only_leak});
    REQUIRE_THAT(support::content(path), ContainsSubstring("VirtualText"));
    for (const char* layer : {"|areas", "|leak"}) {
        const auto message = told(path + layer);
        CHECK(message != "accepted");
        CHECK_THAT(message, !ContainsSubstring("treasure"));
    }
}

TEST_CASE("a module with the name of an index in its arguments is no index", "[hostile]")
{
    const TempFolder folder;
    const auto path = changed_gpkg(
        folder, {"CREATE VIRTUAL TABLE leak USING fts4(a, 'USING rtree(')", only_leak});
    CHECK_THAT(told(path + "|leak"), ContainsSubstring("holds the virtual table 'leak'"));
}

TEST_CASE("a table is virtual however its statement is written", "[hostile]")
{
    using geo::io::kind_of_table;
    using geo::io::TableKind;
    for (const char* sql :
         {"create virtual table a using fts4(b)", "CREATE/**/VIRTUAL--\n table a using dbstat",
          "CREATE \xef\xbb\xbfVIRTUAL TABLE a USING csv(b)",
          "CREATE\fVIRTUAL\rTABLE 'a' USING rtree(b)", "CREATE VIRTUAL TABLE a USING rtree(b);",
          "CREATE VIRTUAL TABLE a USING rtree", "CREATE VIRTUAL"}) {
        CAPTURE(sql);
        CHECK(kind_of_table(sql) == TableKind::foreign);
    }
    for (const char* sql :
         {"CREATE VIRTUAL TABLE \"rtree_areas_geom\" USING rtree(id, minx, maxx, miny, maxy)",
          "create virtual table a using /* */ \"rtree\" (id, b, c)"}) {
        CAPTURE(sql);
        CHECK(kind_of_table(sql) == TableKind::spatial_index);
    }
    for (const char* sql : {"", "CREATE", "CREATE TABLE virtual (a)", "/* create virtual",
                            "CREATE TABLE a (b AS (c) VIRTUAL)", "CREATE \"VIRTUAL\" TABLE a"}) {
        CAPTURE(sql);
        CHECK(kind_of_table(sql) == TableKind::ordinary);
    }
    CHECK(kind_of_table("CREATE VIRTUAL TABLE a USING rtree(" + std::string(3'000'000, 'b') +
                        ")") == TableKind::spatial_index);
}

TEST_CASE("a view of a GeoPackage calls no function of GDAL or SpatiaLite", "[hostile]")
{
    const TempFolder folder;
    const char* call = GENERATE("ogr_geocode('Utrecht')", "load_extension('x.so')",
                                "hstore_get_value('a=>b', 'a')", "ST_MinX(geom)");
    CAPTURE(call);
    const auto path = changed_gpkg(folder, {std::string("CREATE VIEW leak AS SELECT 1 AS fid, ") +
                                                call + " AS code FROM areas",
                                            only_leak});
    REQUIRE_THAT(support::content(path), ContainsSubstring("CREATE VIEW leak"));
    CHECK(told(path + "|leak") != "accepted");
}

TEST_CASE("another format behind a name that is allowed is refused", "[hostile]")
{
    const TempFolder folder;
    folder.write("other.csv", secret);
    const std::string vrt =
        "<OGRVRTDataSource><OGRVRTLayer name=\"other\"><SrcDataSource relativeToVRT=\"1\">"
        "other.csv</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
    const std::string kml =
        "<?xml version=\"1.0\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>"
        "<NetworkLink><Link><href>http://example.org/a.kml</href></Link></NetworkLink></Document>"
        "</kml>";
    const std::string wfs = "<OGRWFSDataSource><URL>http://example.org</URL></OGRWFSDataSource>";
    const std::string esri =
        "{\"serviceUrl\": \"http://example.org/arcgis/rest\", \"exceededTransferLimit\": true}";
    for (const auto& text : {vrt, kml, wfs, esri}) {
        for (const char* name : {"a.vrt", "a.gpkg", "a.geojson", "a.json", "a.shp", "a.fgb"}) {
            CAPTURE(text, name);
            CHECK(told(folder.write(name, text)) != "accepted");
        }
        CHECK(told(folder.write("a.csv", text)) != "accepted");
    }
}

TEST_CASE("no name is an address, a connection or a virtual file", "[hostile]")
{
    const TempFolder folder;
    const auto csv = folder.write("other.csv", secret);
    for (const std::string& name : std::vector<std::string>{
             "/vsicurl/http://example.org/a.csv", "/vsizip/" + csv, "/vsisubfile/0_9," + csv,
             "/vsigzip/" + csv, "/vsistdin/", "/vsimem/a.csv", "//vsimem/a.csv", "/./vsimem/a.csv",
             "/x/../vsimem/a.csv", "http://example.org/a.geojson", "CSV:" + csv, "PG:dbname=a",
             "GPKG:" + csv + ":a", "{\"type\":\"FeatureCollection\",\"features\":[]}",
             "<OGRVRTDataSource/>", csv + "?a=b", csv + "/", csv + "/../other.csv|x"}) {
        CAPTURE(name);
        CHECK(told(name) != "accepted");
    }
    CHECK(told(csv) == "accepted");
}

TEST_CASE("a database that another program keeps open is read, and nothing is made beside it",
          "[hostile]")
{
    const TempFolder folder;
    const auto path = changed_gpkg(folder, {"PRAGMA journal_mode = WAL"});
    const auto before = support::content(path);
    CHECK(before.at(18) == 2);  // the file says that it has a log
    CHECK(taken(path, GeometryKind::polygon).layer.features.size() == 1);
    CHECK(support::content(path) == before);
}

TEST_CASE("only the drivers that are named in the documentation exist", "[hostile]")
{
    geo::io::register_drivers();
    std::set<std::string> names;
    for (int i = 0; i < GDALGetDriverCount(); ++i)
        names.insert(GDALGetDescription(GDALGetDriver(i)));
    for (const char* own :
         {"ESRI Shapefile", "GPKG", "GeoJSON", "CSV", "FlatGeobuf", "MEM", "GTiff", "COG", "XLSX"})
        names.erase(own);
    names.erase("Memory");  // has no files
    CHECK(names == std::set<std::string>{});
}

TEST_CASE("GDAL heeds no setting of the environment, and PROJ has no network", "[hostile]")
{
    geo::io::register_drivers();
    for (const char* name : {"OGR_SQLITE_LOAD_EXTENSIONS", "GDAL_DRIVER_PATH", "OGR_DRIVER_PATH",
                             "ALLOW_OGR_SQL_FUNCTIONS_FROM_TRIGGER_AND_VIEW"}) {
        setenv(name, "/nowhere", 1);
        CHECK(CPLGetConfigOption(name, nullptr) == nullptr);
        unsetenv(name);
    }
    CHECK_FALSE(OSRGetPROJEnableNetwork());
}
