// SPDX-License-Identifier: EUPL-1.2
/// Scenario discovery: for everything that a study looks for, in which corners of its factors the
/// outcome is beyond the limit. Corners are boxes of PRIM; how they are found: prim.h.
///
/// A future is a point of the design that is a sample, its outcome the mean over replicates. A
/// point of which a replicate is missing is left out and counted.
#pragma once

#include <string>
#include <vector>

#include "sim/sensitivity/prim.h"
#include "sim/sweep/sweep_table.h"

namespace mgz {

enum class FindingState : unsigned char {
    corners,     ///< there are boxes
    scattered,   ///< cases, but no restriction that is more than chance
    no_cases,    ///< in no future
    all_cases,   ///< in every future
    few_cases,   ///< fewer than PrimOptions::min_cases
    few_others,  ///< fewer futures than that are no case
    no_futures   ///< none without a missing run
};
std::string_view name_of(FindingState state);

/// One search, in one area under one policy.
struct CornerFinding {
    std::size_t search = 0, policy = 0, quantity = 0;
    std::size_t futures = 0, cases = 0;
    std::size_t missing = 0;  ///< futures left out
    FindingState state = FindingState::no_futures;
    std::vector<Box> boxes;
    std::size_t held_futures = 0, held_cases = 0;  ///< by the boxes together

    /// Of a box. REQUIRES: there are cases.
    double coverage(const Box& box) const
    {
        return static_cast<double>(box.cases) / static_cast<double>(cases);
    }
};

struct Discovery {
    bool is_sample = false;               ///< else nothing is looked for
    std::vector<CornerFinding> findings;  ///< by search, policy, quantity
    std::vector<std::size_t> not_kept;    ///< searches for which no quantity was kept
};

/// Rows of the design that are a sample of its factors: of Saltelli's A and B (the others share
/// their coordinates); none of Morris and one at a time, whose rows are steps; else all.
std::vector<std::size_t> sample_rows(const Design& design);

/// Is the outcome what the search looks for? REQUIRES: a number.
bool is_case(const Search& search, double outcome);

/// Quantities that a search looks at, rising.
std::vector<std::size_t> quantities_of(const Search& search,
                                       const std::vector<KeptQuantity>& quantities);

/// \param threads how many; the result is the same for any number
Discovery discover(const SweepTable& table, int threads, const PrimOptions& options = {});

/// searches.csv: one row per finding.
std::string searches_csv(const SweepTable& table, const Discovery& discovery);
/// boxes.csv: one row per box and factor that it restricts.
std::string boxes_csv(const SweepTable& table, const Discovery& discovery);
/// trajectory.csv: every box that peeling went through.
std::string trajectory_csv(const SweepTable& table, const Discovery& discovery);

/// The same in words, as a section of a Markdown page; empty when the study looks for nothing.
std::string discovery_text(const SweepTable& table, const Discovery& discovery);

}  // namespace mgz
