// SPDX-License-Identifier: EUPL-1.2
// The part of mgz sweep submit that talks to Slurm.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "geo/check.h"
#include "sim/output/write_atomically.h"
#include "tools/child_process.h"
#include "tools/sweep_submit_command.h"

namespace mgz::cli {

namespace fs = std::filesystem;

/// Numbers of the jobs that were submitted last.
static std::string record_path(const SlurmRequest& request)
{
    return request.folder + "/slurm/jobs.txt";
}

static bool is_number(const std::string& text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// What a program said, on one line.
static std::string one_line(const std::string& text)
{
    std::istringstream lines(text);
    std::string all;
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty()) all += (all.empty() ? "" : "; ") + line;
    }
    return all;
}

/// Whether Slurm still has tasks of a job that wait or run. It forgets old ones.
static bool in_the_queue(const std::string& job)
{
    const auto said = run_program({"squeue", "--noheader", "--format=%i", "--jobs=" + job});
    return said && said->status == 0 && !one_line(said->out).empty();
}

/// Two arrays at a time would do the same runs twice. Harmless, but paid for.
static void check_nothing_queued(const SlurmRequest& request)
{
    std::ifstream file(record_path(request));
    for (std::string job; std::getline(file, job);) {
        if (!is_number(job) || !in_the_queue(job)) continue;
        throw geo::InputError(request.folder,
                              fmt::format("job {} of this sweep still waits or runs", job),
                              fmt::format("let it end, or end it with: scancel {}", job));
    }
}

/// Before anything is written.
static void check_slurm_is_here()
{
    if (run_program({"sbatch", "--version"})) return;
    throw geo::InputError("sweep submit", "there is no sbatch on this machine",
                          "submit from a login node of a cluster with Slurm, or try it with "
                          "tools/slurm/local_cluster.sh");
}

void check_can_submit(const SlurmRequest& request)
{
    check_slurm_is_here();
    check_nothing_queued(request);
}

/// The number of the new job.
static std::string submit(const std::vector<std::string>& words)
{
    const auto said = run_program(words);
    if (!said) throw geo::RunError("sbatch is not there any more");
    // "12", or "12;cluster".
    const std::string job = one_line(said->out.substr(0, said->out.find(';')));
    if (said->status != 0 || !is_number(job)) {
        const std::string why = one_line(said->err.empty() ? said->out : said->err);
        throw geo::RunError(
            fmt::format("sbatch refuses: {}", why.empty() ? "it does not say why" : why));
    }
    return job;
}

static std::string submit_collect(const SlurmRequest& request, const std::string& array)
{
    try {
        return submit(collect_submission(request, array));
    } catch (const geo::RunError& error) {
        throw geo::RunError(fmt::format(
            "job {} was submitted, but not the job that collects: {}; when job {} has "
            "ended, run: {}",
            array, error.what(), array, shell_line({"mgz", "sweep", "collect", request.folder})));
    }
}

static void say_what_next(const SlurmRequest& request, const std::string& array,
                          const std::string& collect)
{
    fmt::print("\nJob {} was submitted", array);
    if (!collect.empty()) fmt::print("; job {} collects when all of its tasks have ended", collect);
    fmt::print(
        ".\nWatch:    {}\n          squeue --jobs={}{}{}\n"
        "Logs:     {}/slurm\n"
        "Missing:  when runs are missing in the end (a node lost, too little time), the same "
        "command\n          submits those, and only those.\n",
        shell_line({"mgz", "sweep", "status", request.folder}), array, collect.empty() ? "" : ",",
        collect, request.folder);
}

void submit_jobs(const SlurmRequest& request, const SlurmPlan& plan, bool collect)
{
    const std::string folder = request.folder + "/slurm";
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        throw geo::InputError(folder, "cannot be made: " + error.message(),
                              "submit as the user who planned the sweep");
    }
    write_file(folder + "/array.sbatch", array_script(request, plan), Existing::replace);
    if (collect) {
        write_file(folder + "/collect.sbatch", collect_script(request, plan), Existing::replace);
    }
    const std::string array = submit(array_submission(request));
    // At once: whatever happens now, these tasks are known of.
    write_file(record_path(request), array + "\n", Existing::replace);
    std::string collecting;
    if (collect) {
        collecting = submit_collect(request, array);
        write_file(record_path(request), array + "\n" + collecting + "\n", Existing::replace);
    }
    say_what_next(request, array, collecting);
}

}  // namespace mgz::cli
