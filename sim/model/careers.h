// SPDX-License-Identifier: EUPL-1.2
/// Careers: retirement, early leaving, selling a practice, looking elsewhere.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/model/groundwork.h"
#include "sim/model/state.h"

namespace mgz {

/// Who looks for a place this quarter. Indices into the physicians of the profession.
struct Seekers {
    std::vector<std::uint32_t> index;
    std::vector<std::uint8_t> as_owner;  ///< a GP who looks for a practice to own
};

/// One quarter of lives: those whose time has come leave, owners sell, settled physicians and
/// locums decide to look. Hazards follow the load of the employer in the quarter before.
ByProfession<Seekers> live_careers(const Groundwork& g, const Draws& draws, State& state);

/// FTE that a physician works now.
inline double working_fte(const Groundwork& g, const State& state, Profession p, std::size_t i)
{
    return state.physicians[p].fte[i] * g.books.hours(p, state.quarter);
}

/// Take a physician off the staff and, for an owner, open the seat.
void leave_employer(const Groundwork& g, State& state, Profession p, std::size_t i);

/// How strongly root and home hold a physician: a = A (1-h) f and b = A h.
struct Ties {
    double root = 0;
    double home = 0;
};
Ties ties_of(const Groundwork& g, const State& state, Profession p, std::size_t i);

/// GPs become changing locums and choose where to live.
/// \param who different indices
void become_locums(const Groundwork& g, const Draws& draws, State& state,
                   std::span<const std::uint32_t> who);

/// Give a physician another role, with its hours; books the change of FTE nowhere.
void set_role(const Groundwork& g, State& state, Profession p, std::size_t i, Role role);

}  // namespace mgz
