// SPDX-License-Identifier: EUPL-1.2
/// Who feels that something must change, and how strongly.
#pragma once

#include "sim/core/random.h"
#include "sim/model/groundwork.h"
#include "sim/model/state.h"

namespace mgz {

/// Urgency of one party with this gap: 0 to 1.
double urgency_of(const CooperationOptions& options, double gap);

/// 1 - FTE / need of an employer, hired physicians included; 0 without need.
inline double gap_of(const EmployerStates& e, EmployerId id)
{
    return e.need[id] > 0 ? 1 - (e.delivered[id] + e.commercial[id]) / e.need[id] : 0.0;
}

/// A party that counts by its need.
struct Voice {
    double need = 0;
    double urgency = 0;
};

/// Need-weighted urgency of the largest quarter of these (at least one): large institutions that
/// have enough physicians of their own decide for all. Reorders its argument. 0 without need.
double urgency_of_largest(std::vector<Voice>& voices);

/// Urgency of every table from the gaps and loads of the quarter: its five parties, the boards
/// together, the physicians.
void feel_urgency(const Groundwork& g, const Draws& draws, State& state);

}  // namespace mgz
