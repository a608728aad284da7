// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "geo/check.h"

namespace mgz {

std::vector<double> average_ranks(std::span<const double> values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]])
            ++last;
        const double rank = (static_cast<double>(first) + static_cast<double>(last)) / 2 + 1;
        for (std::size_t i = first; i <= last; ++i)
            ranks[order[i]] = rank;
        first = last + 1;
    }
    return ranks;
}

double spearman(std::span<const double> x, std::span<const double> y)
{
    expects(x.size() == y.size());
    if (x.size() < 2) return 0;
    return correlation_of_ranks(average_ranks(x), average_ranks(y));
}

double correlation_of_ranks(std::span<const double> a, std::span<const double> b)
{
    expects(a.size() == b.size());
    const double middle = (static_cast<double>(a.size()) + 1) / 2;
    double ab = 0, aa = 0, bb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - middle) * (b[i] - middle);
        aa += (a[i] - middle) * (a[i] - middle);
        bb += (b[i] - middle) * (b[i] - middle);
    }
    return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : 0.0;
}

double area_under_curve(std::span<const double> higher, std::span<const double> lower)
{
    expects(!higher.empty() && !lower.empty());
    double won = 0;
    for (const double h : higher) {
        for (const double l : lower)
            won += h > l ? 1.0 : h == l ? 0.5 : 0.0;
    }
    return won / (static_cast<double>(higher.size()) * static_cast<double>(lower.size()));
}

double slope_within(std::span<const GroupPoints> groups)
{
    double xy = 0, xx = 0;
    for (const auto& group : groups) {
        expects(group.x.size() == group.y.size());
        if (group.x.empty()) continue;
        const double x = mean_of(group.x);
        const double y = mean_of(group.y);
        for (std::size_t i = 0; i < group.x.size(); ++i) {
            xy += (group.x[i] - x) * (group.y[i] - y);
            xx += (group.x[i] - x) * (group.x[i] - x);
        }
    }
    return xx > 0 ? xy / xx : 0.0;
}

double mean_of(std::span<const double> values)
{
    expects(!values.empty());
    double sum = 0;
    for (const double v : values)
        sum += v;
    return sum / static_cast<double>(values.size());
}

double median_of(std::vector<double> values)
{
    expects(!values.empty());
    std::sort(values.begin(), values.end());
    const auto n = values.size();
    return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

}  // namespace mgz
