// SPDX-License-Identifier: EUPL-1.2
// The summary says what was found, how sure it is, and what to beware of.
#include "sim/sensitivity/sensitivity_summary.h"
#include "tests/sim/sensitivity/small_sweep.h"
#include "tests/support/catch.h"

using Catch::Matchers::ContainsSubstring;

namespace {

std::string summary_of(const mgz::SweepTable& table)
{
    const mgz::Bootstrap bootstrap{50};
    return mgz::sensitivity_summary(table, mgz::analyse(table, bootstrap), bootstrap, "");
}

}  // namespace

TEST_CASE("the summary names what was varied, by its range and source", "[sensitivity]")
{
    auto table = support::ishigami_sweep(16);
    auto& factor = table.study.factors[0];
    factor.key = "settlement.distance_exponent";
    factor.meaning = "How | distance counts.";
    factor.low = 1;
    factor.high = 2.5;
    const auto text = summary_of(table);
    CHECK_THAT(text, ContainsSubstring("# Known functions\n"));
    CHECK_THAT(text, ContainsSubstring("| x1 | How \\| distance counts. | 1 | 1 to 2.5 | "));
    CHECK_THAT(text, ContainsSubstring("80 points in 16 blocks of Saltelli (N = 16), each with 1 "
                                       "replicate: 80 runs, of which none failed and "
                                       "none is missing."));
    CHECK_THAT(text, ContainsSubstring("Only 16 blocks"));
}

TEST_CASE("the summary says in which regions which factor rules", "[sensitivity]")
{
    const auto text = summary_of(support::ishigami_sweep());
    CHECK_THAT(text, ContainsSubstring("**Shortage of GPs, country, 2040**"));
    CHECK_THAT(text, ContainsSubstring("Matters most: **x1** 0."));
    CHECK_THAT(text, ContainsSubstring("in 1 **x1** (Middle"));
    CHECK_THAT(text, ContainsSubstring("in 1 **x2** (East, \"the far\" one)"));
    CHECK_THAT(text, ContainsSubstring("in 1 **x3** (West"));
    CHECK_THAT(text, ContainsSubstring("from 128 to 256 blocks no total index moved by more than"));
    CHECK_THAT(text, ContainsSubstring("Interaction matters"));
    CHECK_THAT(text, ContainsSubstring("Every point was run once"));
}

TEST_CASE("the summary counts what failed and says what luck does", "[sensitivity]")
{
    auto table = support::empty_sweep(mgz::saltelli_design(2, 64, mgz::Draws(1, 0)), 2);
    table.quantities = {support::quantity(mgz::Level::country, 0, "country", "")};
    support::fill(
        table, {[](std::span<const double> u, std::uint32_t r) { return 0.1 * u[0] + 0.001 * r; }});
    support::fail(table, 3);
    const auto text = summary_of(table);
    CHECK_THAT(text, ContainsSubstring("512 runs, of which 1 failed"));
    CHECK_THAT(text, ContainsSubstring("Up to 1 of 64 blocks are left out"));
    CHECK_THAT(text, ContainsSubstring("100% comes from the factors, 0% from luck"));
    CHECK_THAT(text, ContainsSubstring("there is hardly any interaction"));
}

TEST_CASE("the summary says where luck is left in the indices", "[sensitivity]")
{
    const auto with = [](double noise) {
        auto table = support::empty_sweep(mgz::saltelli_design(2, 64, mgz::Draws(1, 0)), 2);
        table.quantities = {support::quantity(mgz::Level::country, 0, "country", "")};
        // As luck is: rough in the factors, and another in each replicate.
        support::fill(table, {[&](std::span<const double> u, std::uint32_t r) {
                          const double luck = std::sin(1e6 * u[0]);
                          return u[0] + noise * (r == 0 ? luck : std::cos(1e6 * u[1]));
                      }});
        return summary_of(table);
    };
    CHECK_THAT(with(0.5),
               ContainsSubstring("total indices larger than they would be: shortage of GPs, "
                                 "country, 2040 ("));
    CHECK_THAT(with(0.01), !ContainsSubstring("larger than they would be"));
}

TEST_CASE("regions in which nothing happens, or all fails, are counted", "[sensitivity]")
{
    auto table = support::ishigami_sweep(16);
    for (std::size_t i = 0; i < table.points(); ++i) {
        table.outcomes[4 * i + 2] = 0.2;
        table.outcomes[4 * i + 3] = std::numeric_limits<double>::quiet_NaN();
    }
    CHECK_THAT(summary_of(table),
               ContainsSubstring("in 1 nothing (it is the same in every future) and in 1 nobody "
                                 "knows (too many runs failed)."));
}

TEST_CASE("a design without shares is told as what it is", "[sensitivity]")
{
    auto table = support::empty_sweep(mgz::latin_hypercube_design(2, 50, mgz::Draws(1, 0)));
    table.quantities = {support::quantity(mgz::Level::country, 0, "country", "")};
    support::fill(table, {[](std::span<const double> u, std::uint32_t) { return -u[1]; }});
    const auto text = summary_of(table);
    CHECK_THAT(text, ContainsSubstring("The design gives no shares of variance"));
    CHECK_THAT(text, ContainsSubstring("**x2** -1.00 and **x1**"));
    CHECK_THAT(text, !ContainsSubstring("total index:"));
}
