// SPDX-License-Identifier: EUPL-1.2
/// Settlement: those who look propose against the same frozen state, then positions are filled by
/// keyed priority; who is refused takes his next best in the next round.
#pragma once

#include "sim/model/careers.h"
#include "sim/model/groundwork.h"
#include "sim/model/positions.h"
#include "sim/model/settlement_watch.h"
#include "sim/model/state.h"

namespace mgz {

/// ENSURES: no employer is filled beyond the rule of open positions; every seeker is placed once
/// or not at all. GPs without a place become changing locums; settled physicians without a better
/// place stay.
/// \param watch gets what it asks for; may be null
void settle(const Groundwork& g, const Draws& draws, const ByProfession<Seekers>& seekers,
            State& state, SettlementWatch* watch = nullptr);

}  // namespace mgz
