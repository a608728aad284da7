// SPDX-License-Identifier: EUPL-1.2
/// Inside sim/sweep only: one [[factor]] of a study file.
#pragma once

#include <string>

#include "sim/scenario/registry.h"
#include "sim/scenario/table_reader.h"
#include "sim/sweep/study.h"

namespace mgz {

/// \param list parameters of any scenario: for kinds, units and ranges
/// Errors (InputError): see read_study().
Factor read_factor(TableReader reader, const std::vector<Parameter>& list,
                   const std::string& data_folder);

}  // namespace mgz
