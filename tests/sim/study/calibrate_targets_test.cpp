// SPDX-License-Identifier: EUPL-1.2
// What a target file says, and what a miss costs.
#include "sim/study/calibrate_targets.h"

#include <algorithm>

#include "tests/support/catch.h"
#include "tests/support/geo_files.h"
#include "tests/support/refusal.h"

using namespace mgz;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using support::refusal;

namespace {

constexpr std::string_view target_file = R"(
title = "T"
patterns = "p.toml"
[search]
replicates = 3
[[move]]
key = "settlement.size"
low = 0.1
high = 1.0
[[target]]
id = "gap-so"
value = 0.09
tolerance = 0.01
)";

std::string with_line(std::string_view find, std::string_view by)
{
    std::string text(target_file);
    const auto at = text.find(find);
    return text.replace(at, find.size(), by);
}

std::string refused_file(const std::string& text)
{
    const support::TempFolder folder;
    const auto path = folder.write("t.toml", text);
    auto said = refusal([&] { read_calibration_targets(path); });
    return said.substr(std::min(said.size(), said.find("t.toml")));
}

}  // namespace

TEST_CASE("a miss costs its square in tolerances, nothing inside a band", "[calibrate]")
{
    FitTarget t;
    t.low = t.high = 0.10;
    t.tolerance = 0.02;
    t.weight = 3;
    CHECK_THAT(t.loss(0.14), WithinAbs(12, 1e-9));
    CHECK_THAT(t.loss(0.08), WithinAbs(3, 1e-9));
    CHECK(t.loss({}) == 3 * unmeasured_misses * unmeasured_misses);
    CHECK(t.wanted() == "0.1");
    t.high = 0.20;
    CHECK(t.loss(0.15) == 0);
    CHECK(t.wanted() == "0.1 to 0.2");
    t.high = std::numeric_limits<double>::infinity();
    CHECK(t.loss(5.0) == 0);
    CHECK_THAT(t.loss(0.08), WithinAbs(3, 1e-9));
    CHECK(t.wanted() == ">= 0.1");
}

TEST_CASE("a target file is read, and refused where it is wrong", "[calibrate]")
{
    const support::TempFolder folder;
    const auto t = read_calibration_targets(folder.write("t.toml", target_file));
    CHECK(t.replicates == 3);
    CHECK(t.method == SearchMethod::sbplx);  // there is one parameter only
    CHECK(t.seed == 1);
    CHECK(t.patterns == folder.path("p.toml"));
    REQUIRE(t.moves.size() == 1);
    CHECK(t.moves[0].high == 1.0);
    CHECK_FALSE(t.moves[0].start);
    REQUIRE(t.targets.size() == 1);
    CHECK(t.targets[0].low == 0.09);
    CHECK(t.targets[0].high == 0.09);

    CHECK(refused_file(with_line("replicates", "repliates")) ==
          "t.toml, line 5: there is no key \"repliates\"; did you mean \"replicates\"?");
    CHECK(refused_file(with_line("value = 0.09", "")) ==
          "t.toml, line 11: gap-so has no single wish; give value, or at_least and at_most, or one "
          "of these two");
    CHECK(refused_file(with_line("low = 0.1", "low = 1.0")) ==
          "t.toml, line 8: low of settlement.size is not below high; give the range in which it "
          "may move");
    CHECK_THAT(refused_file(with_line("tolerance = 0.01", "tolerance = 0")),
               ContainsSubstring("line 13: tolerance is 0"));
    CHECK_THAT(refused_file(with_line("high = 1.0", "high = 1.0\nstart = 2.0")),
               ContainsSubstring("line 10: start is 2"));
    CHECK_THAT(refused_file(std::string(target_file) + "[[target]]\nid = \"gap-so\"\nvalue = 1\n" +
                            "tolerance = 1\n"),
               ContainsSubstring("gap-so is given twice"));
}
