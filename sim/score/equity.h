// SPDX-License-Identifier: EUPL-1.2
/// How unequally something is divided over areas.
#pragma once

#include <span>

namespace mgz {

/// Gini coefficient of values that count with weights: mean absolute difference between two draws
/// over twice the mean; 0 is equal. 0 when everything is 0.
/// REQUIRES: same size, no value or weight below 0.
double gini(std::span<const double> values, std::span<const double> weights);

/// Theil's T: weighted mean of x/m ln(x/m), m the weighted mean; 0 is equal. A value of 0 adds 0.
/// 0 when everything is 0. REQUIRES: as gini().
double theil(std::span<const double> values, std::span<const double> weights);

}  // namespace mgz
