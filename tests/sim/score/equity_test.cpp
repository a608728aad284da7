// SPDX-License-Identifier: EUPL-1.2
#include "sim/score/equity.h"

#include <array>
#include <cmath>
#include <vector>

#include "tests/support/catch.h"

using namespace mgz;
using namespace Catch::Matchers;
using Values = std::vector<double>;

TEST_CASE("Gini and Theil of a few values, by hand")
{
    const Values one_three{1, 3}, equal_weights{1, 1};
    CHECK_THAT(gini(one_three, equal_weights), WithinAbs(0.25, 1e-15));
    CHECK_THAT(theil(one_three, equal_weights),
               WithinAbs((0.5 * std::log(0.5) + 1.5 * std::log(1.5)) / 2, 1e-15));
    // One of four has everything: Gini (n-1)/n, Theil ln n.
    const Values one_has_all{0, 0, 8, 0}, four(4, 1.0);
    CHECK_THAT(gini(one_has_all, four), WithinAbs(0.75, 1e-15));
    CHECK_THAT(theil(one_has_all, four), WithinAbs(std::log(4.0), 1e-15));
}

TEST_CASE("what is divided equally has no inequality, nor has nothing")
{
    const Values same(5, 0.8), weights{1, 2, 3, 4, 5}, none(5, 0.0);
    CHECK_THAT(gini(same, weights), WithinAbs(0, 1e-15));
    CHECK_THAT(theil(same, weights), WithinAbs(0, 1e-15));
    CHECK(gini(none, weights) == 0);
    CHECK(theil(none, weights) == 0);
}

TEST_CASE("inequality does not depend on the unit, or on how areas are cut")
{
    const Values values{0.5, 0.9, 0.7}, weights{10, 30, 20};
    const Values doubled{1.0, 1.8, 1.4};
    const Values cut{0.5, 0.9, 0.9, 0.7}, cut_weights{10, 12, 18, 20};
    for (const auto measure : {gini, theil}) {
        const double inequality = measure(values, weights);
        CHECK(inequality > 0.01);
        CHECK_THAT(measure(doubled, weights), WithinAbs(inequality, 1e-14));
        CHECK_THAT(measure(cut, cut_weights), WithinAbs(inequality, 1e-14));
    }
}

TEST_CASE("moving from a rich area to a poor one lowers both")
{
    const Values before{0.5, 0.9, 0.7}, after{0.6, 0.8, 0.7}, weights{1, 1, 1};
    CHECK(gini(after, weights) < gini(before, weights));
    CHECK(theil(after, weights) < theil(before, weights));
}
