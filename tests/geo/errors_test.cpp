// SPDX-License-Identifier: EUPL-1.2
// Every way a file can be wrong, and the sentence that says so.
#include <algorithm>
#include <cstring>
#include <limits>

#include "geo/check.h"
#include "geo/io/layer_io.h"
#include "tests/support/catch.h"
#include "tests/support/geo_files.h"
#include "tests/support/geo_shapes.h"

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::Equals;
using geo::io::ColumnType;
using geo::io::GeometryKind;
using geo::io::Layer;
using support::TempFolder;

namespace {

std::string refusal(const std::string& where, std::vector<std::string> columns = {"code"},
                    GeometryKind kind = GeometryKind::polygon)
{
    geo::io::Source source;
    source.where = where;
    source.columns = std::move(columns);
    source.kind = kind;
    try {
        geo::io::read_layer(source);
    } catch (const geo::InputError& error) {
        return error.what();
    }
    return "accepted";
}

Layer one_area(geo::io::Geometry geometry, const std::string& name = "areas")
{
    return {name,
            GeometryKind::polygon,
            {{"code", ColumnType::text}, {"name", ColumnType::text}},
            {{std::move(geometry), {"A1", "Alpha"}}}};
}

std::string gpkg(const TempFolder& folder, std::vector<Layer> layers)
{
    return folder.write("a.gpkg", geo::io::make_gpkg(layers, {}));
}

std::string geojson(const TempFolder& folder, const std::string& geometry)
{
    return folder.write("a.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature",)"
                                     R"("properties":{"code":"A1"},"geometry":)" +
                                         geometry + "}]}");
}

}  // namespace

TEST_CASE("a file that is not there", "[errors]")
{
    const TempFolder folder;
    folder.write("regions.shp", "");
    CHECK_THAT(refusal(folder.path("regoins.shp")),
               Equals(folder.path("regoins.shp") + ": no such file; did you mean 'regions.shp'?"));
    CHECK_THAT(refusal(folder.path("other.gpkg")),
               Equals(folder.path("other.gpkg") + ": no such file; check the path"));
    CHECK_THAT(refusal(""), Equals("the path of a map is empty; name a file"));
    CHECK_THAT(refusal(std::string("a\0b", 3)),
               Equals("the path of a map holds a NUL byte; name a file"));
}

TEST_CASE("virtual file systems, devices and connection strings", "[errors]")
{
    const std::string right = ": virtual file systems are not read; give a file on disk";
    for (const std::string path : {"/vsicurl/http://a.b/c.shp", "/vsimem/a.gpkg", "/vsistdin/"}) {
        CHECK_THAT(refusal(path), Equals(path + right));
    }
    CHECK_THAT(refusal("/dev/null"),
               Equals("/dev/null: is not a file; give a shapefile, GeoPackage, GeoJSON or CSV"));
    for (const std::string text : {"PG:dbname=a", "CSV:a.csv", "http://a.b/c.geojson", "{}"}) {
        CHECK_THAT(refusal(text), Equals(text + ": no such file; check the path"));
    }
}

TEST_CASE("a file of another kind, and a broken one", "[errors]")
{
    const TempFolder folder;
    const std::string right = "; give a shapefile, GeoPackage, GeoJSON or CSV";
    const std::string notes = folder.write("notes.txt", "hello\n");
    CHECK_THAT(refusal(notes), Equals(notes + ": is not a map or table of a known kind" + right));

    const std::string broken = folder.write("a.geojson", R"({"type":"FeatureCollection",)");
    CHECK_THAT(refusal(broken), ContainsSubstring(broken + ": cannot be read ("));
    CHECK_THAT(refusal(broken), ContainsSubstring(right));
}

TEST_CASE("a shapefile cut short", "[errors]")
{
    const TempFolder folder;
    auto files = geo::io::make_shapefile(one_area(support::box(0, 0, 9, 9)));
    for (auto& file : files) {
        if (file.name.ends_with(".shp")) file.bytes.resize(file.bytes.size() - 40);
    }
    CHECK_THAT(refusal(folder.write(files, ".shp")), ContainsSubstring("cannot be read ("));
}

