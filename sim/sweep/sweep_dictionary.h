// SPDX-License-Identifier: EUPL-1.2
/// Every column of every table of a sweep; as sim/output/dictionary.h does for a run.
#pragma once

#include <string_view>
#include <vector>

#include "sim/output/dictionary.h"
#include "sim/sweep/sweep_table.h"

namespace mgz {

/// With the policies and indicators of this sweep as codes, and a column of plan.csv per factor.
std::vector<TableEntry> sweep_dictionary(const Study& study,
                                         const std::vector<KeptQuantity>& quantities);

/// results.csv and results.failed.csv, columns only. Throws std::logic_error when nobody explained
/// it.
const TableEntry& sweep_entry(std::string_view file);

}  // namespace mgz
