// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/statistics.h"
#include "sim/score/training_distance.h"

#include "sim/study/patterns_sample.h"
#include "tests/sim/study/row_country.h"
#include "tests/support/catch.h"

using Catch::Matchers::WithinRel;
using namespace mgz;
using Values = std::vector<double>;

TEST_CASE("equals share the mean of their ranks")
{
    CHECK(average_ranks(Values{30, 10, 20}) == Values{3, 1, 2});
    CHECK(average_ranks(Values{5, 1, 5, 5}) == Values{3, 1, 3, 3});
    CHECK(average_ranks(Values{2, 2}) == Values{1.5, 1.5});
    CHECK(average_ranks(Values{}).empty());
}

TEST_CASE("Spearman's rank correlation")
{
    CHECK(spearman(Values{1, 2, 3}, Values{10, 20, 1000}) == 1.0);
    CHECK(spearman(Values{1, 2, 3}, Values{3, 2, 1}) == -1.0);
    // Without ties 1 - 6 sum d^2 / (n (n^2 - 1)): d = 0, 1, -1, 0.
    CHECK_THAT(spearman(Values{1, 2, 3, 4}, Values{1, 3, 2, 4}),
               WithinRel(1 - 6 * 2 / 60.0, 1e-12));
    // With ties Pearson of (1, 2.5, 2.5, 4) and (1, 2, 3, 4): 4.5 / sqrt(4.5 * 5).
    CHECK_THAT(spearman(Values{0, 7, 7, 9}, Values{1, 2, 3, 4}),
               WithinRel(0.9486832980505138, 1e-12));
    SECTION("without differences there is no order: 0")
    {
        CHECK(spearman(Values{5, 5, 5}, Values{1, 2, 3}) == 0.0);
        CHECK(spearman(Values{1, 2, 3}, Values{0, 0, 0}) == 0.0);
        CHECK(spearman(Values{1}, Values{1}) == 0.0);
        CHECK(spearman(Values{}, Values{}) == 0.0);
    }
}

TEST_CASE("area under the curve counts equals half")
{
    CHECK(area_under_curve(Values{3, 4}, Values{1, 2}) == 1.0);
    CHECK(area_under_curve(Values{1, 2}, Values{3, 4}) == 0.0);
    CHECK(area_under_curve(Values{2, 5}, Values{1, 2, 9}) == (1 + 0.5 + 0 + 1 + 1 + 0) / 6);
}

TEST_CASE("slope of least squares, with an intercept per group")
{
    CHECK_THAT(slope_within(std::vector<GroupPoints>{{{1, 2, 3}, {5, 7, 9}}}),
               WithinRel(2.0, 1e-12));
    // From the means: x (-1, 0, 1), y (-2, -2, 4): (2 + 4) / 2.
    CHECK_THAT(slope_within(std::vector<GroupPoints>{{{1, 2, 3}, {2, 2, 8}}}),
               WithinRel(3.0, 1e-12));
    // Levels differ by 100 between the groups; only the slopes within count: (2 + 0) / 2.
    CHECK_THAT(
        slope_within(std::vector<GroupPoints>{{{1, 2, 3}, {5, 7, 9}}, {{1, 2, 3}, {99, 99, 99}}}),
        WithinRel(1.0, 1e-12));
    CHECK(slope_within(std::vector<GroupPoints>{{{2, 2}, {1, 9}}, {}}) == 0.0);
}

TEST_CASE("means and medians")
{
    CHECK(mean_of(Values{1, 2, 6}) == 3);
    CHECK(median_of(Values{9, 1, 4}) == 4);
    CHECK(median_of(Values{9, 1, 4, 5}) == 4.5);
}

TEST_CASE("distance to training is weighted by need, to open centres without a parent")
{
    const auto world = study::row_world();
    const Scenario scenario;
    const auto gp = distance_to_training(world, scenario.need, Profession::gp, 2023);
    REQUIRE(gp.size() == 4);
    CHECK(gp[0] == 0);
    CHECK_THAT(gp[1], WithinRel(10.0, 1e-12));
    CHECK_THAT(gp[2], WithinRel(20.0, 1e-12));
    CHECK_THAT(gp[3], WithinRel((40 * 1000 + 60 * 3000) / 4000.0, 1e-12));  // not the dependance
    const auto so = distance_to_training(world, scenario.need, Profession::so, 2023);
    CHECK_THAT(so[3], WithinRel(55.0, 1e-12));
    const auto later = distance_to_training(world, scenario.need, Profession::so, 2030);
    CHECK_THAT(later[3], WithinRel(15.0, 1e-12));  // a centre at 40 km has opened
    CHECK(distance_to_training(world, scenario.need, Profession::avg, 1990).empty());
}
