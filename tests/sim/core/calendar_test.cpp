// SPDX-License-Identifier: EUPL-1.2
#include "sim/core/calendar.h"

#include "sim/core/units.h"
#include "tests/support/catch.h"

using Catch::Matchers::WithinAbs;
using namespace mgz;

TEST_CASE("quarters count from the first of 2003, also backwards")
{
    CHECK(Quarter::of(2003, 1).index == 0);
    CHECK(Quarter::of(2040, 4).index == 151);
    CHECK(Quarter::of(2002, 4).index == -1);
    for (int index = -60; index < 200; ++index) {
        const Quarter q{index};
        INFO("index " << index << " is " << to_string(q));
        CHECK((q.number() >= 1 && q.number() <= 4));
        CHECK(Quarter::of(q.year(), q.number()) == q);
        CHECK((q + 4).year() == q.year() + 1);
        CHECK((q + 4).number() == q.number());
    }
}

TEST_CASE("a quarter is written as the year and its number")
{
    CHECK(to_string(Quarter::of(2023, 2)) == "2023 Q2");
    CHECK(to_string(Quarter::of(1999, 4)) == "1999 Q4");
}

TEST_CASE("the decimal year of a quarter is its middle")
{
    CHECK_THAT(Quarter::of(2012, 1).decimal_year(), WithinAbs(2012.125, 1e-12));
    CHECK_THAT(Quarter::of(2012, 4).decimal_year(), WithinAbs(2012.875, 1e-12));
}

TEST_CASE("quarters differ by a number and quantities by their own kind")
{
    CHECK(Quarter::of(2023, 2) - Quarter::of(2022, 4) == 2);
    CHECK(Quarter::of(2022, 4) < Quarter::of(2023, 1));
    const Fte a{1.5}, b{0.5};
    CHECK((a + b).value == 2.0);
    CHECK((a - b).value == 1.0);
    CHECK((2 * a).value == 3.0);
    CHECK(a / b == 3.0);
}
