// SPDX-License-Identifier: EUPL-1.2
// A user's own geography and employers, written to a folder and read back.
#include <algorithm>

#include "geo/check.h"
#include "sim/input/world_input.h"
#include "tests/support/catch.h"
#include "tests/support/default_inputs.h"
#include "tests/support/drieland.h"
#include "tests/support/geo_files.h"

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using namespace mgz;
namespace io = geo::io;

namespace {

const std::string settlement_header =
    "code,name,region,x_rd,y_rd,pop_0_19,pop_20_64,pop_65_74,pop_75_84,pop_85p\n";
const std::string centre_header = "code,name,prof,share,parent,x_rd,y_rd\n";
const std::string employer_header = "code,kind,size,owners,x_rd,y_rd\n";

std::string at(double x_km, double y_km)
{
    const auto p = support::drieland_point(x_km, y_km);
    return fmt::format("{},{}", p.x, p.y);
}

/// Two regions side by side, 20 km wide. Both have the same name; the settlements' own column
/// "region" says the opposite of where they lie.
struct Folder {
    Folder()
    {
        io::Layer layer;
        layer.name = "areas";
        layer.kind = io::GeometryKind::polygon;
        layer.columns = {{"area", io::ColumnType::text}, {"label", io::ColumnType::text}};
        layer.features.push_back({support::drieland_box(20, 0, 20, 20), {"e", "Same"}});
        layer.features.push_back({support::drieland_box(0, 0, 20, 20), {"w", "Same"}});
        scenario.geography.regions = {files.write("areas.gpkg", io::make_gpkg({{layer}}, {})),
                                      "area", "label"};
        scenario.geography.subregions.where = "none";
        settlements("2,Left,e," + at(5, 5) + ",100,500,100,50,10\n1,Right,w," + at(30, 5) +
                    ",200,600,100,50,20\n3,Corner,w," + at(25, 19) + ",10,20,10,5,1\n");
        centres("HA,Centre,huisarts,1,," + at(5, 5) + "\n");
        scenario.inputs.student_origins = "none";
        scenario.world.gp_practices = 6;
        scenario.world.vvt_organisations = 8;
        scenario.world.ghz_organisations = 2;
        scenario.world.small_homes = 2;
    }
    void settlements(const std::string& rows)
    {
        scenario.geography.settlements.where =
            files.write("settlements.csv", settlement_header + rows);
    }
    void centres(const std::string& rows)
    {
        scenario.inputs.training_centres = files.write("centres.csv", centre_header + rows);
    }
    void employers(const std::string& rows)
    {
        scenario.inputs.employers = files.write("employers.csv", employer_header + rows);
    }
    World load()
    {
        report = {};
        return load_world(scenario, report);
    }
    void refused(const std::string& where, const std::string& wrong)
    {
        CHECK_THROWS_AS(load(), geo::InputError);
        CHECK_THROWS_WITH(load(), ContainsSubstring(where) && ContainsSubstring(wrong));
    }

    support::TempFolder files;
    Scenario scenario;
    InputReport report;
};

}  // namespace

TEST_CASE("a settlement's region is where it lies, whatever names and columns say")
{
    Folder f;
    const World world = f.load();
    REQUIRE(world.regions.size() == 2);
    REQUIRE(world.settlements.size() == 3);
    const auto code_of = [&](std::size_t i) {
        return world.regions[world.settlements[SettlementId::at(i)].region].code;
    };
    CHECK(world.settlements[SettlementId::at(1)].name == "Left");
    CHECK(code_of(0) == "e");
    CHECK(code_of(1) == "w");
    CHECK(code_of(2) == "e");
    CHECK(f.report.snapped == 0);
}

TEST_CASE("without subregions each region is its own")
{
    Folder f;
    const World world = f.load();
    REQUIRE(world.subregions.size() == 2);
    for (const auto& s : world.settlements) {
        CHECK(world.subregions[s.subregion].region == s.region);
        CHECK(world.subregions[s.subregion].code == world.regions[s.region].code);
    }
}

TEST_CASE("a settlement just outside joins the nearest region and is counted, one far out is not")
{
    Folder f;
    const std::string inside =
        "1,A,," + at(5, 5) + ",1,1,1,1,1\n2,B,," + at(30, 5) + ",1,1,1,1,1\n";
    f.settlements(inside + "3,Pier,," + at(41, 10) + ",1,1,1,1,1\n");
    const World world = f.load();
    CHECK(f.report.snapped == 1);
    CHECK(world.regions[world.settlements[SettlementId::at(2)].region].code == "e");
    f.settlements(inside + "3,Island,," + at(43, 10) + ",1,1,1,1,1\n");
    f.refused("settlement 3", "3000 m from the nearest region (e)");
    f.scenario.geography.snap_m = 3500;
    CHECK(f.load().settlements.size() == 3);
}

