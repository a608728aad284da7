// SPDX-License-Identifier: EUPL-1.2
#include "sim/sweep/load_table.h"

#include <fmt/format.h>

#include "geo/check.h"

namespace mgz {

std::size_t missing_runs(const SweepPlan& plan, const SweepStore& store)
{
    std::size_t missing = 0;
    for (std::size_t number = 0; number < plan.runs(); ++number)
        missing += store.state(plan.run(number)) == SweepStore::State::missing;
    return missing;
}

void refuse_gaps(const SweepPlan& plan, const SweepStore& store, bool allow_missing)
{
    const auto missing = missing_runs(plan, store);
    if (missing == 0 || allow_missing) return;
    throw geo::InputError(
        plan.folder, fmt::format("{} of {} runs are missing", missing, plan.runs()),
        fmt::format("finish them with mgz sweep run {0}, or add --allow-missing", plan.folder));
}

SweepTable load_sweep_table(const SweepPlan& plan, const SweepStore& store, bool allow_missing)
{
    constexpr std::size_t most_outcomes = 2'000'000'000;  // 16 GB
    refuse_gaps(plan, store, allow_missing);
    const std::size_t each = plan.quantities.size();
    if (plan.runs() * each > most_outcomes) {
        throw geo::InputError(
            plan.folder,
            fmt::format("{} runs of {} figures do not fit into memory", plan.runs(), each),
            "keep fewer figures of a run");
    }
    SweepTable table;
    table.study = plan.study;
    table.design = plan.design;
    table.values = plan.values;
    table.quantities = plan.quantities;
    table.outcomes.assign(plan.runs() * each, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t number = 0; number < plan.runs(); ++number) {
        const RunKey key = plan.run(number);
        const auto record = store.read(key);
        if (!record) {
            ++table.missing;
            continue;
        }
        if (record->fingerprint != plan.fingerprint(key)) {
            throw geo::RunError(
                fmt::format("{}: run {} was kept with other factor values than the plan has for it",
                            plan.shards(), number));
        }
        if (!record->ok) {
            ++table.failed;
            continue;
        }
        std::copy(record->values.begin(), record->values.end(),
                  table.outcomes.begin() + static_cast<long>(number * each));
    }
    return table;
}

}  // namespace mgz
