// SPDX-License-Identifier: EUPL-1.2
/// How a physician comes into being: keys and traits, all drawn from addresses.
#pragma once

#include "sim/model/groundwork.h"
#include "sim/model/state.h"

namespace mgz {

/// Keys are born from origin. Cohort 0 is the stock of the first quarter, later ones are quarters
/// of entry, from 29 on. REQUIRES: ordinal < 2^20, of the stock < 28 x 2^20; cohort < 2^10.
AgentKey agent_key(Profession p, int cohort, int ordinal);

/// Cohort of those who enter training in the quarter (from 60 quarters before the first on).
int cohort_of(Quarter entry, Quarter first);

/// Who becomes a physician.
struct Newcomer {
    AgentKey key = 0;
    SettlementId root;  ///< where he or she takes root
    SettlementId home;  ///< overrides the drawn home when not none
    double age = 0;     ///< in years at this quarter
    Quarter diploma;
};

/// Writes a physician without a place to a row of the table. Draws sex, home, retirement and
/// thresholds. REQUIRES: row < to.size().
void enter_physician(const Groundwork& g, const Draws& draws, Profession p, const Newcomer& who,
                     Quarter now, Physicians& to, std::size_t row);

/// The home settlement of a key: the same before and after the diploma. By where students come
/// from, or, for those selected by their home region, by where people live.
SettlementId home_of(const Groundwork& g, const Draws& draws, AgentKey key);

/// A fresh threshold for looking elsewhere, exponential with mean 1, after a search.
double fresh_threshold(const Draws& draws, AgentKey key, int search);

/// The stock of the first quarter, at even capacity over need, and the trainees behind it.
void start_state(const Groundwork& g, const Draws& draws, State& state);

}  // namespace mgz
