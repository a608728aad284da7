// SPDX-License-Identifier: EUPL-1.2
// Numbers and effects in plain words.
#include "sim/output/compare_words.h"

#include "tests/support/catch.h"

using mgz::Effect;

namespace {

constexpr mgz::Indicator shortage{"shortage", "share", false, false, ""};
constexpr mgz::Indicator fte{"fte", "FTE", true, false, ""};
constexpr mgz::Indicator gini{"gini", "1", false, false, ""};

Effect effect(double median, double p05, double p95)
{
    Effect e;
    e.median = median;
    e.p05 = p05;
    e.p95 = p95;
    return e;
}

mgz::CostEffect cost(double median, double p05, double p95)
{
    return {2030, mgz::Level::country, 0, mgz::Payer::wlz, median, p05, p95};
}

}  // namespace

TEST_CASE("numbers: no minus zero, a plus where asked", "[words]")
{
    CHECK(mgz::fixed(-0.04, 1) == "0.0");
    CHECK(mgz::fixed(-0.06, 1) == "-0.1");
    CHECK(mgz::signed_fixed(0.04, 1) == "0.0");
    CHECK(mgz::signed_fixed(1.25, 1) == "+1.2");
    CHECK(mgz::signed_fixed(-1, 0) == "-1");
}

TEST_CASE("one region, two regions, no regions", "[words]")
{
    CHECK(mgz::counted(0, "region", "regions") == "no regions");
    CHECK(mgz::counted(1, "region", "regions") == "1 region");
    CHECK(mgz::counted(31, "region", "regions") == "31 regions");
    CHECK(mgz::counted(1234567, "region", "regions") == "1,234,567 regions");
    CHECK(mgz::list_of({}).empty());
    CHECK(mgz::list_of({"A"}) == "A");
    CHECK(mgz::list_of({"A", "B"}) == "A and B");
    CHECK(mgz::list_of({"A", "B", "C"}) == "A, B and C");
}

TEST_CASE("text of a user cannot break the page", "[words]")
{
    CHECK(mgz::markdown("a | b\n# c <x> *y* [z](u) `v` \\ _w_") ==
          "a \\| b \\# c \\<x\\> \\*y\\* \\[z\\](u) \\`v\\` \\\\ \\_w\\_");
    CHECK(mgz::markdown("plain, with 'quotes' and é") == "plain, with 'quotes' and é");
}

TEST_CASE("values in their unit", "[words]")
{
    CHECK(mgz::level_text(0.0812, "share") == "8.1%");
    CHECK(mgz::level_text(10212.345, "FTE") == "10,212.3 FTE");
    CHECK(mgz::level_text(0.03123, "1") == "0.031");
    CHECK(mgz::level_text(26.04, "weeks") == "26.0 weeks");
    CHECK(mgz::level_text(0.004, "weeks") == "0.00 weeks");
    CHECK(mgz::level_text(0.42, "ratio") == "0.42");
}

TEST_CASE("a change is scenario less reference, whatever is better", "[words]")
{
    CHECK(mgz::change_text(effect(0.012, 0.008, 0.016), shortage) ==
          "-1.2 percentage points (-1.6 to -0.8)");
    CHECK(mgz::change_text(effect(-0.012, -0.016, 0.008), shortage) ==
          "+1.2 percentage points (-0.8 to +1.6)");
    CHECK(mgz::change_text(effect(12.5, 10.25, 15), fte) == "+12.5 FTE (+10.2 to +15.0)");
    CHECK(mgz::change_text(effect(0.0012, -0.0001, 0.0023), gini) ==
          "-0.0012 (-0.0023 to +0.0001)");
    CHECK(mgz::change_text(effect(0, 0, 0), fte) == "0");
}

TEST_CASE("shortage in a sentence: clear, unclear, the same", "[words]")
{
    CHECK(mgz::shortage_change(effect(0.012, 0.008, 0.016)) ==
          "1.2 percentage points lower (0.8 to 1.6 lower)");
    CHECK(mgz::shortage_change(effect(-0.012, -0.016, -0.008)) ==
          "1.2 percentage points higher (0.8 to 1.6 higher)");
    CHECK(mgz::shortage_change(effect(0.002, -0.004, 0.009)) ==
          "not clearly different (median 0.20 percentage points lower; from 0.40 higher to 0.90 "
          "lower)");
    CHECK(mgz::shortage_change(effect(0, 0, 0.02)) ==
          "not clearly different (median 0; from 0 to 2.0 lower)");
    CHECK(mgz::shortage_change(effect(0, 0, 0)) == "the same");
}

TEST_CASE("only an interval clear of zero is better or worse", "[words]")
{
    CHECK(mgz::reading_of(effect(1, 0.5, 2)) == "better");
    CHECK(mgz::reading_of(effect(-1, -2, -0.5)) == "worse");
    CHECK(mgz::reading_of(effect(1, -0.5, 2)) == "no clear effect");
    CHECK(mgz::reading_of(effect(1, 0, 2)) == "no clear effect");
    CHECK(mgz::reading_of(effect(0, 0, 0)) == "no change");
}

TEST_CASE("money: thousands, millions, and no clear difference", "[words]")
{
    CHECK(mgz::cost_text(cost(1.25e6, 1e6, 1.5e6)) ==
          "EUR 1.2 million more (1.0 to 1.5 million more)");
    CHECK(mgz::cost_text(cost(-2000, -3000, -1000)) ==
          "EUR 2.0 thousand less (1.0 to 3.0 thousand less)");
    CHECK(mgz::cost_text(cost(-500, -1500, 250)) ==
          "no clear difference (from EUR 1.5 thousand less to 0.2 thousand more)");
    CHECK(mgz::cost_text(cost(2e9, 2e9, 2e9)) == "EUR 2.0 billion more (2.0 to 2.0 billion more)");
    CHECK(mgz::words_of(mgz::Payer::wmo) == "municipalities (Wmo)");
    CHECK(mgz::plural_of("huisarts_so") == "GPs and SOs together");
}
