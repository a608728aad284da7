// SPDX-License-Identifier: EUPL-1.2
// The oracle is the C library in long double, which has eleven bits more.
#include "sim/core/elementary.h"

#include <bit>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include "sim/core/random.h"
#include "tests/support/catch.h"

using namespace mgz;

namespace {

constexpr double allowed = 4;  // units in the last place, as the header promises

/// Distance in units of the last place of the exact value.
double ulps(double found, long double exact)
{
    const double nearest = static_cast<double>(exact);
    const double next = std::nextafter(std::abs(nearest), std::numeric_limits<double>::infinity());
    const double unit = next - std::abs(nearest);
    return static_cast<double>(std::abs(static_cast<long double>(found) - exact) / unit);
}

struct Worst {
    double ulps = 0, at = 0;
    void see(double found, long double exact, double x)
    {
        const double here = ::ulps(found, exact);
        if (!(here <= ulps)) {
            ulps = here;
            at = x;
        }
    }
};

void see_log(Worst& worst, double x)
{
    worst.see(log_of(x), std::log(static_cast<long double>(x)), x);
}

void see_exp(Worst& worst, double x)
{
    worst.see(exp_of(x), std::exp(static_cast<long double>(x)), x);
}

}  // namespace

TEST_CASE("log_of is within 4 ulp over all normal numbers")
{
    std::mt19937_64 twister(1);
    std::uniform_real_distribution<double> exponent(-1021.9, 1023.9);
    Worst worst;
    for (int i = 0; i < 300000; ++i)
        see_log(worst, std::exp2(exponent(twister)));
    see_log(worst, std::numeric_limits<double>::min());
    see_log(worst, std::numeric_limits<double>::max());
    INFO("worst at " << worst.at);
    CHECK(worst.ulps <= allowed);
}

TEST_CASE("log_of is within 4 ulp close to 1, where digits cancel")
{
    Worst worst;
    for (int power = 1; power <= 52; ++power) {
        for (const double sign : {-1.0, 1.0}) {
            for (const double factor : {1.0, 1.25, 1.4142135623730951, 1.999}) {
                const double x = 1 + sign * std::ldexp(factor, -power - 1);
                if (x != 1) see_log(worst, x);
            }
        }
    }
    // and on both sides of the seams of the reduction, at roots of powers of two
    for (int power = -3; power <= 3; ++power) {
        double x = std::exp2(power + 0.5);
        for (int step = 0; step < 20; ++step)
            x = std::nextafter(x, 0.0);
        for (int step = 0; step < 40; ++step, x = std::nextafter(x, 1e9))
            see_log(worst, x);
    }
    INFO("worst at " << worst.at);
    CHECK(worst.ulps <= allowed);
    CHECK(log_of(1.0) == 0.0);
}

TEST_CASE("exp_of is within 4 ulp over its domain")
{
    std::mt19937_64 twister(2);
    std::uniform_real_distribution<double> wide(-708, 709), near(-1, 1);
    Worst worst;
    for (int i = 0; i < 200000; ++i)
        see_exp(worst, wide(twister));
    for (int i = 0; i < 100000; ++i)
        see_exp(worst, near(twister));
    for (int power = 1; power < 1000; power += 7) {
        see_exp(worst, std::ldexp(1.0, -power));
        see_exp(worst, -std::ldexp(1.0, -power));
    }
    // halfway between multiples of ln 2, where the reduction changes sides
    for (int k = -1000; k < 1000; k += 13) {
        const double x = (k + 0.5) * 0.6931471805599453;
        see_exp(worst, std::nextafter(x, -1e9));
        see_exp(worst, x);
        see_exp(worst, std::nextafter(x, 1e9));
    }
    see_exp(worst, -708.0);
    see_exp(worst, 709.0);
    INFO("worst at " << worst.at);
    CHECK(worst.ulps <= allowed);
    CHECK(exp_of(0.0) == 1.0);
}

TEST_CASE("exp_of ends at 0 and at the largest number, and never becomes infinite")
{
    CHECK(exp_of(-708.1) == 0.0);
    CHECK(exp_of(-1e300) == 0.0);
    CHECK(exp_of(-std::numeric_limits<double>::infinity()) == 0.0);
    CHECK(exp_of(709.1) == std::numeric_limits<double>::max());
    CHECK(exp_of(std::numeric_limits<double>::infinity()) == std::numeric_limits<double>::max());
}

TEST_CASE("both rise with their argument")
{
    std::mt19937_64 twister(3);
    std::uniform_real_distribution<double> u(0, 1);
    int falls = 0;
    for (int i = 0; i < 100000; ++i) {
        const double x = std::exp2(200 * (u(twister) - 0.5));
        const double more = x * (1 + 1e-12 * u(twister));
        falls += log_of(more) < log_of(x);
        const double y = 40 * (u(twister) - 0.5);
        falls += exp_of(y + 1e-12) < exp_of(y);
    }
    CHECK(falls == 0);
}

