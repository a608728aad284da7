// SPDX-License-Identifier: EUPL-1.2
// The committed shapefiles are what the source tables make, and obey their laws.
#include "tools/build_shapefiles/default_geography.h"

#include <map>
#include <set>

#include "geo/io/layer_io.h"
#include "geo/io/tiling.h"
#include "tests/support/catch.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using geo::MultiPolygon;
using geo::Point;
using geo::io::Area;
using geo::io::GeometryKind;
using geo::io::Layer;
using geo::io::text;

namespace {

const std::string shapefiles = std::string(MGZ_SOURCE_DIR) + "/shapefiles/";

Layer committed(const std::string& name, std::vector<std::string> columns, GeometryKind kind)
{
    geo::io::Source source;
    source.where = shapefiles + name + ".shp";
    source.columns = std::move(columns);
    source.kind = kind;
    const geo::io::Read read = geo::io::read_layer(source);
    CHECK(read.repaired == 0);
    return read.layer;
}

Layer committed_areas(const std::string& name)
{
    return committed(name, {"code"}, GeometryKind::polygon);
}

std::vector<Area> areas_of(const Layer& layer)
{
    std::vector<Area> areas;
    for (const auto& feature : layer.features) {
        areas.push_back({text(feature.values[0]), std::get<MultiPolygon>(feature.geometry)});
    }
    return areas;
}

double total_area(const std::vector<Area>& areas)
{
    double total = 0;
    for (const Area& area : areas)
        total += geo::area(area.shape);
    return total;
}

}  // namespace

TEST_CASE("the committed shapefiles are what the source tables make", "[default]")
{
    for (const Layer& made : tools::default_geography(shapefiles + "source")) {
        INFO(made.name);
        std::vector<std::string> columns;
        for (const auto& column : made.columns)
            columns.push_back(column.name);
        CHECK(geo::io::column_names(shapefiles + made.name + ".shp") == columns);
        const Layer found = committed(made.name, columns, made.kind);
        REQUIRE(found.features.size() == made.features.size());
        for (std::size_t i = 0; i < made.features.size(); ++i) {
            const auto& expected = made.features[i];
            const auto& feature = found.features[i];
            INFO(text(expected.values[0]));
            CHECK(feature.values == expected.values);
            if (made.kind == GeometryKind::point) {
                CHECK(feature.geometry == expected.geometry);
                continue;
            }
            // Not vertex by vertex: versions of GEOS start rings elsewhere.
            const auto& a = std::get<MultiPolygon>(feature.geometry);
            const auto& b = std::get<MultiPolygon>(expected.geometry);
            const double differs = geo::area(a) + geo::area(b) - 2 * geo::io::shared_area(a, b);
            CHECK_THAT(differs, WithinAbs(0, 1.0));
        }
    }
}

TEST_CASE("31 regions, 56 subregions, 4,067 settlements", "[default]")
{
    CHECK(committed_areas("regions").features.size() == 31);
    CHECK(committed_areas("subregions").features.size() == 56);
    CHECK(committed_areas("municipalities").features.size() == 345);
    CHECK(committed("settlements", {"code"}, GeometryKind::point).features.size() == 4067);
}

TEST_CASE("areas do not overlap, and their only gaps are the eleven waters", "[default]")
{
    const double land = total_area(areas_of(committed_areas("regions")));
    CHECK_THAT(land, WithinRel(36.5e9, 0.01));  // 36,500 km2
    for (const char* name : {"regions", "subregions", "municipalities"}) {
        INFO(name);
        const std::vector<Area> areas = areas_of(committed_areas(name));
        // Rounding to whole metres moves the shore by under a metre.
        CHECK_THAT(total_area(areas), WithinRel(land, 1e-5));
        const geo::io::TilingReport report = geo::io::check_tiling(areas, 0.01);
        CHECK(report.overlaps.empty());
        CHECK(report.orphans.empty());
        CHECK(report.gaps.size() == 11);
        for (const auto& gap : report.gaps)
            CHECK(gap.square_metres > 2e7);
    }
}

TEST_CASE("every settlement lies inside its own areas", "[default]")
{
    const Layer settlements =
        committed("settlements", {"code", "region", "subregion", "muni"}, GeometryKind::point);
    const std::pair<const char*, std::size_t> levels[] = {
        {"regions", 1}, {"subregions", 2}, {"municipalities", 3}};
    for (const auto& [name, column] : levels) {
        std::map<std::string, MultiPolygon> shapes;
        for (const Area& area : areas_of(committed_areas(name)))
            shapes[area.code] = area.shape;
        for (const auto& settlement : settlements.features) {
            INFO(name << " " << text(settlement.values[0]));
            const auto found = shapes.find(text(settlement.values[column]));
            REQUIRE(found != shapes.end());
            CHECK(geo::contains(found->second, std::get<Point>(settlement.geometry)));
        }
    }
}

TEST_CASE("codes are unique and refer to each other", "[default]")
{
    const auto codes = [](const std::string& name, GeometryKind kind) {
        std::set<std::string> unique;
        const Layer layer = committed(name, {"code"}, kind);
        for (const auto& feature : layer.features)
            unique.insert(text(feature.values[0]));
        CHECK(unique.size() == layer.features.size());
        return unique;
    };
    const auto regions = codes("regions", GeometryKind::polygon);
    codes("municipalities", GeometryKind::polygon);
    codes("settlements", GeometryKind::point);
    const auto centres = codes("training_centres", GeometryKind::point);
    const Layer subregions = committed("subregions", {"code", "region"}, GeometryKind::polygon);
    for (const auto& feature : subregions.features)
        CHECK(regions.contains(text(feature.values[1])));
    const Layer dependances = committed("training_centres", {"parent"}, GeometryKind::point);
    for (const auto& feature : dependances.features) {
        const std::string parent = text(feature.values[0]);
        if (!parent.empty()) CHECK(centres.contains(parent));
    }
}

TEST_CASE("shares of training places add up for general practice and elderly care", "[default]")
{
    std::map<std::string, double> total;
    const Layer centres = committed("training_centres", {"prof", "share"}, GeometryKind::point);
    for (const auto& feature : centres.features) {
        total[text(feature.values[0])] += geo::io::number(feature.values[1], "", "share");
    }
    CHECK_THAT(total.at("huisarts"), WithinRel(1.0, 1e-12));
    CHECK_THAT(total.at("so"), WithinRel(1.0, 1e-12));
    CHECK(total.at("avg") == 2.0);  // two equal groups; shares count relative to each other
}
