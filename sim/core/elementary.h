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
#include <limits>
#include <span>

namespace mgz {

/// Natural logarithm. REQUIRES: x > 0, finite and not subnormal.
double log_of(double x);

/// Exponential. Below -708 the result is 0; above 709 the largest finite double.
double exp_of(double x);

/// exp_of of each, in place: the same bits at half the cost.
void exp_each(std::span<double> x);

/// Bounds in single precision, four at a time where the processor takes two doubles: to put off an
/// exponential or a logarithm that may not be needed. Each is lowered by more than the rounding of
/// a product of several of them may come to.
namespace coarse {

/// Never above exp_of(x), which is at most 6.3% above it up to 40; above, that of 40.
/// Between two powers of two e^x lies under the chord, by at most that much, and the chord is what
/// the bits of a number say when its exponent is given a fraction. REQUIRES: x >= 0.
inline float exp_bound(float x)
{
    constexpr float log2_e = 0x1.715476p0f, scale = 0x1p23f;  // units of the last bit
    constexpr float lowered = (127 - 0.0862f) * scale;        // log2 of those 6.2%, and rounding
    const float bits = std::min(x, 40.0f) * (log2_e * scale) + lowered;
    return std::bit_cast<float>(static_cast<std::int32_t>(bits));
}

constexpr float exp_slack = 1.0633f;  ///< what exp_of may be over exp_bound, where that is close
inline bool exp_bound_is_close(double x)
{
    return x <= 40;
}

/// log_bound() in single precision: never above log_of(x), at most 0.014 below it.
/// REQUIRES: x >= 1.
inline float log_bound(float x)
{
    constexpr float ln_2 = 0x1.62e43p-1f, lowered = 1 - 0x1p-20f;
    constexpr std::int32_t one = 0x3f800000, mantissa = 0x007fffff;
    const auto bits = std::bit_cast<std::int32_t>(x);
    const float chord = static_cast<float>(bits - one) * 0x1p-23f;
    const float m = std::bit_cast<float>((bits & mantissa) | one);
    return (chord + 0.2786f * ((m - 1) * (2 - m))) * (ln_2 * lowered);
}

/// Never above 1 / weight, and hardly below it where that can be said in single precision with room
/// to spare; the largest number where there is no weight: times 0 it is no NaN.
inline float patience(double weight)
{
    if (!(weight > 0)) return std::numeric_limits<float>::max();
    constexpr float below_one = 1 - 0x1p-18f;
    return weight > 1e30 ? 0.0f : static_cast<float>(1 / std::max(weight, 1e-20)) * below_one;
}
inline bool patience_is_close(double weight)
{
    return weight >= 1e-20 && weight <= 1e30;
}

}  // namespace coarse

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
