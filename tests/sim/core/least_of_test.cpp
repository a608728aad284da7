// SPDX-License-Identifier: EUPL-1.2
// Against the standard library, after every change.
#include "sim/core/least_of.h"

#include <random>

#include "tests/support/catch.h"

using namespace mgz;

TEST_CASE("the least of a row is one of the smallest, through many changes")
{
    std::mt19937 twister(3);
    std::uniform_int_distribution<int> value(0, 20);  // equals are common
    for (const std::size_t n : {1u, 7u, 8u, 9u, 57u, 400u}) {
        LeastOf row;
        std::vector<float> clear(n);
        const auto cells = row.reset(n);
        for (std::size_t i = 0; i < n; ++i)
            clear[i] = cells[i] = value(twister);
        row.settle();
        std::uniform_int_distribution<std::size_t> place(0, n - 1);
        for (int change = 0; change < 500; ++change) {
            REQUIRE(row.place() < n);
            REQUIRE(clear[row.place()] == *std::min_element(clear.begin(), clear.end()));
            const std::size_t i = place(twister);
            clear[i] = value(twister);
            row.set(i, clear[i]);
            REQUIRE(row[i] == clear[i]);
        }
    }
}
