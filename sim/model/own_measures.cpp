// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/own_measures.h"

#include <algorithm>

#include "sim/model/each_region.h"
#include "sim/model/positions.h"
#include "sim/model/programme.h"
#include "sim/model/urgency.h"

namespace mgz {

namespace {

using Own = std::array<double, institutional_initiative_count>;
constexpr std::size_t at(Initiative i)
{
    return index_of(i);
}

class Measures {
public:
    Measures(const Groundwork& g, const Draws& draws, State& state)
        : g_(g), draws_(draws), state_(state), options_(g.scenario.cooperation)
    {
        auto& closed = state.cooperation.quarters_closed;
        if (closed.size() != g.world.employers.size()) closed.assign(g.world.employers.size(), 0);
        const double ramp = g.scenario.initiatives.ramp_years;
        step_ = ramp > 0 ? std::min(1.0, 0.25 / ramp) : 1.0;
    }

    void run()
    {
        for (const Profession p : {Profession::so, Profession::avg}) {
            each_region(g_, p, [&](RegionId, EmployerRange employers) {
                for (const EmployerId id : employers) {
                    auto& own = state_.cooperation.measures[id];
                    for (double& x : own) {
                        if (x > 0) x = std::min(1.0, x + step_);
                    }
                    if (may_employ(g_, state_.employers, p, id)) decide(p, id, own);
                }
            });
        }
    }

private:
    void decide(Profession p, EmployerId id, Own& own)
    {
        const double gap = gap_of(state_.employers, id);
        const bool hires = p == Profession::so;
        const bool signs = gap > options_.first_signs;
        if (!signs && !(hires && own[at(Initiative::commercial_so)] > 0)) return;
        const auto draw = draws_.words(Purpose::measure, g_.employer_key[id], state_.quarter);
        const double chance = chance_within(options_.measure_hazard, 0.25);
        if (signs && draw.uniform(0) < chance) take_next(id, own);
        if (hires) hire(id, own, draw.uniform(1) < chance);
    }

    /// In an order of its own; stepped care last, where the two it needs are there.
    void take_next(EmployerId id, Own& own) const
    {
        constexpr std::array<std::array<Initiative, 3>, 6> orders{
            {{Initiative::task_shifting, Initiative::triage, Initiative::bought_anw},
             {Initiative::task_shifting, Initiative::bought_anw, Initiative::triage},
             {Initiative::triage, Initiative::task_shifting, Initiative::bought_anw},
             {Initiative::triage, Initiative::bought_anw, Initiative::task_shifting},
             {Initiative::bought_anw, Initiative::task_shifting, Initiative::triage},
             {Initiative::bought_anw, Initiative::triage, Initiative::task_shifting}}};
        const double u = draws_.uniform(Purpose::measure, g_.employer_key[id], Quarter{0}, 1);
        for (const Initiative i : orders[static_cast<std::size_t>(u * orders.size())]) {
            if (own[at(i)] > 0) continue;
            own[at(i)] = step_;
            return;
        }
        double& stepped = own[at(Initiative::stepped_care)];
        if (!(stepped > 0)) stepped = step_;
    }

    /// By the gap without those hired: hiring alone does not end the need to hire.
    void hire(EmployerId id, Own& own, bool lucky)
    {
        const auto& e = state_.employers;
        const double gap = e.need[id] > 0 ? 1 - e.delivered[id] / e.need[id] : 0.0;
        double& hired = own[at(Initiative::commercial_so)];
        auto& closed = state_.cooperation.quarters_closed[id];
        if (!(hired > 0)) {
            if (gap > options_.acute && lucky) hired = step_;
            closed = 0;
            return;
        }
        closed = gap > options_.first_signs ? 0 : static_cast<std::uint8_t>(closed + 1);
        if (closed >= 4) hired = 0;
    }

    const Groundwork& g_;
    const Draws& draws_;
    State& state_;
    const CooperationOptions& options_;
    double step_ = 0;
};

}  // namespace

void take_measures(const Groundwork& g, const Draws& draws, State& state)
{
    Measures(g, draws, state).run();
}

}  // namespace mgz
