// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sim/sensitivity/indices.h"
#include "tools/sensitivity_command.h"

namespace mgz::cli {

/// What was found, on stdout: files, and what matters most for the country.
void show_sensitivity(const SensitivityArguments& arguments, const SweepTable& table,
                      const Findings& findings);

}  // namespace mgz::cli
