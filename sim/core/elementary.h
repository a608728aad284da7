// SPDX-License-Identifier: EUPL-1.2
/// Elementary functions that can decide an outcome.
///
/// The C library's own differ in the last bit between processors with and without fused
/// multiply-add, and one bit can send a physician elsewhere. These use only + - * / of IEEE 754
/// doubles, so every x86-64 machine and every compiler (with -ffp-contract=off) gives the same
/// bits. Within 4 units in the last place of the exact value over their stated domain.
#pragma once

#include <cstdint>

namespace mgz {

/// Natural logarithm. REQUIRES: x > 0, finite and not subnormal.
double log_of(double x);

/// Exponential. Below -708 the result is 0; above 709 the largest finite double.
double exp_of(double x);

/// ln(1 + km/5): how distance is felt in the choice of a place. REQUIRES: km >= 0.
inline double log_distance(double km)
{
    return log_of(1.0 + km * 0.2);
}

}  // namespace mgz
