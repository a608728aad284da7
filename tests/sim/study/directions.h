// SPDX-License-Identifier: EUPL-1.2
/// Expectations of a domain expert, in a form that a comparison can answer. Positive effects are
/// better, whatever the indicator; "clear" is: the interval from 5% to 95% of the replicates leaves
/// zero out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace directions {

/// One region, several, or the country (no codes). With `others` all regions but these, which may
/// be none.
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
    median  ///< the median effect (of several regions that of the median one) is on that side of
            ///< zero, clearly or not: where chance is as large as the effect
};

struct Expectation {
    const Place& place;
    Of of = Of::all;
    std::string_view profession;  ///< empty: of no profession
    std::string_view indicator;   ///< `mgz compare` lists them in dictionary.csv
    int year = 2040;
    Expect expect = Expect::better;
    std::string_view why;  ///< one sentence
};

struct ScenarioExpectations {
    std::string_view scenario;
    std::vector<Expectation> rows;
};

/// What a scenario does somewhere by the end of a year.
struct Gain {
    std::string_view scenario;
    const Place& place;
    int year = 2040;
};

/// Of two gains (median effects; of several regions the median one) the first is the larger.
struct Order {
    Gain more, less;
    std::string_view profession;
    std::string_view indicator;
    std::string_view why;
};

// Places of the tables, in the default geography.
inline const Place country{"the country", {}};
inline const Place every_region{"every region", {}, true};
/// Drenthe, Flevoland, Noord-Holland Noord, Twente, Zeeland: far from the institutes.
inline const Place five{"the five regions", {"ZK06", "ZK07", "ZK18", "ZK22", "ZK27"}};
inline const Place beside_five{"other than the five", five.codes, true};
/// Also Friesland and Zuidoost-Brabant: named as most short by the inventory of 2023.
inline const Place seven{"the seven regions",
                         {"ZK06", "ZK07", "ZK08", "ZK18", "ZK22", "ZK27", "ZK30"}};
inline const Place beside_seven{"other than the seven", seven.codes, true};
inline const Place twente{"Twente", {"ZK22"}};
inline const Place beside_twente{"other than Twente", twente.codes, true};
/// Also Amstelland en De Meerlanden.
inline const Place amsterdam{"Amsterdam and around", {"ZK01", "ZK02"}};

const std::vector<ScenarioExpectations>& expected_of_people();
const std::vector<ScenarioExpectations>& expected_of_care();
const std::vector<Order>& expected_orders();

}  // namespace directions
