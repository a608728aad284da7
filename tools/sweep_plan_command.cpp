// SPDX-License-Identifier: EUPL-1.2
// mgz sweep plan and extend.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>

#include "geo/check.h"
#include "sim/core/limits.h"
#include "sim/sweep/load_table.h"
#include "sim/sweep/runner.h"
#include "sim/sweep/study_file.h"
#include "tools/data_folder.h"
#include "tools/log.h"
#include "tools/sweep_commands.h"
#include "tools/sweep_shards.h"
#include "tools/text_table.h"

namespace mgz::cli {

namespace fs = std::filesystem;
using geo::InputError;

/// Of this process at its largest.
static double peak_megabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Of this process now.
static double megabytes_now()
{
    long pages = 0, resident = 0;
    std::ifstream("/proc/self/statm") >> pages >> resident;
    return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1048576;
}

/// Key, index and pages of the store around the values, per run.
static constexpr double bytes_around_values = 100;

/// One run shows what all of them will cost.
static RunCost measure(const SweepPlan& plan, const Runner& runner)
{
    const double before = megabytes_now();
    const RunRecord record = runner.run(plan.run(0));
    if (!record.ok) log_warning(fmt::format("the first run fails: {}", record.error));
    RunCost cost;
    cost.seconds = record.seconds;
    cost.megabytes = peak_megabytes();
    cost.megabytes_per_thread = std::max(0.0, peak_megabytes() - before);
    cost.bytes = bytes_around_values + 8 * static_cast<double>(plan.quantities.size());
    return cost;
}

static std::string time_text(double seconds)
{
    if (seconds < 120) return fmt::format("{:.0f} s", seconds);
    if (seconds < 7200) return fmt::format("{:.0f} min", seconds / 60);
    return fmt::format("{:.1f} h", seconds / 3600);
}

static std::string design_words(const SweepPlan& plan)
{
    const Study& s = plan.study;
    auto text = fmt::format("{}, {} points", name_of(s.design), plan.points());
    if (s.n > 0 && s.design != DesignKind::list) text += fmt::format(" (N = {})", s.n);
    return text;
}

static void show_plan(const SweepPlan& plan, const std::string& folder)
{
    const Study& s = plan.study;
    const auto runs = static_cast<double>(plan.runs());
    Rows rows{{"study", s.title},
              {"factors", fmt::format("{}", s.factors.size())},
              {"design", design_words(plan)}};
    if (!s.policies.empty())
        rows.push_back({"policies", fmt::format("{}", fmt::join(s.policies, ", "))});
    rows.push_back(
        {"runs",
         fmt::format(
             "{}{}", plan.runs(),
             s.replicates > 1 ? fmt::format(", {} replicates of each point", s.replicates) : "")});
    rows.push_back({"kept of a run", fmt::format("{} figures", plan.quantities.size())});
    rows.push_back(
        {"one run", fmt::format("{:.2f} s, {:.0f} MB", plan.cost.seconds, plan.cost.megabytes)});
    rows.push_back({"all runs", fmt::format("{} on one core; about {:.1f} MB in the store",
                                            time_text(runs * plan.cost.seconds),
                                            runs * plan.cost.bytes / 1e6)});
    fmt::print("{}\n{} holds the plan. Next: mgz sweep run {}\n", aligned(rows), folder, folder);
}

/// What the folder holds of this study. A folder with another study is left alone.
static std::optional<SweepPlan> planned_before(const SweepPlan& plan, const std::string& folder)
{
    std::error_code none;
    if (!fs::exists(fs::path(folder) / "plan.json", none)) return std::nullopt;
    const auto changed = differences(stored_conditions(folder), plan.conditions);
    if (changed.empty()) return read_plan(folder, data_folder(), PlanUse::run);
    throw InputError(
        folder,
        fmt::format("has a plan already, and this one is another: {}", fmt::join(changed, "; ")),
        "name another folder with -o");
}

/// The same study again: what decides nothing about a run may have changed.
static void plan_again(const SweepPlan& there, const SweepPlan& plan)
{
    const bool same = study_text(there.study) == study_text(plan.study);
    if (!same) replace_plan(there, plan);
    const SweepStore store = read_shards(there);
    fmt::print("{} {}; {} of {} runs are still to be run.\nNext: mgz sweep run {}\n", there.folder,
               same ? "holds this plan already" : "now holds this plan, and keeps its runs",
               missing_runs(plan, store), plan.runs(), there.folder);
}

int plan_sweep(const SweepPlanArguments& arguments)
{
    SweepPlan plan = plan_study(arguments.study, data_folder());
    if (const auto there = planned_before(plan, arguments.out)) {
        plan_again(*there, plan);
        return 0;
    }
    const Runner runner(plan);
    plan.quantities = runner.quantities();
    if (plan.quantities.size() > limits::kept_figures) {
        throw InputError(
            arguments.study, fmt::format("keeps {} figures of each run", plan.quantities.size()),
            fmt::format("keep {} at most: name fewer under [keep]", limits::kept_figures));
    }
    plan.cost = measure(plan, runner);
    write_plan(plan, arguments.out);
    show_plan(plan, arguments.out);
    return 0;
}

int extend_sweep(const SweepExtendArguments& arguments)
{
    const std::string data = data_folder();
    const SweepPlan plan = read_plan(arguments.folder, data, PlanUse::run);
    extend_plan(plan, arguments.n, data);
    const SweepPlan longer = read_plan(arguments.folder, data, PlanUse::read);
    const SweepStore store = read_shards(longer);
    fmt::print(
        "{} now has {} runs, before {}; {} of them are still to be run.\nNext: mgz sweep "
        "run {}\n",
        arguments.folder, longer.runs(), plan.runs(), missing_runs(longer, store),
        arguments.folder);
    return 0;
}

}  // namespace mgz::cli
