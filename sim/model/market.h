// SPDX-License-Identifier: EUPL-1.2
/// The open positions of a moment, as those who look see them: by subregion, with weights that
/// leave out what depends on the applicant.
#pragma once

#include <span>
#include <vector>

#include "sim/core/index_set.h"
#include "sim/model/positions.h"

namespace mgz {

/// Columns over the employers of a profession in the order of Groundwork::employers_by_subregion:
/// of each subregion those with openings come first, and what is behind them means nothing.
struct Market {
    std::vector<std::uint32_t> begin, end;  ///< of those with openings, by subregion
    std::vector<EmployerId> employer;
    std::vector<std::uint64_t> key;  ///< of draws about the employer, spread
    std::vector<double> weight;      ///< openings times exp of the utility
    std::vector<float> patience;     ///< a lower bound of 1 over the weight
    FieldWeights weights;            ///< sums, of subregions and of groups of them

    // By place in that order: what a later round need not measure again.
    std::vector<int> openings_at;
    std::vector<double> attraction;    ///< exp of the utility; where there are openings
    std::vector<std::uint32_t> place;  ///< scratch: of those with openings
};

/// What the markets of one moment share: room at every employer of a profession, and where it is
/// to be measured again.
struct Rooms {
    /// By place in the order of the market; -infinity where nobody may be employed.
    std::vector<double> at;
    IndexSet changed;     ///< places where somebody came or left
    IndexSet changed_in;  ///< their subregions

    void change(const Groundwork& g, EmployerId id)
    {
        changed.add(g.place_in_market[id]);
        changed_in.add(g.subregion_of[id].index());
    }
    bool has_changed(const Groundwork& g, EmployerId id) const
    {
        return changed.has(g.place_in_market[id]);
    }
    void forget_changes()
    {
        changed.clear();
        changed_in.clear();
    }
};

/// Open positions at one employer in a market, for applicants of usual FTE; seats are counted in
/// the owners' market.
int openings_at(const Groundwork& g, const EmployerStates& e, Profession p, MarketKind kind,
                EmployerId id, Quarter now);

/// Utility of a position that does not depend on the applicant or on the number of openings:
/// colleagues, load, the place, and what initiatives make of it.
double utility_of(const Groundwork& g, const State& state, Profession p, MarketKind kind,
                  EmployerId id);

/// Measures all of them; nothing has changed then.
void measure_rooms(const Groundwork& g, const EmployerStates& e, Profession p, Rooms& rooms);
/// The same rooms, when all else is as it was.
void measure_changed(const Groundwork& g, const EmployerStates& e, Profession p, Rooms& rooms);

/// Rebuilds the market of the state in place (no allocation once it has grown).
void open_market(const Groundwork& g, const State& state, Profession p, MarketKind kind,
                 const Rooms& rooms, Market& market);
void open_market(const Groundwork& g, const State& state, Profession p, MarketKind kind,
                 Market& market);

/// The same market as open_market() would make, when since it was made physicians came to some
/// employers or left them and nothing else happened.
/// \param rooms measured again, with those changes
void refresh_market(const Groundwork& g, const State& state, Profession p, MarketKind kind,
                    const Rooms& rooms, Market& market);

}  // namespace mgz
