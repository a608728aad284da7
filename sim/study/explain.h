// SPDX-License-Identifier: EUPL-1.2
/// Why a region has the physicians it has: the exact account of a change, and what one physician
/// weighed when he or she settled there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/model/groundwork.h"
#include "sim/model/settlement_watch.h"
#include "sim/score/account.h"

namespace mgz {

/// Where figures come from.
struct RunSource {
    std::string title;  ///< of the scenario
    std::uint32_t seed = 0;
    int replicates = 0;
};

struct RegionExplanation {
    RunSource source;
    FteHistory::Area region;
    int from = 0, to = 0;  ///< the change is that between the ends of these years
    std::vector<FteChange> changes;

    /// Every account sums to its change.
    bool balanced() const;
};

/// Place of the region in the history. Errors (InputError): no region of that code, with the one
/// meant.
std::size_t region_of(const FteHistory& history, const std::string& code);

/// Years that were not asked for are the first and the last.
struct Years {
    int from = 0, to = 0;
};
/// Errors (InputError): a year outside the run; from not before to.
Years years_of(const FteHistory& history, std::optional<int> from, std::optional<int> to);

RegionExplanation explain_region(const FteHistory& history, const RunSource& source,
                                 std::size_t region, std::optional<Profession> only, Years years);

/// One paragraph in plain English.
std::string paragraph_of(const RegionExplanation& explanation);
/// {"region", "from", "to", "professions": [{"causes", "sum", "change", ...}], "text"}.
std::string explanation_json(const RegionExplanation& explanation);

/// Runs one replicate from the first quarter to `last` under a watch.
SettlementWatch watch_replicate(const Groundwork& g, std::uint32_t seed, std::uint32_t replicate,
                                std::optional<AgentKey> key, Quarter last);

/// Those who took a place in the region in the years after `from` through `to`.
std::vector<Placement> placements_in(const Groundwork& g, const SettlementWatch& watch,
                                     RegionId region, std::optional<Profession> only, Years years);

/// A decision that led to a place.
struct SettlementDecision {
    Proposal proposal;
    WeighedPosition chosen;
    std::vector<WeighedPosition> best;  ///< other positions, most likely first
    std::size_t others = 0;             ///< further positions
    double others_chance = 0;           ///< theirs together
};

/// The last decision of the watched physician that led to the region.
/// Errors (InputError): nobody with that key settled; he or she settled elsewhere only.
SettlementDecision last_decision(const Groundwork& g, const SettlementWatch& watch, RegionId region,
                                 std::size_t alternatives);

/// "general practitioner", "elderly care physician (SO)", ...
std::string_view english_name(Profession p);

/// {"physician", "quarter", "chosen", "alternatives": [...], "outside_chance", "others", "text"}.
std::string decision_json(const Groundwork& g, const SettlementDecision& decision, int replicate);
/// Who chose what, and why, in plain English.
std::string paragraph_of(const Groundwork& g, const SettlementDecision& decision, int replicate);

}  // namespace mgz
