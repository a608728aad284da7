// SPDX-License-Identifier: EUPL-1.2
/// Need and positions: what employers need, who serves whom by contract, what is open.
#pragma once

#include <span>
#include <vector>

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

/// Open positions at one employer in a market, for applicants of usual FTE; seats are counted in
/// the owners' market.
int openings_at(const Groundwork& g, const EmployerStates& e, Profession p, MarketKind kind,
                EmployerId id, Quarter now);

/// Open positions in one market, by subregion. Weights leave out what depends on the applicant.
struct Market {
    /// One employer with openings.
    struct Entry {
        EmployerId employer;
        AgentKey key = 0;     ///< of draws about the employer
        double weight = 0;    ///< openings times exp of the utility
        double patience = 0;  ///< 1 over the weight: for bounds on an arrival
    };
    std::vector<Entry> entries;        ///< subregion by subregion
    std::vector<std::uint32_t> begin;  ///< first entry of each subregion; one more at the end
    FieldWeights weights;              ///< of subregions and groups
    int openings = 0;

    // What a later round need not measure again: of every employer, in the order of the market.
    std::vector<int> openings_at;    ///< 0 for most
    std::vector<double> attraction;  ///< exp of the utility; of those with openings

    std::vector<std::uint32_t> open;  ///< scratch: places in that order, of those with openings
    std::vector<double> utility;      ///< scratch: of the same
};

/// Utility of a position that does not depend on the applicant or on the number of openings:
/// colleagues, load, the place, and what initiatives make of it.
double utility_of(const Groundwork& g, const State& state, Profession p, MarketKind kind,
                  EmployerId id);

/// Room at every employer of a profession, in the order of its market; -infinity where nobody may
/// be employed. The markets of one moment share it.
void measure_rooms(const Groundwork& g, const EmployerStates& e, Profession p,
                   std::vector<double>& rooms);
/// The same again for some of them.
/// \param places in the order of the market; may repeat
void measure_rooms(const Groundwork& g, const EmployerStates& e, Profession p,
                   std::span<const std::uint32_t> places, std::vector<double>& rooms);

/// Rebuilds the market of the state in place (no allocation once it has grown).
void open_market(const Groundwork& g, const State& state, Profession p, MarketKind kind,
                 const std::vector<double>& rooms, Market& market);
void open_market(const Groundwork& g, const State& state, Profession p, MarketKind kind,
                 Market& market);

/// The same market as open_market() would make, when since it was made physicians came to some
/// employers or left them and nothing else happened.
/// \param changed those employers, by place in the order of the market; may repeat
void refresh_market(const Groundwork& g, const State& state, Profession p, MarketKind kind,
                    std::span<const std::uint32_t> changed, const std::vector<double>& rooms,
                    Market& market);

/// Successions that failed: after some quarters a seat lapses; a practice left without owners goes
/// to a chain or closes, and its patients move to the nearest practice with room in the region.
void settle_successions(const Groundwork& g, const Draws& draws, State& state);

}  // namespace mgz
