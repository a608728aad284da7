// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tools/loading.h"

namespace mgz::cli {

struct CheckArguments {
    ScenarioArguments which;
};

/// Prints the effective scenario with the origin of every value, then what was found in its inputs.
/// Returns the exit status. Errors (InputError): whatever would stop a run.
int check(const CheckArguments& arguments);

}  // namespace mgz::cli
