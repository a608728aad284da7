// SPDX-License-Identifier: EUPL-1.2
// The part of mgz sweep submit that looks at the sweep: what is missing, and what a run costs.
#include <cstdlib>
#include <filesystem>

#include "geo/check.h"
#include "sim/sweep/plan.h"
#include "sim/sweep/store.h"
#include "tools/data_folder.h"
#include "tools/sweep_shards.h"
#include "tools/sweep_submit_command.h"

namespace mgz::cli {

namespace fs = std::filesystem;

/// Numbers of the runs that are neither done nor failed.
static std::vector<std::size_t> missing_runs(const SweepPlan& plan)
{
    const SweepStore store = read_shards(plan);
    std::vector<std::size_t> missing;
    for (std::size_t run = 0; run < plan.runs(); ++run) {
        if (store.state(plan.run(run)) == SweepStore::State::missing) missing.push_back(run);
    }
    return missing;
}

/// Empty unless the user chose one: the same program finds its own data everywhere.
static std::string chosen_data_folder()
{
    const char* given = std::getenv("MGZ_DATA");
    return given == nullptr || *given == '\0' ? "" : data_folder();
}

/// By the names that the user goes by: where links lead may have another name on other machines.
static std::string absolute_folder(const std::string& folder)
{
    fs::path path = fs::absolute(folder).lexically_normal();
    if (!path.has_filename()) path = path.parent_path();
    std::error_code none;
    // ".." after a link means something else to the system than to a reader.
    if (!fs::equivalent(path, folder, none)) path = fs::canonical(folder);
    return path.string();
}

SlurmRequest slurm_request(const SweepSubmitArguments& arguments)
{
    const SweepPlan plan = read_plan(arguments.folder, data_folder(), PlanUse::run);
    const std::vector<std::size_t> missing = missing_runs(plan);
    SlurmRequest request;
    request.folder = absolute_folder(arguments.folder);
    request.program = fs::read_symlink("/proc/self/exe").string();
    request.name = fs::path(request.folder).filename().string();
    request.runs_total = plan.runs();
    request.runs_missing = missing.size();
    request.cpus = arguments.cpus;
    request.seconds_per_run = plan.cost.seconds;
    request.megabytes = plan.cost.megabytes;
    request.megabytes_per_thread = plan.cost.megabytes_per_thread;
    request.bytes_per_run = plan.cost.bytes;
    request.at_most = arguments.at_most;
    request.partition = arguments.partition;
    request.account = arguments.account;
    request.minutes = arguments.minutes;
    request.megabytes_asked = arguments.megabytes;
    request.data_folder = chosen_data_folder();
    const auto tasks = static_cast<std::uint32_t>(arguments.tasks);
    request.slices =
        tasks > 0 ? cut(missing, tasks) : cut_evenly(missing, plan.cost.seconds, arguments.cpus);
    return request;
}

}  // namespace mgz::cli
