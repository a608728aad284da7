// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/plain_toml.h"

#include "geo/check.h"
#include "tests/support/catch.h"
#include "tests/support/geo_files.h"

using Catch::Matchers::ContainsSubstring;
using namespace mgz;

TEST_CASE("TOML comes out as plain values with their lines")
{
    const auto table = parse_toml(R"(whole = 3
real = 2.5
text = "a \"b\""
flag = true
list = [1, "two"]
date = 2023-04-01

[inner]
deep.key = -7
)",
                                  "here");
    const auto* whole = table.find("whole");
    REQUIRE(whole != nullptr);
    CHECK(whole->whole() == 3);
    CHECK(whole->real() == 3.0);
    CHECK(whole->line == 1);
    const auto* real = table.find("real");
    REQUIRE(real != nullptr);
    CHECK_FALSE(real->whole().has_value());
    CHECK(real->real() == 2.5);
    CHECK(*table.find("text")->text() == "a \"b\"");
    CHECK(table.find("text")->line == 3);
    CHECK(std::get<bool>(table.find("flag")->value));
    CHECK(table.find("flag")->text() == nullptr);

    const auto* list = table.find("list")->array();
    REQUIRE(list != nullptr);
    REQUIRE(list->size() == 2);
    CHECK(list->front().whole() == 1);
    CHECK(*list->back().text() == "two");
    CHECK(std::holds_alternative<std::monostate>(table.find("date")->value));

    const auto* inner = table.find("inner")->table();
    REQUIRE(inner != nullptr);
    const auto* deep = inner->find("deep")->table()->find("key");
    CHECK(deep->whole() == -7);
    CHECK(deep->line == 9);
    CHECK(table.find("absent") == nullptr);
}

TEST_CASE("what is not TOML is told with line and column")
{
    CHECK_THROWS_WITH(parse_toml("a = 1\nb = = 2\n", "x.toml"),
                      ContainsSubstring("x.toml, line 2, column 5"));
    CHECK_THROWS_AS(parse_toml("a = 1\na = 2\n", "x.toml"), geo::InputError);
}

TEST_CASE("a file that is none, or not plain text, is refused by name")
{
    const support::TempFolder folder;
    CHECK_THROWS_WITH(read_toml(folder.path("absent.toml"), "a list of patterns"),
                      ContainsSubstring("there is no such file") &&
                          ContainsSubstring("give the path of a list of patterns"));
    CHECK_THROWS_WITH(read_toml(folder.path(""), "a list"), ContainsSubstring("is not a file"));

    const auto nul = folder.write("nul.toml", std::string_view("a = 1\nb = \"\0\"\n", 14));
    CHECK_THROWS_WITH(read_toml(nul, "a list"), ContainsSubstring("nul.toml, line 2") &&
                                                    ContainsSubstring("control byte 0x00"));
    const auto del = folder.write("del.toml", std::string_view("# \x7f\n"));
    CHECK_THROWS_WITH(read_toml(del, "a list"), ContainsSubstring("control byte 0x7f"));
    const auto fine = folder.write("fine.toml", std::string_view("a = 1\t# caf\xc3\xa9\r\n"));
    CHECK(read_toml(fine, "a list").find("a")->whole() == 1);
    const auto latin = folder.write("latin.toml", std::string_view("a = \"caf\xe9\"\n"));
    CHECK_THROWS_AS(read_toml(latin, "a list"), geo::InputError);
}

TEST_CASE("a key of very many parts is refused before it fills the stack")
{
    std::string parts;
    for (int i = 0; i < 200'000; ++i)
        parts += "a.";
    for (const auto& text :
         {"b = 1\n" + parts + "a = 1\n", "b = 1\n[" + parts + "a]\n",
          "b = 1\nc = {x = 1, " + parts + "a = 1}\n", "b = \"\"\n\"a\"." + parts + "a = 1\n"}) {
        CHECK_THROWS_WITH(parse_toml(text, "here"),
                          ContainsSubstring("here, line 2: a key has more than 32 parts"));
    }
    // Dots that belong to no key.
    const auto table = parse_toml("# " + parts + "\na = \"" + parts + "\\\"" + parts + "\"\nb = '" +
                                      parts + "'\nc = \"\"\"\n" + parts + "\"\n" + parts +
                                      "\"\"\"\nd = [1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5, " +
                                      "1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5]\nk.l.m = 2.5\n",
                                  "here");
    CHECK(table.find("k")->table()->find("l")->table()->find("m")->real() == 2.5);
}
