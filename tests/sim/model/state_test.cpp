// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/state.h"

#include <random>

#include "tests/support/catch.h"
#include "tests/support/small_country.h"

using namespace mgz;

TEST_CASE("those who leave are removed, the others keep their order in every column")
{
    const support::SmallCountry c;
    const Physicians& before = c.state.physicians[Profession::gp];
    const std::size_t n = before.size();
    REQUIRE(n > 20);
    std::mt19937 twister(5);
    for (const int one_in : {1, 2, 7, 1000}) {
        std::vector<std::uint8_t> gone(n, 0);
        for (auto& flag : gone)
            flag = twister() % static_cast<unsigned>(one_in) == 0;
        for (const bool last : {false, true}) {
            gone.back() = last;
            Physicians after = before;
            for (std::size_t i = 0; i < n; ++i) {
                if (!gone[i]) continue;
                after.employer[i] = {};
                after.leave(i);
            }
            after.sweep();
            CHECK(after.gone == 0);
            std::size_t k = 0;
            for (std::size_t i = 0; i < n; ++i) {
                if (gone[i]) continue;
                REQUIRE(k < after.size());
                CHECK(after.key[k] == before.key[i]);
                CHECK(after.role[k] == before.role[i]);
                CHECK(after.fte[k] == before.fte[i]);
                CHECK(after.employer[k] == before.employer[i]);
                CHECK(after.retires[k] == before.retires[i]);
                CHECK(after.sale_left[k] == before.sale_left[i]);
                ++k;
            }
            for (const std::size_t rows :
                 {after.key.size(), after.role.size(), after.woman.size(),
                  after.wants_ownership.size(), after.fte.size(), after.root.size(),
                  after.home.size(), after.home_weight.size(), after.base.size(),
                  after.employer.size(), after.diploma.size(), after.since.size(),
                  after.retires.size(), after.older.size(), after.leave_left.size(),
                  after.move_left.size(), after.sale_left.size(), after.searches.size()}) {
                CHECK(rows == k);
            }
        }
    }
}

TEST_CASE("a booking makes the additions that the account would have had, in their order")
{
    std::mt19937 twister(6);
    std::uniform_real_distribution<double> fte(-1, 1);
    Account clear(5), booked(5);
    const auto cause = static_cast<std::size_t>(Cause::hours);
    for (int i = 0; i < 15; ++i) {
        const RegionId r = RegionId::at(twister() % 5);
        Booking booking(booked, r, Profession::so, Cause::hours);
        for (int k = 0; k < 40; ++k) {
            const double x = fte(twister);
            clear[r][Profession::so][cause] += x;
            booking.add(x);
        }
    }
    for (const RegionId r : clear.ids())
        CHECK(booked[r][Profession::so] == clear[r][Profession::so]);
}
