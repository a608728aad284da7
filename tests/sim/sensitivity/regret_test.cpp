// SPDX-License-Identifier: EUPL-1.2
// Three policies, four futures, by hand.
#include "sim/sensitivity/regret.h"

#include <array>

#include "tests/sim/sensitivity/futures.h"
#include "tests/support/catch.h"

using namespace mgz;
using namespace mgz::test;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;

namespace {

using Outcomes = std::array<std::array<double, 3>, 4>;

/// Shortages, less is better. Best: 10, 10, 20, 5 percent.
/// Regrets: none 0 20 10 0 | plan 0 0 5 15 | both 10 5 0 5 (percentage points).
constexpr Outcomes by_hand{
    {{0.10, 0.10, 0.20}, {0.30, 0.10, 0.15}, {0.30, 0.25, 0.20}, {0.05, 0.20, 0.10}}};

SweepTable three_policies(const Outcomes& outcomes)
{
    SweepTable table;
    table.study.policies = {"none", "plan", "both"};
    table.study.policy_files = {"", "", ""};
    table.study.searches = {shortage_above(0.15, 2040)};
    table.study.factors = {real_factor("intake", 0, 1, "1", "Entrants.")};
    table.design = list_design(1, 4);
    table.values = {0.1, 0.2, 0.3, 0.4};
    table.quantities = {shortage_in(0, "A", "North", 2040)};
    fill(table, [&](std::size_t point, std::size_t policy, std::size_t, std::size_t) {
        return outcomes[point][policy];
    });
    return table;
}

}  // namespace

TEST_CASE("Three policies in four futures")
{
    const auto all = regrets(three_policies(by_hand), 1);
    REQUIRE(all.size() == 1);
    const auto& r = all[0];
    CHECK(r.futures == 4);
    CHECK(r.missing == 0);
    const auto& [none, plan, both] = std::tie(r.policies[0], r.policies[1], r.policies[2]);
    CHECK_THAT(none.outcome, WithinAbs(0.1875, 1e-12));
    CHECK_THAT(none.mean, WithinAbs(0.075, 1e-12));
    CHECK_THAT(plan.mean, WithinAbs(0.05, 1e-12));
    CHECK_THAT(both.mean, WithinAbs(0.05, 1e-12));
    // Sorted 0 0 10 20: 90% lies 0.7 of the way from the third to the fourth.
    CHECK_THAT(none.p90, WithinAbs(0.17, 1e-12));
    CHECK_THAT(none.max, WithinAbs(0.20, 1e-12));
    CHECK_THAT(plan.max, WithinAbs(0.15, 1e-12));
    CHECK_THAT(both.max, WithinAbs(0.10, 1e-12));
    // The first future is shared by two.
    CHECK(none.best_share == 0.375);
    CHECK(plan.best_share == 0.375);
    CHECK(both.best_share == 0.25);
    CHECK(!none.minimax);
    CHECK(!plan.minimax);
    CHECK(both.minimax);
    // Not above 15%: 2, 2 and 2 of 4 (15% itself is not above).
    CHECK(none.met_shares == std::vector<double>{0.5});
    CHECK(plan.met_shares == std::vector<double>{0.5});
    CHECK(both.met_shares == std::vector<double>{0.5});
}

TEST_CASE("Where more is better the sign turns, and regret is never below 0")
{
    auto table = three_policies(by_hand);
    table.quantities[0].more_is_better = true;
    const auto r = regrets(table, 1).at(0);
    // Best: 20 30 30 20.
    CHECK_THAT(r.policies[0].max, WithinAbs(0.15, 1e-12));
    CHECK_THAT(r.policies[1].max, WithinAbs(0.20, 1e-12));
    CHECK_THAT(r.policies[2].max, WithinAbs(0.15, 1e-12));
    CHECK(r.policies[0].best_share == 0.5);
    for (const auto& policy : r.policies)
        CHECK(policy.mean >= 0);
}

TEST_CASE("Policies that are all the same share every future and all are minimax")
{
    const auto r = regrets(three_policies({{{1, 1, 1}, {2, 2, 2}, {3, 3, 3}, {4, 4, 4}}}), 1).at(0);
    for (const auto& policy : r.policies) {
        CHECK(policy.max == 0);
        CHECK(policy.minimax);
        CHECK_THAT(policy.best_share, WithinAbs(1.0 / 3, 1e-12));
    }
}

