// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/delivery.h"

#include <algorithm>

#include "sim/core/elementary.h"
#include "sim/model/positions.h"

namespace mgz {

static double& booked(State& state, RegionId r, Profession p, Cause cause)
{
    return state.account[r][p][static_cast<std::size_t>(cause)];
}

void recount_staff(const Groundwork& g, State& state)
{
    auto& e = state.employers;
    for (const Profession p : all_professions) {
        for (const EmployerId id : g.employers[p]) {
            booked(state, g.world.employers[id].region, p, Cause::hours) -= e.staff[id];
            e.staff[id] = 0;
        }
        const auto& physicians = state.physicians[p];
        const double hours = g.books.hours(p, state.quarter);
        for (std::size_t i = 0; i < physicians.size(); ++i) {
            const EmployerId id = physicians.employer[i];
            if (!id.none()) e.staff[id] += physicians.fte[i] * hours;
        }
        for (const EmployerId id : g.employers[p]) {
            booked(state, g.world.employers[id].region, p, Cause::hours) += e.staff[id];
        }
    }
}

void spread_trainees(const Groundwork& g, State& state)
{
    auto& e = state.employers;
    for (const Profession p : all_professions) {
        IdVector<RegionId, double> work(g.world.regions.size(), 0.0);
        const auto& trainees = state.trainees[p];
        for (std::size_t i = 0; i < trainees.size(); ++i) {
            work[g.world.settlements[trainees.practice[i]].region] +=
                g.books.trainee_fte(p, state.quarter - trainees.entered[i]).value;
        }
        for (const EmployerId id : g.employers[p]) {
            const RegionId r = g.world.employers[id].region;
            const double before = e.trainees[id];
            e.trainees[id] = work[r] * e.share[id];
            booked(state, r, p, Cause::trainees) += e.trainees[id] - before;
        }
    }
}

/// FTE of changing locums by the subregion where they live.
static IdVector<SubregionId, double> locum_supply(const Groundwork& g, const State& state)
{
    IdVector<SubregionId, double> supply(g.world.subregions.size(), 0.0);
    const auto& physicians = state.physicians[Profession::gp];
    const double hours = g.books.hours(Profession::gp, state.quarter);
    for (std::size_t i = 0; i < physicians.size(); ++i) {
        if (physicians.role[i] != Role::locum) continue;
        supply[g.world.settlements[physicians.base[i]].subregion] += physicians.fte[i] * hours;
    }
    return supply;
}

/// By gravity on the gap within range, never more than the gap. What finds its subregion full
/// tries again with the gaps that are left; what is left after three passes finds no work.
static IdVector<SubregionId, double> locum_flow(const Groundwork& g,
                                                IdVector<SubregionId, double> supply,
                                                const IdVector<SubregionId, double>& gap)
{
    constexpr int passes = 3;
    constexpr double nothing = 1e-12;
    const auto n = g.world.subregions.size();
    const auto subregions = g.world.subregions.ids();
    IdVector<SubregionId, double> filled(n, 0.0), left(n), offered(n), in_reach(n);
    for (int pass = 0; pass < passes; ++pass) {
        for (const SubregionId s : subregions)
            left[s] = gap[s] - filled[s];
        offered.assign(n, 0.0);
        in_reach.assign(n, 0.0);
        for (const SubregionId from : subregions) {
            for (const SubregionId to : g.locum_reach[from])
                in_reach[from] += left[to];
            if (in_reach[from] <= nothing) continue;
            for (const SubregionId to : g.locum_reach[from]) {
                offered[to] += supply[from] * left[to] / in_reach[from];
            }
        }
        for (const SubregionId from : subregions) {
            if (in_reach[from] <= nothing) continue;
            double taken = 0;  // share of the supply that found work
            for (const SubregionId to : g.locum_reach[from]) {
                if (offered[to] <= nothing) continue;
                taken += left[to] / in_reach[from] * std::min(1.0, left[to] / offered[to]);
            }
            supply[from] *= std::max(0.0, 1 - taken);
        }
        for (const SubregionId to : subregions)
            filled[to] += std::min(left[to], offered[to]);
    }
    return filled;
}

static void place_locums(const Groundwork& g, State& state)
{
    auto& e = state.employers;
    const auto missing = [&](EmployerId id) {
        return std::max(0.0, e.need[id] - e.staff[id] - e.trainees[id]);
    };
    IdVector<SubregionId, double> gap(g.world.subregions.size(), 0.0);
    for (const EmployerId id : g.employers[Profession::gp]) {
        gap[g.world.employers[id].subregion] += missing(id);
    }
    const auto filled = locum_flow(g, locum_supply(g, state), gap);
    for (const EmployerId id : g.employers[Profession::gp]) {
        const auto& employer = g.world.employers[id];
        const double before = e.locums[id];
        const double here = gap[employer.subregion];
        e.locums[id] = here > 0 ? filled[employer.subregion] * missing(id) / here : 0.0;
        booked(state, employer.region, Profession::gp, Cause::locums) += e.locums[id] - before;
    }
}

/// Own staff is shared by own and contracted clients in proportion to need.
static void share_staff(const Groundwork& g, Profession p, State& state)
{
    auto& e = state.employers;
    const auto ratio = [&](EmployerId id) {
        const double duty = e.duty(id);
        return duty > 0 ? e.staff[id] / duty : 0.0;
    };
    for (const EmployerId id : g.employers[p]) {
        double from_staff = e.staff[id];
        if (p != Profession::gp) {
            EmployerId host = id;
            if (e.heads[id] == 0) {
                host = EmployerId{};
                for (const EmployerId near : g.nearest[id]) {
                    if (e.heads[near] > 0) {
                        host = near;
                        break;
                    }
                }
            }
            from_staff = host.none() ? 0.0 : ratio(host) * e.need[id];
        }
        const double before = e.by_contract[id];
        e.by_contract[id] = from_staff - e.staff[id];
        booked(state, g.world.employers[id].region, p, Cause::contracts) +=
            e.by_contract[id] - before;
        e.delivered[id] = from_staff + e.trainees[id] + e.locums[id];
    }
}

static void weigh_load(const Groundwork& g, Profession p, EmployerStates& e)
{
    const auto& careers = g.scenario.careers;
    for (const EmployerId id : g.employers[p]) {
        const double need = e.need[id];
        const double load =
            need > 0 ? std::min(2.0, need / std::max(e.delivered[id], need / 2)) : 1.0;
        e.load[id] = load;
        e.hazard[id] = std::min(careers.load_effect_max, exp_of(careers.load_effect * (load - 1)));
    }
}

void deliver(const Groundwork& g, State& state)
{
    place_locums(g, state);
    for (const Profession p : all_professions) {
        if (p != Profession::gp) assign_contracts(g, p, state.employers);
        share_staff(g, p, state);
        weigh_load(g, p, state.employers);
    }
}

}  // namespace mgz