TEST_CASE("several layers, or the wrong one", "[errors]")
{
    const TempFolder folder;
    const std::string path = gpkg(folder, {one_area(support::box(0, 0, 9, 9), "regions"),
                                           one_area(support::box(0, 0, 9, 9), "subregions")});
    CHECK_THAT(refusal(path), Equals(path + ": holds several layers (regions, subregions); " +
                                     "name one, as in '" + path + "|regions'"));
    CHECK_THAT(refusal(path + "|regoins"),
               Equals(path + ": has no layer 'regoins'; did you mean 'regions'?"));
    CHECK_THAT(refusal(path + "|villages"),
               Equals(path + ": has no layer 'villages'; it holds regions, subregions"));
    CHECK_THAT(refusal(path + "|regions"), Equals("accepted"));
}

TEST_CASE("a missing column", "[errors]")
{
    const TempFolder folder;
    const std::string path = gpkg(folder, {one_area(support::box(0, 0, 9, 9))});
    CHECK_THAT(refusal(path, {"code", "nmae"}),
               Equals(path + ": there is no column 'nmae'; did you mean 'name'? " +
                      "(it has name, code)"));
    CHECK_THAT(refusal(path, {"population"}),
               Equals(path + ": there is no column 'population'; it has code, name"));

    const std::string table = folder.write("t.csv", "code,x\n1,2\n");
    CHECK_THAT(refusal(table, {"code"}, GeometryKind::point),
               Equals(table + ": there is no column 'x_rd'; it has x, code"));
}

TEST_CASE("no coordinate system", "[errors]")
{
    const TempFolder folder;
    const std::string path =
        folder.write(geo::io::make_shapefile(one_area(support::box(0, 0, 9, 9))), ".shp");
    std::filesystem::remove(folder.path("areas.prj"));
    CHECK_THAT(refusal(path),
               Equals(path + ": has no coordinate system; save it with one, such as EPSG:28992 " +
                      "(a shapefile keeps it in .prj)"));
    CHECK_THAT(refusal(path, {"code"}, GeometryKind::none), Equals("accepted"));
}

TEST_CASE("a coordinate system of a building site", "[errors]")
{
    const TempFolder folder;
    const std::string path =
        folder.write(geo::io::make_shapefile(one_area(support::box(0, 0, 9, 9))), ".shp");
    folder.write("areas.prj", R"(LOCAL_CS["site",UNIT["metre",1]])");
    CHECK_THAT(refusal(path),
               Equals(path + ": its coordinate system (site) cannot be turned into Amersfoort / " +
                      "RD New; save it in a well-known system such as EPSG:28992"));
}

TEST_CASE("coordinates of another system than the file says", "[errors]")
{
    const TempFolder folder;
    const std::string path = geojson(folder, R"({"type":"Polygon","coordinates":)"
                                             R"([[[155000,463000],[156000,463000],)"
                                             R"([156000,464000],[155000,463000]]]})");
    CHECK_THAT(refusal(path),
               Equals(path + ", code 'A1': a coordinate lies outside its coordinate system; " +
                      "check the coordinates and their coordinate system"));
}

TEST_CASE("the wrong geometry, or none", "[errors]")
{
    const TempFolder folder;
    std::string path = geojson(folder, R"({"type":"Point","coordinates":[5,52]})");
    CHECK_THAT(refusal(path),
               Equals(path + ", code 'A1': the geometry is a POINT; give an area (polygon)"));
    path = geojson(folder, R"({"type":"LineString","coordinates":[[5,52],[6,52]]})");
    CHECK_THAT(refusal(path, {"code"}, GeometryKind::point),
               Equals(path + ", code 'A1': the geometry is a LINESTRING; give a point"));
    path = geojson(folder, R"({"type":"MultiPoint","coordinates":[[5,52],[6,52]]})");
    CHECK_THAT(refusal(path, {"code"}, GeometryKind::point),
               Equals(path + ", code 'A1': the geometry is a MULTIPOINT; give a point"));
    path = geojson(folder, R"({"type":"MultiPoint","coordinates":[[5,52]]})");
    CHECK_THAT(refusal(path, {"code"}, GeometryKind::point), Equals("accepted"));
    path = geojson(folder, "null");
    CHECK_THAT(refusal(path), Equals(path + ", code 'A1': has no geometry; draw it or leave the " +
                                     "feature out"));
    path = folder.write("t.csv", "code,name\n1,a\n");
    CHECK_THAT(refusal(path), Equals(path + ": a CSV file holds no areas; give a shapefile, " +
                                     "GeoPackage or GeoJSON"));
}

