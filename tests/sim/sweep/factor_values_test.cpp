// SPDX-License-Identifier: EUPL-1.2
// From places between 0 and 1 to values of factors.
#include <cmath>
#include <map>

#include "sim/sweep/study.h"
#include "tests/support/catch.h"

using namespace mgz;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

Factor ranged(Distribution distribution, double low, double high)
{
    Factor f;
    f.distribution = distribution;
    f.low = low;
    f.high = high;
    return f;
}

/// Share of a thousand evenly spread places whose value is at most x: the distribution function.
double share_up_to(const Factor& f, double x)
{
    int below = 0;
    for (int i = 0; i < 1000; ++i)
        below += value_at(f, (i + 0.5) / 1000) <= x;
    return below / 1000.0;
}

}  // namespace

TEST_CASE("a uniform range has its ends and its middle")
{
    const auto f = ranged(Distribution::uniform, 0.2, 1.4);
    CHECK(value_at(f, 0) == 0.2);
    CHECK(value_at(f, 1) == 1.4);
    CHECK_THAT(value_at(f, 0.5), WithinRel(0.8, 1e-12));
}

TEST_CASE("a logarithmic range is even in the exponent")
{
    const auto f = ranged(Distribution::log_uniform, 0.01, 100);
    CHECK(value_at(f, 0) == 0.01);
    CHECK(value_at(f, 1) == 100);
    CHECK_THAT(value_at(f, 0.5), WithinRel(1.0, 1e-12));
    CHECK_THAT(value_at(f, 0.75), WithinRel(10.0, 1e-12));
}

TEST_CASE("a triangle has the distribution of a triangle")
{
    auto f = ranged(Distribution::triangular, 2, 10);
    for (const double mode : {2.0, 4.0, 10.0}) {
        f.mode = mode;
        const auto expected = [&](double x) {
            if (x <= mode && mode > 2) return (x - 2) * (x - 2) / (8 * (mode - 2));
            return 1 - (10 - x) * (10 - x) / (8 * (10 - mode));
        };
        CAPTURE(mode);
        for (const double x : {2.5, 4.0, 6.0, 9.5})
            CHECK_THAT(share_up_to(f, x), WithinAbs(expected(x), 0.002));
        CHECK(value_at(f, 0) == 2);
        CHECK(value_at(f, 1) == 10);
    }
}

TEST_CASE("a normal distribution is symmetric and cut at three standard deviations")
{
    auto f = ranged(Distribution::normal, 0, 0);
    f.mean = 5;
    f.sd = 2;
    CHECK_THAT(value_at(f, 0), WithinAbs(-1, 1e-6));
    CHECK_THAT(value_at(f, 1), WithinAbs(11, 1e-6));
    CHECK_THAT(value_at(f, 0.5), WithinAbs(5, 1e-9));
    // Phi(1) = 0.841345 of the whole; of what lies within three standard deviations:
    const double within = (0.841344746 - 0.001349898) / (1 - 2 * 0.001349898);
    CHECK_THAT(share_up_to(f, 7), WithinAbs(within, 0.001));
    CHECK_THAT(share_up_to(f, 3), WithinAbs(1 - within, 0.001));
}

TEST_CASE("whole numbers and labels come equally often, the last with the end")
{
    Factor whole = ranged(Distribution::uniform, 3, 7);
    whole.kind = FactorKind::integer;
    Factor label;
    label.kind = FactorKind::category;
    label.labels = {"\"a\"", "\"b\"", "\"c\""};
    std::map<double, int> wholes, labels;
    for (int i = 0; i < 1500; ++i) {
        ++wholes[value_at(whole, (i + 0.5) / 1500)];
        ++labels[value_at(label, (i + 0.5) / 1500)];
    }
    CHECK(wholes == std::map<double, int>{{3, 300}, {4, 300}, {5, 300}, {6, 300}, {7, 300}});
    CHECK(labels == std::map<double, int>{{0, 500}, {1, 500}, {2, 500}});
    CHECK(value_at(whole, 0) == 3);
    CHECK(value_at(whole, 1) == 7);
    CHECK(value_at(label, 1) == 2);
    CHECK(text_of_value(whole, 7) == "7");
    CHECK(text_of_value(label, 2) == "\"c\"");
    CHECK(text_of_value(ranged(Distribution::uniform, 0, 1), 0.1) == "0.1");
}
