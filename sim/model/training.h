// SPDX-License-Identifier: EUPL-1.2
/// Training: who enters where, who gets the diploma.
#pragma once

#include "sim/model/groundwork.h"
#include "sim/model/state.h"

namespace mgz {

/// Trainees who entered before the first quarter and are still in training then.
void fill_pipeline(const Groundwork& g, const Draws& draws, Profession p, State& state);

/// One quarter: diplomas and drop-outs, then entrants. A new physician has role `seeking`, or
/// `locum` for a GP who prefers that. A practice place is drawn around a drawn centre; where
/// supervisors are too few the draw is repeated, then anywhere there are clients, and after some
/// more tries the place stays empty.
void train(const Groundwork& g, const Draws& draws, State& state);

}  // namespace mgz
