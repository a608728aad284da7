// SPDX-License-Identifier: EUPL-1.2
#include "sim/score/equity.h"

#include "geo/check.h"
#include "sim/core/elementary.h"

namespace mgz {

struct Sums {
    double weight = 0, value = 0;
};

static Sums sums_of(std::span<const double> values, std::span<const double> weights)
{
    expects(values.size() == weights.size());
    Sums sums;
    for (std::size_t i = 0; i < values.size(); ++i) {
        expects(values[i] >= 0 && weights[i] >= 0);
        sums.weight += weights[i];
        sums.value += weights[i] * values[i];
    }
    return sums;
}

double gini(std::span<const double> values, std::span<const double> weights)
{
    const Sums sums = sums_of(values, weights);
    if (!(sums.value > 0)) return 0;
    double differences = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const double difference = values[i] - values[j];
            differences += weights[i] * weights[j] * (difference < 0 ? -difference : difference);
        }
    }
    return differences / (sums.weight * sums.value);
}

double theil(std::span<const double> values, std::span<const double> weights)
{
    const Sums sums = sums_of(values, weights);
    if (!(sums.value > 0)) return 0;
    const double mean = sums.value / sums.weight;
    double index = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double x = values[i] / mean;
        if (x > 0) index += weights[i] * x * log_of(x);
    }
    return index / sums.weight;
}

}  // namespace mgz
