// SPDX-License-Identifier: EUPL-1.2
// What is written comes back: GeoPackage, GeoJSON, shapefile; and CSV as people write it.
#include <limits>

#include "geo/io/layer_io.h"
#include "geo/io/tiling.h"
#include "tests/support/catch.h"
#include "tests/support/geo_files.h"
#include "tests/support/geo_shapes.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using geo::MultiPolygon;
using geo::Point;
using geo::io::ColumnType;
using geo::io::GeometryKind;
using geo::io::Layer;
using geo::io::Source;
using geo::io::Value;

namespace {

/// Two areas near Amersfoort, one of two parts and with a hole; every type of value, and nulls.
Layer areas()
{
    MultiPolygon first = support::box(150000, 460000, 10000, 8000);
    first.parts[0].holes.push_back(support::box_ring(152000, 462000, 1000, 1000));
    first.parts.push_back({support::box_ring(165000, 460000, 500, 500), {}});
    return {"areas",
            GeometryKind::polygon,
            {{"code", ColumnType::text},
             {"name", ColumnType::text},
             {"people", ColumnType::integer},
             {"share", ColumnType::real},
             {"day", ColumnType::date}},
            {{first, {"A1", "Súdwest-Fryslân", 12345678901LL, 0.1, "2023-12-31"}},
             {support::box(150000, 470000, 900, 900), {"A2", Value{}, -3LL, -2.5, Value{}}}}};
}

Layer places()
{
    return {"places",
            GeometryKind::point,
            {{"code", ColumnType::text}, {"fte", ColumnType::real}},
            {{Point{155000, 463000}, {"3811", 1.5}}, {Point{155100.25, 463000.5}, {"3812", 2.0}}}};
}

Source source(std::string where, std::vector<std::string> columns, GeometryKind kind)
{
    Source result;
    result.where = std::move(where);
    result.columns = std::move(columns);
    result.kind = kind;
    return result;
}

Layer read(std::string where, std::vector<std::string> columns,
           GeometryKind kind = GeometryKind::polygon)
{
    const geo::io::Read result =
        geo::io::read_layer(source(std::move(where), std::move(columns), kind));
    CHECK(result.repaired == 0);
    return result.layer;
}

const std::vector<std::string> all_columns{"code", "name", "people", "share", "day"};

void check_areas(const Layer& found, double tolerance)
{
    const Layer wanted = areas();
    REQUIRE(found.features.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& shape = std::get<MultiPolygon>(found.features[i].geometry);
        const auto& expected = std::get<MultiPolygon>(wanted.features[i].geometry);
        CHECK(shape.parts.size() == expected.parts.size());
        const double shared = geo::io::shared_area(shape, expected);
        CHECK_THAT(geo::area(shape) + geo::area(expected) - 2 * shared, WithinAbs(0, tolerance));
        CHECK(found.features[i].values == wanted.features[i].values);
    }
}

}  // namespace

TEST_CASE("areas come back from a GeoPackage", "[layer]")
{
    const support::TempFolder folder;
    const std::vector<Layer> layers{areas()};
    const std::string path = folder.write("a.gpkg", geo::io::make_gpkg(layers, {}));
    const Layer found = read(path, all_columns);
    check_areas(found, 0);
    CHECK(found.name == "areas");
    CHECK(found.columns[2].type == ColumnType::integer);
    CHECK(found.columns[3].type == ColumnType::real);
    CHECK(found.columns[4].type == ColumnType::date);
}

TEST_CASE("areas come back from a shapefile", "[layer]")
{
    const support::TempFolder folder;
    check_areas(read(folder.write(geo::io::make_shapefile(areas()), ".shp"), all_columns), 1e-6);
}

TEST_CASE("areas come back from GeoJSON, six decimals of a degree coarse", "[layer]")
{
    const support::TempFolder folder;
    const std::string path = folder.write("a.geojson", geo::io::make_geojson(areas()));
    // 0.05 m along some 40 km of edges.
    check_areas(read(path, all_columns), 4000);
}

TEST_CASE("points come back from each format", "[layer]")
{
    const support::TempFolder folder;
    const std::vector<Layer> layers{places()};
    const std::string paths[] = {folder.write("p.gpkg", geo::io::make_gpkg(layers, {})),
                                 folder.write("p.geojson", geo::io::make_geojson(places())),
                                 folder.write(geo::io::make_shapefile(places()), ".shp")};
    for (const std::string& path : paths) {
        INFO(path);
        const Layer found = read(path, {"code", "fte"}, GeometryKind::point);
        REQUIRE(found.features.size() == 2);
        const auto point = std::get<Point>(found.features[1].geometry);
        CHECK_THAT(point.x, WithinAbs(155100.25, 0.2));
        CHECK_THAT(point.y, WithinAbs(463000.5, 0.2));
        CHECK(geo::io::text(found.features[1].values[0]) == "3812");
        CHECK(geo::io::number(found.features[1].values[1], "", "") == 2);
    }
}

