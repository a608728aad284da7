// SPDX-License-Identifier: EUPL-1.2
/// Looks over the shoulder of settlement, for `mgz explain`: who took which place, and what one
/// physician weighed. It changes nothing; a run that is not watched has no cost.
#pragma once

#include <optional>
#include <vector>

#include "sim/model/choice.h"
#include "sim/model/groundwork.h"
#include "sim/model/positions.h"
#include "sim/model/state.h"

namespace mgz {

/// The utility of one open position, term by term. Utilities have no unit: 0.69 more is twice the
/// chance.
struct WeighedPosition {
    EmployerId employer;
    int openings = 0;
    int colleagues = 0;
    double root_km = 0, home_km = 0;  ///< as travelled, from the physician's root and home
    // The terms.
    double root = 0;     ///< of the distance to the root
    double home = 0;     ///< of the distance to the home settlement
    double size = 0;     ///< of colleagues
    double load = 0;     ///< of workload above 1
    double plenty = 0;   ///< logarithm of the openings
    double amenity = 0;  ///< of the subregion
    double other = 0;    ///< what the market adds besides: housing, shared duty, pay
    double total = 0;    ///< sum of the terms
    double chance = 0;   ///< of the logit over everything that was open
};

/// One round in which a physician proposed.
struct Proposal {
    Profession profession = Profession::gp;
    Quarter quarter;
    int round = 0;  ///< from 0
    MarketKind market = MarketKind::employed;
    Applicant applicant;
    std::vector<WeighedPosition> positions;  ///< open to the applicant, in the market's order
    double outside_chance = 0;               ///< of staying as he or she is
    EmployerId wish;                         ///< none: the outside option
    bool taken = false;                      ///< the wish was still free when the turn came
};

/// Somebody took a place.
struct Placement {
    AgentKey key = 0;
    Profession profession = Profession::gp;
    Quarter quarter;
    EmployerId employer;
    EmployerId from;  ///< none: had no fixed place
    Cause cause = Cause::graduated;
    bool owner = false;
};

struct SettlementWatch {
    std::optional<AgentKey> key;        ///< whose proposals are kept
    std::vector<Placement> placements;  ///< of everybody, in order
    std::vector<Proposal> proposals;    ///< of `key`, in order
};

/// What the applicant sees in the market, position by position. `state` is the frozen state that
/// the market was opened on.
Proposal weigh(const Groundwork& g, const State& state, Profession p, MarketKind kind,
               const Market& market, const Applicant& applicant);

}  // namespace mgz
