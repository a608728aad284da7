// SPDX-License-Identifier: EUPL-1.2
/// Need and positions: what employers need, who serves whom by contract, what is open.
#pragma once

#include "sim/model/groundwork.h"
#include "sim/model/state.h"

namespace mgz {

/// Need of every employer in the state's quarter, by class of clients, and of every region.
void assess_need(const Groundwork& g, State& state);

/// FTE that boards of the region have promised to GPs; served before the own house.
double promised_first_line(const Groundwork& g, const State& state, Profession p, EmployerId id);

/// What an institution without physicians of its own asks of another.
double wanted_by_contract(const EmployerStates& e, EmployerId id);

/// Institutions too small to employ, or without a physician, contract hours from the nearest one
/// that has physicians; need moves along, FTE is shared in proportion to need.
void assign_contracts(const Groundwork& g, Profession p, EmployerStates& e);

/// The same before anybody has a place: hosts are those that may employ.
void assign_contracts_at_start(const Groundwork& g, Profession p, EmployerStates& e);

/// May it have staff? A GP practice always (while open); an institution from a minimum need on.
bool may_employ(const Groundwork& g, const EmployerStates& e, Profession p, EmployerId id);

/// FTE that may still be hired: need plus margin, less staff, trainees and what is kept for the
/// successors of owners who left.
double room(const Groundwork& g, const EmployerStates& e, EmployerId id);

/// Seats and places for owners (GP), or places for employees.
enum class MarketKind { owner, employed };

/// Is there a position for an applicant of this FTE? An owner may take an open seat; any other
/// position is open while the room is at least half of the applicant's FTE.
bool is_open(const Groundwork& g, const EmployerStates& e, Profession p, MarketKind kind,
             EmployerId id, double fte);

/// Successions that failed: after some quarters a seat lapses; a practice left without owners goes
/// to a chain or closes, and its patients move to the nearest practice with room in the region.
void settle_successions(const Groundwork& g, const Draws& draws, State& state);

}  // namespace mgz
