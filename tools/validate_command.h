// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tools/loading.h"

namespace mgz::cli {

struct ValidateArguments {
    ScenarioArguments which;         ///< the baseline unless given
    std::vector<std::string> nulls;  ///< names; empty: all of the pattern file; "none": none
    int replicates = 50;
    std::uint32_t seed = 1;
    int threads = 0;   ///< 0: as many as the machine offers
    std::string json;  ///< file for the figures; empty: none
};

/// Holds a scenario against the patterns that were observed, beside its nulls, and prints what came
/// out. Returns the exit status: 0 when every pattern that decides is met, else 1.
/// Errors (InputError): as run(), and as validate_beside_nulls().
int validate_scenario(const ValidateArguments& arguments);

}  // namespace mgz::cli
