// SPDX-License-Identifier: EUPL-1.2
// Same input, same bytes; and the promises each format makes.
#include <algorithm>
#include <string_view>
#include <thread>

#include "geo/io/layer_io.h"
#include "geo/io/raster_io.h"
#include "tests/support/catch.h"
#include "tests/support/geo_files.h"
#include "tests/support/geo_shapes.h"

using Catch::Matchers::ContainsSubstring;
using geo::io::Bytes;
using geo::io::ColumnType;
using geo::io::GeometryKind;
using geo::io::Layer;

namespace {

Layer sample()
{
    return {"sample",
            GeometryKind::polygon,
            {{"code", ColumnType::text}, {"share", ColumnType::real}},
            {{support::box(155000, 463000, 1000, 1000), {"A", 0.5}}}};
}

std::string as_text(const Bytes& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Bytes gpkg()
{
    const std::vector<Layer> layers{sample()};
    return geo::io::make_gpkg(layers, {"EPSG:28992", {{"seed", "7"}}});
}

Bytes cog()
{
    const geo::GridFrame frame{{0, 100000}, 500, 700, 600};
    geo::io::RasterBand band{"shortage", geo::Raster<float>::Constant(700, 600, -9999.0F)};
    for (int row = 100; row < 600; ++row) {
        for (int col = 50; col < 500; ++col) {
            band.values(row, col) = 0.01F * static_cast<float>((row * 31 + col * 17) % 101);
        }
    }
    return geo::io::make_cog(std::span(&band, 1), frame, -9999.0F, "EPSG:28992", {{"seed", "7"}});
}

}  // namespace

TEST_CASE("a GeoPackage holds titles and meanings of columns, and styles, where there are any",
          "[writer]")
{
    CHECK_THAT(as_text(gpkg()), !ContainsSubstring("gpkg_data_columns"));
    CHECK_THAT(as_text(gpkg()), !ContainsSubstring("layer_styles"));
    auto layer = sample();
    layer.meaning = std::string("One area's share.");
    layer.columns[1].title = std::string("share [1]");
    layer.columns[1].meaning = std::string("Part of the area's whole.");
    geo::io::GpkgOptions options;
    options.styles = {{"sample", "plain", "", "<qgis></qgis>", "", true}};
    const auto text = as_text(geo::io::make_gpkg(std::vector<Layer>{layer}, options));
    for (const char* expected : {"share [1]", "Part of the area's whole.", "One area's share.",
                                 "gpkg_schema", "<qgis></qgis>", "layer_styles"})
        CHECK_THAT(text, ContainsSubstring(expected));
}

TEST_CASE("the same layers give the same bytes", "[writer]")
{
    CHECK(gpkg() == gpkg());
    CHECK(geo::io::make_geojson(sample()) == geo::io::make_geojson(sample()));
    const auto first = geo::io::make_shapefile(sample());
    const auto second = geo::io::make_shapefile(sample());
    REQUIRE(first.size() == second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        CHECK(first[i].name == second[i].name);
        CHECK(first[i].bytes == second[i].bytes);
    }
}

TEST_CASE("threads that write at the same time write the same bytes", "[writer]")
{
    std::vector<Bytes> made(4);
    std::vector<std::thread> threads;
    for (Bytes& bytes : made)
        threads.emplace_back([&bytes] { bytes = gpkg(); });
    for (std::thread& thread : threads)
        thread.join();
    for (const Bytes& bytes : made)
        CHECK(bytes == made.front());
}

TEST_CASE("a GeoPackage carries a fixed date and its metadata", "[writer]")
{
    const std::string text = as_text(gpkg());
    CHECK(text.starts_with("SQLite format 3"));
    CHECK_THAT(text, ContainsSubstring("2026-01-01T00:00:00.000Z"));
    CHECK_THAT(text, ContainsSubstring("seed"));
}

TEST_CASE("GeoJSON follows RFC 7946", "[writer]")
{
    const std::string text = as_text(geo::io::make_geojson(sample()));
    CHECK_THAT(text, !ContainsSubstring("\"crs\""));
    CHECK_THAT(text, !ContainsSubstring("\"name\""));
    // Longitude first, six decimals, counter-clockwise from the lower left corner.
    CHECK_THAT(text, ContainsSubstring("[ 5.3872"));
    const std::size_t number = text.find("5.3872");
    CHECK(text.find_first_not_of("0123456789.", number) - number <= 8);
}

TEST_CASE("a shapefile is five files of the layer's name, in UTF-8", "[writer]")
{
    std::vector<std::string> names;
    for (const auto& file : geo::io::make_shapefile(sample())) {
        names.push_back(file.name);
        if (file.name == "sample.cpg") CHECK(as_text(file.bytes) == "UTF-8");
        if (file.name == "sample.dbf") {
            CHECK(static_cast<int>(file.bytes[1]) == 126);  // years since 1900: 2026
            CHECK(static_cast<int>(file.bytes[2]) == 1);
            CHECK(static_cast<int>(file.bytes[3]) == 1);
        }
    }
    CHECK(names == std::vector<std::string>{"sample.cpg", "sample.dbf", "sample.prj", "sample.shp",
                                            "sample.shx"});
}

TEST_CASE("a cloud-optimised GeoTIFF: same bytes, band name, no-data, overview", "[writer]")
{
    const Bytes bytes = cog();
    CHECK(bytes == cog());
    const std::string text = as_text(bytes);
    CHECK(text.starts_with("II*"));  // little-endian TIFF
    CHECK_THAT(text, ContainsSubstring("LAYOUT=IFDS_BEFORE_DATA"));
    CHECK_THAT(text, ContainsSubstring("shortage"));
    CHECK_THAT(text, ContainsSubstring("-9999"));
    CHECK_THAT(text, ContainsSubstring("seed"));
    CHECK(bytes.size() < 700 * 600 * 4);  // compressed
}
