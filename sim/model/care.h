// SPDX-License-Identifier: EUPL-1.2
/// Steps inside a region: who shares, who withdraws, who keeps watch at night, where clients end.
#pragma once

#include "sim/core/random.h"
#include "sim/model/groundwork.h"
#include "sim/model/state.h"

namespace mgz {

/// Levelling between the institutions of a table, then retreat: hours by client class. Moves FTE,
/// never creates it. ENSURES: given <= needed by class; hours given <= FTE there.
void retreat(const Groundwork& g, Profession p, State& state);

/// Evening, night and weekend duty: shifts per participant of every group.
void hold_duty(const Groundwork& g, State& state);

/// Small homes, GPs, HAP and SEH, places and waiting lists.
void overflow(const Groundwork& g, State& state);

}  // namespace mgz
