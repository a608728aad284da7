// SPDX-License-Identifier: EUPL-1.2
/// mgz sweep submit: the runs of a sweep that are missing, as jobs of a cluster.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/sweep/slurm_job.h"

namespace mgz::cli {

struct SweepSubmitArguments {
    std::string folder;
    bool slurm = false;  ///< the one kind of cluster so far
    bool dry_run = false;
    int tasks = 0;    ///< 0: such that a task takes about half an hour
    int cpus = 1;     ///< of a task
    int at_most = 0;  ///< tasks at a time; 0: no limit
    std::string partition, account;
    std::optional<int> minutes, megabytes;  ///< of a task, instead of what is estimated
    bool collect = true;                    ///< submit a job that collects afterwards
    std::vector<std::string> command;
};

/// Submits what is missing, says what was submitted and what comes next; with dry_run says only
/// what would be. Makes FOLDER/slurm with the scripts, the logs and the numbers of the jobs.
/// Returns 0, also when nothing is missing.
/// Errors. InputError: arguments that Slurm cannot have, no sbatch here, jobs of this sweep that
/// still wait or run. RunError: Slurm refuses.
int submit_sweep(const SweepSubmitArguments& arguments);

/// What there is to submit, from the plan and the store.
SlurmRequest slurm_request(const SweepSubmitArguments& arguments);

/// Before anything is said or written. Errors (InputError): no sbatch here; jobs of this sweep that
/// still wait or run.
void check_can_submit(const SlurmRequest& request);

/// Writes the scripts and hands them to Slurm. Errors: see submit_sweep().
/// REQUIRES: runs are missing.
void submit_jobs(const SlurmRequest& request, const SlurmPlan& plan, bool collect);

}  // namespace mgz::cli
