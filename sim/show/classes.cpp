// SPDX-License-Identifier: EUPL-1.2
#include "sim/show/classes.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

#include <fmt/format.h>

#include "geo/check.h"

namespace mgz {

namespace {

constexpr std::size_t fewest_classes = 5, most_classes = 7;

constexpr Colour rgb(std::uint32_t hex)
{
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8),
            static_cast<std::uint8_t>(hex)};
}

using Ramp = std::vector<Colour>;

/// ColorBrewer (Harrower and Brewer 2003), YlOrRd of 5, 6 and 7 classes.
Ramp worrying(std::size_t classes)
{
    switch (classes) {
        case 5:
            return {rgb(0xffffb2), rgb(0xfecc5c), rgb(0xfd8d3c), rgb(0xf03b20), rgb(0xbd0026)};
        case 6:
            return {rgb(0xffffb2), rgb(0xfed976), rgb(0xfeb24c),
                    rgb(0xfd8d3c), rgb(0xf03b20), rgb(0xbd0026)};
        default:
            return {rgb(0xffffb2), rgb(0xfed976), rgb(0xfeb24c), rgb(0xfd8d3c),
                    rgb(0xfc4e2a), rgb(0xe31a1c), rgb(0xb10026)};
    }
}

/// ColorBrewer, YlGnBu.
Ramp calm(std::size_t classes)
{
    switch (classes) {
        case 5:
            return {rgb(0xffffcc), rgb(0xa1dab4), rgb(0x41b6c4), rgb(0x2c7fb8), rgb(0x253494)};
        case 6:
            return {rgb(0xffffcc), rgb(0xc7e9b4), rgb(0x7fcdbb),
                    rgb(0x41b6c4), rgb(0x2c7fb8), rgb(0x253494)};
        default:
            return {rgb(0xffffcc), rgb(0xc7e9b4), rgb(0x7fcdbb), rgb(0x41b6c4),
                    rgb(0x1d91c0), rgb(0x225ea8), rgb(0x0c2c84)};
    }
}

/// ColorBrewer's PuOr of 9 classes; its middle is darker here, so that white borders show in it.
Ramp around_zero()
{
    return {rgb(0xb35806), rgb(0xe08214), rgb(0xfdb863), rgb(0xfee0b6), rgb(0xefefef),
            rgb(0xd8daeb), rgb(0xb2abd2), rgb(0x8073ac), rgb(0x542788)};
}

/// Numbers of the series 1, 2, 5, 10, 20, ... by their place in it; place 0 is 1.
double in_series(int place)
{
    constexpr std::array<double, 3> steps{1, 2, 5};
    const int decade = place >= 0 ? place / 3 : -((2 - place) / 3);
    // A power of ten below one is a division: 5 / 100 is 0.05 to the last bit, 5 * 0.01 is not.
    const double power = std::pow(10.0, std::abs(decade));
    const double step = steps[static_cast<std::size_t>(place - 3 * decade)];
    return decade < 0 ? step / power : step * power;
}

/// The place of the greatest number of the series that is not above x. REQUIRES x > 0.
int place_below(double x)
{
    int place = 3 * static_cast<int>(std::floor(std::log10(x))) + 3;
    while (in_series(place) > x)
        --place;
    return place;
}

