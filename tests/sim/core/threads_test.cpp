// SPDX-License-Identifier: EUPL-1.2
// Loops that threads share: each call once, the first failure, one thread within a team.
#include "sim/core/threads.h"

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/catch.h"

using namespace mgz;

namespace {

/// As many threads as a test wants, whatever the machine has.
class Threads {
public:
    explicit Threads(int wanted) : before_(omp_get_max_threads()) { omp_set_num_threads(wanted); }
    Threads(const Threads&) = delete;
    Threads& operator=(const Threads&) = delete;
    ~Threads() { omp_set_num_threads(before_); }

private:
    int before_;
};

}  // namespace

TEST_CASE("a shared loop calls each index once, on any number of threads", "[threads]")
{
    for (const int threads : {1, 2, 7}) {
        const Threads as_many(threads);
        for (const std::size_t n : {0u, 1u, 63u, 64u, 5000u}) {
            std::vector<int> calls(n, 0);
            share_out(
                n, [&](std::size_t i) { ++calls[i]; }, 64);
            CHECK(calls == std::vector<int>(n, 1));
        }
    }
}

TEST_CASE("a shared loop uses the threads there are, and one where the work is small", "[threads]")
{
    const Threads four(4);
    std::atomic<int> most = 0;
    const auto look = [&](std::size_t) {
        const int now = omp_get_num_threads();
        if (now > most) most = now;
    };
    share_out(63, look, 64);
    CHECK(most == 1);
    share_out(64, look, 64);
    CHECK(most == 4);
}

TEST_CASE("within a team a shared loop has one thread", "[threads]")
{
    const Threads four(4);
    CHECK(threads_at_hand() == 4);
    std::atomic<int> more_than_one = 0;
#pragma omp parallel num_threads(2)
    more_than_one += threads_at_hand() != 1;
    CHECK(more_than_one == 0);
}

TEST_CASE("the first failure of a shared loop is thrown on, and the rest is done", "[threads]")
{
    for (const int threads : {2, 7}) {
        const Threads as_many(threads);
        std::atomic<int> done = 0;
        const auto work = [&](std::size_t i) {
            if (i == 700 || i == 30 || i == 999) throw std::runtime_error(std::to_string(i));
            ++done;
        };
        CHECK_THROWS_WITH(share_out(1000, work, 64), "30");
        CHECK(done == 997);
    }
}

TEST_CASE("rows are worked on once each, many of them by a team", "[threads]")
{
    const Threads four(4);
    for (const std::size_t n : {std::size_t{0}, std::size_t{1}, rows_at_a_time, rows_at_a_time + 1,
                                rows_worth_a_team - 1, rows_worth_a_team + 7}) {
        std::vector<int> calls(n, 0);
        std::atomic<int> most = 1;
        share_rows(n, [&](std::size_t begin, std::size_t end) {
            const int now = omp_get_num_threads();
            if (now > most) most = now;
            for (std::size_t i = begin; i < end; ++i)
                ++calls[i];
        });
        CHECK(calls == std::vector<int>(n, 1));
        CHECK(most == (n < rows_worth_a_team ? 1 : 4));
    }
}

TEST_CASE("rows are listed in their order, on any number of threads", "[threads]")
{
    const auto is_listed = [](std::size_t i) { return i * 2654435761u % 7 < 3 || i < 5000; };
    for (const std::size_t n : {std::size_t{0}, std::size_t{5}, rows_at_a_time,
                                rows_worth_a_team + 4097, std::size_t{10}}) {
        std::vector<std::uint32_t> clear;
        for (std::size_t i = 0; i < n; ++i) {
            if (is_listed(i)) clear.push_back(static_cast<std::uint32_t>(i));
        }
        for (const int threads : {1, 2, 7}) {
            const Threads as_many(threads);
            const RowList listed = list_rows_where(n, is_listed);
            CHECK(std::equal(listed.begin(), listed.end(), clear.begin(), clear.end()));
            CHECK(listed.size() == clear.size());
        }
    }
}
