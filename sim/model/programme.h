// SPDX-License-Identifier: EUPL-1.2
/// Projects by the month: asking for support, beginning, passing from phase to phase.
#pragma once

#include "sim/core/random.h"
#include "sim/model/governance.h"
#include "sim/model/groundwork.h"
#include "sim/model/state.h"

namespace mgz {

/// Chance that something with a yearly rate happens within some years.
double chance_within(double rate, double years);

/// Months from January 2003.
inline int first_month_of(Quarter q)
{
    return 3 * q.index;
}
inline int programme_start(const CooperationOptions& options)
{
    return (options.programme_from - first_year) * 12 + options.programme_month - 1;
}

/// One month of the programme: requests, what is granted, what the team can begin; then every
/// project, supported or not, goes on for a month. Its books are appended.
/// REQUIRES: cooperation has begun; the month lies in the state's quarter, not before the start.
void advance_month(const Groundwork& g, const Draws& draws, int month, State& state);

/// Factor on the rate at which a table begins joint initiatives, by national encouragement.
double encouragement(const Groundwork& g, const State& state, TableId t);

/// Rate a year at which a table begins a joint initiative by itself, before ties: boards that feel
/// it, physicians who feel it too, and not too many dossiers at a time.
double joint_rate(const Groundwork& g, const State& state, TableId t, const Agenda& agenda);

}  // namespace mgz
