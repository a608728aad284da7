// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/side_by_side.h"

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

#include "tests/support/catch.h"

using mgz::do_side_by_side;
using Pieces = std::vector<std::function<void()>>;

TEST_CASE("every piece is done once, on any number of threads")
{
    for (const int threads : {0, 1, 2, 7}) {
        std::vector<std::atomic<int>> done(20);
        Pieces pieces;
        for (auto& count : done)
            pieces.emplace_back([&count] { ++count; });
        do_side_by_side(pieces, threads);
        for (const auto& count : done)
            CHECK(count == 1);
    }
    do_side_by_side({}, 2);
}

TEST_CASE("one thread goes through the list in order, and stops at the first failure")
{
    std::vector<int> order;
    const Pieces pieces{[&] { order.push_back(1); }, [&] { order.push_back(2); },
                        [] { throw std::runtime_error("the disk is full"); },
                        [&] { order.push_back(4); }};
    CHECK_THROWS_WITH(do_side_by_side(pieces, 1), "the disk is full");
    CHECK(order == std::vector{1, 2});
}

TEST_CASE("of several failures the first of the list speaks")
{
    // Neither fails before both have begun, where there are two threads at all.
    std::atomic<int> begun = 0;
    const auto fails = [&](const char* why) {
        return [&begun, why] {
            ++begun;
            const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(1);
            while (begun < 2 && std::chrono::steady_clock::now() < patience)
                std::this_thread::yield();
            throw std::runtime_error(why);
        };
    };
    for (int i = 0; i < 20; ++i) {
        begun = 0;
        const Pieces pieces{fails("first"), fails("second")};
        CHECK_THROWS_WITH(do_side_by_side(pieces, 2), "first");
    }
}
