// SPDX-License-Identifier: EUPL-1.2
/// Are draws as frequent as they should be?
#pragma once

#include <cmath>
#include <vector>

#include "tests/support/catch.h"

namespace support {

/// Exceeded once in about 100,000 (Wilson & Hilferty 1931).
inline double chi_square_threshold(int freedom)
{
    const double part = 1 - 2.0 / (9 * freedom) + 4.27 * std::sqrt(2.0 / (9 * freedom));
    return freedom * part * part * part;
}

/// Chi-square per cell against expected chances; cells of fewer than twenty expected are one.
inline void check_frequencies(const std::vector<double>& count, const std::vector<double>& weight,
                              int least_cells = 50)
{
    double all = 0, drawn = 0;
    for (std::size_t i = 0; i < weight.size(); ++i) {
        all += weight[i];
        drawn += count[i];
    }
    double chi_square = 0, rest_count = 0, rest_expected = 0;
    int cells = 0;
    for (std::size_t i = 0; i < weight.size(); ++i) {
        const double expected = drawn * weight[i] / all;
        if (!(expected > 0)) CHECK(count[i] == 0);
        if (expected < 20) {
            rest_count += count[i];
            rest_expected += expected;
            continue;
        }
        chi_square += (count[i] - expected) * (count[i] - expected) / expected;
        ++cells;
    }
    REQUIRE(cells >= least_cells);
    if (rest_expected > 0) {
        chi_square += (rest_count - rest_expected) * (rest_count - rest_expected) / rest_expected;
        ++cells;
    }
    INFO("chi-square " << chi_square << " of " << cells << " cells");
    CHECK(chi_square < chi_square_threshold(cells - 1));
}

}  // namespace support
