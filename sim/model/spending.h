// SPDX-License-Identifier: EUPL-1.2
/// What initiatives cost, beside the hours and shifts that are paid by use.
#pragma once

#include "sim/model/groundwork.h"
#include "sim/model/state.h"

namespace mgz {

/// Books a quarter of everything that was in force in it. REQUIRES: intensities are those of the
/// quarter and cooperation has not moved since.
void book_costs(const Groundwork& g, State& state);

}  // namespace mgz
