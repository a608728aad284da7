// SPDX-License-Identifier: EUPL-1.2
// Maps read back: what a user opens holds the figures that went in.
#include "sim/output/maps.h"
#include "geo/io/crs.h"
#include "geo/io/layer_io.h"
#include "sim/score/access.h"
#include "tests/sim/output/small_run.h"
#include "tests/support/catch.h"
#include "tests/support/geo_files.h"

namespace io = geo::io;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

/// A layer read back; values by feature and column name.
class Back {
public:
    Back(const std::string& where, const std::string& layer, io::GeometryKind kind,
         const std::string& crs = "EPSG:28992")
    {
        io::Source source;
        source.where = layer.empty() ? where : where + "|" + layer;
        source.columns = io::column_names(source.where);
        source.kind = kind;
        source.target_crs = crs;
        layer_ = io::read_layer(source).layer;
    }
    std::size_t size() const { return layer_.features.size(); }
    const io::Value& value(std::size_t feature, const std::string& column) const
    {
        for (std::size_t i = 0; i < layer_.columns.size(); ++i) {
            if (layer_.columns[i].name == column) return layer_.features.at(feature).values[i];
        }
        throw std::runtime_error("no column " + column);
    }
    std::string text(std::size_t feature, const std::string& column) const
    {
        return io::text(value(feature, column));
    }
    double number(std::size_t feature, const std::string& column) const
    {
        return io::number(value(feature, column), "read back", column);
    }
    bool is_null(std::size_t feature, const std::string& column) const
    {
        return std::holds_alternative<std::monostate>(value(feature, column));
    }
    const io::Geometry& geometry(std::size_t feature) const
    {
        return layer_.features.at(feature).geometry;
    }

private:
    io::Layer layer_;
};

struct Maps {
    support::SmallRun run;
    support::TempFolder temp;
    mgz::YearlyAccess access = mgz::access_of_years(run.world, run.scenario, run.ensemble);
    io::Bytes bytes = mgz::shortage_gpkg(run.world, run.scenario, run.ensemble, access, run.facts);
    std::string gpkg = temp.write("shortage.gpkg", bytes);
};

}  // namespace

TEST_CASE("layer regions: the map year, one feature each", "[maps]")
{
    const Maps maps;
    const Back regions(maps.gpkg, "regions", io::GeometryKind::polygon);
    REQUIRE(regions.size() == 3);
    CHECK(regions.text(1, "code") == "o");
    CHECK(regions.text(1, "name") == "East, \"the far\" one");
    CHECK(regions.number(0, "year") == 2005);
    CHECK(regions.number(0, "need_huisarts") == 100);
    CHECK_THAT(regions.number(0, "fte_huisarts"), WithinAbs(94, 1e-9));
    CHECK_THAT(regions.number(0, "short_huisarts"), WithinAbs(0.06, 1e-12));
    CHECK_THAT(regions.number(0, "short_huisarts_p05"), WithinAbs(0.051, 1e-12));
    CHECK_THAT(regions.number(0, "short_huisarts_p95"), WithinAbs(0.069, 1e-12));
    CHECK_THAT(regions.number(0, "shortage"), WithinAbs(0.07, 1e-12));
    CHECK_THAT(regions.number(2, "shortage_p95"), WithinAbs(0.139, 1e-12));
    CHECK(regions.text(0, "class") == "felt");
    CHECK(regions.text(2, "class") == "acute");
    CHECK(regions.number(0, "rank") == 3);
    CHECK(regions.number(2, "rank") == 1);
    CHECK_THAT(regions.number(2, "population"), WithinRel(100000.0, 1e-12));
    CHECK_THAT(geo::area(std::get<geo::MultiPolygon>(regions.geometry(0))), WithinAbs(4e8, 1e-3));
}

TEST_CASE("layer subregions names the region, need of nobody is no shortage", "[maps]")
{
    const Maps maps;
    const Back subregions(maps.gpkg, "subregions", io::GeometryKind::polygon);
    REQUIRE(subregions.size() == 4);
    CHECK(subregions.text(2, "code") == "o2");
    CHECK(subregions.text(2, "region") == "o");
    CHECK(subregions.number(2, "need_avg") == 0);
    CHECK(subregions.number(2, "short_avg") == 0);
    CHECK_THAT(subregions.number(2, "population"), WithinRel(20000.0, 1e-12));
    CHECK(subregions.number(3, "rank") == 1);
}

TEST_CASE("layers of every year have a date for a time controller", "[maps]")
{
    const Maps maps;
    const Back regions(maps.gpkg, "region_years", io::GeometryKind::polygon);
    REQUIRE(regions.size() == std::size_t{4 * 3});
    CHECK(regions.text(0, "date").starts_with("2003"));
    CHECK_THAT(regions.text(0, "date"), ContainsSubstring("12"));
    CHECK_THAT(regions.text(0, "date"), ContainsSubstring("31"));
    CHECK(regions.number(11, "year") == 2006);
    CHECK_THAT(regions.number(9, "shortage"), WithinAbs(0.08, 1e-12));
    CHECK(Back(maps.gpkg, "subregion_years", io::GeometryKind::polygon).size() ==
          std::size_t{4 * 4});
}

