// SPDX-License-Identifier: EUPL-1.2
/// Urgency, governance, initiatives and the support programme: one quarter.
#pragma once

#include "sim/core/random.h"
#include "sim/model/groundwork.h"
#include "sim/model/state.h"

namespace mgz {

/// Urgency from the gaps of the quarter; own measures at first signs, joint ones when it is acute
/// and ties are strong; phases of projects; requests to the programme, month by month; funding
/// that lapses. Books what initiatives cost.
void cooperate(const Groundwork& g, const Draws& draws, State& state);

}  // namespace mgz
