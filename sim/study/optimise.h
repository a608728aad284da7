// SPDX-License-Identifier: EUPL-1.2
/// Searches for the least value of a function without derivatives, in a unit cube. The one door to
/// NLopt (docs/decisions/0007-calibration.md).
#pragma once

#include <array>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mgz {

enum class SearchMethod : unsigned char {
    sbplx,  ///< subplex (Rowan 1990): simplexes in subspaces; does not mind a rough function
    bobyqa  ///< quadratic models (Powell 2009): fewer evaluations where the function is smooth
};
inline constexpr std::array<std::string_view, 2> search_method_names{"sbplx", "bobyqa"};

struct Minimisation {
    SearchMethod method = SearchMethod::sbplx;
    std::vector<double> start;  ///< each from 0 to 1
    double first_step = 0.1;    ///< in every direction
    double tolerance = 1e-3;    ///< ends when no coordinate changes by more
    int most = 200;             ///< evaluations
};

struct Found {
    std::vector<double> at;  ///< of the evaluation with the least value; the first of equals
    double value = 0;
    int evaluations = 0;
    std::string ended;  ///< why the search ended
};

/// The same function and search: the same evaluations in the same order. A larger `most` only
/// adds evaluations at the end. Exceptions of the function pass through.
/// REQUIRES: at least one coordinate, two for bobyqa; `most` at least 1.
Found minimise(const std::function<double(std::span<const double>)>& function,
               const Minimisation& search);

}  // namespace mgz
