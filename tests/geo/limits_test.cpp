// SPDX-License-Identifier: EUPL-1.2
// Maps and tables that hold more than is read, under limits that a test can reach.
#include "geo/io/limits.h"

#include <fmt/format.h>

#include <filesystem>

#include "geo/io/layer_io.h"
#include "tests/support/catch.h"
#include "tests/support/geo_files.h"
#include "tests/support/geo_shapes.h"
#include "tests/support/refusal.h"

using Catch::Matchers::ContainsSubstring;
using geo::io::GeometryKind;
using geo::io::LayerLimits;

namespace {

std::string told_within(const LayerLimits& limits, const std::string& where,
                        GeometryKind kind = GeometryKind::none)
{
    geo::io::Source source;
    source.where = where;
    source.columns = {"code"};
    source.kind = kind;
    return support::refusal([&] { geo::io::read_layer(source, limits); });
}

/// Two areas of four vertices, the second of them with a hole of four.
std::string two_areas(const support::TempFolder& folder)
{
    auto holed = support::box(160000, 463000, 1000, 1000);
    holed.parts[0].holes.push_back(support::box_ring(160200, 463200, 100, 100));
    const geo::io::Layer layer{"areas",
                               GeometryKind::polygon,
                               {{"code", geo::io::ColumnType::text}},
                               {{support::box(155000, 463000, 1000, 1000), {"A"}}, {holed, {"B"}}}};
    return folder.write("areas.gpkg", geo::io::make_gpkg({&layer, 1}, {}));
}

}  // namespace

TEST_CASE("a table is read up to its limits and refused beyond", "[limits]")
{
    const support::TempFolder folder;
    // The second is not plain, and so read by GDAL.
    for (const char* separator : {",", ";"}) {
        CAPTURE(separator);
        const auto s = std::string(separator);
        const auto csv = folder.write("t.csv", "code" + s + "name\nA" + s + "x\nB" + s + "y\n");
        LayerLimits limits;
        limits.features = 2;
        CHECK(told_within(limits, csv).empty());
        limits.features = 1;
        CHECK_THAT(told_within(limits, csv), ContainsSubstring("t.csv: has more than 1 features"));

        limits = {};
        limits.columns = 2;
        CHECK(told_within(limits, csv).empty());
        limits.columns = 1;
        CHECK_THAT(told_within(limits, csv), ContainsSubstring("t.csv: has 2 columns"));

        limits = {};
        limits.text_bytes = 1;
        CHECK(told_within(limits, csv).empty());
        const auto longer = folder.write("l.csv", "code" + s + "name\nA" + s + "x\nBB" + s + "y\n");
        CHECK_THAT(told_within(limits, longer),
                   ContainsSubstring("l.csv, row 3, column 'code': the text has 2 bytes"));

        limits = {};
        limits.bytes = std::filesystem::file_size(csv);
        CHECK(told_within(limits, csv).empty());
        limits.bytes -= 1;
        CHECK_THAT(told_within(limits, csv), ContainsSubstring("t.csv: has more than 0 million"));

        const auto named =
            folder.write("n.csv", "code" + s + std::string(301, 'x') + "\nA" + s + "x\n");
        CHECK_THAT(told_within({}, named),
                   ContainsSubstring("n.csv: the name of column 2 has 301 bytes"));
        const auto steering = folder.write("e.csv", "code" + s + "name\nA\x1b[2J" + s + "x\n");
        CHECK_THAT(told_within({}, steering),
                   ContainsSubstring("row 2, column 'code': the text holds a control character"));
    }
}

TEST_CASE("boundaries are read up to a number of vertices", "[limits]")
{
    const support::TempFolder folder;
    const auto path = two_areas(folder);
    LayerLimits limits;
    limits.vertices = 13;  // two closed rings of five points, one more for each and for the part
    CHECK(told_within(limits, path, GeometryKind::polygon).empty());
    limits.vertices = 12;
    CHECK_THAT(told_within(limits, path, GeometryKind::polygon),
               ContainsSubstring("areas.gpkg, code 'B': the boundary has more than 12 vertices"));
    limits = {};
    limits.all_vertices = 20;
    CHECK(told_within(limits, path, GeometryKind::polygon).empty());
    limits.all_vertices = 19;
    CHECK_THAT(told_within(limits, path, GeometryKind::polygon),
               ContainsSubstring("areas.gpkg: has more than 19 vertices"));
    limits = {};
    limits.metres = 463000;
    CHECK_THAT(told_within(limits, path, GeometryKind::polygon),
               ContainsSubstring("code 'A': lies at"));
}

TEST_CASE("a coordinate that no map has is refused", "[limits]")
{
    const support::TempFolder folder;
    const auto csv = folder.write("p.csv", std::string_view("code,x_rd,y_rd\nA,1e300,463000\n"));
    CHECK_THAT(told_within({}, csv, GeometryKind::point),
               ContainsSubstring("p.csv, row 2: lies at"));
    const auto near = folder.write("q.csv", std::string_view("code,x_rd,y_rd\nA,155000,463000\n"));
    CHECK(told_within({}, near, GeometryKind::point).empty());
}
