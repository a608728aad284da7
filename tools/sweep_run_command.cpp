// SPDX-License-Identifier: EUPL-1.2
// mgz sweep run.
#include <fmt/format.h>
#include <omp.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <csignal>

#include "geo/check.h"
#include "sim/sweep/attempt.h"
#include "sim/sweep/worker.h"
#include "tools/data_folder.h"
#include "tools/log.h"
#include "tools/memory_check.h"
#include "tools/progress.h"
#include "tools/stopwatch.h"
#include "tools/sweep_commands.h"
#include "tools/sweep_shards.h"

namespace mgz::cli {

using geo::InputError;

namespace {

/// Slurm ends a job with SIGTERM, a person with SIGINT: runs under way are still kept.
std::atomic<int> last_signal = 0;
static_assert(std::atomic<int>::is_always_lock_free);

/// While it lives, the first signal asks to stop; a second one ends the program at once.
class StopOnSignal {
public:
    StopOnSignal()
    {
        for (const int signal : {SIGINT, SIGTERM})
            std::signal(signal, [](int number) {
                last_signal = number;
                std::signal(number, SIG_DFL);
            });
    }
    ~StopOnSignal()
    {
        for (const int signal : {SIGINT, SIGTERM})
            std::signal(signal, SIG_DFL);
    }
    StopOnSignal(const StopOnSignal&) = delete;
    StopOnSignal& operator=(const StopOnSignal&) = delete;
};

struct Slice {
    std::size_t number = 0, count = 1;
};

}  // namespace

static Slice slice_of(const std::string& text)
{
    constexpr std::size_t most = 1'000'000;
    Slice slice;
    const char* end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, slice.number);
    if (first.ec == std::errc{} && first.ptr != end && *first.ptr == '/') {
        const auto second = std::from_chars(first.ptr + 1, end, slice.count);
        if (second.ec == std::errc{} && second.ptr == end && slice.number < slice.count &&
            slice.count <= most)
            return slice;
    }
    throw InputError("--slice", fmt::format("'{}' is no slice", text),
                     "give i/n with i from 0 to n - 1, for example 0/4");
}

static void show_work(const SweepRunArguments& arguments, const Work& work, double seconds)
{
    const auto now = work.done + work.failed;
    fmt::print("{} of {} runs done before; {} done now", work.before, work.asked, work.done);
    if (work.failed > 0) fmt::print(", {} failed", work.failed);
    if (now > 0)
        fmt::print(", in {:.1f} s ({:.2f} s a run)", seconds, seconds / static_cast<double>(now));
    fmt::print("\n");
    if (work.failed > 0)
        fmt::print("First failure: {}\n{} is that run as a scenario.\n", work.error, work.scenario);
    if (work.before + now == work.asked)
        fmt::print("Next: mgz sweep collect {}\n", arguments.folder);
}

int run_sweep(const SweepRunArguments& arguments)
{
    const Slice slice = slice_of(arguments.slice);
    const SweepPlan plan = read_plan(arguments.folder, data_folder(), PlanUse::run);
    WorkOptions options;
    options.slice = slice.number;
    options.slices = slice.count;
    options.threads = arguments.threads;
    options.keep_going = arguments.keep_going;
    options.again = arguments.again;
    options.stop = [] { return last_signal != 0; };
    const SweepStore store = read_shards(plan);
    const auto open = open_runs(plan, store, options);
    if (open.empty()) {
        fmt::print("Nothing is left to run in slice {}.\nNext: mgz sweep collect {}\n",
                   arguments.slice, arguments.folder);
        return 0;
    }
    const int threads = options.threads > 0 ? options.threads : omp_get_max_threads();
    check_memory_of_sweep(plan, static_cast<int>(std::min<std::size_t>(
                                    static_cast<std::size_t>(threads), open.size())));
    const StopOnSignal until_signal;
    Stopwatch watch;
    const Runner runner(plan);
    log_info(fmt::format("{} runs to do, {} threads", open.size(), threads));
    Work work;
    {
        Progress bar("runs", static_cast<int>(open.size()));
        options.progress = [&bar](std::size_t done, std::size_t) {
            bar.show(static_cast<int>(done));
        };
        work = work_off(plan, runner, store,
                        attempt_name(static_cast<int>(slice.number), static_cast<int>(slice.count)),
                        attempt_words(), options);
    }
    show_work(arguments, work, watch.lap());
    if (last_signal != 0)
        log_warning("ended by a signal; what was finished is kept, the same command goes on there");
    return work.failed > 0 || work.stopped ? 1 : 0;
}

}  // namespace mgz::cli
