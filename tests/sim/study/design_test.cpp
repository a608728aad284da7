// SPDX-License-Identifier: EUPL-1.2
// Where a study looks.
#include "sim/study/design.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "sim/study/sobol.h"
#include "tests/sim/study/sensitivity_functions.h"
#include "tests/support/catch.h"
#include "tests/support/refusal.h"

using namespace mgz;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using support::draws;
using support::refusal;

namespace {

/// Whether the first rows of `larger` are those of `smaller`, bit for bit.
bool begins_with(const Design& larger, const Design& smaller)
{
    return larger.rows() > smaller.rows() &&
           std::equal(smaller.points.begin(), smaller.points.end(), larger.points.begin()) &&
           std::equal(smaller.roles.begin(), smaller.roles.end(), larger.roles.begin());
}

std::vector<double> values(std::span<const double> row)
{
    return {row.begin(), row.end()};
}

using Row = std::vector<double>;

}  // namespace

TEST_CASE("The first points of Sobol's sequence are the published ones, zero included")
{
    // Joe & Kuo 2008 in Gray code order, dimensions 1 to 4, in sixteenths.
    const std::vector<std::vector<int>> published{
        {0, 0, 0, 0},   {8, 8, 8, 8},    {12, 4, 4, 4}, {4, 12, 12, 12}, {6, 6, 10, 14},
        {14, 14, 2, 6}, {10, 2, 14, 10}, {2, 10, 6, 2}, {3, 5, 15, 7},   {11, 13, 7, 15}};
    const auto words = sobol_points(4, published.size());
    for (std::size_t i = 0; i < published.size(); ++i)
        for (std::size_t d = 0; d < 4; ++d) {
            CAPTURE(i, d);
            CHECK(words[4 * i + d] * 0x1p-32 == published[i][d] / 16.0);
        }
    CHECK(sobol_points(3, 0).empty());
}

TEST_CASE("A design twice gives the same bytes, another seed another design")
{
    const auto check = [](const auto& make) {
        CHECK(make(draws) == make(Draws(7, 0)));
        CHECK_FALSE(make(draws) == make(Draws(8, 0)));
    };
    check([](const Draws& d) { return morris_design(4, 6, 8, d); });
    check([](const Draws& d) { return saltelli_design(4, 16, d); });
    check([](const Draws& d) { return latin_hypercube_design(4, 9, d); });
    check([](const Draws& d) { return random_design(4, 9, d); });
}

TEST_CASE("An extended design begins with the rows that there were")
{
    CHECK(begins_with(saltelli_design(3, 128, draws), saltelli_design(3, 64, draws)));
    CHECK(begins_with(morris_design(3, 20, 4, draws), morris_design(3, 10, 4, draws)));
    CHECK(begins_with(random_design(3, 20, draws), random_design(3, 10, draws)));
}

TEST_CASE("Saltelli's rows are A, B and A with one coordinate of B")
{
    const int k = 5, n = 32;
    const Design design = saltelli_design(k, n, draws);
    REQUIRE(design.rows() == static_cast<std::size_t>(n * (k + 2)));
    for (std::size_t first = 0; first < design.rows(); first += k + 2) {
        const Row a = values(design.row(first)), b = values(design.row(first + 1));
        const int block = static_cast<int>(first) / (k + 2);
        CHECK(design.roles[first] == RowRole{RowPart::a, block, -1});
        CHECK(design.roles[first + 1] == RowRole{RowPart::b, block, -1});
        for (std::size_t f = 0; f < k; ++f) {
            Row expected = a;
            expected[f] = b[f];
            CHECK(values(design.row(first + 2 + f)) == expected);
            CHECK(design.roles[first + 2 + f] == RowRole{RowPart::ab, block, static_cast<int>(f)});
        }
    }
}

TEST_CASE("The digital shift keeps one point of A and of B in each of N intervals")
{
    const int k = 6, n = 64;
    const Design design = saltelli_design(k, n, draws);
    for (const RowPart part : {RowPart::a, RowPart::b})
        for (std::size_t f = 0; f < k; ++f) {
            std::set<int> seen;
            for (std::size_t i = 0; i < design.rows(); ++i)
                if (design.roles[i].part == part)
                    seen.insert(static_cast<int>(design.row(i)[f] * n));
            CHECK(seen.size() == n);
            CHECK(*seen.begin() == 0);
            CHECK(*seen.rbegin() == n - 1);
        }
}

