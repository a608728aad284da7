// SPDX-License-Identifier: EUPL-1.2
// From a place between 0 and 1 to the value of a factor.
#include <algorithm>
#include <cmath>

#include "geo/check.h"
#include "sim/core/elementary.h"
#include "sim/core/normal.h"
#include "sim/scenario/registry.h"
#include "sim/sweep/study.h"

namespace mgz {

/// Share of a normal distribution beyond three standard deviations, on one side.
static constexpr double beyond_three_sd = 0.0013498980316301;

static double triangular(const Factor& f, double u)
{
    const double width = f.high - f.low;
    const double at_mode = (f.mode - f.low) / width;
    return u < at_mode ? f.low + std::sqrt(u * width * (f.mode - f.low))
                       : f.high - std::sqrt((1 - u) * width * (f.high - f.mode));
}

static double real_value(const Factor& f, double u)
{
    switch (f.distribution) {
        case Distribution::uniform:
            return std::clamp(f.low + u * (f.high - f.low), f.low, f.high);
        case Distribution::log_uniform: {
            const double a = log_of(f.low), b = log_of(f.high);
            return std::clamp(exp_of(a + u * (b - a)), f.low, f.high);
        }
        case Distribution::triangular:
            return std::clamp(triangular(f, u), f.low, f.high);
        case Distribution::normal:
            return f.mean + f.sd * normal_quantile(beyond_three_sd + u * (1 - 2 * beyond_three_sd));
    }
    return f.low;
}

/// Equal shares of [0, 1], the last with its end.
static double index_at(double u, double count)
{
    return std::min(std::floor(u * count), count - 1);
}

double value_at(const Factor& factor, double u)
{
    expects(u >= 0 && u <= 1);
    if (factor.labelled()) return index_at(u, static_cast<double>(factor.labels.size()));
    if (factor.kind == FactorKind::integer)
        return factor.low + index_at(u, factor.high - factor.low + 1);
    return real_value(factor, u);
}

std::string text_of_value(const Factor& factor, double value)
{
    if (factor.labelled()) return factor.labels.at(static_cast<std::size_t>(value));
    if (factor.kind == FactorKind::integer) return std::to_string(static_cast<long long>(value));
    return real_text(value);
}

}  // namespace mgz
