// SPDX-License-Identifier: EUPL-1.2
/// A quantity that changes by the year.
#pragma once

#include <utility>
#include <vector>

namespace mgz {

/// Years that a point of a series may have.
inline constexpr int first_series_year = 1900, last_series_year = 2200;

/// Points (year, value), years rising, at least one. Before the first point its value holds.
struct Series {
    enum class Shape {
        steps,  ///< a value holds from its year until the next point
        linear  ///< straight lines between the starts of the years
    };
    std::vector<std::pair<int, double>> points;
    Shape shape = Shape::steps;

    /// Value at a decimal year; after the last point its value holds.
    double at(double year) const;

    friend bool operator==(const Series&, const Series&) = default;
};

}  // namespace mgz
