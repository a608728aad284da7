// SPDX-License-Identifier: EUPL-1.2
/// Every column of the tables of scenario discovery and regret.
#pragma once

#include <vector>

#include "sim/output/dictionary.h"

namespace mgz {

/// searches.csv, boxes.csv, trajectory.csv, regret.csv, satisficing.csv.
const std::vector<TableEntry>& discovery_dictionary();

}  // namespace mgz
