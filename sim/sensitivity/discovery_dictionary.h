// SPDX-License-Identifier: EUPL-1.2
/// Every column of the tables of scenario discovery and regret.
#pragma once

#include <string>
#include <vector>

#include "sim/output/dictionary.h"
#include "sim/sweep/sweep_table.h"

namespace mgz {

/// searches.csv, boxes.csv, trajectory.csv, regret.csv, satisficing.csv.
const std::vector<TableEntry>& discovery_dictionary();

/// Of a policy in these tables: its name; empty of a study without policies.
std::string policy_column_text(const Study& study, std::size_t policy);

}  // namespace mgz
