// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/delivery.h"

#include <algorithm>
#include <cmath>

#include "sim/core/elementary.h"
#include "sim/model/care.h"
#include "sim/model/each_region.h"
#include "sim/model/measures.h"
#include "sim/model/positions.h"
#include "sim/model/practices.h"

namespace mgz {

static double& booked(State& state, RegionId r, Profession p, Cause cause)
{
    return state.account[r][p][static_cast<std::size_t>(cause)];
}

/// Adds up physicians by employer, in the order of their table. Each thread looks at all of them
/// and adds those of its own employers: the same sums for any number of threads.
static void count_staff(const Groundwork& g, Profession p, State& state)
{
    auto& e = state.employers;
    const auto& physicians = state.physicians[p];
    const double hours = g.books.hours(p, state.quarter);
    const double years = g.scenario.training.supervisor_service_years;
    const int service = static_cast<int>(std::lround(years * 4));
    const std::size_t all = g.world.employers.size();
    const std::size_t parts = physicians.size() < rows_worth_a_team ? 1 : threads_at_hand();
    share_if(true, parts, [&](std::size_t part) {
        const std::size_t first = part * all / parts, size = (part + 1) * all / parts - first;
        for (std::size_t i = 0; i < physicians.size(); ++i) {
            const EmployerId id = physicians.employer[i];
            if (id.index() - first >= size) continue;  // another's, or none
            e.staff[id] += physicians.fte[i] * hours;
            e.supervisors[id] += state.quarter - physicians.diploma[i] >= service;
        }
    });
}

void recount_staff(const Groundwork& g, State& state)
{
    auto& e = state.employers;
    for (const Profession p : all_professions) {
        each_region(g, p, [&](RegionId r, EmployerRange employers) {
            Booking booking(state.account, r, p, Cause::hours);
            for (double& staff : e.staff.of(employers)) {
                booking.add(-staff);
                staff = 0;
            }
            for (int& supervisors : e.supervisors.of(employers))
                supervisors = 0;
        });
        count_staff(g, p, state);
        each_region(g, p, [&](RegionId r, EmployerRange employers) {
            Booking booking(state.account, r, p, Cause::hours);
            for (const double staff : e.staff.of(employers))
                booking.add(staff);
        });
    }
}

void spread_trainees(const Groundwork& g, State& state)
{
    auto& e = state.employers;
    for (const Profession p : all_professions) {
        IdVector<RegionId, double> work(g.world.regions.size(), 0.0);
        const auto& trainees = state.trainees[p];
        for (std::size_t i = 0; i < trainees.size(); ++i) {
            work[g.region_at[trainees.practice[i]]] +=
                g.books.trainee_fte(p, state.quarter - trainees.entered[i]).value;
        }
        each_region(g, p, [&](RegionId r, EmployerRange employers) {
            Booking booking(state.account, r, p, Cause::trainees);
            const auto here = e.trainees.of(employers);
            const auto share = e.share.of(employers);
            const double all = work[r];
            for (std::size_t k = 0; k < here.size(); ++k) {
                const double before = here[k];
                here[k] = all * share[k];
                booking.add(here[k] - before);
            }
        });
    }
}

/// Where supervision takes more than trainees do, it takes no more than the staff has: who was to
/// supervise may have gone since the trainees came.
static void limit_supervision(const Groundwork& g, State& state)
{
    const auto& training = g.scenario.training;
    if (training.fte_supervision <= std::min(training.fte_first_year, training.fte_last_year))
        return;
    auto& e = state.employers;
    for (const Profession p : all_professions) {
        for (const EmployerId id : g.employers[p]) {
            const double over = -e.staff[id] - e.trainees[id];
            if (!(over > 0)) continue;
            e.trainees[id] += over;
            booked(state, g.region_of[id], p, Cause::trainees) += over;
        }
    }
}

/// Hours of physicians that VS, PA and basic doctors take over where tasks were shifted: as far
/// as they are there.
static void shift_tasks(const Groundwork& g, Profession p, State& state)
{
    auto& e = state.employers;
    const auto& support = g.scenario.support;
    constexpr int support_year = 2023;
    const double present = std::max(
        0.0, support.present + support.growth * (state.quarter.decimal_year() - support_year));
    const double free = support.substitution * std::max(0.0, present - support.used);
    const double points = g.scenario.initiatives.task_shifting_points;
    for (const EmployerId id : g.employers[p]) {
        const double before = e.shifted[id];
        const double wanted = points * intensity(g, state, Initiative::task_shifting, id);
        e.shifted[id] = std::min(wanted, free) * e.need[id];
        const RegionId r = g.region_of[id];
        booked(state, r, p, Cause::shifted) += e.shifted[id] - before;
        state.ledger.book(
            r, static_cast<std::size_t>(CostItem::support_staff), Payer::wlz,
            0.25 * g.scenario.costs.support * e.shifted[id] / std::max(1e-9, support.substitution));
    }
}

/// Institutions that buy commercial physicians get them up to a ceiling; part of those hours is
/// taken from the staff of the others, in proportion.
static void buy_physicians(const Groundwork& g, Profession p, State& state)
{
    if (p != Profession::so) return;
    auto& e = state.employers;
    const auto& support = g.scenario.support;
    double bought = 0, staff = 0;
    for (const EmployerId id : g.employers[p]) {
        const double before = e.commercial[id];
        const double here = e.staff[id] + e.trainees[id] + e.shifted[id];
        const double allowed = 1 - g.scenario.initiatives.commercial_cap_cut *
                                       intensity(g, state, Initiative::commercial_cap, id);
        const double x = allowed * intensity(g, state, Initiative::commercial_so, id);
        e.commercial[id] = x * std::max(0.0, support.commercial_ceiling * e.duty(id) - here);
        bought += e.commercial[id];
        if (!(e.commercial[id] > 0)) staff += staff_left(e, id);
        const RegionId r = g.region_of[id];
        booked(state, r, p, Cause::bought) += e.commercial[id] - before;
        const auto item = static_cast<std::size_t>(Initiative::commercial_so);
        state.ledger.book(
            r, item, Payer::own_funds,
            0.25 * support.commercial_price * g.scenario.costs.physician[p] * e.commercial[id]);
    }
    const double share = staff > 0 ? std::min(0.5, support.commercial_draw * bought / staff) : 0.0;
    for (const EmployerId id : g.employers[p]) {
        const double before = e.drawn[id];
        e.drawn[id] = e.commercial[id] > 0 ? 0.0 : share * staff_left(e, id);
        booked(state, g.region_of[id], p, Cause::drawn) -= e.drawn[id] - before;
    }
}

/// The institution that serves the clients of one without physicians; none where there is none.
static EmployerId host_of(const Groundwork& g, const EmployerStates& e, EmployerId id)
{
    for (const EmployerId near : g.reach->nearest[id]) {
        if (e.heads[near] > 0) return near;
    }
    return {};
}

/// The account of how hours cross the doors of institutions.
static void cross_doors(const Groundwork& g, Profession p, State& state)
{
    auto& e = state.employers;
    const auto per_need = [&](EmployerId host, double hours) {
        return e.contracted[host] > 0 ? hours / e.contracted[host] : 0.0;
    };
    const auto cross = [&](EmployerId id) {
        e.by_contract[id] = e.at_full_will[id] = 0;
        if (e.heads[id] > 0) {
            e.by_contract[id] = -e.given[id][ClientClass::neighbours];
            e.at_full_will[id] = -e.neighbours_at_full_will[id];
            return;
        }
        const EmployerId host = host_of(g, e, id);
        if (host.none()) return;
        const double asked = wanted_by_contract(e, id);
        e.by_contract[id] = asked * per_need(host, e.given[host][ClientClass::neighbours]);
        e.at_full_will[id] = asked * per_need(host, e.neighbours_at_full_will[host]);
    };
    each_region(g, p, [&](RegionId r, EmployerRange employers) {
        for (const EmployerId id : employers) {
            const double had = e.by_contract[id], would_have = e.at_full_will[id];
            cross(id);
            const double full = e.at_full_will[id] - would_have;
            booked(state, r, p, Cause::contracts) += full;
            booked(state, r, p, Cause::retreated) += e.by_contract[id] - had - full;
        }
    });
}

/// What is there in the end.
static void deliver_hours(const Groundwork& g, Profession p, State& state)
{
    auto& e = state.employers;
    each_region(g, p, [&](RegionId, EmployerRange employers) {
        for (const EmployerId id : employers) {
            e.delivered[id] = e.staff[id] + e.trainees[id] + e.locums[id] + e.shifted[id] -
                              e.drawn[id] + e.shared[id] + e.by_contract[id];
            // Who comes by contract serves the house first.
            if (e.heads[id] == 0) {
                const double there = e.delivered[id] + e.commercial[id];
                e.given.set(id, hours_given(e.needed[id], there, 1.0, 0.0));
            }
        }
    });
}

/// Need over FTE, and more where nights are heavy. Several employers at a time: columns, no branch.
static void weigh(const Groundwork& g, EmployerStates& e, EmployerRange employers)
{
    const DutyOptions duty = g.scenario.duty;  // copies: nothing written here can touch them
    const double load_effect = g.scenario.careers.load_effect;
    const double most = g.scenario.careers.load_effect_max;
    const auto given = [&](ClientClass c) { return e.given.column(c).of(employers); };
    const auto crisis = given(ClientClass::crisis), neighbours = given(ClientClass::neighbours),
               home = given(ClientClass::home), first_line = given(ClientClass::first_line),
               small_home = given(ClientClass::small_home);
    const auto own = e.needed.column(ClientClass::own).of(employers);
    const auto need = e.need.of(employers), delivered = e.delivered.of(employers),
               commercial = e.commercial.of(employers), by_contract = e.by_contract.of(employers),
               duty_load = e.duty_load.of(employers), load = e.load.of(employers),
               hazard = e.hazard.of(employers);
    const auto heads = e.heads.of(employers);
    const std::size_t n = employers.size();
#pragma omp simd
    for (std::size_t k = 0; k < n; ++k) {
        const bool host = heads[k] > 0;
        // Who has staff carries what it gives; elsewhere clients just have less.
        const double outside = crisis[k] + neighbours[k] + home[k] + first_line[k] + small_home[k];
        const double carried = own[k] + outside, needed = need[k], bought = by_contract[k];
        const double work = host ? carried : needed;
        const double there = commercial[k] + delivered[k] - (host ? bought : 0.0);
        const double least = work / 2;
        const double over = work / std::max(there, least);
        const double days = work > 0 ? std::min(2.0, over) : 1.0;
        const double thin = duty_load[k] - duty.thin_from;
        const double heavy = days * (1 + duty.load_effect * std::max(0.0, thin));
        load[k] = std::min(2.0, heavy);
        hazard[k] = load_effect * (load[k] - 1);
    }
    exp_each(hazard);
    for (double& factor : hazard)
        factor = std::min(most, factor);
}

void weigh_load(const Groundwork& g, State& state)
{
    for (const Profession p : all_professions) {
        each_region(
            g, p, [&](RegionId, EmployerRange employers) { weigh(g, state.employers, employers); });
    }
}

void deliver(const Groundwork& g, State& state)
{
    limit_supervision(g, state);
    place_locums(g, state);
    serve_patients(g, state);
    for (const Profession p : {Profession::so, Profession::avg}) {
        shift_tasks(g, p, state);
        buy_physicians(g, p, state);
        assign_contracts(g, p, state.employers);
        retreat(g, p, state);
        cross_doors(g, p, state);
        deliver_hours(g, p, state);
    }
}

}  // namespace mgz
