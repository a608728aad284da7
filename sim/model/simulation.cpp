// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/simulation.h"

#include "sim/model/care.h"
#include "sim/model/careers.h"
#include "sim/model/cooperation.h"
#include "sim/model/delivery.h"
#include "sim/model/measures.h"
#include "sim/model/people.h"
#include "sim/model/positions.h"
#include "sim/model/settlement.h"
#include "sim/model/training.h"

namespace mgz {

void advance_quarter(const Groundwork& g, const Draws& draws, Quarter quarter, State& state,
                     SettlementWatch* watch)
{
    state.quarter = quarter;
    resolve_intensities(g, state);
    assess_need(g, state);
    recount_staff(g, state);
    train(g, draws, state);
    spread_trainees(g, state);
    const auto seekers = live_careers(g, draws, state);
    settle_successions(g, draws, state);
    settle(g, draws, seekers, state, watch);
    deliver(g, state);
    hold_duty(g, state);
    weigh_load(g, state);
    overflow(g, state);
    cooperate(g, draws, state);
}

History simulate(const Groundwork& g, std::uint32_t seed, std::uint32_t replicate,
                 const RecordPlan& plan)
{
    const Draws draws(seed, replicate);
    Recorder recorder(g, plan);
    State state;
    start_state(g, draws, state);
    for (Quarter q = g.books.first(); q <= g.books.last(); q = q + 1) {
        advance_quarter(g, draws, q, state);
        recorder.look(state);
    }
    return recorder.take();
}

}  // namespace mgz
