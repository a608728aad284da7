// SPDX-License-Identifier: EUPL-1.2
/// Expectations of a domain expert, in a form that a comparison can answer. Positive effects are
/// better, whatever the indicator; "clear" is: the interval from 5% to 95% of the replicates leaves
/// zero out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace directions {

/// One region, several, or the country (no codes). With `others` all regions but these.
struct Place {
    std::string_view name;
    std::vector<std::string_view> codes;
    bool others = false;
};

enum class Expect {
    better,      ///< clearly
    worse,       ///< clearly
    not_better,  ///< not clearly
    not_worse,   ///< not clearly
    unclear,     ///< neither clearly better nor clearly worse
    same         ///< not touched: zero in every replicate
};

/// Of how many of the regions it is asked.
enum class Of {
    all,
    most,   ///< more than half
    some,   ///< at least one
    median  ///< the median region's median effect is better or worse: where one region has few
            ///< physicians, and chance is as large as the effect
};

struct Expectation {
    std::string_view scenario;
    const Place& place;
    Of of = Of::all;
    std::string_view profession;  ///< empty: of no profession
    std::string_view indicator;   ///< `mgz compare` lists them in dictionary.csv
    int year = 2040;
    Expect expect = Expect::better;
    std::string_view why;  ///< one sentence
};

/// The first has a larger gain (in its median) than the second.
struct Order {
    std::string_view more;
    int more_year = 2040;
    std::string_view less;
    int less_year = 2040;
    const Place& place;
    std::string_view profession;
    std::string_view indicator;
    std::string_view why;
};

const std::vector<Expectation>& expectations();
const std::vector<Order>& orders();

}  // namespace directions
