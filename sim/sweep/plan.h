// SPDX-License-Identifier: EUPL-1.2
/// The plan of a sweep: a table whose rows are runs, in a folder that holds all that runs need.
///
///   study.toml        the study, with its scenarios beside it as NAME.toml (points.csv: a list)
///   plan.csv          a row per run: point, policy, replicate, and the value of every factor
///   plan.json         what the plan depends on, what is kept of a run, what one run costs
///   shards/           finished runs: sim/sweep/store.h
///   failed/           runs that failed, as scenarios that can be run
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/sweep/run_bases.h"
#include "sim/sweep/sweep_table.h"

namespace mgz {

/// What must be the same for a run to be the same: name and value. N is not among them: runs of a
/// smaller plan are runs of the larger one.
using Conditions = std::vector<std::pair<std::string, std::string>>;
inline constexpr std::string_view program_condition = "program";
/// Value of a condition; empty when there is no such one.
std::string condition(const Conditions& all, std::string_view name);

/// What one run costs, as the plan was made.
struct RunCost {
    double seconds = 0;               ///< of one thread
    double megabytes = 0;             ///< of the process, with one thread
    double megabytes_per_thread = 0;  ///< for each further one
    double bytes = 0;                 ///< of the store
};

struct SweepPlan {
    std::string folder;  ///< empty: not yet written
    Study study;
    std::vector<RunBase> bases;
    Design design;
    std::vector<double> values;            ///< [point][factor]
    std::vector<KeptQuantity> quantities;  ///< kept of each run
    Conditions conditions;
    std::string id;  ///< of the conditions
    RunCost cost;

    std::size_t points() const { return design.rows(); }
    std::size_t runs() const
    {
        return points() * study.policy_count() * static_cast<std::size_t>(study.replicates);
    }
    RunKey run(std::size_t number) const;
    std::size_t number(const RunKey& run) const;
    std::span<const double> values_of(std::size_t point) const
    {
        const std::size_t k = study.factors.size();
        return std::span(values).subspan(point * k, k);
    }
    /// Of the values of a run, to be kept beside its outcomes. FNV-1a.
    std::uint64_t fingerprint(const RunKey& run) const;
    std::string shards() const { return folder + "/shards"; }
    std::string failed() const { return folder + "/failed"; }
};

/// All but quantities and cost. Errors (InputError): read_study()'s, load_bases()'s, the design's;
/// more than limits::runs.
SweepPlan plan_study(const std::string& study_file, const std::string& data_folder);
SweepPlan with_study(const Study& study, const std::string& data_folder);

/// Names and values that differ, as sentences; empty when none does.
std::vector<std::string> differences(const Conditions& was, const Conditions& is);

/// What the factors of one group are called together.
std::string group_name(const Study& study, const Design& design, int group);

std::string plan_csv(const SweepPlan& plan);

/// Makes the folder, whole or not at all. Errors: OutputFolder's.
void write_plan(const SweepPlan& plan, const std::string& folder);

/// What the plan in a folder depends on. Errors (InputError): there is none.
Conditions stored_conditions(const std::string& folder);

/// What a plan is read for. Runs of two programs do not mix; what is finished any may read.
enum class PlanUse : unsigned char { run, read };

/// Reads a folder back. Errors (InputError): no such folder; no plan; a file in it was changed
/// after the plan was made; other inputs than it was made with, to be run also another program
/// (with the difference).
SweepPlan read_plan(const std::string& folder, const std::string& data_folder, PlanUse use);

/// Puts another plan of the same identity into the folder: longer, or with another title or other
/// searches. Finished runs stay what they are. The record is written last: until it is there, the
/// folder holds the earlier plan or says what is amiss.
/// Errors (InputError): it would have fewer points or replicates. REQUIRES: the same id.
void replace_plan(const SweepPlan& there, const SweepPlan& now);

/// A longer plan in the same folder: the first runs are those that were there.
/// Errors (InputError): n is not more than before, or no power of two where it must be; a design
/// that cannot be extended.
void extend_plan(const SweepPlan& plan, int n, const std::string& data_folder);

}  // namespace mgz
