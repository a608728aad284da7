// SPDX-License-Identifier: EUPL-1.2
#include "tools/sweep_submit_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "geo/check.h"
#include "tools/text_table.h"

namespace mgz::cli {

/// Names that stand in a script as they are.
static void check_word(const std::string& option, const std::string& word)
{
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("._,+:@-").find(c) != std::string_view::npos;
    };
    if (std::all_of(word.begin(), word.end(), plain)) return;
    throw geo::InputError("sweep submit", fmt::format("{} is '{}'", option, word),
                          "give a name as sinfo or sacctmgr show it");
}

static void check_arguments(const SweepSubmitArguments& arguments)
{
    if (!arguments.slurm) {
        throw geo::InputError("sweep submit", "does not say to what kind of cluster",
                              "add --slurm");
    }
    check_word("--partition", arguments.partition);
    check_word("--account", arguments.account);
}

static std::string megabytes_text(double bytes)
{
    return bytes < 1e9 ? fmt::format("{:.1f} MB", bytes / 1e6)
                       : fmt::format("{:.1f} GB", bytes / 1e9);
}

static std::string hours_text(double hours)
{
    return hours < 10 ? fmt::format("{:.2f}", hours) : fmt::format("{:.0f}", hours);
}

static std::string minutes_text(int minutes)
{
    return fmt::format("{}:{:02} hours asked per task", minutes / 60, minutes % 60);
}

static void show_plan(const SlurmRequest& request, const SlurmPlan& plan)
{
    const std::string at_most =
        request.at_most > 0 ? fmt::format(", at most {} at a time", request.at_most) : "";
    const Rows rows{
        {"sweep", request.folder},
        {"runs", fmt::format("{} missing of {}", request.runs_missing, request.runs_total)},
        {"tasks", fmt::format("{}{}", plan.tasks, at_most)},
        {"cpus", fmt::format("{} per task", plan.cpus)},
        {"time", minutes_text(plan.minutes)},
        {"memory", fmt::format("{} MB per task", plan.memory_mb)},
        {"core-hours", fmt::format("about {}; at most {}, if every task used all its time",
                                   hours_text(plan.core_hours), hours_text(plan.core_hours_asked))},
        {"store", fmt::format("about {} more", megabytes_text(plan.store_bytes))}};
    fmt::print("{}", aligned(rows));
}

static void show_scripts(const SlurmRequest& request, const SlurmPlan& plan, bool collect)
{
    fmt::print("\n== slurm/array.sbatch\n{}", array_script(request, plan));
    if (collect) fmt::print("\n== slurm/collect.sbatch\n{}", collect_script(request, plan));
    fmt::print("\n== submitted with\n{}\n", shell_line(array_submission(request)));
    if (collect) fmt::print("{}\n", shell_line(collect_submission(request, "JOB")));
    fmt::print("\nNothing was submitted or written.\n");
}

static void check_folder(const std::string& folder)
{
    // Slurm gives both a meaning in the name of a log.
    if (folder.find_first_of("\\\n") == std::string::npos) return;
    throw geo::InputError(folder, "Slurm cannot write logs into a folder with this name",
                          "rename it without backslashes and line breaks");
}

int submit_sweep(const SweepSubmitArguments& arguments)
{
    check_arguments(arguments);
    const SlurmRequest request = slurm_request(arguments);
    check_folder(request.folder);
    if (request.runs_missing == 0) {
        fmt::print(
            "Nothing is missing: each of the {} runs is done, or failed for a reason that mgz "
            "sweep status tells.\nNothing was submitted. Next: {}\n",
            request.runs_total, shell_line({"mgz", "sweep", "collect", arguments.folder}));
        return 0;
    }
    if (!arguments.dry_run) check_can_submit(request);
    const SlurmPlan plan = slurm_plan(request);
    show_plan(request, plan);
    if (arguments.dry_run) {
        show_scripts(request, plan, arguments.collect);
        return 0;
    }
    submit_jobs(request, plan, arguments.collect);
    return 0;
}

}  // namespace mgz::cli
