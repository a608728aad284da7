// SPDX-License-Identifier: EUPL-1.2
/// What institutions do by themselves when physicians are short.
#pragma once

#include "sim/core/random.h"
#include "sim/model/groundwork.h"
#include "sim/model/state.h"

namespace mgz {

/// Institutions that employ physicians take their next measure at first signs, hire from agencies
/// when it is acute, and stop hiring when there has been no gap for a year.
void take_measures(const Groundwork& g, const Draws& draws, State& state);

}  // namespace mgz