TEST_CASE("layer settlements has access per 10,000 people", "[maps]")
{
    const Maps maps;
    const Back settlements(maps.gpkg, "settlements", io::GeometryKind::point);
    REQUIRE(settlements.size() == 7);
    CHECK(settlements.text(6, "subregion") == "o2");
    CHECK(std::get<geo::Point>(settlements.geometry(0)) == support::drieland_point(5, 13));
    const mgz::Access access(maps.run.world, maps.run.scenario.need, mgz::Profession::so);
    const auto expected = access.of(maps.run.ensemble.employers[1]).settlements;
    double delivered = 0;
    for (std::size_t i = 0; i < 7; ++i) {
        const double value = settlements.number(i, "access_so");
        CHECK_THAT(value, WithinRel(1e4 * expected[static_cast<Eigen::Index>(i)], 1e-12));
        // All age groups are alike here, so that everybody counts for one.
        delivered += value / 1e4 * settlements.number(i, "population");
    }
    CHECK_THAT(delivered, WithinRel(7 * 7.0, 1e-9));  // seven organisations of 7 FTE
}

TEST_CASE("layer employers: a home without physicians has no share that is not met", "[maps]")
{
    const Maps maps;
    const Back employers(maps.gpkg, "employers", io::GeometryKind::point);
    REQUIRE(employers.size() == maps.run.world.employers.size());
    CHECK(employers.text(0, "kind") == "gp_practice");
    CHECK_THAT(employers.number(0, "short"), WithinAbs(0.3, 1e-6));
    const auto last = employers.size() - 1;
    CHECK(employers.text(last, "kind") == "small_home");
    CHECK(employers.number(last, "fte") == 0);
    CHECK(employers.is_null(last, "short"));
}

TEST_CASE("layer training_centres tells which are open in the map year", "[maps]")
{
    Maps maps;
    const Back centres(maps.gpkg, "training_centres", io::GeometryKind::point);
    REQUIRE(centres.size() == 4);
    CHECK(centres.text(2, "code") == "HA-2");
    CHECK(centres.text(2, "parent") == "HA-1");
    CHECK(centres.number(2, "from_year") == 2005);
    CHECK(centres.is_null(2, "to_year"));
    CHECK(centres.number(2, "open") == 1);
    maps.run.scenario.output.map_year = 2003;
    const auto earlier = maps.temp.write(
        "earlier.gpkg", mgz::shortage_gpkg(maps.run.world, maps.run.scenario, maps.run.ensemble,
                                           maps.access, maps.run.facts));
    CHECK(Back(earlier, "training_centres", io::GeometryKind::point).number(2, "open") == 0);
    CHECK(Back(earlier, "regions", io::GeometryKind::polygon).number(0, "year") == 2003);
}

TEST_CASE("shortage.geojson: the regions in WGS84 with the figures of the layer", "[maps]")
{
    const Maps maps;
    const auto& run = maps.run;
    const auto path = maps.temp.write("shortage.geojson",
                                      mgz::shortage_geojson(run.world, run.scenario, run.ensemble));
    const Back regions(path, "", io::GeometryKind::polygon, "EPSG:4326");
    REQUIRE(regions.size() == 3);
    CHECK(regions.text(0, "code") == "m");
    CHECK_THAT(regions.number(0, "shortage"), WithinAbs(0.07, 1e-12));
    const auto box = geo::bounds(std::get<geo::MultiPolygon>(regions.geometry(0)));
    const std::vector<geo::Point> corner{support::drieland_point(20, 0)};
    const auto expected = io::transform(corner, "EPSG:28992", "EPSG:4326").front();
    CHECK_THAT(box.min_x, WithinAbs(expected.x, 5e-3));  // the grid is turned by half a degree
    CHECK_THAT(box.min_y, WithinAbs(expected.y, 5e-3));
}

TEST_CASE("a map says what it is, where it comes from and what it is not", "[maps]")
{
    Maps maps;
    const auto text = [](const io::Bytes& bytes) {
        return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    };
    const auto with = text(maps.bytes);
    CHECK_THAT(with, ContainsSubstring("Drieland"));
    CHECK_THAT(with, ContainsSubstring("Simulated values, not observations"));
    CHECK_THAT(with, ContainsSubstring("Default geography: CBS, CC BY 4.0"));
    CHECK_THAT(with, ContainsSubstring(", need_huisarts [FTE], fte_huisarts [FTE], "));
    maps.run.facts.attribution.clear();
    const auto& run = maps.run;
    CHECK_THAT(
        text(mgz::shortage_gpkg(run.world, run.scenario, run.ensemble, maps.access, run.facts)),
        !ContainsSubstring("CBS"));
}
