// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/json_file.h"

#include <nlohmann/json.hpp>

#include "sim/core/limits.h"
#include "tests/support/catch.h"
#include "tests/support/geo_files.h"
#include "tests/support/refusal.h"

using Catch::Matchers::ContainsSubstring;
using namespace mgz;

TEST_CASE("JSON of mgz is read back, and what is none is refused")
{
    const support::TempFolder folder;
    const auto told = [&](std::string_view text) {
        const auto path = folder.write("it.json", text);
        return support::refusal([&] { read_json(path, "give another"); });
    };
    CHECK(read_json(folder.write("a.json", std::string_view("{\"a\": [1]}")), "")["a"][0] == 1);
    for (const char* text : {"", "{", "[1]", "3", "nothing", "{\"a\": 1} x"})
        CHECK_THAT(told(text),
                   ContainsSubstring("it.json: is not an object of JSON; give another"));

    const auto nested = [](std::size_t depth) {
        return "{\"a\": " + std::string(depth, '[') + std::string(depth, ']') + "}";
    };
    CHECK(told(nested(limits::json_depth - 1)).empty());
    CHECK_THAT(told(nested(limits::json_depth + 1)), ContainsSubstring("nested deeper than 64"));
    CHECK_THAT(told(nested(1'000'000)), ContainsSubstring("nested deeper than 64"));
    CHECK_THAT(told(std::string(1'000'000, '[')), ContainsSubstring("nested deeper than 64"));

    // A hole of more bytes than are read.
    const auto large = folder.write("large.json", std::string_view("{}"));
    std::filesystem::resize_file(large, limits::json_bytes + 1);
    CHECK_THROWS_WITH(read_json(large, "give another"),
                      ContainsSubstring("is larger than 500 MB; give another"));
    CHECK_THROWS_WITH(read_json(folder.path("none.json"), ""), ContainsSubstring("cannot be read"));
}

TEST_CASE("what a later release wrote is refused, and that is said")
{
    const auto told = [](const char* text) {
        return support::refusal(
            [&] { check_format_version(nlohmann::ordered_json::parse(text), 3, "it.json"); });
    };
    CHECK(told(R"({"format_version": 3})").empty());
    CHECK(told(R"({"format_version": 1})").empty());
    CHECK(told(R"({"format_version": 4})") ==
          "it.json: is of format_version 4, and this program reads versions up to 3; use a later "
          "release of mgz (mgz --version tells which one this is)");
    for (const char* text : {"{}", R"({"format_version": 0})", R"({"format_version": "1"})",
                             R"({"format_version": 1.0})", R"({"format_version": null})"})
        CHECK_THAT(told(text), ContainsSubstring("has no format_version"));
}
