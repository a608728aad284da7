// SPDX-License-Identifier: EUPL-1.2
/// Scenarios that share their past: it is simulated once per replicate.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "sim/model/simulation.h"

namespace mgz {

/// First quarter in which the two can differ, none when nothing that decides a run does: titles,
/// questions and what is written may differ. Conservative: what follows may still be the same.
/// REQUIRES: the same first year.
std::optional<Quarter> first_difference(const Scenario& a, const Scenario& b);

/// One scenario of a family; the first is the trunk.
struct Branch {
    const Groundwork* groundwork = nullptr;
    std::optional<Quarter> from;  ///< first_difference() from the trunk; not read of the trunk
};

/// The same replicate of every branch, in order: the trunk from start to end, each other branch
/// from a copy of the trunk's state at its first difference. The same bytes as simulate() of each.
/// REQUIRES: at least the trunk; all have the same years.
std::vector<History> simulate_branches(std::span<const Branch> branches, std::uint32_t seed,
                                       std::uint32_t replicate, const RecordPlan& plan);

}  // namespace mgz
