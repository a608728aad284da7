// SPDX-License-Identifier: EUPL-1.2
#include "sim/core/index_set.h"

#include <random>
#include <set>

#include "tests/support/catch.h"

using mgz::IndexSet;

TEST_CASE("a set of indices holds each that was added once, in the order of coming")
{
    IndexSet set;
    std::mt19937 twister(3);
    for (int round = 0; round < 20; ++round) {
        const std::size_t limit = 1 + twister() % 200;
        set.reset(limit);
        std::set<std::uint32_t> added;
        std::vector<std::uint32_t> order;
        for (std::size_t k = twister() % 300; k > 0; --k) {
            const auto i = static_cast<std::uint32_t>(twister() % limit);
            set.add(i);
            if (added.insert(i).second) order.push_back(i);
        }
        CHECK(set.list() == order);
        for (std::uint32_t i = 0; i < limit; ++i)
            CHECK(set.has(i) == (added.count(i) == 1));
        if (round % 2 == 0) {
            set.clear();
            CHECK(set.list().empty());
            for (std::uint32_t i = 0; i < limit; ++i)
                CHECK_FALSE(set.has(i));
        }
    }
}