TEST_CASE("what is wrong with settlements is said by code and column")
{
    Folder f;
    const std::string two = "1,A,," + at(5, 5) + ",1,1,1,1,1\n2,B,," + at(30, 5) + ",1,1,1,1,1\n";
    f.settlements(two + "2,C,," + at(31, 5) + ",1,1,1,1,1\n");
    f.refused("settlements.csv", "settlement \"2\" stands twice");
    f.settlements(two + "3,C,," + at(31, 5) + ",1,1,1,-4,1\n");
    f.refused("settlement 3, column 'pop_75_84'", "population is -4");
    f.settlements(two + "3,C,," + at(31, 5) + ",1,1,1,1e300,1\n");
    f.refused("settlement 3, column 'pop_75_84'", "population is 1e+300; give 0 to 1000000000");
    f.settlements(two + "3,C,," + at(31, 5) + ",1,1,many,1,1\n");
    f.refused("settlement 3", "pop_65_74");
    f.settlements("1,A,," + at(5, 5) + ",1,1,1,1,1\n2,B,," + at(30, 5) + ",0,0,0,0,0\n");
    f.refused("settlements.csv", "nobody lives in region e");
}

TEST_CASE("every region needs a subregion where there are any")
{
    Folder f;
    io::Layer layer;
    layer.name = "parts";
    layer.kind = io::GeometryKind::polygon;
    layer.columns = {{"code", io::ColumnType::text},
                     {"name", io::ColumnType::text},
                     {"region", io::ColumnType::text}};
    layer.features.push_back({support::drieland_box(0, 0, 20, 20), {"w1", "West", "w"}});
    f.scenario.geography.subregions = {f.files.write("parts.gpkg", io::make_gpkg({{layer}}, {})),
                                       "code", "name", "region"};
    f.refused("parts.gpkg", "region e has no subregion; give every region at least one");
}

TEST_CASE("a province in which nobody studies is a mistake")
{
    Folder f;
    const std::string header = "province,inhabitants_per_student\n";
    f.scenario.inputs.student_origins = f.files.write("students.csv", header + "A,50\nB,0\n");
    f.refused("students.csv, province B", "inhabitants_per_student is 0; give more than 0");
}

TEST_CASE("what is wrong with training centres is said by code")
{
    Folder f;
    f.centres("A,Centre,surgeon,1,," + at(5, 5) + "\n");
    f.refused("centre A", "profession \"surgeon\" is unknown");
    f.centres("A,Centre,so,-1,," + at(5, 5) + "\n");
    f.refused("centre A", "share is -1");
    f.centres("A,Centre,so,1e300,," + at(5, 5) + "\n");
    f.refused("centre A", "share is 1e+300; give 0 to 1000000000");
    f.scenario.inputs.training_centres = f.files.write(
        "years.csv",
        "code,name,prof,share,from_year,x_rd,y_rd\nA,Centre,so,1,1e300," + at(5, 5) + "\n");
    f.refused("centre A", "from_year is 1e+300; give a whole number from 1900 to 2200");
    f.centres("A,Centre,so,1,B," + at(5, 5) + "\n");
    f.refused("centre A", "parent \"B\" is no centre");
    f.centres("A,Centre,so,1,," + at(5, 5) + "\nA,Again,avg,1,," + at(5, 5) + "\n");
    f.refused("centres.csv", "stands twice");
    f.centres("A,Centre,so,0,," + at(5, 5) + "\n");
    f.refused("centres.csv", "no centre has training places");
}

TEST_CASE("a country that trains nobody in any year is a mistake")
{
    Folder f;
    for (const Profession p : all_professions)
        f.scenario.training.places[p] = Series{{{2000, 0}}};
    f.refused("training", "zero in every year");
}

TEST_CASE("a user's employers are placed, ordered and scaled to shares of the need of a region")
{
    Folder f;
    f.employers("b,vvt,30,," + at(6, 5) + "\na,vvt,10,," + at(4, 5) + "\nc,vvt,5,," + at(29, 5) +
                "\ng2,gp_practice,2,0," + at(5, 6) + "\ng1,gp_practice,6,3," + at(5, 4) +
                "\ng3,gp_practice,1,," + at(24, 18) + "\n");
    const World world = f.load();
    REQUIRE(world.employers.size() == 6);
    const auto named = [&](const std::string& code) {
        return *std::find_if(world.employers.begin(), world.employers.end(),
                             [&](const Employer& e) { return e.code == code; });
    };
    CHECK_THAT(named("a").share, WithinAbs(0.25, 1e-12));
    CHECK_THAT(named("b").share, WithinAbs(0.75, 1e-12));
    CHECK_THAT(named("c").share, WithinAbs(1.0, 1e-12));
    CHECK_THAT(named("g1").share, WithinAbs(0.75, 1e-12));
    CHECK(named("g1").owner_seats == 3);
    CHECK(named("g2").owner_seats == 0);
    CHECK(named("g3").owner_seats == 1);
    CHECK(named("b").owner_seats == 0);
    CHECK(world.settlements[named("g3").at].name == "Corner");
    CHECK(world.regions[named("g3").region].code == "e");
    CHECK(std::is_sorted(
        world.employers.begin(), world.employers.end(), [](const Employer& a, const Employer& b) {
            return std::tie(a.kind, a.region, a.share) < std::tie(b.kind, b.region, b.share);
        }));
}

