// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "tools/loading.h"

namespace mgz::cli {

struct DataSynthesiseArguments {
    ScenarioArguments which;
    int scale = 1;    ///< how many times as large, 1 to most_copies
    std::string out;  ///< folder to make
};

/// Writes a made-up country of so many copies of the scenario's places side by side, and
/// scenario.toml, which runs it. Returns the exit status.
/// Errors (InputError): as load() and load_world(); `out` exists; a total becomes too large; the
/// scenario has employers, travel, a projection or areas of its own.
int synthesise_data(const DataSynthesiseArguments& arguments);

}  // namespace mgz::cli