TEST_CASE("Each coordinate has a shift of its own, which is where the zero point lands")
{
    const Design design = saltelli_design(5, 8, draws);
    std::set<double> shifts;
    for (const std::size_t row : {0U, 1U})
        shifts.insert(design.row(row).begin(), design.row(row).end());
    CHECK(shifts.size() == 10);
    // XOR, not addition: the second point is half a cube away, to either side.
    for (std::size_t f = 0; f < 5; ++f)
        CHECK(std::abs(design.row(7)[f] - design.row(0)[f]) == 0.5);
}

TEST_CASE("A Morris trajectory moves each factor once, by delta, along the grid")
{
    const int k = 5, r = 40, levels = 8;
    const Design design = morris_design(k, r, levels, draws);
    REQUIRE(design.rows() == static_cast<std::size_t>(r * (k + 1)));
    CHECK_THAT(design.delta, WithinAbs(4.0 / 7, 1e-15));
    std::set<int> grid, orders;
    int up = 0;
    for (std::size_t i = 0; i < design.rows(); ++i) {
        for (const double x : design.row(i)) {
            const double at = x * (levels - 1);
            CHECK_THAT(at, WithinAbs(std::round(at), 1e-12));
            CHECK((x >= 0 && x <= 1));
            grid.insert(static_cast<int>(std::round(at)));
        }
        CHECK(design.roles[i].block == static_cast<int>(i) / (k + 1));
        if (i % (k + 1) == 0) {
            CHECK(design.roles[i].part == RowPart::base);
            continue;
        }
        if (i % (k + 1) == 1) orders.insert(design.roles[i].factor);
        for (std::size_t f = 0; f < k; ++f) {
            const double moved = design.row(i)[f] - design.row(i - 1)[f];
            const bool mine = static_cast<int>(f) == design.roles[i].factor;
            CHECK_THAT(std::abs(moved), WithinAbs(mine ? design.delta : 0.0, 1e-15));
            up += moved > 0;
        }
    }
    CHECK(grid.size() == levels);
    CHECK(orders.size() == k);
    CHECK(std::abs(up - 100) < 4 * 7.1);  // binomial of 200 steps, four standard deviations
}

TEST_CASE("Factors of one group move together")
{
    const Design design = morris_design(4, 10, 4, draws, {0, 1, 0, 1});
    REQUIRE(design.rows() == 30);
    for (std::size_t i = 0; i < design.rows(); ++i) {
        if (design.roles[i].part == RowPart::base) continue;
        for (std::size_t f = 0; f < 4; ++f)
            CHECK((design.row(i)[f] != design.row(i - 1)[f]) ==
                  (static_cast<int>(f % 2) == design.roles[i].factor));
    }
}

TEST_CASE("A Latin hypercube has one point per stratum")
{
    const int k = 4, n = 37;
    const Design design = latin_hypercube_design(k, n, draws);
    REQUIRE(design.rows() == n);
    for (std::size_t f = 0; f < k; ++f) {
        std::set<int> strata;
        for (std::size_t i = 0; i < n; ++i)
            strata.insert(static_cast<int>(design.row(i)[f] * n));
        CHECK(strata.size() == n);
        CHECK((*strata.begin() == 0 && *strata.rbegin() == n - 1));
    }
}

TEST_CASE("The coordinates of a Latin hypercube are drawn apart")
{
    const int n = 400;
    const Design design = latin_hypercube_design(3, n, draws);
    for (std::size_t f = 0; f < 3; ++f) {
        double product = 0, in_order = 0;
        for (std::size_t i = 0; i < n; ++i) {
            product += (design.row(i)[f] - 0.5) * (design.row(i)[(f + 1) % 3] - 0.5) / n;
            in_order += (design.row(i)[f] - 0.5) * (static_cast<double>(i) / n - 0.5) / n;
        }
        // Four standard errors of a covariance of uniforms.
        CHECK_THAT(product, WithinAbs(0, 4 / (12 * std::sqrt(1.0 * n))));
        CHECK_THAT(in_order, WithinAbs(0, 4 / (12 * std::sqrt(1.0 * n))));
    }
}

