// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/positions.h"

#include <algorithm>
#include <cmath>

#include "sim/core/elementary.h"
#include "sim/model/measures.h"

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

/// Whole positions in the room: one is open while at least half of it is missing.
static int openings_in(double room, double fte)
{
    return room >= 0.5 * fte ? static_cast<int>(std::floor(room / fte + 0.5)) : 0;
}

int openings_at(const Groundwork& g, const EmployerStates& e, Profession p, MarketKind kind,
                EmployerId id, Quarter now)
{
    if (!may_employ(g, e, p, id)) return 0;
    if (kind == MarketKind::owner && e.chain[id]) return 0;
    const int seats = kind == MarketKind::owner ? e.open_seats[id] : 0;
    const Role role = kind == MarketKind::owner ? Role::owner : Role::employed;
    return seats + openings_in(room(g, e, id), g.usual_fte(p, role, now));
}

double utility_of(const Groundwork& g, const State& state, Profession p, MarketKind kind,
                  EmployerId id)
{
    const auto& e = state.employers;
    const auto& options = g.scenario.settlement;
    const auto& what = g.scenario.initiatives;
    const SubregionId sub = g.world.employers[id].subregion;
    const auto& place = g.world.subregions[sub];
    double utility = options.size * log_of(1.0 + e.heads[id]) -
                     options.load * std::max(0.0, e.load[id] - 1) + place.amenity;
    if (kind == MarketKind::owner) {
        const double relief =
            what.practice_housing_relief * intensity(state, Initiative::practice_housing, sub);
        utility -= options.housing * place.housing * (1 - relief);
    }
    if (p != Profession::gp) {
        utility += what.anw_pool_pull * intensity(state, Initiative::anw_pool, sub);
    }
    constexpr double per_percent = 0.01;
    return utility + per_percent * what.location_incentive_pay *
                         intensity(state, Initiative::location_incentive, sub);
}

void open_market(const Groundwork& g, const State& state, Profession p, MarketKind kind,
                 Market& market)
{
    const auto& world = g.world;
    const auto& e = state.employers;
    const auto subregions = world.subregions.size();
    market.entries.clear();
    market.begin.assign(subregions + 1, 0);
    market.weight.assign(subregions, 0.0);
    market.openings = 0;

    for (const EmployerId id : g.employers_by_subregion[p]) {
        const int openings = openings_at(g, e, p, kind, id, state.quarter);
        if (openings <= 0) continue;
        const auto sub = world.employers[id].subregion;
        const double weight = openings * exp_of(utility_of(g, state, p, kind, id));
        market.weight[sub.index()] += weight;
        market.entries.push_back({id, weight});
        ++market.begin[sub.index() + 1];
        market.openings += openings;
    }
    for (std::size_t s = 0; s < subregions; ++s)
        market.begin[s + 1] += market.begin[s];
}

/// The open practice of the region nearest to one that closes, if possible one with room.
static EmployerId heir_of(const Groundwork& g, const EmployerStates& e, EmployerId closing)
{
    constexpr double felt = 0.05;  // a practice short by more than this takes no patients
    const auto& from = g.world.employers[closing];
    EmployerId best;
    bool best_has_room = false;
    double best_distance = 0;
    for (const EmployerId id : g.employers[Profession::gp]) {
        const auto& other = g.world.employers[id];
        if (id == closing || other.region != from.region || e.closed[id]) continue;
        const bool has_room = e.delivered[id] >= (1 - felt) * e.need[id];
        const double distance = g.world.nearness(from.at, other.at);
        const bool better = best.none() || (has_room && !best_has_room) ||
                            (has_room == best_has_room && distance < best_distance);
        if (!better) continue;
        best = id;
        best_has_room = has_room;
        best_distance = distance;
    }
    return best;
}

/// Staff of a closing practice is on the street; patients move. Nothing happens where there is
/// no other practice in the region.
static bool close_practice(const Groundwork& g, State& state, EmployerId id)
{
    auto& e = state.employers;
    const EmployerId heir = heir_of(g, e, id);
    if (heir.none()) return false;
    auto& physicians = state.physicians[Profession::gp];
    for (std::size_t i = 0; i < physicians.size() && e.heads[id] > 0; ++i) {
        if (physicians.employer[i] != id) continue;
        const double fte = physicians.fte[i] * g.books.hours(Profession::gp, state.quarter);
        state.account[g.world.employers[id].region][Profession::gp]
                     [static_cast<std::size_t>(Cause::closed)] -= fte;
        e.staff[id] -= fte;
        --e.heads[id];
        physicians.employer[i] = EmployerId{};
        physicians.role[i] = Role::seeking;
    }
    e.share[heir] += e.share[id];
    e.need[heir] += e.need[id];
    for (const ClientClass c : all_client_classes)
        e.needed[heir][c] += e.needed[id][c];
    e.share[id] = e.need[id] = 0;
    e.needed[id] = e.given[id] = {};
    e.staff[id] = 0;
    e.closed[id] = 1;
    return true;
}

void settle_successions(const Groundwork& g, const Draws& draws, State& state)
{
    auto& e = state.employers;
    const auto& careers = g.scenario.careers;
    for (const EmployerId id : g.employers[Profession::gp]) {
        if (e.open_seats[id] == 0) continue;
        if (state.quarter - e.seat_since[id] < careers.succession_quarters) continue;
        state.regions[g.world.employers[id].region].successions_failed += e.open_seats[id];
        e.open_seats[id] = 0;
        if (e.owners[id] > 0) continue;
        const double u = draws.uniform(Purpose::practice, g.employer_key[id], state.quarter);
        if (u >= careers.succession_to_chain && close_practice(g, state, id)) continue;
        e.chain[id] = 1;
    }
}

}  // namespace mgz
