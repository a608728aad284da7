// SPDX-License-Identifier: EUPL-1.2
/// What a study says about the futures in which something goes wrong, and about policies: scenario
/// discovery and regret, as files and a part of the summary.
#pragma once

#include "sim/sensitivity/sensitivity_outputs.h"

namespace mgz {

/// Empty where the study looks for nothing and names no policies. The same for any number of
/// threads.
SensitivityExtra futures_extra(const SweepTable& table, int threads);

}  // namespace mgz
