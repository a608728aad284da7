// SPDX-License-Identifier: EUPL-1.2
/// How colours look to eyes that lack a kind of cone, and how far they are apart.
///
/// The matrices are those of Machado, Oliveira and Fernandes (2009), "A physiologically-based model
/// for simulation of color vision deficiency", IEEE Transactions on Visualization and Computer
/// Graphics 15(6), severity 1; they work on linear RGB. Distance is CIE 1976, in CIELAB under D65.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/show/classes.h"

enum class Vision { usual, protanopia, deuteranopia, tritanopia };
inline constexpr std::array all_visions{Vision::usual, Vision::protanopia, Vision::deuteranopia,
                                        Vision::tritanopia};

using Three = std::array<double, 3>;
using Matrix = std::array<Three, 3>;

inline Three times(const Matrix& matrix, const Three& x)
{
    Three y{};
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j)
            y[i] += matrix[i][j] * x[j];
    return y;
}

inline const Matrix& matrix_of(Vision vision)
{
    static const std::array<Matrix, 4> matrices{{{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
                                                 {{{0.152286, 1.052583, -0.204868},
                                                   {0.114503, 0.786281, 0.099216},
                                                   {-0.003882, -0.048116, 1.051998}}},
                                                 {{{0.367322, 0.860646, -0.227968},
                                                   {0.280085, 0.672501, 0.047413},
                                                   {-0.011820, 0.042940, 0.968881}}},
                                                 {{{1.255528, -0.076749, -0.178779},
                                                   {-0.078411, 0.930809, 0.147602},
                                                   {0.004733, 0.691367, 0.303900}}}}};
    return matrices[static_cast<std::size_t>(vision)];
}

/// CIELAB of a colour as it is seen.
inline Three seen(mgz::Colour colour, Vision vision)
{
    const auto linear = [](std::uint8_t channel) {
        const double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    Three rgb =
        times(matrix_of(vision), {linear(colour.red), linear(colour.green), linear(colour.blue)});
    for (double& channel : rgb)
        channel = std::clamp(channel, 0.0, 1.0);
    const Matrix to_xyz{
        {{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}}};
    const Three white{0.9505, 1, 1.089};
    Three f = times(to_xyz, rgb);
    for (std::size_t i = 0; i < 3; ++i) {
        const double x = f[i] / white[i];
        f[i] = x > 0.008856 ? std::cbrt(x) : 7.787 * x + 16 / 116.0;
    }
    return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

inline double difference(const Three& a, const Three& b)
{
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

inline double lightness(mgz::Colour colour)
{
    return seen(colour, Vision::usual)[0];
}