TEST_CASE("one undoes the other, and distance is felt as ln(1 + km/5)")
{
    for (double x = -20; x <= 20; x += 0.37)
        CHECK(std::abs(log_of(exp_of(x)) - x) < 1e-14 * (1 + std::abs(x)));
    CHECK(log_distance(0) == 0.0);
    CHECK(std::abs(log_distance(5) - std::log(2.0)) < 1e-15);
    CHECK(std::abs(log_distance(45) - std::log(10.0)) < 1e-15);
}

TEST_CASE("exp_each gives the bits of exp_of, also beyond its range")
{
    std::mt19937_64 twister(4);
    std::uniform_real_distribution<double> inside(-708, 709), outside(-900, 900);
    for (const bool wide : {false, true}) {
        std::vector<double> x;
        for (int i = 0; i < 100001; ++i)
            x.push_back(wide ? outside(twister) : inside(twister));
        x.insert(x.end(), {0.0, -0.0, 1.0, -708.0, 709.0});
        auto each = x;
        exp_each(each);
        std::size_t different = 0;
        for (std::size_t i = 0; i < x.size(); ++i)
            different +=
                std::bit_cast<std::uint64_t>(each[i]) != std::bit_cast<std::uint64_t>(exp_of(x[i]));
        CHECK(different == 0);
    }
    exp_each({});
}

TEST_CASE("coarse::exp_bound is never above exp_of, and close to it up to 40")
{
    std::mt19937_64 twister(5);
    std::uniform_real_distribution<double> near(0, 40), far(40, 700);
    double most = 0;
    const auto ratio = [](double x) {
        return exp_of(x) / static_cast<double>(coarse::exp_bound(static_cast<float>(x)));
    };
    for (int i = 0; i < 300000; ++i) {
        const double x = near(twister);
        REQUIRE(ratio(x) >= 1);
        most = std::max(most, ratio(x));
        REQUIRE(ratio(far(twister)) >= 1);
    }
    CHECK(most < coarse::exp_slack);
    for (int k = 0; k <= 57; ++k) {  // the chord touches at powers of two, its middle is far off
        const double x = k * std::log(2.0);
        CHECK(ratio(x) >= 1);
        CHECK(ratio(x + 0.4427 * std::log(2.0)) >= 1);
    }
    CHECK(ratio(0) >= 1);
    CHECK(coarse::exp_bound(1e30f) == coarse::exp_bound(40.0f));
    CHECK(coarse::exp_bound_is_close(40));
    CHECK_FALSE(coarse::exp_bound_is_close(40.001));
}

TEST_CASE("coarse::patience is never above 1 over the weight")
{
    for (double weight = 1e-300; weight < 1e300; weight *= 3.7) {
        const double patience = coarse::patience(weight);
        CHECK(patience <= 1 / weight);
        if (coarse::patience_is_close(weight) && weight < 1e30) CHECK(patience > 0.99999 / weight);
        CHECK(patience <= 1e20);
    }
    CHECK(coarse::patience(0) == std::numeric_limits<float>::max());
    CHECK(wait_bound_of(0xffffffff) * coarse::patience(0) == 0);  // no NaN
    CHECK(coarse::patience_is_close(1e-20));
    CHECK_FALSE(coarse::patience_is_close(9e-21));
    CHECK_FALSE(coarse::patience_is_close(1.1e30));
}

TEST_CASE("log_bound is never above log_of, and at most 0.014 below it")
{
    std::mt19937_64 twister(6);
    std::uniform_real_distribution<double> way(0, 40);
    double least = 1, most = 0;
    for (int i = 0; i < 300000; ++i) {
        const double x = i % 2 ? 1 + 1e-3 * way(twister) : std::exp(way(twister));
        const double below = log_of(x) - log_bound(x);
        least = std::min(least, below);
        most = std::max(most, below);
    }
    CHECK(least >= 0);
    CHECK(most < 0.014);
    CHECK(log_bound(1) == 0);
    for (int k = 1; k <= 60; ++k) {  // the bound touches at powers of two
        const double x = std::ldexp(1.0, k);
        for (const double at : {std::nextafter(x, 0.0), x, std::nextafter(x, 2 * x)})
            CHECK(log_bound(at) <= log_of(at));
    }
}

TEST_CASE("log_bound in single precision is never above log_of, and at most 0.014 below it")
{
    double least = 1, most = 0;
    // Every 101st float from 1 to beyond any distance, and those around powers of two.
    const auto one = std::bit_cast<std::uint32_t>(1.0f), end = std::bit_cast<std::uint32_t>(1e9f);
    const auto look = [&](std::uint32_t bits) {
        const auto x = std::bit_cast<float>(bits);
        const double below = log_of(x) - static_cast<double>(coarse::log_bound(x));
        least = std::min(least, below);
        most = std::max(most, below);
    };
    for (std::uint32_t bits = one; bits < end; bits += 101)
        look(bits);
    for (std::uint32_t bits = one; bits < end; bits += 1u << 23) {
        for (std::uint32_t k = 0; k < 4; ++k) {
            look(bits + k);
            if (bits > one) look(bits - k);
        }
    }
    CHECK(least >= 0);
    CHECK(most < 0.014);
    CHECK(coarse::log_bound(1) == 0);
}
