// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/sobol.h"

#include <algorithm>
#include <boost/random/sobol.hpp>

#include "geo/check.h"

namespace mgz {

std::size_t most_sobol_dimensions()
{
    return boost::random::default_sobol_table::max_dimension;
}

std::vector<std::uint32_t> sobol_points(std::size_t dimensions, std::size_t n)
{
    expects(dimensions >= 1 && dimensions <= most_sobol_dimensions());
    std::vector<std::uint32_t> words(dimensions * n, 0);
    if (n == 0) return words;
    boost::random::sobol_engine<std::uint32_t, 32> engine(dimensions);
    std::generate(words.begin() + static_cast<std::ptrdiff_t>(dimensions), words.end(),
                  [&engine] { return engine(); });
    return words;
}

}  // namespace mgz
