// SPDX-License-Identifier: EUPL-1.2
#include "sim/sweep/slurm_job.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "geo/check.h"

namespace mgz {

static constexpr double seconds_of_task = 30 * 60;
static constexpr double most_slices = 1000;  ///< Slurm's MaxArraySize is 1001 unless set
static constexpr double margin = 1.5;        ///< nodes differ from where runs were measured
static constexpr double start_up_minutes = 2;
static constexpr int step_minutes = 5;
static constexpr int least_mb = 300;
/// What collect reads and writes: a slow shared disk, and an index of the runs in memory.
static constexpr double collect_bytes_per_second = 2e6;
static constexpr double collect_bytes_per_run = 100;
static constexpr int least_collect_minutes = 10;

std::uint32_t fitting_slice_count(std::size_t runs_missing, double seconds_per_run, int cpus)
{
    expects(cpus > 0);
    const auto runs = static_cast<double>(runs_missing);
    const double wanted = std::ceil(runs * seconds_per_run / cpus / seconds_of_task);
    return static_cast<std::uint32_t>(std::clamp(wanted, 1.0, std::clamp(runs, 1.0, most_slices)));
}

Slices cut(const std::vector<std::size_t>& missing, std::uint32_t count)
{
    expects(count > 0);
    std::vector<std::size_t> runs(count, 0);
    for (const std::size_t run : missing)
        ++runs[run % count];
    Slices slices{count, {}, *std::max_element(runs.begin(), runs.end())};
    for (std::uint32_t slice = 0; slice < count; ++slice) {
        if (runs[slice] > 0) slices.with_missing.push_back(slice);
    }
    return slices;
}

Slices cut_evenly(const std::vector<std::size_t>& missing, double seconds_per_run, int cpus)
{
    constexpr std::uint32_t tried = 8;
    const std::uint32_t fitting = fitting_slice_count(missing.size(), seconds_per_run, cpus);
    const std::size_t even = (missing.size() + fitting - 1) / fitting;
    Slices best = cut(missing, fitting);
    for (std::uint32_t count = fitting + 1; count < fitting + tried; ++count) {
        if (best.fullest <= even + even / 4) break;
        Slices other = cut(missing, count);
        if (other.fullest < best.fullest) best = std::move(other);
    }
    return best;
}

std::string array_ranges(const std::vector<std::uint32_t>& rising)
{
    std::string text;
    for (std::size_t first = 0; first < rising.size();) {
        std::size_t last = first;
        while (last + 1 < rising.size() && rising[last + 1] == rising[last] + 1)
            ++last;
        if (!text.empty()) text += ',';
        text += std::to_string(rising[first]);
        if (last > first) text += fmt::format("-{}", rising[last]);
        first = last + 1;
    }
    return text;
}

static int in_steps(double minutes)
{
    constexpr double most = 1e6;  // no cluster gives two years
    return static_cast<int>(std::ceil(std::min(minutes, most) / step_minutes)) * step_minutes;
}

static int minutes_of_task(const SlurmRequest& request)
{
    if (request.minutes) return *request.minutes;
    // Threads finish whole runs: the last round may keep only one of them busy.
    const double rounds = std::ceil(static_cast<double>(request.slices.fullest) / request.cpus);
    return in_steps(rounds * request.seconds_per_run * margin / 60 + start_up_minutes);
}

static int with_margin_mb(double megabytes)
{
    return std::max(least_mb, static_cast<int>(std::ceil(megabytes * margin)));
}

SlurmPlan slurm_plan(const SlurmRequest& request)
{
    expects(!request.slices.with_missing.empty() && request.cpus > 0);
    const auto missing = static_cast<double>(request.runs_missing);
    const auto total = static_cast<double>(std::max(request.runs_total, request.runs_missing));
    SlurmPlan plan;
    plan.tasks = request.slices.with_missing.size();
    plan.cpus = request.cpus;
    plan.minutes = minutes_of_task(request);
    plan.memory_mb = request.megabytes_asked.value_or(
        with_margin_mb(request.megabytes + (request.cpus - 1) * request.megabytes_per_thread));
    plan.core_hours = missing * request.seconds_per_run / 3600;
    plan.core_hours_asked =
        static_cast<double>(plan.tasks) * plan.cpus * static_cast<double>(plan.minutes) / 60;
    plan.store_bytes = missing * request.bytes_per_run;
    plan.array = array_ranges(request.slices.with_missing);
    plan.collect_memory_mb =
        with_margin_mb(request.megabytes + total * collect_bytes_per_run / 1e6);
    plan.collect_minutes =
        in_steps(least_collect_minutes +
                 total * request.bytes_per_run / collect_bytes_per_second / 60 * margin);
    return plan;
}

/// A name for lists of jobs, from any text.
static std::string job_name(const SlurmRequest& request, const char* what)
{
    std::string name;
    for (const char c : request.name) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
        name += plain ? c : '-';
    }
    return fmt::format("mgz-{}{}{}", what, name.empty() ? "" : "-", name.substr(0, 40));
}