TEST_CASE("A future without one of the policies is left out for all of them")
{
    auto outcomes = by_hand;
    outcomes[1][2] = missing;
    const auto table = three_policies(outcomes);
    const auto all = regrets(table, 1);
    CHECK(all[0].futures == 3);
    CHECK(all[0].missing == 1);
    CHECK_THAT(all[0].policies[0].max, WithinAbs(0.10, 1e-12));
    CHECK_THAT(regret_csv(table, all), ContainsSubstring("\nplan,2040,region,A,so,shortage,3,1,"));
    // Only of the country the text has figures.
    auto country = table;
    country.quantities[0].level = Level::country;
    CHECK_THAT(regret_text(country, regrets(country, 1)),
               ContainsSubstring("Over 3 futures, the largest regret is smallest with none. Left "
                                 "out because a run failed or is missing: 1 future.\n"));

    const auto nothing = three_policies(
        {{{missing, 1, 1}, {1, missing, 1}, {1, 1, missing}, {missing, missing, missing}}});
    const auto none = regrets(nothing, 1);
    CHECK(none[0].futures == 0);
    CHECK_THAT(regret_csv(nothing, none),
               ContainsSubstring("\nnone,2040,region,A,so,shortage,0,4,,,,,,0\n"));
    CHECK_THAT(satisficing_csv(nothing, none), ContainsSubstring(",above,0.15,0,4,\n"));
}

TEST_CASE("One policy leaves nothing to choose")
{
    auto table = three_policies(by_hand);
    table.study.policies.clear();
    CHECK(regrets(table, 1).empty());
    CHECK(regret_text(table, {}).empty());
}

TEST_CASE("Regret in tables")
{
    const auto table = three_policies(by_hand);
    const auto all = regrets(table, 2);
    CHECK(regret_csv(table, all) ==
          "policy,year,level,code,profession,indicator,futures,missing,outcome_mean,regret_mean,"
          "regret_p90,regret_max,best_share,minimax\n"
          "none,2040,region,A,so,shortage,4,0,0.1875,0.075,0.17,0.2,0.375,0\n"
          "plan,2040,region,A,so,shortage,4,0,0.1625,0.05,0.12,0.15,0.375,0\n"
          "both,2040,region,A,so,shortage,4,0,0.1625,0.05,0.085,0.1,0.25,1\n");
    CHECK(satisficing_csv(table, all) ==
          "policy,year,level,code,profession,indicator,side,limit,futures,missing,share\n"
          "none,2040,region,A,so,shortage,above,0.15,4,0,0.5\n"
          "plan,2040,region,A,so,shortage,above,0.15,4,0,0.5\n"
          "both,2040,region,A,so,shortage,above,0.15,4,0,0.5\n");
}

TEST_CASE("Regret in words: the country side by side, regions by their best policy")
{
    auto table = three_policies(by_hand);
    auto country = table.quantities[0];
    country.level = Level::country;
    country.code = "country";
    country.name.clear();
    table.study.searches[0].level = Level::country;
    table.quantities = {country, shortage_in(0, "A", "North", 2030),
                        shortage_in(0, "A", "North", 2040), shortage_in(1, "B", "South", 2040)};
    table.outcomes.clear();
    table.values.clear();
    fill(table, [&](std::size_t point, std::size_t policy, std::size_t, std::size_t q) {
        return q == 3 ? by_hand[point][2 - policy] : by_hand[point][policy];
    });
    CHECK(
        regret_text(table, regrets(table, 1)) ==
        "## Which policy disappoints least\n"
        "\n"
        "3 policies were tried in the same futures. The regret of a policy in a future is how "
        "much worse it comes out there than the best of them.\n"
        "\n"
        "### The country: shortage of SOs in 2040\n"
        "\n"
        "| policy | outcome, mean | regret, mean | regret in the worst tenth, at least | regret, "
        "largest | best in | not above 15.0% in |\n"
        "|---|---:|---:|---:|---:|---:|---:|\n"
        "| none | 18.8% | 7.5 percentage points | 17.0 percentage points | 20.0 percentage points "
        "| 38% | 50% |\n"
        "| plan | 16.2% | 5.0 percentage points | 12.0 percentage points | 15.0 percentage points "
        "| 38% | 50% |\n"
        "| both | 16.2% | 5.0 percentage points | 8.5 percentage points | 10.0 percentage points "
        "| 25% | 50% |\n"
        "\n"
        "Over 4 futures, the largest regret is smallest with both.\n"
        "\n"
        "### Regions: shortage of SOs in 2040\n"
        "\n"
        "- The largest regret is smallest with both in 1 area: North.\n"
        "- The largest regret is smallest with none in 1 area: South.\n"
        "\n");
}
