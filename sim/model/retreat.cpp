// SPDX-License-Identifier: EUPL-1.2
// Institutions share a little, and under scarcity withdraw into their own house.
#include <algorithm>

#include "sim/model/care.h"
#include "sim/model/each_region.h"
#include "sim/model/measures.h"
#include "sim/model/positions.h"

namespace mgz {

/// FTE in an institution before anything is shared.
static double fte_there(const EmployerStates& e, EmployerId id)
{
    return e.staff[id] + e.trainees[id] + e.locums[id] + e.shifted[id] + e.commercial[id] -
           e.drawn[id];
}

/// w: share of what it has above the level of its table that an institution gives away. National
/// accountability per region, a common treatment service and sharing agreements raise it, good
/// ties between boards a little.
static double sharing(const Groundwork& g, const State& state, Profession p, EmployerId id)
{
    const auto& options = g.scenario.initiatives;
    const auto towards = [](double from, double to, double x) { return from + (to - from) * x; };
    constexpr double usual_tie = 0.75;
    double w = g.scenario.care.sharing;
    if (state.cooperation.begun) {
        const auto table = g.table_of_employer[id];
        const auto tie = p == Profession::so ? Tie::vvt_vvt : Tie::ghz_ghz;
        const double strength =
            state.cooperation.tables[table].governance[static_cast<std::size_t>(tie)];
        w *= std::min(2.0, strength / usual_tie);
    }
    const double base = w;
    const double national = std::max(intensity(state, Initiative::regional_accountability),
                                     intensity(g, state, Initiative::regional_accountability, id));
    for (const auto& [x, to] : {std::pair(national, options.regional_accountability_sharing),
                                std::pair(intensity(g, state, Initiative::treatment_service, id),
                                          options.treatment_service_sharing),
                                std::pair(intensity(g, state, Initiative::capacity_sharing, id),
                                          options.capacity_sharing_sharing)}) {
        w = std::max(w, towards(base, std::max(base, to), x));
    }
    return std::clamp(w, 0.0, 1.0);
}

/// Those above the level of their table give, those below get in proportion to what they lack.
static void share_capacity(const Groundwork& g, Profession p, State& state)
{
    auto& e = state.employers;
    const auto tables = g.tables.size();
    IdVector<TableId, double> there(tables, 0.0), duty(tables, 0.0), given(tables, 0.0),
        lacking(tables, 0.0);
    const auto table_of = [&](EmployerId id) { return g.table_of_employer[id]; };
    const auto takes_part = [&](EmployerId id) { return e.heads[id] > 0 && e.duty(id) > 0; };
    for (const EmployerId id : g.employers[p]) {
        if (!takes_part(id)) continue;
        there[table_of(id)] += fte_there(e, id);
        duty[table_of(id)] += e.duty(id);
    }
    const auto above = [&](EmployerId id) {
        const TableId t = table_of(id);
        return fte_there(e, id) - std::min(1.0, there[t] / duty[t]) * e.duty(id);
    };
    const auto gives = [&](EmployerId id) {
        return std::min(std::max(0.0, above(id)), staff_left(e, id) - e.drawn[id]) *
               sharing(g, state, p, id);
    };
    for (const EmployerId id : g.employers[p]) {
        if (!takes_part(id)) continue;
        given[table_of(id)] += gives(id);
        lacking[table_of(id)] += std::max(0.0, -above(id));
    }
    for (const EmployerId id : g.employers[p]) {
        const double before = e.shared[id];
        e.shared[id] = 0;
        if (takes_part(id)) {
            const TableId t = table_of(id);
            const double moves = std::min(given[t], lacking[t]);
            if (given[t] > 0) e.shared[id] -= gives(id) * moves / given[t];
            if (lacking[t] > 0) e.shared[id] += std::max(0.0, -above(id)) * moves / lacking[t];
        }
        state.account[g.region_of[id]][p][static_cast<std::size_t>(Cause::shared)] +=
            e.shared[id] - before;
    }
}

void retreat(const Groundwork& g, Profession p, State& state)
{
    auto& e = state.employers;
    const auto& care = g.scenario.care;
    const double usual = g.usual_fte(p, Role::employed, state.quarter);
    share_capacity(g, p, state);
    const auto give = [&](EmployerId id) {
        if (e.heads[id] == 0) {
            e.neighbours_at_full_will[id] = 0;
            e.given.set(id, {});
            return;
        }
        ClassHours needed = e.needed[id];
        needed[ClientClass::neighbours] = e.contracted[id];
        e.needed.at(id, ClientClass::neighbours) = e.contracted[id];
        const double duty = needed.total();
        const double there = std::max(0.0, fte_there(e, id) + e.shared[id]);
        const double promised = promised_first_line(g, state, p, id);
        if (duty > 0) e.felt[id] = remembered(care, e.felt[id], there / duty);
        const double z = next_willingness(care, e.willingness[id], e.felt[id] * duty, duty, usual);
        e.willingness[id] = z;
        e.given.set(id, hours_given(needed, there, z, promised));
        // Most are asked for nothing.
        e.neighbours_at_full_will[id] =
            e.contracted[id] > 0
                ? hours_given(needed, there, 1.0, promised)[ClientClass::neighbours]
                : 0.0;
        // Hours that are bought stay in the house that buys them.
        double& lent = e.given.at(id, ClientClass::neighbours);
        lent = std::min(lent, std::max(0.0, there - e.commercial[id]));
    };
    each_region(g, p, [&](RegionId, EmployerRange employers) {
        for (const EmployerId id : employers)
            give(id);
    });
}

}  // namespace mgz