TEST_CASE("A full factorial has every combination, the last factor fastest")
{
    const Design design = full_factorial_design(std::vector{2, 1, 3});
    const std::vector<Row> expected{{0, 0.5, 0}, {0, 0.5, 0.5}, {0, 0.5, 1},
                                    {1, 0.5, 0}, {1, 0.5, 0.5}, {1, 0.5, 1}};
    REQUIRE(design.rows() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        CHECK(values(design.row(i)) == expected[i]);
}

TEST_CASE("One at a time: the base, then each factor over its range")
{
    const Design design = one_at_a_time_design(std::vector{0.25, 0.5}, 3);
    const std::vector<Row> expected{{0.25, 0.5}, {0, 0.5},    {0.5, 0.5}, {1, 0.5},
                                    {0.25, 0},   {0.25, 0.5}, {0.25, 1}};
    REQUIRE(design.rows() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        CHECK(values(design.row(i)) == expected[i]);
    CHECK(design.roles[0] == RowRole{RowPart::base, 0, -1});
    CHECK(design.roles[4] == RowRole{RowPart::step, 0, 1});
}

TEST_CASE("Random points are uniform and independent")
{
    const int n = 4000;
    const Design design = random_design(2, n, draws);
    double sum = 0, product = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const auto x = design.row(i);
        CHECK((x[0] > 0 && x[0] < 1));
        sum += x[0] / n;
        product += (x[0] - 0.5) * (x[1] - 0.5) / n;
    }
    // Four standard errors: 1/sqrt(12 n) of the mean, 1/(12 sqrt(n)) of the covariance.
    CHECK_THAT(sum, WithinAbs(0.5, 4 / std::sqrt(12.0 * n)));
    CHECK_THAT(product, WithinAbs(0, 4 / (12 * std::sqrt(1.0 * n))));
}

TEST_CASE("Designs that cannot be are refused with what would be right")
{
    CHECK_THAT(refusal([] { saltelli_design(3, 100, draws); }),
               ContainsSubstring("N is 100") && ContainsSubstring("power of two"));
    CHECK_THAT(refusal([] { saltelli_design(3, 0, draws); }), ContainsSubstring("power of two"));
    CHECK_THAT(refusal([] { saltelli_design(3, -4, draws); }), ContainsSubstring("power of two"));
    CHECK(saltelli_design(1833, 1, draws).rows() == 1835);
    CHECK_THAT(refusal([] { saltelli_design(1834, 1, draws); }),
               ContainsSubstring("3668 dimensions") && ContainsSubstring("Joe & Kuo") &&
                   ContainsSubstring("1833 or fewer"));
    CHECK_THAT(refusal([] { morris_design(3, 5, 5, draws); }), ContainsSubstring("even number"));
    CHECK_THAT(refusal([] {
                   morris_design(3, 5, 4, draws, {0, 2, 2});
               }),
               ContainsSubstring("group 1 has no parameter"));
    CHECK_THAT(refusal([] {
                   morris_design(3, 5, 4, draws, {0, -1, 1});
               }),
               ContainsSubstring("below 0"));
    CHECK_THAT(refusal([] {
                   morris_design(3, 5, 4, draws, {0, 1});
               }),
               ContainsSubstring("3 parameters have 2 groups"));
    CHECK_THAT(refusal([] {
                   full_factorial_design(std::vector{3, 0});
               }),
               ContainsSubstring("0 levels"));
    CHECK_THAT(refusal([] { full_factorial_design(std::vector<int>(60, 1000)); }),
               ContainsSubstring("more than 10000000 rows"));
    CHECK_THAT(refusal([] { one_at_a_time_design(std::vector{1.5}, 2); }),
               ContainsSubstring("coordinate 1.5"));
    CHECK_THAT(refusal([] { one_at_a_time_design(std::vector{std::nan("")}, 2); }),
               ContainsSubstring("from 0 to 1"));
    CHECK_THAT(refusal([] { one_at_a_time_design(std::vector{0.5}, 1); }),
               ContainsSubstring("2 or more"));
    CHECK_THAT(refusal([] { random_design(2, 20'000'000, draws); }), ContainsSubstring("20000000"));
    CHECK_THAT(refusal([] { random_design(1000, 1'000'000, draws); }),
               ContainsSubstring("1000000 rows of 1000 parameters"));
    CHECK_THAT(refusal([] { latin_hypercube_design(2, 0, draws); }),
               ContainsSubstring("1 or more"));
    for (const auto& none : std::vector<std::function<void()>>{
             [] { morris_design(0, 5, 4, draws); }, [] { saltelli_design(0, 8, draws); },
             [] { latin_hypercube_design(0, 5, draws); }, [] { full_factorial_design({}); },
             [] { one_at_a_time_design({}, 2); }, [] { random_design(0, 5, draws); }})
        CHECK_THAT(refusal(none), ContainsSubstring("no parameter"));
}
