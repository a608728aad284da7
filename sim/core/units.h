// SPDX-License-Identifier: EUPL-1.2
/// Quantities that cannot be mixed by accident.
#pragma once

#include <compare>

namespace mgz {

/// A number with a unit: adds to its own kind, scales by plain numbers, divides to a plain ratio.
template <class Unit>
struct Quantity {
    double value = 0;

    friend constexpr auto operator<=>(const Quantity&, const Quantity&) = default;
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return {a.value + b.value}; }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return {a.value - b.value}; }
    friend constexpr Quantity operator*(Quantity a, double k) { return {a.value * k}; }
    friend constexpr Quantity operator*(double k, Quantity a) { return {k * a.value}; }
    friend constexpr Quantity operator/(Quantity a, double k) { return {a.value / k}; }
    friend constexpr double operator/(Quantity a, Quantity b) { return a.value / b.value; }
    constexpr Quantity& operator+=(Quantity b)
    {
        value += b.value;
        return *this;
    }
    constexpr Quantity& operator-=(Quantity b)
    {
        value -= b.value;
        return *this;
    }
};

using Fte = Quantity<struct FteUnit>;               ///< full-time equivalents
using Kilometres = Quantity<struct KilometreUnit>;  ///< as travelled: crow-fly times detour

}  // namespace mgz
