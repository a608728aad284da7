// SPDX-License-Identifier: EUPL-1.2
/// mgz sweep plan, run, status, collect, extend: many runs of one study. Submission to a cluster:
/// tools/sweep_submit_command.h.
#pragma once

#include <cstddef>
#include <string>

namespace mgz::cli {

struct SweepPlanArguments {
    std::string study;  ///< study file
    std::string out;    ///< folder to make
};
/// Reads and checks everything, runs one run to see what it costs, makes the folder. Nothing is
/// done where the same plan is there already.
/// Errors (InputError): plan_study()'s, Runner's; the folder has another plan (with the
/// difference).
int plan_sweep(const SweepPlanArguments& arguments);

struct SweepRunArguments {
    std::string folder;
    std::string slice = "0/1";
    int threads = 0;
    bool keep_going = false;
    bool again = false;
};
/// Returns 1 when a run failed, or a signal ended it before all were done.
int run_sweep(const SweepRunArguments& arguments);

struct SweepStatusArguments {
    std::string folder;
    bool shards = false;  ///< each file too
};
int show_sweep(const SweepStatusArguments& arguments);

struct SweepCollectArguments {
    std::string folder;
    std::string out;  ///< file; empty: results.csv in the folder
    bool allow_missing = false;
};
int collect_sweep(const SweepCollectArguments& arguments);

struct SweepExtendArguments {
    std::string folder;
    int n = 0;
};
int extend_sweep(const SweepExtendArguments& arguments);

}  // namespace mgz::cli
