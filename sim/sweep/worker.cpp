// SPDX-License-Identifier: EUPL-1.2
#include "sim/sweep/worker.h"

#include <fmt/format.h>
#include <omp.h>

#include <filesystem>
#include <optional>

#include "geo/check.h"
#include "sim/output/run_folder.h"
#include "sim/output/write_atomically.h"
#include "sim/sweep/study_file.h"

namespace mgz {

namespace fs = std::filesystem;

std::vector<std::size_t> open_runs(const SweepPlan& plan, const SweepStore& store,
                                   const WorkOptions& options)
{
    std::vector<std::size_t> open;
    for (std::size_t number = options.slice; number < plan.runs(); number += options.slices) {
        const auto state = store.state(plan.run(number));
        if (state == SweepStore::State::missing ||
            (state == SweepStore::State::failed && options.again))
            open.push_back(number);
    }
    return open;
}

/// A folder of a sweep, made when the first worker needs it.
static void need_folder(const std::string& path)
{
    std::error_code error;
    fs::create_directories(path, error);
    if (error) throw geo::InputError(path, "cannot be made: " + error.message());
}

namespace {

class Working {
public:
    Working(const SweepPlan& plan, const Runner& runner, ShardWriter& shard,
            const WorkOptions& options, Work& work)
        : plan_(plan), runner_(runner), shard_(shard), options_(options), work_(work)
    {
    }

    void run_all(const std::vector<std::size_t>& open)
    {
        const int threads = options_.threads > 0 ? options_.threads : omp_get_max_threads();
        const auto count = static_cast<long>(open.size());
#pragma omp parallel for schedule(dynamic) num_threads(threads)
        for (long i = 0; i < count; ++i) {
            if (ended()) continue;
            take(open[static_cast<std::size_t>(i)], open.size());
        }
        if (refusal_) std::rethrow_exception(refusal_);
        shard_.flush();
    }

private:
    bool ended()
    {
        bool end = false;
#pragma omp critical(mgz_sweep_work)
        {
            if (!ended_ && options_.stop && options_.stop()) ended_ = work_.stopped = true;
            end = ended_;
        }
        return end;
    }

    void take(std::size_t number, std::size_t total)
    {
        std::exception_ptr own;
        std::optional<RunRecord> record;
        try {
            record = runner_.run(plan_.run(number));
        } catch (...) {
            own = std::current_exception();  // out of memory
        }
#pragma omp critical(mgz_sweep_work)
        {
            try {
                if (own) std::rethrow_exception(own);
                keep(number, *record, total);
            } catch (...) {
                if (!refusal_) refusal_ = std::current_exception();
                ended_ = true;
            }
        }
    }

    void keep(std::size_t number, const RunRecord& record, std::size_t total)
    {
        if (refusal_) return;
        if (!record.ok) save_failed(number, record);
        shard_.add(record);
        ++(record.ok ? work_.done : work_.failed);
        if (!record.ok && !options_.keep_going) ended_ = work_.stopped = true;
        if (options_.progress) options_.progress(work_.done + work_.failed, total);
    }

    /// With what it takes to see the failure again.
    void save_failed(std::size_t number, const RunRecord& record)
    {
        const RunKey& key = record.key;
        std::string text = fmt::format(
            "# Run {} of \"{}\": point {}, replicate {} of seed {}.\n# It failed: {}\n", number,
            plan_.study.title, key.point, key.replicate, plan_.study.seed, record.error);
        const auto values = plan_.values_of(key.point);
        for (std::size_t f = 0; f < values.size(); ++f) {
            const Factor& factor = plan_.study.factors[f];
            text += fmt::format("# {} = {}\n", factor.name, text_of_value(factor, values[f]));
        }
        try {
            text += '\n';
            text += scenario_text(runner_.scenario(key));
        } catch (const geo::InputError&) {
            // No scenario can have these values: the one that they should have changed.
            const auto base = base_of(plan_.study, values, key.policy);
            text += fmt::format("inherits = \"../{}\"\n", scenario_copy(plan_.bases[base].name));
        }
        need_folder(plan_.failed());
        const auto file = fmt::format("{}/run-{:06}.toml", plan_.failed(), number);
        write_file(file, text, Existing::replace);
        if (first_failed_ && *first_failed_ < number) return;
        first_failed_ = number;
        work_.error = record.error;
        work_.scenario = file;
    }

    const SweepPlan& plan_;
    const Runner& runner_;
    ShardWriter& shard_;
    const WorkOptions& options_;
    Work& work_;
    bool ended_ = false;
    std::optional<std::size_t> first_failed_;
    std::exception_ptr refusal_;
};

}  // namespace

Work work_off(const SweepPlan& plan, const Runner& runner, const SweepStore& store,
              const std::string& name, const std::string& attempt, const WorkOptions& options)
{
    const auto open = open_runs(plan, store, options);
    Work work;
    work.asked = (plan.runs() - options.slice + options.slices - 1) / options.slices;
    work.before = work.asked - open.size();
    if (open.empty()) return work;
    need_folder(plan.shards());
    ShardWriter shard(
        plan.shards(),
        {plan.id, this_program(), fmt::format("{}/{}", options.slice, options.slices), attempt},
        name);
    work.shard = shard.path();
    Working(plan, runner, shard, options, work).run_all(open);
    return work;
}

}  // namespace mgz
