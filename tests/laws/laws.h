// SPDX-License-Identifier: EUPL-1.2
/// The laws of the model, checked on any run.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "sim/model/careers.h"
#include "sim/model/history.h"
#include "sim/model/people.h"
#include "sim/model/positions.h"
#include "sim/model/simulation.h"
#include "tests/support/catch.h"

namespace laws {

using namespace mgz;
using Catch::Matchers::WithinAbs;

inline constexpr double rounding = 1e-9;

/// What rounding may leave of figures of this size: more than `rounding` only above a thousand FTE.
inline double slack_of(double size)
{
    return rounding * std::max(1.0, 1e-3 * std::abs(size));
}

/// Everybody is somebody once: keys are unique, roles fit places, and the heads, owners and FTE of
/// an employer are those of the physicians who point to it.
inline void check_people(const Groundwork& g, const State& state)
{
    const auto& e = state.employers;
    for (const Profession p : all_professions) {
        IdVector<EmployerId, int> heads(g.world.employers.size(), 0), owners = heads;
        IdVector<EmployerId, double> fte(g.world.employers.size(), 0.0);
        std::set<AgentKey> keys;
        const auto& physicians = state.physicians[p];
        int misplaced = 0;
        for (std::size_t i = 0; i < physicians.size(); ++i) {
            keys.insert(physicians.key[i]);
            const EmployerId id = physicians.employer[i];
            const bool settled =
                physicians.role[i] == Role::owner || physicians.role[i] == Role::employed;
            misplaced += settled == id.none();
            if (id.none()) continue;
            misplaced += profession_of(g.world.employers[id].kind) != p;
            ++heads[id];
            owners[id] += physicians.role[i] == Role::owner;
            fte[id] += working_fte(g, state, p, i);
        }
        for (const AgentKey key : state.trainees[p].key)
            keys.insert(key);
        INFO(name_of(p) << ", " << to_string(state.quarter));
        CHECK(misplaced == 0);
        CHECK(keys.size() == physicians.size() + state.trainees[p].size());
        int wrong = 0;
        for (const EmployerId id : g.employers[p]) {
            wrong += heads[id] != e.heads[id] || owners[id] != e.owners[id];
            wrong += !(std::abs(fte[id] - e.staff[id]) <= slack_of(e.staff[id]));
            wrong += e.open_seats[id] < 0;
            wrong += e.closed[id] != 0 && (heads[id] != 0 || e.need[id] != 0);
            wrong += e.chain[id] != 0 && owners[id] != 0;
        }
        CHECK(wrong == 0);
    }
}

/// Is there an institution with physicians among the nearest? Further away nobody asks.
inline bool has_host(const Groundwork& g, const EmployerStates& e, EmployerId id)
{
    const auto& nearest = g.reach->nearest[id];
    return std::any_of(nearest.begin(), nearest.end(),
                       [&](EmployerId other) { return e.heads[other] > 0; });
}

/// Needs and hours are shared out whole: shares of a region sum to 1, contracts to zero over the
/// country, delivered is what its parts are.
inline void check_shares(const Groundwork& g, const State& state)
{
    const auto& e = state.employers;
    for (const Profession p : all_professions) {
        IdVector<RegionId, double> share(g.world.regions.size(), 0.0);
        IdVector<RegionId, int> employers(g.world.regions.size(), 0);
        double contracts = 0, contracted = 0, without = 0, size = 0;
        int wrong = 0;
        for (const EmployerId id : g.employers[p]) {
            share[g.world.employers[id].region] += e.share[id];
            ++employers[g.world.employers[id].region];
            contracts += e.by_contract[id];
            contracted += e.contracted[id];
            size += e.need[id] + e.staff[id];
            if (p != Profession::gp && e.heads[id] == 0 && has_host(g, e, id))
                without += wanted_by_contract(e, id);
            const double parts = e.staff[id] + e.trainees[id] + e.locums[id] + e.shifted[id] -
                                 e.drawn[id] + e.shared[id] + e.by_contract[id];
            const double slack = slack_of(e.need[id] + e.staff[id] + e.contracted[id]);
            wrong += !(std::abs(e.delivered[id] - parts) <= slack);
            wrong += !(e.delivered[id] >= -slack && e.locums[id] >= 0 && e.need[id] >= 0);
            wrong += !(e.load[id] >= 0 && e.load[id] <= 2);
        }
        INFO(name_of(p) << ", " << to_string(state.quarter));
        CHECK(wrong == 0);
        CHECK_THAT(contracts, WithinAbs(0, 1e3 * slack_of(size)));
        CHECK_THAT(contracted, WithinAbs(without, 1e3 * slack_of(size)));
        for (const RegionId r : g.world.regions.ids()) {
            if (employers[r] > 0) CHECK_THAT(share[r], WithinAbs(1.0, rounding));
        }
    }
}

/// Inside regions: nobody gets more than he needs or gives more than there is; sharing within a
/// table sums to zero; of the need of a region, what is served and what is not make the whole.
inline void check_care(const Groundwork& g, const State& state)
{
    const auto& e = state.employers;
    for (const Profession p : all_professions) {
        IdVector<TableId, double> shared(g.tables.size(), 0.0);
        IdVector<RegionId, double> served(g.world.regions.size(), 0.0), unserved = served,
                                                                        need = served;
        double size = 0;
        int wrong = 0;
        for (const EmployerId id : g.employers[p]) {
            const auto& employer = g.world.employers[id];
            shared[g.table_of[employer.subregion]] += e.shared[id];
            const bool host = p == Profession::gp || e.heads[id] > 0;
            const double there =
                e.delivered[id] + e.commercial[id] - (host ? e.by_contract[id] : 0.0);
            const double slack = 10 * slack_of(e.need[id] + e.contracted[id] + e.staff[id]);
            size += e.need[id] + e.staff[id];
            for (const ClientClass c : all_client_classes) {
                wrong += !(e.given[id][c] >= 0 && e.given[id][c] <= e.needed[id][c] + 0.1 * slack);
                if (c == ClientClass::neighbours) continue;
                served[employer.region] += e.given[id][c];
                unserved[employer.region] += e.needed[id][c] - e.given[id][c];
            }
            need[employer.region] += e.need[id];
            wrong += !(e.given[id].total() <= there + slack);
            wrong += !(e.given[id].outside() <= std::max(0.0, there) + slack);
            wrong += !(e.willingness[id] >= 0 && e.willingness[id] <= 1);
            wrong += !(e.duty_load[id] >= 0);
            wrong += !(e.commercial[id] >= 0 && e.drawn[id] >= 0 && e.shifted[id] >= 0);
        }
        INFO(name_of(p) << ", " << to_string(state.quarter));
        CHECK(wrong == 0);
        for (const TableId t : g.tables.ids())
            CHECK_THAT(shared[t], WithinAbs(0, 10 * slack_of(size)));
        for (const RegionId r : g.world.regions.ids())
            CHECK_THAT(served[r] + unserved[r], WithinAbs(need[r], 10 * slack_of(need[r])));
    }
}

/// Persons: every urgent client is placed here, elsewhere or nowhere; who is away from one region
/// is the guest of another.
inline void check_places(const Groundwork& g, const State& state)
{
    for (const auto member : {&RegionState::vvt, &RegionState::ghz}) {
        double away = 0, guests = 0, residents = 0;
        for (const RegionId r : g.world.regions.ids()) {
            const auto& s = state.regions[r].*member;
            const double slack = 10 * slack_of(s.demand);
            CHECK_THAT(s.placed_here + s.placed_away + s.unplaced, WithinAbs(s.urgent, slack));
            CHECK((s.queue >= 0 && s.away >= 0 && s.guests >= -slack && s.wait_weeks >= 0));
            CHECK(std::isfinite(s.pressure));
            away += s.away;
            guests += s.guests;
            residents += s.demand;
        }
        CHECK_THAT(guests, WithinAbs(away, 1e3 * slack_of(residents)));
    }
}

/// Nobody appears or vanishes: from the start, physicians and trainees are those who came less
/// those who went.
inline void check_flows(const History& history, const State& start)
{
    for (const Profession p : all_professions) {
        const int stock = static_cast<int>(start.physicians[p].size());
        const int pipeline = static_cast<int>(start.trainees[p].size());
        for (std::size_t t = 0; t < history.national.size(); ++t) {
            const auto& n = history.national[t][p];
            const auto& f = n.flows;
            INFO(name_of(p) << ", " << to_string(history.plan.quarters[t]));
            CHECK(stock + f.diplomas == n.heads + f.retired + f.left);
            CHECK(pipeline + f.entrants == n.trainees + f.diplomas + f.stopped);
            CHECK(n.heads == n.owners + n.employed + n.locums + n.seeking);
        }
    }
}

/// The causes of a year sum to the change of FTE, commercial FTE included, in every region.
/// REQUIRES: a yearly plan.
inline void check_account(const History& history)
{
    REQUIRE(history.accounts.size() == history.regions.times());
    for (std::size_t year = 1; year < history.accounts.size(); ++year) {
        double worst = 0, size = 0;
        for (std::size_t r = 0; r < history.regions.areas(); ++r) {
            for (const Profession p : all_professions) {
                double causes = 0;
                for (const double fte : history.accounts[year][RegionId::at(r)][p]) {
                    causes += fte;
                    size = std::max(size, std::abs(fte));
                }
                const auto there = [&](std::size_t t) {
                    return history.regions.at(t, r, p, Figure::fte) +
                           history.regions.at(t, r, p, Figure::commercial);
                };
                // Staff is booked out and in each quarter: what rounding leaves is of its size.
                size = std::max({size, there(year), there(year - 1)});
                const double change = there(year) - there(year - 1);
                const double off = std::abs(causes - change);
                if (!(off <= worst)) worst = off;
            }
        }
        INFO(to_string(history.plan.quarters[year]));
        CHECK(worst <= slack_of(size));
    }
}

/// Figures of a region that are the sums of its subregions'.
inline constexpr std::array summed{Figure::fte,       Figure::heads,  Figure::staff,
                                   Figure::owners,    Figure::locums, Figure::trainees,
                                   Figure::contracts, Figure::young,  Figure::vacancies};

/// The subregions of each region, added up.
inline IdVector<RegionId, std::array<double, summed.size()>> sums_of_subregions(
    const World& world, const History& history, std::size_t t, Profession p)
{
    IdVector<RegionId, std::array<double, summed.size()>> sums(world.regions.size(), {});
    for (const SubregionId s : world.subregions.ids()) {
        for (std::size_t i = 0; i < summed.size(); ++i)
            sums[world.subregions[s].region][i] +=
                history.subregions.at(t, s.index(), p, summed[i]);
    }
    return sums;
}

/// Subregions sum to their region, regions to the country; figures are figures.
inline void check_sums(const Groundwork& g, const History& history)
{
    for (std::size_t t = 0; t < history.regions.times(); ++t) {
        for (const Profession p : all_professions) {
            INFO(name_of(p) << ", " << to_string(history.plan.quarters[t]));
            const auto sums = sums_of_subregions(g.world, history, t, p);
            std::string wrong;
            double need = 0, fte = 0, heads = 0;
            for (const RegionId r : g.world.regions.ids()) {
                const auto at = [&](Figure f) { return history.regions.at(t, r.index(), p, f); };
                need += at(Figure::need);
                fte += at(Figure::fte);
                heads += at(Figure::heads);
                const double slack = slack_of(at(Figure::staff) + at(Figure::need));
                const auto judge = [&](bool right, Figure f, double value) {
                    if (!right)
                        wrong += fmt::format("{} of {} is {:.17g}; ",
                                             figure_names[static_cast<std::size_t>(f)],
                                             g.world.regions[r].code, value);
                };
                for (std::size_t i = 0; i < summed.size(); ++i) {
                    const Figure f = summed[i];
                    judge(std::abs(sums[r][i] - at(f)) <= 10 * slack, f, sums[r][i] - at(f));
                    if (f != Figure::contracts && f != Figure::trainees)
                        judge(at(f) >= -slack, f, at(f));
                }
                // Supervision takes no more than there is.
                const double working = at(Figure::trainees) + at(Figure::staff);
                judge(working >= -slack, Figure::trainees, working);
                judge(at(Figure::need) >= 0 && std::isfinite(at(Figure::need)), Figure::need,
                      at(Figure::need));
                judge(at(Figure::shortage) >= 0 && at(Figure::shortage) <= 1, Figure::shortage,
                      at(Figure::shortage));
            }
            CHECK(wrong == "");
            const auto& n = history.national[t][p];
            CHECK_THAT(need, WithinAbs(n.need, 1e3 * slack_of(need)));
            CHECK_THAT(fte, WithinAbs(n.fte, 1e3 * slack_of(fte)));
            CHECK(static_cast<int>(heads) == n.owners + n.employed);
        }
    }
}

/// What was spent is the sum of its entries: commercial hours of every quarter at their price.
inline void check_money(const Groundwork& g, const History& history, double commercial_quarters)
{
    double euro = 0;
    for (const CostRow& row : history.costs) {
        CHECK((std::isfinite(row.euro) && row.euro > 0));
        if (row.item == index_of(Initiative::commercial_so)) euro += row.euro;
    }
    const double price =
        0.25 * g.scenario.support.commercial_price * g.scenario.costs.physician[Profession::so];
    CHECK_THAT(euro, WithinAbs(price * commercial_quarters, 1e-6 * (1 + euro)));
}

/// A whole replicate with every law checked, those of the state in every fourth quarter.
inline History run_under_laws(const Groundwork& g, std::uint32_t seed = 1,
                              std::uint32_t replicate = 0)
{
    const Draws draws(seed, replicate);
    Recorder recorder(g, RecordPlan::yearly(g.scenario));
    State state;
    start_state(g, draws, state);
    check_people(g, state);
    check_shares(g, state);
    const State start = state;
    double commercial_quarters = 0;  // FTE times quarters
    for (Quarter q = g.books.first(); q <= g.books.last(); q = q + 1) {
        advance_quarter(g, draws, q, state);
        if (q.number() == 4 || q == g.books.first()) {
            check_people(g, state);
            check_shares(g, state);
            check_care(g, state);
            check_places(g, state);
        }
        for (const EmployerId id : g.employers[Profession::so])
            commercial_quarters += state.employers.commercial[id];
        recorder.look(state);
    }
    History history = recorder.take();
    check_money(g, history, commercial_quarters);
    check_flows(history, start);
    check_account(history);
    check_sums(g, history);
    return history;
}

}  // namespace laws
