// SPDX-License-Identifier: EUPL-1.2
/// How the state of a region is read as the 2023 inventory would have reported it: the measures
/// behind its bottlenecks and groups, and the cut points.
#pragma once

#include <array>
#include <optional>

#include "sim/model/history.h"

namespace mgz {

/// Cut points. The inventory asked people for their judgement and gives none of these, so all are
/// assumptions, and none is a parameter of the model: they read it, they do not change it. Only
/// `salience` was fitted, once, to how many regions mention two bottlenecks together.
struct Instrument {
    /// Unmet share of hours, outside the own house or in small homes, from which it is mentioned.
    double salience = 0.80;
    double thin_duty = 0.10;      ///< share of clients in thin duty groups
    double pushed = 0.10;         ///< extra contacts at HAP and SEH over normal contacts
    double succession = 0.50;     ///< share of successions with a new owner in time: below it
    double funding_least = 2;     ///< joint initiatives in force, from which funding can be judged
    double funding_share = 0.50;  ///< of them on temporary money

    double ambition_urgency = 0.035;    ///< of boards; below it there is no ambition
    double ambition_governance = 0.20;  ///< mean of the ties; the same
    double ambition_running = 4;        ///< joint initiatives in force that call for scaling up

    /// Shares of employers short by over 10%: large, considerable, small problems above these.
    std::array<double, 3> staffing{0.50, 0.25, 0.05};
    /// Shares of institutions with long waits: nearly all, most. With short waits: most.
    double long_waits_all = 0.80, long_waits_most = 0.50, short_waits_most = 0.50;
    /// Parties out of five that feel urgency: some, most, shared. Half a party more or less is
    /// for regions with several tables.
    std::array<double, 3> urgency{0.5, 2.5, 3.5};
    double tie_works = 0.30;     ///< governance of a tie that does something
    double tie_together = 0.60;  ///< governance of a tie in which boards act as one
};

/// One region of one replicate at one time.
struct Reading {
    const History& history;
    std::size_t time = 0;
    RegionId region;

    double care(RegionFigure f) const { return history.care.at(time, region, f); }
    double figure(Profession p, Figure f) const
    {
        return history.regions.at(time, region.index(), p, f);
    }
};

/// Share of the hours that SO and AVG should give outside the own house and do not give; 0 where
/// none are needed.
double outside_missed(const Reading& r);

/// Share of the hours needed in small homes that no physician gives; 0 where none are needed.
double small_homes_missed(const Reading& r);

/// Joint initiatives in force, within a sector and across.
double joint_in_force(const Reading& r);

/// Share of the joint initiatives in force that lives on temporary money; 0 when there are too few
/// to speak of.
double temporary_share(const Reading& r, const Instrument& cuts);

/// Mean of the five ties between boards.
double governance(const Reading& r);

/// FTE that commercial agencies deliver, all professions.
double commercial_fte(const Reading& r);

/// Practices whose owner left, resolved between two readings of one region: a new owner came in
/// time, or the seat lapsed.
struct Successions {
    double filled = 0, failed = 0;

    /// None when there was nothing to fill.
    std::optional<double> share_filled() const
    {
        if (!(filled + failed > 0)) return std::nullopt;
        return filled / (filled + failed);
    }
};
Successions successions_between(const Reading& before, const Reading& after);

/// The four groups of regions by ambition in the text of the inventory. Its form has a scale of
/// ambition too, which is another thing.
enum class AmbitionGroup : unsigned char {
    none,      ///< too little urgency, or boards that do not meet
    vision,    ///< urgency, no concrete plan
    concrete,  ///< at least one joint plan in preparation
    scale_up   ///< much in force, nothing new in preparation
};
inline constexpr std::size_t ambition_group_count = 4;
AmbitionGroup ambition_group(const Reading& r, const Instrument& cuts);

}  // namespace mgz
