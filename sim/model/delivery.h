// SPDX-License-Identifier: EUPL-1.2
/// Who gets how much care: staff, trainees, changing locums, hours by contract; and the load.
#pragma once

#include "sim/model/groundwork.h"
#include "sim/model/state.h"

namespace mgz {

/// Staff FTE counted afresh from the physicians; the change since the last count that no event
/// explains is the trend of hours and booked as such. Counts supervisors too.
void recount_staff(const Groundwork& g, State& state);

/// Work of trainees, spread over the employers of the practice place's region by need.
void spread_trainees(const Groundwork& g, State& state);

/// Changing locums go where gaps are, delivered FTE and load follow; changes are booked.
void deliver(const Groundwork& g, State& state);

/// Load of every employer from what it takes on, what is there, and duty; hazards follow it.
void weigh_load(const Groundwork& g, State& state);

}  // namespace mgz
