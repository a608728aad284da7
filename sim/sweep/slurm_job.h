// SPDX-License-Identifier: EUPL-1.2
/// A sweep as jobs of Slurm: an array of tasks, each a slice of the runs, and a job that collects
/// when they have ended. From a measurement to what is asked of the cluster, and the scripts as
/// text. Nothing here reads, writes or submits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mgz {

/// A sweep cut into slices: run r is in slice r modulo count, as mgz sweep run cuts it.
struct Slices {
    std::uint32_t count = 1;
    std::vector<std::uint32_t> with_missing;  ///< rising; those in which runs are missing
    std::size_t fullest = 0;                  ///< missing runs of the slice that has most
};

/// What is known of a sweep before it is submitted.
struct SlurmRequest {
    std::string folder;   ///< of the sweep, absolute
    std::string program;  ///< mgz, absolute: compute nodes must see it there
    std::string name;     ///< of the sweep, for lists of jobs; any text

    std::size_t runs_total = 0;
    std::size_t runs_missing = 0;
    Slices slices;

    int cpus = 1;  ///< of a task, each with a thread
    double seconds_per_run = 0;
    double megabytes = 0;             ///< peak of one process with one thread
    double megabytes_per_thread = 0;  ///< more for each further thread
    double bytes_per_run = 0;         ///< in the store

    int at_most = 0;                     ///< tasks at a time; 0: as many as the cluster allows
    std::string partition, account;      ///< empty: the user's default
    std::optional<int> minutes;          ///< asked for a task, instead of what is estimated
    std::optional<int> megabytes_asked;  ///< likewise
    std::string data_folder;             ///< MGZ_DATA of the jobs; may be empty
};

/// What is asked of the cluster.
struct SlurmPlan {
    std::size_t tasks = 0;
    int cpus = 1;
    int memory_mb = 0;            ///< per task
    int minutes = 0;              ///< per task
    double core_hours = 0;        ///< expected
    double core_hours_asked = 0;  ///< at most: all tasks use all of their time
    double store_bytes = 0;       ///< of the missing runs
    std::string array;            ///< "0-6", "3,7,12"
    int collect_memory_mb = 0, collect_minutes = 0;
};

/// Slices such that a task takes about half an hour, between 1 and 1000 (clusters refuse more by
/// default) and never more than there are runs. REQUIRES: cpus > 0.
std::uint32_t fitting_slice_count(std::size_t runs_missing, double seconds_per_run, int cpus);

/// \param missing numbers of runs, rising
/// REQUIRES: count > 0.
Slices cut(const std::vector<std::size_t>& missing, std::uint32_t count);

/// The fitting number of slices; somewhat more where that spreads better what an earlier array
/// left.
Slices cut_evenly(const std::vector<std::size_t>& missing, double seconds_per_run, int cpus);

/// "0-6", "3,7,12". REQUIRES: rising.
std::string array_ranges(const std::vector<std::uint32_t>& rising);

/// Time: the fullest slice, half as long again, and two minutes to start; in steps of five.
/// Memory: half as much again, at least 300 MB.
/// REQUIRES: a slice in which something is missing, cpus > 0.
SlurmPlan slurm_plan(const SlurmRequest& request);

/// The scripts take folder, program, number of slices and data folder as arguments: no name of the
/// user's is in them, whatever letters it has.
/// REQUIRES: partition and account without spaces.
std::string array_script(const SlurmRequest& request, const SlurmPlan& plan);
std::string collect_script(const SlurmRequest& request, const SlurmPlan& plan);

/// Words of the commands that submit them; the scripts lie in FOLDER/slurm.
std::vector<std::string> array_submission(const SlurmRequest& request);
/// \param job of the array; the collect job runs when all of its tasks have ended, however
std::vector<std::string> collect_submission(const SlurmRequest& request, const std::string& job);

/// A command as a line that a shell reads back as these words.
std::string shell_line(const std::vector<std::string>& words);

}  // namespace mgz
