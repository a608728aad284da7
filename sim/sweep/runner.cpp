// SPDX-License-Identifier: EUPL-1.2
#include "sim/sweep/runner.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <mutex>
#include <stdexcept>

#include "geo/check.h"
#include "sim/input/world_input.h"
#include "sim/model/simulation.h"
#include "sim/study/calibrate_targets.h"

namespace mgz {

using geo::InputError;

Runner::Runner(const SweepPlan& plan) : plan_(plan)
{
    for (const auto& factor : plan.study.factors)
        same_world_ = same_world_ && (factor.key.empty() || !changes_world(factor.key));
    years_ = kept_years(plan.study, plan.bases.front());
    for (const auto& base : plan.bases) {
        Scenario scenario = base.loaded.scenario;
        // Places and areas of what a run may switch on are checked, and read, now.
        for (const auto& factor : plan.study.factors) {
            scenario.interventions.insert(scenario.interventions.end(),
                                          factor.interventions.begin(), factor.interventions.end());
        }
        places_.push_back(load(scenario));
    }
    list_quantities();
}

/// One at a time: readers of files are not asked to be safe for threads.
Runner::Place Runner::load(const Scenario& scenario) const
{
    static std::mutex one_at_a_time;
    const std::scoped_lock lock(one_at_a_time);
    InputReport report;
    auto world = std::make_shared<const World>(load_world(scenario, report));
    return {world, std::make_shared<const Reach>(*world)};
}

bool Runner::wanted(const EffectKey& key) const
{
    const Keep& keep = plan_.study.keep;
    const auto among = [](const auto& list, const auto& item) {
        return std::find(list.begin(), list.end(), item) != list.end();
    };
    return among(keep.levels, key.level) && among(keep.indicators, key.indicator->id) &&
           (keep.professions.empty() || key.profession.empty() ||
            among(keep.professions, key.profession));
}

/// Code and name of a region or a subregion.
template <class Area>
static void name_area(const Area& area, KeptQuantity& q)
{
    q.code = area.code;
    q.name = area.name;
}

void Runner::list_quantities()
{
    const World& world = *places_.front().world;
    const Measures measures(world, plan_.bases.front().loaded.scenario, years_, years_,
                            [this](const EffectKey& key) { return wanted(key); });
    for (const auto& key : measures.keys()) {
        for (const int year : measures.years_of(key)) {
            KeptQuantity q;
            q.level = key.level;
            q.area = key.area;
            q.profession = key.profession;
            q.indicator = key.indicator->id;
            q.unit = key.indicator->unit;
            q.more_is_better = key.indicator->more_is_better;
            q.year = year;
            q.code = name_of(Level::country);  // as in comparisons
            if (key.level == Level::region) name_area(world.regions[RegionId::at(key.area)], q);
            if (key.level == Level::subregion)
                name_area(world.subregions[SubregionId::at(key.area)], q);
            quantities_.push_back(std::move(q));
        }
    }
    for (const auto& id : plan_.study.keep.indicators) {
        if (std::none_of(quantities_.begin(), quantities_.end(),
                         [&](const KeptQuantity& q) { return q.indicator == id; })) {
            throw InputError(plan_.study.keep.place,
                             fmt::format("{} is of none of the levels and professions kept", id),
                             "keep more levels or professions, or leave it out");
        }
    }
    for (const auto& s : plan_.study.searches) {
        const auto meant = [&](const KeptQuantity& q) {
            return q.indicator == s.indicator && q.profession == s.profession &&
                   q.level == s.level && q.year == s.year && (s.code.empty() || q.code == s.code);
        };
        if (std::none_of(quantities_.begin(), quantities_.end(), meant)) {
            throw InputError(
                s.place, "looks at nothing that is kept of a run",
                "keep its indicator, profession and level, and give a code that exists");
        }
    }
}

Scenario Runner::scenario(const RunKey& run) const
{
    const auto values = plan_.values_of(run.point);
    return scenario_of(plan_.study, plan_.bases[base_of(plan_.study, values, run.policy)], values);
}

std::vector<double> Runner::outcomes(const RunKey& run) const
{
    const Scenario s = scenario(run);
    const auto base = base_of(plan_.study, plan_.values_of(run.point), run.policy);
    const Place place = same_world_ ? places_[base] : load(s);
    const Groundwork g(*place.world, s, place.reach);
    const Measures measures(*place.world, s, years_, years_,
                            [this](const EffectKey& key) { return wanted(key); });
    RecordPlan record;
    for (const int year : years_)
        record.quarters.push_back(Quarter::of(year, 4));
    for (const int year : measures.output_years())
        record.employer_quarters.push_back(Quarter::of(year, 4));
    auto values = measures.of(simulate(g, plan_.study.seed, run.replicate, record));
    if (values.size() != quantities_.size())
        throw std::runtime_error("its regions are others than those of the plan");
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isfinite(values[i])) continue;
        const auto& q = quantities_[i];
        throw std::runtime_error(fmt::format("{} of {} in {} is not a number", q.indicator,
                                             q.name.empty() ? q.code : q.name, q.year));
    }
    return values;
}

RunRecord Runner::run(const RunKey& run) const
{
    RunRecord record;
    record.key = run;
    record.fingerprint = plan_.fingerprint(run);
    const auto start = std::chrono::steady_clock::now();
    try {
        record.values = outcomes(run);
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& e) {
        record.ok = false;
        record.error = e.what();
    }
    record.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return record;
}

}  // namespace mgz
