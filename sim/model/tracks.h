// SPDX-License-Identifier: EUPL-1.2
/// Regional tracks: practice places that follow the need of regions, not the institutes.
#pragma once

#include <span>
#include <vector>

#include "sim/model/groundwork.h"
#include "sim/model/state.h"

namespace mgz {

/// The tracks of a profession in one quarter. A national share goes to the places named; regions
/// that train for themselves take a part of the entrants that they would have by their need.
class Tracks {
public:
    Tracks(const Groundwork& g, Profession p, const State& state);
    Tracks(const Tracks&) = delete;  // groups look into the list of tracks
    Tracks& operator=(const Tracks&) = delete;

    /// A place on a track for an entrant; none without one. Tracks and the institutes race for him
    /// or her with a draw each, so that a track of one region moves nobody between two others.
    /// In a country of more than most_regions they race by groups of neighbours, then in the group:
    /// as likely, and a track moves nobody between two other groups.
    SettlementId place(const Draws& draws, AgentKey key, Quarter entry) const;

    static constexpr std::size_t most_regions = 64;

private:
    struct Track {
        RegionId region;
        AgentKey key = 0;
        double share = 0;  ///< of entrants; above 0
    };
    /// Tracks of neighbours in the table of regions.
    struct Group {
        std::span<const Track> tracks;
        AgentKey key = 0;
        double share = 0;
    };

    void form_groups();

    const Groundwork& g_;
    Profession p_;
    std::vector<Track> tracks_;
    std::vector<Group> groups_;  ///< none where tracks race one by one
    double off_track_ = 1;       ///< share that goes to the institutes
};

}  // namespace mgz
