// SPDX-License-Identifier: EUPL-1.2
/// Practices of GPs: changing locums fill their gaps, then they give what is there. What
/// institutions do beside (serve each other by contract, level out, buy physicians, shift tasks),
/// they do not.
#pragma once

#include "sim/model/groundwork.h"
#include "sim/model/state.h"

namespace mgz {

/// Changing locums go where gaps are; the change is booked.
void place_locums(const Groundwork& g, State& state);

/// Hours that are there, and what of them each class of clients gets: as retreat() for
/// institutions. ENSURES: given <= needed by class; hours given <= FTE there.
void serve_patients(const Groundwork& g, State& state);

}  // namespace mgz