TEST_CASE("a coordinate that is not finite", "[errors]")
{
    // GDAL refuses to write one, so it is put into the bytes afterwards.
    const double finite = 1234.5, infinity = std::numeric_limits<double>::infinity();
    auto files = geo::io::make_shapefile(one_area(support::shape({{0, 0}, {99, 0}, {9, finite}})));
    for (auto& file : files) {
        if (!file.name.ends_with(".shp")) continue;
        const auto* pattern = reinterpret_cast<const std::byte*>(&finite);
        const auto vertices = file.bytes.begin() + 150;  // beyond the boxes, which hold it too
        const auto found =
            std::search(vertices, file.bytes.end(), pattern, pattern + sizeof finite);
        REQUIRE(found != file.bytes.end());
        std::memcpy(&*found, &infinity, sizeof infinity);
    }
    const TempFolder folder;
    const std::string path = folder.write(files, ".shp");
    CHECK_THAT(refusal(path),
               Equals(path + ", code 'A1': a coordinate is not a finite number; check the " +
                      "coordinates and their coordinate system"));
}

TEST_CASE("a bow tie is refused by name", "[errors]")
{
    //  9 A     C     The ring A B C D crosses itself in the middle, at 50 50.
    //    | \ / |
    //    | / \ |
    //  0 D     B
    const TempFolder folder;
    const std::string path =
        gpkg(folder, {one_area(support::shape({{0, 100}, {100, 0}, {100, 100}, {0, 0}}))});
    CHECK_THAT(refusal(path),
               Equals(path + ", code 'A1': the boundary is not valid (Self-intersection at 50 50)" +
                      ", and mending it would change its area from 0 to 5000; redraw it so that " +
                      "no ring crosses itself or another"));
}

TEST_CASE("an area without area", "[errors]")
{
    const TempFolder folder;
    const std::string path = gpkg(folder, {one_area(support::shape({{0, 0}, {100, 0}}))});
    CHECK_THAT(refusal(path), Equals(path + ", code 'A1': the boundary has no area; draw at " +
                                     "least one ring of 3 corners"));
}

TEST_CASE("a CSV with bad coordinates, bad text, or an open quote", "[errors]")
{
    const TempFolder folder;
    std::string path = folder.write("p.csv", "code,x_rd,y_rd\n1,5,5\n2,abc,5\n");
    CHECK_THAT(refusal(path, {"code"}, GeometryKind::point),
               Equals(path + ", row 3, column 'x_rd': 'abc' is not a number; write a plain " +
                      "number such as 1250 or 0.25"));
    path = folder.write("p.csv", "code,x_rd,y_rd\n1,5,\n");
    CHECK_THAT(refusal(path, {"code"}, GeometryKind::point),
               Equals(path + ", row 2, column 'y_rd': is empty; write a plain number such as " +
                      "1250 or 0.25"));
    path = folder.write("p.csv",
                        "code,name\n1,S\xfa"
                        "dwest\n");
    CHECK_THAT(refusal(path, {"code", "name"}, GeometryKind::none),
               Equals(path + ", row 2, column 'name': the text is not UTF-8; save the file in " +
                      "UTF-8"));
    path = folder.write("p.csv", "code,name\n1,one\n2,\"two\n3,three\n");
    CHECK_THAT(refusal(path, {"code"}, GeometryKind::none),
               Equals(path + ", row 3: a quote is opened and never closed; write \"\" for a " +
                      "quote inside a quoted text"));
}

TEST_CASE("a CSV that is no rectangle", "[errors]")
{
    const TempFolder folder;
    const std::string right = "; put text that holds the separator in quotes";
    std::string path = folder.write("p.csv", "code,fte\n\n1,2\n2,3,5\n");  // a decimal comma
    CHECK_THAT(refusal(path, {"code"}, GeometryKind::none),
               Equals(path + ", row 3: the row has 3 fields where the header has 2" + right));
    path = folder.write("p.csv", "code;fte;name\n1;2;\"a;\"\"b\nc\"\n2;3\n");
    CHECK_THAT(refusal(path, {"code"}, GeometryKind::none),
               Equals(path + ", row 3: the row has 2 fields where the header has 3" + right));
    for (const char* content : {"", "code\n1\n2\n"}) {
        path = folder.write("p.csv", content);
        CHECK_THAT(refusal(path, {"code"}, GeometryKind::none),
                   Equals(path + ": is not a table with a header and two columns or more; " +
                          "separate columns by commas or semicolons"));
    }
}