TEST_CASE("what is wrong with employers is said by code")
{
    Folder f;
    const std::string place = at(5, 5) + "\n";
    f.employers("a,hospital,1,," + place);
    f.refused("employer a", "kind \"hospital\" is unknown");
    f.employers("a,vvt,0,," + place);
    f.refused("employer a", "size is 0");
    f.employers("a,gp_practice,1,-1," + place);
    f.refused("employer a, column 'owners'", "owners is -1");
    f.employers("a,gp_practice,1,1e300," + place);
    f.refused("employer a, column 'owners'", "give a whole number from 0 to 1000");
    f.employers("a,vvt,1e300,," + place);
    f.refused("employer a", "size is 1e+300; give 0 to 1000000000");
    f.employers("a,vvt,1,," + place + "a,ghz,1,," + place);
    f.refused("employers.csv", "\"a\" stands twice");
    f.employers("a,vvt,1,," + at(80, 5) + "\n");
    f.refused("employer a", "more than 25 km from every settlement");
}

TEST_CASE("the columns that are explained are those of the default files")
{
    const auto scenario = support::default_inputs();
    const std::vector<std::pair<std::string, std::string>> files = {
        {"geography.regions", scenario.geography.regions.where},
        {"geography.subregions", scenario.geography.subregions.where},
        {"geography.settlements", scenario.geography.settlements.where},
        {"inputs.training_centres", scenario.inputs.training_centres},
        {"inputs.student_origins", scenario.inputs.student_origins}};
    int required = 0;
    for (const auto& column : input_columns()) {
        CHECK_FALSE((column.unit.empty() || column.type.empty() || column.meaning.empty()));
        for (const auto& file : files) {
            if (file.first != column.input || !column.required) continue;
            const auto names = io::column_names(file.second);
            INFO(column.column << " of " << file.second);
            CHECK(std::find(names.begin(), names.end(), column.column) != names.end());
            ++required;
        }
    }
    CHECK(required > 15);
}

namespace {

/// An intervention in the area of a file; the last settlements of Folder lie at (5, 5), (30, 5) and
/// (25, 19).
Intervention in_area(const std::string& file)
{
    Intervention i;
    i.area = file;
    i.origin = "s.toml, line 3";
    return i;
}

io::Layer squares(const std::vector<geo::MultiPolygon>& shapes)
{
    io::Layer layer;
    layer.name = "mine";
    layer.kind = io::GeometryKind::polygon;
    layer.columns = {{"any", io::ColumnType::text}};
    for (const auto& shape : shapes)
        layer.features.push_back({shape, {"x"}});
    return layer;
}

}  // namespace

TEST_CASE("an area is all polygons of a layer, in any coordinate system")
{
    Folder f;
    const auto layer =
        squares({support::drieland_box(4, 4, 2, 2), support::drieland_box(24, 18, 2, 2)});
    const auto gpkg = f.files.write("mine.gpkg", io::make_gpkg({{layer}}, {})) + "|mine";
    const auto wgs84 = f.files.write("mine.geojson", io::make_geojson(layer));
    f.scenario.interventions = {in_area(gpkg), in_area(wgs84), in_area(gpkg)};
    const World world = f.load();
    REQUIRE(world.areas.size() == 2);
    for (const auto& file : {gpkg, wgs84}) {
        // In order of code: Right, Left, Corner.
        CHECK(world.areas.at(file) ==
              std::vector<SettlementId>{SettlementId::at(1), SettlementId::at(2)});
    }
}

TEST_CASE("an area that cannot be used is refused")
{
    Folder f;
    const auto refused = [&](const std::string& file, const std::string& where,
                             const std::string& wrong) {
        f.scenario.interventions = {in_area(file)};
        f.refused(where, wrong);
    };
    const auto sea = f.files.write("sea.geojson",
                                   io::make_geojson(squares({support::drieland_box(50, 0, 5, 5)})));
    refused(sea, "s.toml, line 3", "no settlement lies in the area " + sea);
    const auto gpkg = f.files.write(
        "mine.gpkg", io::make_gpkg({{squares({support::drieland_box(0, 0, 9, 9)})}}, {}));
    refused(gpkg + "|other", "mine.gpkg", "other");
    refused(f.files.path("none.gpkg"), "none.gpkg", "no such file");
    refused(f.scenario.geography.settlements.where, "settlements.csv", "holds no areas");
    io::Layer points;
    points.name = "points";
    points.kind = io::GeometryKind::point;
    points.columns = {{"any", io::ColumnType::text}};
    points.features.push_back({support::drieland_point(5, 5), {"x"}});
    refused(f.files.write("points.gpkg", io::make_gpkg({{points}}, {})), "points.gpkg", "polygon");
}

TEST_CASE("a settlement's municipality is a column that may be absent or named otherwise")
{
    Folder f;
    CHECK(f.load().settlements[SettlementId::at(0)].municipality.empty());
    f.scenario.geography.settlements.municipality = "region";
    const World world = f.load();
    CHECK(world.settlements[SettlementId::at(0)].municipality == "w");
    CHECK(world.settlements[SettlementId::at(1)].municipality == "e");
}
