// SPDX-License-Identifier: EUPL-1.2
/// The long work of a comparison, for mgz compare and mgz reproduce.
#pragma once

#include <deque>
#include <vector>

#include "sim/output/compare_facts.h"
#include "sim/output/write_atomically.h"
#include "sim/study/compare.h"
#include "tools/stopwatch.h"

namespace mgz::cli {

/// Scenarios, their worlds and what is worked out from them; nothing moves once it is here.
class ComparisonWork {
public:
    /// Reads the worlds. `facts` must outlive this.
    /// Errors (InputError): a world that cannot be loaded; scenarios that cannot be compared; so
    /// many replicates would take more memory than the machine has.
    ComparisonWork(const CompareFacts& facts, int replicates);
    ComparisonWork(const ComparisonWork&) = delete;
    ComparisonWork& operator=(const ComparisonWork&) = delete;

    /// From scenarios to written files; publishes nothing. facts.seed is the seed; phases are added
    /// to facts and logged. REQUIRES: the facts of the constructor, and check_output_years() of the
    /// reference. Errors: as write_comparison().
    Comparison simulate_into(CompareFacts& facts, OutputFolder& out);

    /// Of the reference.
    const World& world() const { return worlds_.front(); }
    /// Bytes of memory that it would take, roughly.
    double memory() const;

private:
    Stopwatch watch_;
    int replicates_;
    std::deque<World> worlds_;
    std::deque<Groundwork> grounds_;
    std::vector<Compared> compared_;
};

}  // namespace mgz::cli
