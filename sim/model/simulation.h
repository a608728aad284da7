// SPDX-License-Identifier: EUPL-1.2
/// One replicate from the first quarter to the last.
#pragma once

#include "sim/model/groundwork.h"
#include "sim/model/history.h"
#include "sim/model/settlement_watch.h"
#include "sim/model/state.h"

namespace mgz {

/// One quarter. The order of the steps is the model (docs/model.md, "Process overview"):
/// need first, then who arrives, who goes, what lapses, who settles, who gets care.
/// REQUIRES: quarter is the first, or follows state.quarter.
/// \param watch sees who settles; may be null, and changes nothing
void advance_quarter(const Groundwork& g, const Draws& draws, Quarter quarter, State& state,
                     SettlementWatch* watch = nullptr);

/// A whole replicate. Same groundwork, seed and replicate: same bytes.
History simulate(const Groundwork& g, std::uint32_t seed, std::uint32_t replicate,
                 const RecordPlan& plan);

}  // namespace mgz
