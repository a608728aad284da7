// SPDX-License-Identifier: EUPL-1.2
/// Elementary functions that can decide an outcome.
///
/// The C library's own differ in the last bit between processors with and without fused
/// multiply-add, and one bit can send a physician elsewhere. These use only + - * / of IEEE 754
/// doubles, so every x86-64 machine and every compiler (with -ffp-contract=off) gives the same
/// bits. Within 4 units in the last place of the exact value over their stated domain.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>

namespace mgz {

/// Natural logarithm. REQUIRES: x > 0, finite and not subnormal.
double log_of(double x);

/// Exponential. Below -708 the result is 0; above 709 the largest finite double.
double exp_of(double x);

/// exp_of of each, in place: the same bits at half the cost.
void exp_each(std::span<double> x);

/// Never below exp_of(x) and at most 6.2% above it, at a tenth of the cost: to put off an
/// exponential that may not be needed. Between two powers of two e^x lies under the chord, and the
/// chord is what the bits of a double say when its exponent is given a fraction. REQUIRES: x <= 0.
inline double exp_bound(double x)
{
    constexpr double log2_e = 0x1.71547652b82fep0;
    constexpr double scale = 0x1p20;  // bits of mantissa in the upper half of a double
    // Added to a fixed-point number it leaves its whole part in the lower half; the one rounds up.
    constexpr double to_whole = 0x1.8p52 + 1023 * scale + 1;
    const double fixed = std::max(x, -700.0) * (log2_e * scale) + to_whole;
    return std::bit_cast<double>(std::bit_cast<std::uint64_t>(fixed) << 32);
}

/// Never above log_of(x) and at most 0.014 below it, at a tenth of the cost. Between two powers of
/// two the binary logarithm lies above the chord, by 0.2786 t (1 - t) or more at a part t of the
/// way: that parabola has the slope of the logarithm at the end and lies below it before. REQUIRES:
/// x >= 1.
inline double log_bound(double x)
{
    constexpr double ln_2 = 0x1.62e42fefa39efp-1;
    constexpr std::uint64_t mantissa = (std::uint64_t{1} << 52) - 1;
    const auto bits = std::bit_cast<std::uint64_t>(x);
    // The upper half as a whole number, for its power of two and the first bits of the way.
    const double upper =
        std::bit_cast<double>((bits >> 32) | std::bit_cast<std::uint64_t>(0x1p52)) - 0x1p52;
    const double m = std::bit_cast<double>((bits & mantissa) | std::bit_cast<std::uint64_t>(1.0));
    const double above_chord = 0.2786 * ((m - 1) * (2 - m));
    return (upper * 0x1p-20 - 1023 + above_chord) * (ln_2 * (1 - 0x1p-40));
}

/// Never above -log_of(u): of a waiting time that may not be needed exactly. The first two terms of
/// its series in 1 - u, less more than any rounding where it is used. REQUIRES: 0 < u <= 1.
inline double wait_bound(double u)
{
    constexpr double below_one = 1 - 0x1p-46;
    const double x = 1 - u;
    return (x + 0.5 * x * x) * below_one;
}

/// 1 + km/5. Its logarithm is how distance is felt in the choice of a place. REQUIRES: km >= 0.
inline double bent_distance(double km)
{
    return 1.0 + km * 0.2;
}
inline double log_distance(double km)
{
    return log_of(bent_distance(km));
}

}  // namespace mgz