TEST_CASE("one layer of several is read by name", "[layer]")
{
    const support::TempFolder folder;
    geo::io::GpkgOptions styled;
    styled.styles = {{"areas", "plain", "All alike.", "<qgis/>", "", true}};
    const std::vector<Layer> both{areas(), places()};
    const std::string path = folder.write("two.gpkg", geo::io::make_gpkg(both, styled));
    CHECK(read(path + "|areas", {"code"}).features.size() == 2);
    CHECK(read(path + "|places", {"code"}, GeometryKind::point).name == "places");

    // Styles saved beside a single layer do not make it two.
    const std::vector<Layer> one{areas()};
    const auto bytes = geo::io::make_gpkg(one, styled);
    CHECK(read(folder.write("one.gpkg", bytes), {"code"}).name == "areas");
    CHECK(bytes == geo::io::make_gpkg(one, styled));
}

TEST_CASE("columns are found without regard to case, in the order asked for", "[layer]")
{
    const support::TempFolder folder;
    const std::vector<Layer> layers{areas()};
    const std::string path = folder.write("a.gpkg", geo::io::make_gpkg(layers, {}));
    Source wanted = source(path, {"SHARE", "Code"}, GeometryKind::polygon);
    wanted.optional_columns = {"absent", "name"};
    const Layer found = geo::io::read_layer(wanted).layer;
    REQUIRE(found.columns.size() == 4);
    CHECK(found.columns[0].name == "SHARE");
    CHECK(found.features[0].values == std::vector<Value>{0.1, "A1", Value{}, "Súdwest-Fryslân"});
    CHECK(geo::io::column_names(path) == all_columns);
}

TEST_CASE("CSV gives text, points from its columns, and null for empty", "[layer]")
{
    const support::TempFolder folder;
    const std::string path = folder.write(
        "p.csv", "code,name,east,north\n0012,\"Bergen, \"\"NH\"\"\",108000,520000\n13,,1.5,-2\n");
    Source wanted = source(path, {"code", "name"}, GeometryKind::point);
    wanted.x_column = std::string("east");
    wanted.y_column = std::string("north");
    const Layer found = geo::io::read_layer(wanted).layer;
    CHECK(found.name == "p");
    CHECK(found.features[0].values == std::vector<Value>{"0012", "Bergen, \"NH\""});
    CHECK(found.features[1].values == std::vector<Value>{"13", Value{}});
    CHECK(std::get<Point>(found.features[1].geometry) == Point{1.5, -2});
    CHECK(geo::io::place_of(path, 0) == path + ", row 2");
    CHECK(geo::io::place_of("a.shp", 0) == "a.shp, feature 1");
}

TEST_CASE("a plain table needs no coordinates, its header may be numbers", "[layer]")
{
    const support::TempFolder folder;
    const Layer found =
        read(folder.write("t.csv", "2003;2004\r\n1;2\r\n3;4\r\n"), {"2004"}, GeometryKind::none);
    REQUIRE(found.features.size() == 2);
    CHECK(found.features[1].values == std::vector<Value>{"4"});
    CHECK(std::holds_alternative<std::monostate>(found.features[1].geometry));
    CHECK(read(folder.write("h.csv", "a,b\n"), {"b"}, GeometryKind::none).features.empty());
}

TEST_CASE("a table without geometry goes into a GeoPackage and back", "[layer]")
{
    const support::TempFolder folder;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<Layer> layers{{"table",
                                     GeometryKind::none,
                                     {{"n", ColumnType::integer}, {"r", ColumnType::real}},
                                     {{{}, {1LL, nan}}, {{}, {Value{}, 2LL}}}}};
    const Layer found = read(folder.write("t.gpkg", geo::io::make_gpkg(layers, {})), {"n", "r"},
                             GeometryKind::none);
    CHECK(found.features[0].values == std::vector<Value>{1LL, Value{}});  // not finite: null
    CHECK(found.features[1].values == std::vector<Value>{Value{}, 2.0});
}

TEST_CASE("a slightly invalid ring is repaired and counted", "[layer]")
{
    // A kilometre square whose last corner is overshot by a loop of half a square metre.
    const MultiPolygon looped =
        support::shape({{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}, {0, -1}, {1, 0}, {0.5, 0.5}});
    const support::TempFolder folder;
    const std::vector<Layer> layers{{"areas",
                                     GeometryKind::polygon,
                                     {{"code", ColumnType::text}},
                                     {{looped, {"L"}}, {support::box(5000, 0, 9, 9), {"B"}}}}};
    const geo::io::Read result = geo::io::read_layer(source(
        folder.write("a.gpkg", geo::io::make_gpkg(layers, {})), {"code"}, GeometryKind::polygon));
    CHECK(result.repaired == 1);
    const auto& mended = std::get<MultiPolygon>(result.layer.features[0].geometry);
    CHECK_THAT(geo::area(mended), WithinRel(1e6, 1e-3));
}
