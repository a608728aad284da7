// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/positions.h"

#include <algorithm>

#include "sim/core/threads.h"
#include "sim/model/careers.h"

namespace mgz {

bool may_employ(const Groundwork& g, const EmployerStates& e, Profession p, EmployerId id)
{
    if (p == Profession::gp) return !e.closed[id];
    return e.need[id] >= g.scenario.settlement.minimum_employer_fte;
}

double wanted_by_contract(const EmployerStates& e, EmployerId id)
{
    return std::max(0.0, e.need[id] - e.trainees[id] - e.shifted[id] - e.commercial[id]);
}

template <class IsHost>
static void assign(const Groundwork& g, Profession p, EmployerStates& e, IsHost is_host)
{
    if (p == Profession::gp) return;
    for (const EmployerId id : g.employers[p])
        e.contracted[id] = 0;
    for (const EmployerId id : g.employers[p]) {
        if (is_host(id)) continue;
        for (const EmployerId host : g.reach->nearest[id]) {
            if (!is_host(host)) continue;
            e.contracted[host] += wanted_by_contract(e, id);
            break;
        }
    }
}

void assign_contracts(const Groundwork& g, Profession p, EmployerStates& e)
{
    assign(g, p, e, [&](EmployerId id) { return e.heads[id] > 0; });
}

void assign_contracts_at_start(const Groundwork& g, Profession p, EmployerStates& e)
{
    assign(g, p, e, [&](EmployerId id) { return may_employ(g, e, p, id); });
}

double room(const Groundwork& g, const EmployerStates& e, EmployerId id)
{
    const auto& options = g.scenario.settlement;
    const double duty = e.duty(id);
    const double norm =
        duty >= options.hiring_margin_from_fte ? duty * (1 + options.hiring_margin) : duty;
    return norm - e.trainees[id] - e.shifted[id] - e.staff[id] -
           e.open_seats[id] * g.owner_seat_fte;
}

bool is_open(const Groundwork& g, const EmployerStates& e, Profession p, MarketKind kind,
             EmployerId id, double fte)
{
    if (!may_employ(g, e, p, id)) return false;
    if (kind == MarketKind::owner) {
        if (e.chain[id]) return false;
        if (e.open_seats[id] > 0) return true;
    }
    return room(g, e, id) >= 0.5 * fte;
}

/// The open practice of the region nearest to one that closes, if possible one with room.
static EmployerId heir_of(const Groundwork& g, const EmployerStates& e, EmployerId closing)
{
    constexpr double felt = 0.05;  // a practice short by more than this takes no patients
    const auto at = [&](EmployerId id) { return g.reach->place[g.site_of[id]]; };
    EmployerId best;
    bool best_has_room = false;
    double best_distance = 0;
    for (const EmployerId id : g.employers_in[Profession::gp][g.region_of[closing]]) {
        if (id == closing || e.closed[id]) continue;
        const bool has_room = e.delivered[id] >= (1 - felt) * e.need[id];
        const double distance = g.world.nearness(at(closing), at(id));
        const bool better = best.none() || (has_room && !best_has_room) ||
                            (has_room == best_has_room && distance < best_distance);
        if (!better) continue;
        best = id;
        best_has_room = has_room;
        best_distance = distance;
    }
    return best;
}

/// Patients of a closing practice move. Nothing happens where there is no other practice in the
/// region. Its staff is left to release_staff().
static bool close_practice(const Groundwork& g, State& state, EmployerId id)
{
    auto& e = state.employers;
    const EmployerId heir = heir_of(g, e, id);
    if (heir.none()) return false;
    e.share[heir] += e.share[id];
    e.need[heir] += e.need[id];
    for (const ClientClass c : all_client_classes)
        e.needed.at(heir, c) += e.needed.at(id, c);
    e.share[id] = e.need[id] = 0;
    e.needed.set(id, {});
    e.given.set(id, {});
    e.staff[id] = 0;
    e.heads[id] = 0;
    e.closed[id] = 1;
    return true;
}

/// Who works in a practice that closed is on the street; booked practice by practice.
static void release_staff(const Groundwork& g, State& state)
{
    auto& physicians = state.physicians[Profession::gp];
    const RowList rows = list_rows_where(physicians.size(), [&](std::size_t i) {
        const EmployerId e = physicians.employer[i];
        return !e.none() && state.employers.closed[e] != 0;
    });
    std::vector<std::pair<EmployerId, std::size_t>> staff;
    for (const auto i : rows)
        staff.emplace_back(physicians.employer[i], i);
    std::sort(staff.begin(), staff.end());
    for (const auto& [e, i] : staff) {
        state.account[g.region_of[e]][Profession::gp][static_cast<std::size_t>(Cause::closed)] -=
            working_fte(g, state, Profession::gp, i);
        physicians.employer[i] = EmployerId{};
        physicians.role[i] = Role::seeking;
    }
}

void settle_successions(const Groundwork& g, const Draws& draws, State& state)
{
    auto& e = state.employers;
    const auto& careers = g.scenario.careers;
    const auto& practices = g.employers[Profession::gp];
    const RowList due = list_rows_where(practices.size(), [&](std::size_t i) {
        const EmployerId id = practices[i];
        const bool open = e.open_seats[id] > 0;
        const bool over = state.quarter - e.seat_since[id] >= careers.succession_quarters;
        return open & over;
    });
    bool on_the_street = false;  // somebody, when practices close
    for (const auto i : due) {
        const EmployerId id = practices[i];
        state.regions[g.region_of[id]].successions_failed += e.open_seats[id];
        e.open_seats[id] = 0;
        if (e.owners[id] > 0) continue;
        const double u = draws.uniform(Purpose::practice, g.employer_key[id], state.quarter);
        const bool staffed = e.heads[id] > 0;
        if (u >= careers.succession_to_chain && close_practice(g, state, id)) {
            on_the_street = on_the_street || staffed;
        } else {
            e.chain[id] = 1;
        }
    }
    if (on_the_street) release_staff(g, state);
}

}  // namespace mgz
