// SPDX-License-Identifier: EUPL-1.2
// mgz sweep status and collect.
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>

#include "geo/check.h"
#include "sim/sweep/collect.h"
#include "sim/sweep/load_table.h"
#include "tools/data_folder.h"
#include "tools/sweep_commands.h"
#include "tools/sweep_shards.h"
#include "tools/text_table.h"

namespace mgz::cli {

namespace {

/// A worker that wrote this recently is taken to be at work.
constexpr double at_work_seconds = 90;

struct Pace {
    int workers = 0;
    double per_second = 0;  ///< runs, all of them together
};

}  // namespace

static double seconds_since(std::int64_t ms)
{
    using namespace std::chrono;
    const auto now = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    return static_cast<double>(now - ms) / 1000;
}

/// Rows of a shard over the time from its first to its last. The first row took its time too.
static double rate_of(const ShardState& shard)
{
    const auto rows = static_cast<double>(shard.done + shard.failed);
    const double seconds = static_cast<double>(shard.last_ms - shard.first_ms) / 1000;
    return rows > 1 && seconds > 0 ? (rows - 1) / seconds : 0.0;
}

static Pace pace_of(const SweepStore& store)
{
    Pace pace;
    for (const auto& shard : store.shards()) {
        if (!shard.problem.empty() || shard.last_ms == 0) continue;
        if (seconds_since(shard.last_ms) > at_work_seconds) continue;
        ++pace.workers;
        pace.per_second += rate_of(shard);
    }
    return pace;
}

static std::string duration_text(double seconds)
{
    const long whole = std::lround(seconds);
    return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

static void show_shards(const SweepStore& store)
{
    Rows rows{{"shard", "slice", "done", "failed", "last row", "worker"}};
    for (const auto& shard : store.shards()) {
        const auto name = std::filesystem::path(shard.path).filename().string();
        if (!shard.problem.empty()) {
            rows.push_back({name, "", "", "", "", "cannot be used"});
            continue;
        }
        rows.push_back(
            {name, shard.info.slice, std::to_string(shard.done), std::to_string(shard.failed),
             shard.last_ms > 0 ? duration_text(seconds_since(shard.last_ms)) + " ago" : "",
             shard.info.attempt});
    }
    fmt::print("\n{}", aligned(rows));
}

int show_sweep(const SweepStatusArguments& arguments)
{
    const SweepPlan plan = read_plan(arguments.folder, data_folder(), PlanUse::read);
    const SweepStore store = read_shards(plan);
    const auto missing = missing_runs(plan, store);
    const auto failed = store.failed();
    Rows rows{{"runs", fmt::format("{}", plan.runs())},
              {"done", fmt::format("{}", store.done())},
              {"failed", fmt::format("{}", failed)},
              {"missing", fmt::format("{}", missing)}};
    const Pace pace = pace_of(store);
    if (missing > 0 && pace.per_second > 0) {
        rows.push_back({"rate", fmt::format("{:.1f} runs a minute, {} at work",
                                            60 * pace.per_second, pace.workers)});
        rows.push_back(
            {"time left", duration_text(static_cast<double>(missing) / pace.per_second)});
    } else if (missing > 0) {
        rows.push_back({"rate", "nobody has finished a run lately"});
        rows.push_back(
            {"time left",
             fmt::format("{} on one core, as one run took when it was planned",
                         duration_text(static_cast<double>(missing) * plan.cost.seconds))});
    }
    fmt::print("{}", aligned(rows));
    if (arguments.shards) show_shards(store);
    if (failed > 0) {
        const auto first = store.failed_runs().front();
        fmt::print("\nFirst failure, run {}: {}\nFailed runs are saved as scenarios in {}.\n",
                   plan.number(first), store.read(first)->error, plan.failed());
    }
    return 0;
}

int collect_sweep(const SweepCollectArguments& arguments)
{
    const SweepPlan plan = read_plan(arguments.folder, data_folder(), PlanUse::read);
    const SweepStore store = read_shards(plan);
    refuse_gaps(plan, store, arguments.allow_missing);
    const std::string out =
        arguments.out.empty() ? arguments.folder + "/results.csv" : arguments.out;
    const auto files = collect(plan, store, out);
    fmt::print("{} runs done, {} failed, {} missing.\n", store.done(), store.failed(),
               missing_runs(plan, store));
    for (const auto& file : files)
        fmt::print("{}: {:.1f} MB\n", file.name, static_cast<double>(file.size) / 1e6);
    fmt::print("Next: mgz sensitivity {} -o OUT\n", arguments.folder);
    return 0;
}

}  // namespace mgz::cli
