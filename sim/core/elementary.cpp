// SPDX-License-Identifier: EUPL-1.2
#include "sim/core/elementary.h"

#include <bit>
#include <limits>

#include "geo/check.h"

namespace mgz {

// ln 2 in two parts: the first has trailing zero bits, so k * ln2_high is exact for |k| < 2^11.
static constexpr double ln2_high = 0x1.62e42fee00000p-1;
static constexpr double ln2_low = 0x1.a39ef35793c76p-33;

double log_of(double x)
{
    expects(x >= std::numeric_limits<double>::min());
    // x = 2^k m with m in [sqrt(1/2), sqrt(2)).
    const auto bits = std::bit_cast<std::uint64_t>(x);
    constexpr std::uint64_t root_half = 0x3fe6a09e667f3bcdu;
    const auto shifted = static_cast<std::int64_t>(bits - root_half);
    const auto exponent = static_cast<int>(shifted >> 52);
    const double k = exponent;
    const double m = std::bit_cast<double>(bits - (static_cast<std::uint64_t>(exponent) << 52));

    // ln m = 2 atanh(s), s = (m-1)/(m+1), |s| < 0.1716: odd series to s^23, then the part that
    // rounding lost in f is kept apart: ln m = f - (f^2/2 - s (f^2/2 + R)).
    const double f = m - 1.0;
    const double s = f / (2.0 + f);
    const double z = s * s;
    double r = 2.0 / 23;
    r = r * z + 2.0 / 21;
    r = r * z + 2.0 / 19;
    r = r * z + 2.0 / 17;
    r = r * z + 2.0 / 15;
    r = r * z + 2.0 / 13;
    r = r * z + 2.0 / 11;
    r = r * z + 2.0 / 9;
    r = r * z + 2.0 / 7;
    r = r * z + 2.0 / 5;
    r = r * z + 2.0 / 3;
    r = r * z;
    const double half_square = 0.5 * f * f;
    return k * ln2_high - ((half_square - (s * (half_square + r) + k * ln2_low)) - f);
}

// Without a branch, so that a loop over it can be vectorised.
static inline double exp_within(double x)
{
    // x = k ln 2 + y with |y| <= ln(2)/2; adding and taking away 1.5 * 2^52 rounds to a whole k,
    // which the sum holds in its lowest bits.
    constexpr double round_to_whole = 0x1.8p52;
    const double rounded = x * 0x1.71547652b82fep0 + round_to_whole;
    const double k = rounded - round_to_whole;
    const double y = (x - k * ln2_high) - k * ln2_low;

    // Taylor to y^13: the next term is below 2^-57 for |y| <= 0.3466.
    double p = 1.0 / 6227020800.0;
    p = p * y + 1.0 / 479001600.0;
    p = p * y + 1.0 / 39916800.0;
    p = p * y + 1.0 / 3628800.0;
    p = p * y + 1.0 / 362880.0;
    p = p * y + 1.0 / 40320.0;
    p = p * y + 1.0 / 5040.0;
    p = p * y + 1.0 / 720.0;
    p = p * y + 1.0 / 120.0;
    p = p * y + 1.0 / 24.0;
    p = p * y + 1.0 / 6.0;
    p = p * y + 0.5;
    const double value = 1.0 + (y + y * y * p);

    const std::uint64_t power = (std::bit_cast<std::uint64_t>(rounded) + 1023) << 52;
    return value * std::bit_cast<double>(power);
}

static constexpr double lowest = -708.0, highest = 709.0;

double exp_of(double x)
{
    if (x < lowest) return 0.0;
    if (x > highest) return std::numeric_limits<double>::max();
    return exp_within(x);
}

void exp_each(std::span<double> x)
{
    const bool within =
        std::all_of(x.begin(), x.end(), [](double at) { return at >= lowest && at <= highest; });
    double* const at = x.data();
    const std::size_t n = x.size();
    if (within) {
        for (std::size_t i = 0; i < n; ++i)  // two at a time: nothing in it branches
            at[i] = exp_within(at[i]);
    } else {
        for (std::size_t i = 0; i < n; ++i)
            at[i] = exp_of(at[i]);
    }
}

}  // namespace mgz
