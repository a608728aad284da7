// SPDX-License-Identifier: EUPL-1.2
// Tables of the plainest kind are read without GDAL: as GDAL reads them, to the last byte.
#include "geo/io/plain_csv.h"

#include <random>

#include "tests/support/catch.h"
#include "tests/support/geo_files.h"

using geo::io::GeometryKind;
using geo::io::Read;
using geo::io::read_layer;
using geo::io::read_plain_csv;
using geo::io::Source;

namespace {

Source source(std::string where)
{
    Source result;
    result.where = std::move(where);
    result.columns = {"third", "first"};
    result.optional_columns = {"absent", "second"};
    result.kind = GeometryKind::none;
    return result;
}

/// The same table with the other kind of line end, which is left to GDAL.
std::string for_gdal(const std::string& text)
{
    std::string changed;
    for (const char c : text)
        changed += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return changed;
}

void check_same(const Read& one, const Read& other)
{
    CHECK(one.repaired == other.repaired);
    CHECK(one.layer.name == other.layer.name);
    CHECK(one.layer.kind == other.layer.kind);
    REQUIRE(one.layer.columns.size() == other.layer.columns.size());
    for (std::size_t i = 0; i < one.layer.columns.size(); ++i) {
        CHECK(one.layer.columns[i].name == other.layer.columns[i].name);
        CHECK(one.layer.columns[i].type == other.layer.columns[i].type);
    }
    REQUIRE(one.layer.features.size() == other.layer.features.size());
    for (std::size_t i = 0; i < one.layer.features.size(); ++i) {
        INFO("row " << i);
        CHECK(one.layer.features[i].values == other.layer.features[i].values);
        CHECK(std::holds_alternative<std::monostate>(one.layer.features[i].geometry));
    }
}

std::string cell(std::mt19937& random)
{
    static const std::vector<std::string> cells{"",
                                                "0",
                                                "-1.5e-07",
                                                "0012",
                                                "Súdwest-Fryslân",
                                                " space",
                                                "space ",
                                                "2023-12-31",
                                                "\"\"",
                                                "\"a, b\"",
                                                "' '",
                                                "\"say \"\"x\"\"\"",
                                                "\"\"\"\"",
                                                "\"a;b\tc|d\"",
                                                "\"'s-Gravenhage\"",
                                                "a;b",
                                                "a\tb",
                                                "\" \"",
                                                "true",
                                                "1,5"};
    return cells[random() % (cells.size() - 1)];  // the last would be two cells
}

}  // namespace

TEST_CASE("a plain table reads as GDAL reads it")
{
    const support::TempFolder folder;
    std::mt19937 random(1);
    for (const bool ends : {true, false}) {
        std::string text = "first,Second,other,third";
        for (int row = 0; row < 400; ++row) {
            // No row is blank, which GDAL would leave out.
            text += "\n" + cell(random) + "," + cell(random) + ",x," + cell(random);
        }
        if (ends) text += '\n';
        const auto plain = read_plain_csv(source(folder.write("t.csv", text)));
        REQUIRE(plain);
        CHECK(plain->layer.features.size() == 400);
        const auto crlf = source(folder.write("t.csv", for_gdal(text)));
        REQUIRE_FALSE(read_plain_csv(crlf));
        check_same(*plain, read_layer(crlf));
    }
}

TEST_CASE("a header alone is a table without rows")
{
    const support::TempFolder folder;
    for (const char* text : {"first,second,third\n", "first,second,third"}) {
        const auto plain = read_plain_csv(source(folder.write("h.csv", text)));
        REQUIRE(plain);
        CHECK(plain->layer.features.empty());
    }
}

TEST_CASE("what is not plain is left to GDAL")
{
    const support::TempFolder folder;
    const std::string good = "first,second,third\n1,2,3\n";
    REQUIRE(read_plain_csv(source(folder.write("good.csv", good))));
    const std::vector<std::string> others{
        "",
        "first;second;third\n1;2;3\n",
        "first\n1\n",
        "first,\"second\",third\n1,2,3\n",
        "first, second,third\n1,2,3\n",
        "\xEF\xBB\xBF"
        "first,second,third\n1,2,3\n",
        "first,first,third\n1,2,3\n",
        "first,,third\n1,2,3\n",
        "first,second,last\n1,2,3\n",  // lacks a column
        "first,second,third\n1,2,3\n\n4,5,6\n",
        "first,second,third\n1,2\n",
        "first,second,third\n1,2,3,4\n",
        "first,second,third\r\n1,2,3\r\n",
        "first,second,third\n1,\"2,3\n",
        "first,second,third\n1,\"2\n2\",3\n",
        "first,second,third\n1,2\"2,3\n",
        "first,second,third\n1,\"2\"2,3\n",
        "first,second,third\n1,\xFF,3\n",
        std::string("first,second,third\n1,\0,3\n", 25),
    };
    for (const auto& text : others) {
        INFO(text);
        CHECK_FALSE(read_plain_csv(source(folder.write("t.csv", text))));
    }
}

TEST_CASE("what is beside the table counts too")
{
    const support::TempFolder folder;
    const auto where = folder.write("t.csv", "first,second,third\n1,2,3\n");
    auto points = source(where);
    points.kind = GeometryKind::point;
    CHECK_FALSE(read_plain_csv(points));
    CHECK_FALSE(read_plain_csv(source(where + "|t")));
    CHECK_FALSE(read_plain_csv(source(folder.path("none.csv"))));
    auto twice = source(where);
    twice.columns = {"first", "FIRST"};
    CHECK_FALSE(read_plain_csv(twice));
    folder.write("t.csvt", "Integer,Integer,Integer\n");  // GDAL takes types from there
    CHECK_FALSE(read_plain_csv(source(where)));
}
