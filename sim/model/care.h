// SPDX-License-Identifier: EUPL-1.2
/// Steps inside a region: who shares, who withdraws, who keeps watch at night, where clients end.
#pragma once

#include <algorithm>

#include "sim/core/random.h"
#include "sim/model/groundwork.h"
#include "sim/model/state.h"

namespace mgz {

/// FTE that the staff has left for clients: less where trainees take more than they do.
inline double staff_left(const EmployerStates& e, EmployerId id)
{
    return e.staff[id] + std::min(0.0, e.trainees[id]);
}

/// Levelling between the institutions of a table, then retreat: hours by client class. Moves FTE,
/// never creates it. Practices have a simpler rule (practices.h).
/// REQUIRES: SO or AVG. ENSURES: given <= needed by class; hours given <= FTE there.
void retreat(const Groundwork& g, Profession p, State& state);

/// Hours by class: what is promised first, then the own house, then outside as far as it is
/// willing: crisis first, small homes last. ENSURES: each class at most what it needs, all
/// together at most `there`.
inline ClassHours hours_given(const ClassHours& needed, double there, double willingness,
                              double promised)
{
    ClassHours given;
    // Few have promised anything.
    const double first_line =
        promised == 0 ? 0.0 : std::min({promised, needed[ClientClass::first_line], there});
    given[ClientClass::own] = std::min(needed.own(), there - first_line);
    double left =
        willingness * std::min(needed.outside() - first_line, there - first_line - given.own());
    left = std::max(0.0, left);
    for (const ClientClass c : outside_classes) {
        const double wanted = needed[c] - (c == ClientClass::first_line ? first_line : 0.0);
        given[c] = std::min(left, wanted);
        left -= given[c];
    }
    given[ClientClass::first_line] += first_line;
    return given;
}

/// Staffing as boards remember it, one quarter on.
inline double remembered(const CareOptions& care, double felt, double q)
{
    return felt + (q - felt) * std::min(1.0, 0.25 / care.retreat_memory);
}

/// The next z: falls fast when there is too little and comes back slowly (hysteresis). Too little
/// is a share of need that is also a vacancy, at least half a physician: by the same rounding a
/// small house that lacks a few hours has no position to offer, and comes back when it lacks less.
inline double next_willingness(const CareOptions& care, double z, double there, double duty,
                               double usual_fte)
{
    // Without a branch: nobody can foresee which houses are short.
    const double q = there / duty;
    const bool vacancy = duty - there >= 0.5 * usual_fte;
    const bool falls = (q < care.retreat_below) & vacancy;
    const bool rises = (q > care.retreat_above) | !vacancy;
    const double next = z - (falls ? care.retreat_fall : 0.0) + (rises ? care.retreat_rise : 0.0);
    return duty > 0 ? std::max(0.0, std::min(1.0, next)) : z;
}

/// Evening, night and weekend duty: shifts per participant of every group.
void hold_duty(const Groundwork& g, State& state);

/// Small homes, GPs, HAP and SEH, places and waiting lists.
void overflow(const Groundwork& g, State& state);

}  // namespace mgz
