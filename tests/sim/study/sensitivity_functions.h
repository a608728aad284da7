// SPDX-License-Identifier: EUPL-1.2
/// Test functions of sensitivity analysis, on the unit cube; their exact indices are in
/// tests/data/sensitivity.json.
#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <span>
#include <vector>

#include "sim/core/random.h"
#include "sim/study/design.h"

namespace support {

inline const mgz::Draws draws(7, 0);
inline constexpr double missing = std::numeric_limits<double>::quiet_NaN();

}  // namespace support

namespace mgz {

/// Ishigami & Homma 1990, with a = 7 and b = 0.1.
inline double ishigami(std::span<const double> u)
{
    const auto x = [&](std::size_t i) { return std::numbers::pi * (2 * u[i] - 1); };
    return std::sin(x(0)) + 7 * std::pow(std::sin(x(1)), 2) +
           0.1 * std::pow(x(2), 4) * std::sin(x(0));
}

/// Sobol's g, with the coefficients of Saltelli & Sobol' 1995.
inline constexpr double g_coefficients[] = {0, 1, 4.5, 9, 99, 99};
inline double g_function(std::span<const double> u)
{
    double product = 1;
    for (std::size_t i = 0; i < u.size(); ++i)
        product *= (std::abs(4 * u[i] - 2) + g_coefficients[i]) / (1 + g_coefficients[i]);
    return product;
}

template <typename Function>
std::vector<double> outcomes_of(const Design& design, Function f)
{
    std::vector<double> y;
    for (std::size_t i = 0; i < design.rows(); ++i)
        y.push_back(f(design.row(i)));
    return y;
}

}  // namespace mgz
