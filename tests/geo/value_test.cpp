// SPDX-License-Identifier: EUPL-1.2
#include <cmath>

#include "geo/check.h"
#include "geo/io/crs.h"
#include "geo/io/layer_io.h"
#include "geo/io/version.h"
#include "tests/support/catch.h"

using Catch::Matchers::Equals;
using Catch::Matchers::WithinAbs;
using geo::io::Value;

static double number(const Value& value)
{
    return geo::io::number(value, "a.csv, row 2", "fte");
}

static std::string refusal(const Value& value)
{
    try {
        number(value);
    } catch (const geo::InputError& error) {
        return error.what();
    }
    return "accepted";
}

TEST_CASE("numbers are read from whole numbers, reals and text", "[value]")
{
    CHECK(number(12LL) == 12);
    CHECK(number(0.25) == 0.25);
    CHECK(number(std::string("-3.5")) == -3.5);
    CHECK(number(std::string("1e3")) == 1000);
    CHECK(number(std::string(" 7 ")) == 7);  // spreadsheets pad
}

TEST_CASE("what is not a number is refused with its place", "[value]")
{
    const std::string place = "a.csv, row 2, column 'fte': ";
    const std::string right = "; write a plain number such as 1250 or 0.25";
    for (const char* junk : {"12abc", "1,5", "nan", "inf", "-inf", "1e999", "0x10", "1 2", "--1"}) {
        CHECK_THAT(refusal(std::string(junk)),
                   Equals(place + "'" + junk + "' is not a number" + right));
    }
    CHECK_THAT(refusal(Value{}), Equals(place + "is empty" + right));
    CHECK_THAT(refusal(std::string("  ")), Equals(place + "is empty" + right));
    CHECK_THAT(refusal(std::nan("")),
               Equals(place + "the value is not finite; write a plain number"));
}

TEST_CASE("text of a number has no trailing zeros", "[value]")
{
    CHECK(geo::io::text(Value{}).empty());
    CHECK(geo::io::text(-7LL) == "-7");
    CHECK(geo::io::text(1.0) == "1");
    CHECK(geo::io::text(0.1) == "0.1");
    CHECK(geo::io::text(std::string("Súdwest")) == "Súdwest");
}

TEST_CASE("the tower of Amersfoort is where the Dutch grid says", "[crs]")
{
    const geo::Point tower{155000, 463000};
    const geo::Point degrees =
        geo::io::transform(std::vector{tower}, "EPSG:28992", "EPSG:4326").front();
    CHECK_THAT(degrees.x, WithinAbs(5.38721, 1e-4));  // east first
    CHECK_THAT(degrees.y, WithinAbs(52.15517, 1e-4));

    const geo::Point back =
        geo::io::transform(std::vector{degrees}, "EPSG:4326", "EPSG:28992").front();
    CHECK_THAT(back.x, WithinAbs(tower.x, 0.01));
    CHECK_THAT(back.y, WithinAbs(tower.y, 0.01));
}

TEST_CASE("coordinates in the same system stay as they are", "[crs]")
{
    const std::vector<geo::Point> points{{0.1, 0.2}, {155000.3, 463000.7}};
    CHECK(geo::io::transform(points, "EPSG:28992", "EPSG:28992") == points);
    CHECK(geo::io::transform({}, "EPSG:28992", "EPSG:4326").empty());
}

TEST_CASE("coordinate systems are names, never files or addresses", "[crs]")
{
    for (const char* name : {"EPSG:99999999", "RD New", "", "/etc/passwd", "http://a.b/c",
                             "+proj=longlat", "EPSG:", ":4326"}) {
        CHECK_THROWS_WITH(geo::io::transform({}, name, "EPSG:28992"),
                          "'" + std::string(name) +
                              "' is not a coordinate system PROJ knows; give a name such as "
                              "EPSG:28992");
    }
    CHECK_THROWS_WITH(
        geo::io::transform(std::vector<geo::Point>{{155000, 463000}}, "EPSG:4326", "EPSG:28992"),
        "a point in EPSG:4326 has no place in EPSG:28992; check the coordinates");
}

TEST_CASE("libraries have a version", "[version]")
{
    const geo::io::LibraryVersions versions = geo::io::library_versions();
    for (const std::string& version : {versions.gdal, versions.geos, versions.proj}) {
        INFO(version);
        CHECK(version.find('.') != std::string::npos);
        CHECK(version.find_first_not_of("0123456789.") == std::string::npos);
    }
}