std::vector<double> numbers_of(std::span<const double> values)
{
    std::vector<double> numbers;
    std::copy_if(values.begin(), values.end(), std::back_inserter(numbers),
                 [](double x) { return std::isfinite(x); });
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

/// Of sorted numbers, not empty; of few numbers the outermost.
double low_end(const std::vector<double>& sorted, double share)
{
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

double high_end(const std::vector<double>& sorted, double share)
{
    const double last = static_cast<double>(sorted.size() - 1);
    return sorted[static_cast<std::size_t>(std::ceil((1 - share) * last))];
}

/// Breaks of the series itself: each about twice the last.
std::vector<double> doubling_breaks(double low, double high)
{
    int last = place_below(high) + 1;
    int first = std::max(place_below(low), last - static_cast<int>(most_classes));
    first = std::min(first, last - static_cast<int>(fewest_classes));
    std::vector<double> breaks;
    for (int place = first; place <= last; ++place)
        breaks.push_back(in_series(place));
    return breaks;
}

/// How many steps of a width the values reach over, from a multiple of it to a multiple of it.
struct Steps {
    double width;
    bool inverse;  ///< width is 1 / this, so that breaks are as exact as can be
    long first, last;

    double at(long i) const
    {
        return inverse ? static_cast<double>(i) / width : static_cast<double>(i) * width;
    }
};

Steps steps_of(double mantissa, int decade, double low, double high)
{
    const double power = std::pow(10.0, std::abs(decade));
    // 1 / 2.5 and its like times a power of ten are whole numbers from a tenth downwards.
    Steps steps{decade < 0 ? power / mantissa : mantissa * power, decade < 0, 0, 0};
    const auto in_steps = [&](double x) {
        return steps.inverse ? x * steps.width : x / steps.width;
    };
    steps.first = static_cast<long>(std::floor(in_steps(low) + 1e-9));
    steps.last = static_cast<long>(std::ceil(in_steps(high) - 1e-9));
    return steps;
}

/// The narrowest round width that needs no more than the most classes.
Steps narrowest_steps(double low, double high)
{
    for (int decade = static_cast<int>(std::floor(std::log10((high - low) / 5))) - 1;; ++decade)
        for (const double mantissa : {1.0, 2.0, 2.5, 5.0}) {
            const Steps steps = steps_of(mantissa, decade, low, high);
            if (steps.last - steps.first <= static_cast<long>(most_classes)) return steps;
        }
}

/// Equally wide classes between multiples of a round width, within the limits where the values are.
std::vector<double> even_breaks(double low, double high, double least, double most)
{
    Steps steps = narrowest_steps(low, high);
    for (bool up = true; steps.last - steps.first < static_cast<long>(fewest_classes); up = !up) {
        const bool at_bottom = low >= least && steps.at(steps.first) <= least;
        const bool at_top = high <= most && steps.at(steps.last) >= most;
        if (at_bottom || (up && !at_top))
            ++steps.last;
        else
            --steps.first;
    }
    std::vector<double> breaks;
    for (long i = steps.first; i <= steps.last; ++i)
        breaks.push_back(steps.at(i));
    return breaks;
}

}  // namespace

std::string hex(Colour colour)
{
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

Colour on_white(Colour colour, double share)
{
    const auto channel = [share](std::uint8_t c) {
        return static_cast<std::uint8_t>(std::lround(255 - share * (255 - c)));
    };
    return {channel(colour.red), channel(colour.green), channel(colour.blue)};
}

std::size_t Classes::class_of(double x) const
{
    expects(!std::isnan(x));
    const auto inner_end = breaks.end() - 1;
    const auto above = std::upper_bound(breaks.begin() + 1, inner_end, x);
    return static_cast<std::size_t>(above - breaks.begin()) - 1;
}

Classes shortage_classes()
{
    return {{0, 0.025, 0.05, 0.10, 0.15, 0.20, 0.30, 0.50}, worrying(7)};
}

Classes level_classes(std::string_view unit, bool more_is_better, std::span<const double> values)
{
    const std::vector<double> numbers = numbers_of(values);
    double low = 0, high = 1;
    if (!numbers.empty()) {
        // One area far from all others does not leave the others one colour: ends are open.
        low = low_end(numbers, 0.02);
        high = high_end(numbers, 0.02);
    }
    const double size = std::max(std::abs(low), std::abs(high));
    if (high - low < 1e-9 * size || high == low) high = low + (size > 0 ? size : 1);
    // A few small values are no reason: half of the areas must lie far below the largest.
    const bool wide = !numbers.empty() && low > 0 && high > 8 * numbers[numbers.size() / 2];
    constexpr double endless = std::numeric_limits<double>::infinity();
    std::vector<double> breaks = wide ? doubling_breaks(low, high)
                                      : even_breaks(low, high, 0, unit == "share" ? 1 : endless);
    const std::size_t classes = breaks.size() - 1;
    return {std::move(breaks), more_is_better ? calm(classes) : worrying(classes)};
}

Classes effect_classes(std::string_view unit, std::span<const double> effects)
{
    std::vector<double> sizes = numbers_of(effects);
    for (double& size : sizes)
        size = std::abs(size);
    std::sort(sizes.begin(), sizes.end());
    const double large = sizes.empty() ? 0 : high_end(sizes, 0.05);
    double step = 1;
    if (unit == "share") {
        step = 0.01;
    } else if (large > 0) {
        int place = place_below(large / 16);
        while (16 * in_series(place) < large)
            ++place;
        step = in_series(place);
    }
    std::vector<double> breaks;
    for (const double times : {-16, -8, -4, -2, -1, 1, 2, 4, 8, 16})
        breaks.push_back(times * step);
    return {std::move(breaks), around_zero()};
}

}  // namespace mgz