/// Lines that both scripts have, one option each.
static std::string options(const SlurmRequest& request, const std::string& name, int cpus,
                           int memory_mb, int minutes)
{
    std::string text = fmt::format(
        "#SBATCH --job-name={}\n"
        "#SBATCH --nodes=1\n"
        "#SBATCH --ntasks=1\n"
        "#SBATCH --cpus-per-task={}\n"
        "#SBATCH --mem={}M\n"
        "#SBATCH --time={}\n"
        "#SBATCH --requeue\n"
        "#SBATCH --open-mode=append\n",
        name, cpus, memory_mb, minutes);
    if (!request.partition.empty())
        text += fmt::format("#SBATCH --partition={}\n", request.partition);
    if (!request.account.empty()) text += fmt::format("#SBATCH --account={}\n", request.account);
    return text;
}

std::string array_script(const SlurmRequest& request, const SlurmPlan& plan)
{
    const std::string at_most = request.at_most > 0 ? fmt::format("%{}", request.at_most) : "";
    return fmt::format(
        "#!/bin/sh\n"
        "# A slice of a sweep per task; made by mgz sweep submit.\n"
        "# Arguments: folder of the sweep, program, number of slices, folder of data or nothing.\n"
        "#SBATCH --array={}{}\n"
        "{}"
        "[ -z \"$4\" ] || export MGZ_DATA=\"$4\"\n"
        "exec \"$2\" sweep run \"$1\" --slice \"$SLURM_ARRAY_TASK_ID/$3\" "
        "--threads \"$SLURM_CPUS_PER_TASK\" --keep-going\n",
        plan.array, at_most,
        options(request, job_name(request, "sweep"), plan.cpus, plan.memory_mb, plan.minutes));
}

std::string collect_script(const SlurmRequest& request, const SlurmPlan& plan)
{
    return fmt::format(
        "#!/bin/sh\n"
        "# Collects a sweep when its tasks have ended; made by mgz sweep submit.\n"
        "# Arguments: folder of the sweep, program, folder of data or nothing.\n"
        "{}"
        "[ -z \"$3\" ] || export MGZ_DATA=\"$3\"\n"
        "exec \"$2\" sweep collect \"$1\"\n",
        options(request, job_name(request, "collect"), 1, plan.collect_memory_mb,
                plan.collect_minutes));
}

/// Slurm replaces %-words in the name of a log.
static std::string log_pattern(const SlurmRequest& request, const char* name)
{
    std::string folder;
    for (const char c : request.folder) {
        folder += c;
        if (c == '%') folder += c;
    }
    return fmt::format("--output={}/slurm/{}.log", folder, name);
}

std::vector<std::string> array_submission(const SlurmRequest& request)
{
    return {"sbatch",
            "--parsable",
            log_pattern(request, "%A_%a"),
            request.folder + "/slurm/array.sbatch",
            request.folder,
            request.program,
            std::to_string(request.slices.count),
            request.data_folder};
}

std::vector<std::string> collect_submission(const SlurmRequest& request, const std::string& job)
{
    return {"sbatch",
            "--parsable",
            "--dependency=afterany:" + job,
            log_pattern(request, "%j_collect"),
            request.folder + "/slurm/collect.sbatch",
            request.folder,
            request.program,
            request.data_folder};
}

/// As it is when every letter is harmless, else in single quotes.
static std::string quoted(const std::string& word)
{
    const auto harmless = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("%+,-./:=@_").find(c) != std::string_view::npos;
    };
    if (!word.empty() && std::all_of(word.begin(), word.end(), harmless)) return word;
    std::string text = "'";
    for (const char c : word) {
        if (c == '\'') {
            text += "'\\''";
        } else {
            text += c;
        }
    }
    return text + "'";
}

std::string shell_line(const std::vector<std::string>& words)
{
    std::string line;
    for (const std::string& word : words) {
        if (!line.empty()) line += ' ';
        line += quoted(word);
    }
    return line;
}

}  // namespace mgz
