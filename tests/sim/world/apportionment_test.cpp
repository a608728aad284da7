// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "sim/world/employer_synthesis.h"
#include "tests/support/catch.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace mgz;

namespace {

int sum_of(const std::vector<int>& seats)
{
    return std::accumulate(seats.begin(), seats.end(), 0);
}

/// Sum of |seats - quota|: Hamilton's method makes it as small as whole numbers allow.
double distance_to_quota(const std::vector<int>& seats, const std::vector<double>& weights)
{
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    const int total = sum_of(seats);
    double distance = 0;
    for (std::size_t i = 0; i < seats.size(); ++i)
        distance += std::abs(seats[i] - weights[i] / sum * total);
    return distance;
}

/// The least distance over all ways to divide `total` among four.
double least_distance(const std::vector<double>& weights, int total)
{
    double least = 1e300;
    for (int a = 0; a <= total; ++a) {
        for (int b = 0; a + b <= total; ++b) {
            for (int c = 0; a + b + c <= total; ++c) {
                least = std::min(least, distance_to_quota({a, b, c, total - a - b - c}, weights));
            }
        }
    }
    return least;
}

}  // namespace

TEST_CASE("known apportionments by largest remainder")
{
    // Wikipedia, "Largest remainder method": 100,000 votes, 10 seats.
    CHECK(largest_remainder({47000, 16000, 15800, 12000, 6100, 3100}, 10) ==
          std::vector<int>{5, 2, 1, 1, 1, 0});
    // The Alabama paradox: one seat more for all costs the third party one.
    CHECK(largest_remainder({6, 6, 2}, 10) == std::vector<int>{4, 4, 2});
    CHECK(largest_remainder({6, 6, 2}, 11) == std::vector<int>{5, 5, 1});
    // Ties go to the lower index.
    CHECK(largest_remainder({1, 1, 1}, 5) == std::vector<int>{2, 2, 1});
}

TEST_CASE("no other division lies nearer to proportion")
{
    std::mt19937_64 twister(4);
    std::uniform_real_distribution<double> weight(0.1, 5);
    std::uniform_int_distribution<int> total(1, 12);
    for (int i = 0; i < 200; ++i) {
        std::vector<double> weights(4);
        for (double& w : weights)
            w = weight(twister);
        const int seats = total(twister);
        const double best = least_distance(weights, seats);
        const auto found = largest_remainder(weights, seats);
        CHECK(sum_of(found) == seats);
        CHECK_THAT(distance_to_quota(found, weights), WithinAbs(best, 1e-9));
    }
}

TEST_CASE("the minimum is a floor, not a bonus, and the sum holds")
{
    // Proportion gives 8.0, 1.6, 0.4; the last is lifted to 2 at the cost of those above it.
    const auto lifted = largest_remainder({80, 16, 4}, 10, 2);
    CHECK(lifted == std::vector<int>{6, 2, 2});
    // Where proportion gives everybody enough, the floor changes nothing.
    CHECK(largest_remainder({5, 3, 2}, 20, 3) == largest_remainder({5, 3, 2}, 20));

    std::mt19937_64 twister(5);
    std::uniform_real_distribution<double> weight(0, 10);
    for (int i = 0; i < 500; ++i) {
        std::vector<double> weights(7);
        for (double& w : weights)
            w = weight(twister);
        const int total = i;
        const auto seats = largest_remainder(weights, total, 4);
        CHECK(sum_of(seats) == total);
        CHECK(*std::min_element(seats.begin(), seats.end()) >= std::min(4, total / 7));
    }
}

TEST_CASE("a region of more weight never gets less")
{
    std::mt19937_64 twister(6);
    std::uniform_real_distribution<double> weight(0, 10);
    for (int i = 0; i < 300; ++i) {
        std::vector<double> weights(9);
        for (double& w : weights)
            w = weight(twister);
        std::sort(weights.begin(), weights.end());
        for (const int minimum : {0, 2}) {
            const auto seats = largest_remainder(weights, 40 + i, minimum);
            CHECK(std::is_sorted(seats.begin(), seats.end()));
        }
    }
}

TEST_CASE("nothing to divide, nobody to divide among, and no weights")
{
    CHECK(largest_remainder({}, 5).empty());
    CHECK(largest_remainder({1, 2}, 0) == std::vector<int>{0, 0});
    CHECK(largest_remainder({1, 2}, -3) == std::vector<int>{0, 0});
    CHECK(sum_of(largest_remainder({0, 0, 0}, 7)) == 7);
    CHECK(largest_remainder({0, 1}, 4) == std::vector<int>{0, 4});
}

TEST_CASE("sizes lie at lognormal quantiles: rising, symmetric in the logarithm, median 1")
{
    for (const int count : {1, 2, 5, 40, 401}) {
        const auto sizes = lognormal_quantiles(count, 1.1);
        REQUIRE(sizes.size() == static_cast<std::size_t>(count));
        CHECK(std::is_sorted(sizes.begin(), sizes.end()));
        for (std::size_t i = 0; i < sizes.size(); ++i)
            CHECK_THAT(sizes[i] * sizes[sizes.size() - 1 - i], WithinRel(1.0, 1e-8));
    }
    CHECK_THAT(lognormal_quantiles(5, 1.1)[2], WithinAbs(1.0, 1e-9));
    for (const double size : lognormal_quantiles(9, 0.0))
        CHECK(size == 1.0);
}

TEST_CASE("the quantiles are those of the normal distribution")
{
    const int count = 1000;
    const double sigma = 0.7;
    const auto sizes = lognormal_quantiles(count, sigma);
    for (int i = 0; i < count; ++i) {
        const double z = std::log(sizes[static_cast<std::size_t>(i)]) / sigma;
        const double share = 0.5 * std::erfc(-z / std::sqrt(2.0));
        CHECK_THAT(share, WithinAbs((i + 0.5) / count, 1e-8));
    }
}
