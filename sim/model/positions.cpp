// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/positions.h"

#include <algorithm>
#include <limits>

#include "sim/core/elementary.h"
#include "sim/core/threads.h"
#include "sim/model/careers.h"
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

namespace {

/// Counts open positions in one market; what is the same for all employers is looked up once.
class Vacancies {
public:
    Vacancies(const Groundwork& g, const EmployerStates& e, Profession p, MarketKind kind,
              Quarter now)
        : e_(e),
          owners_(kind == MarketKind::owner),
          usual_(g.usual_fte(p, owners_ ? Role::owner : Role::employed, now))
    {
    }

    /// Is there one? Without a branch.
    bool any(EmployerId id, double room) const
    {
        const bool fits = room >= 0.5 * usual_;
        if (!owners_) return fits;
        const bool seat = (e_.open_seats[id] > 0) & (room > no_room);
        return (fits | seat) & !e_.chain[id];
    }

    /// \param room there, -infinity where nobody may be employed
    int at(EmployerId id, double room) const
    {
        if (!any(id, room)) return 0;
        const int seats = owners_ ? e_.open_seats[id] : 0;
        // Whole positions: one is open while at least half of it is missing. To cut off is to
        // round down, as nothing here is below 1. lround would be a call in the loop.
        // NOLINTNEXTLINE(bugprone-incorrect-roundings)
        return room >= 0.5 * usual_ ? seats + static_cast<int>(room / usual_ + 0.5) : seats;
    }

    static constexpr double no_room = -std::numeric_limits<double>::infinity();

private:
    const EmployerStates& e_;
    bool owners_;
    double usual_;
};

double room_or_none(const Groundwork& g, const EmployerStates& e, Profession p, EmployerId id)
{
    return may_employ(g, e, p, id) ? room(g, e, id) : Vacancies::no_room;
}

/// What a subregion adds to the utility of a position in it.
struct Surroundings {
    Surroundings(const Groundwork& g, const State& state, Profession p, MarketKind kind,
                 SubregionId sub)
        : amenity(g.world.subregions[sub].amenity)
    {
        constexpr double per_percent = 0.01;
        const auto& what = g.scenario.initiatives;
        if (kind == MarketKind::owner) {
            const double relief =
                what.practice_housing_relief * intensity(state, Initiative::practice_housing, sub);
            housing =
                g.scenario.settlement.housing * g.world.subregions[sub].housing * (1 - relief);
        }
        if (p != Profession::gp) {
            pool = what.anw_pool_pull * intensity(state, Initiative::anw_pool, sub);
        }
        incentive = per_percent * what.location_incentive_pay *
                    intensity(state, Initiative::location_incentive, sub);
    }
    double utility(const Groundwork& g, const EmployerStates& e, EmployerId id) const
    {
        return g.utility_of_size(e.heads[id]) -
               g.scenario.settlement.load * std::max(0.0, e.load[id] - 1) + amenity - housing +
               pool + incentive;
    }

    double amenity = 0;
    double housing = 0;  ///< for owners
    double pool = 0;     ///< of a shared duty rota, for physicians of institutions
    double incentive = 0;
};

}  // namespace

int openings_at(const Groundwork& g, const EmployerStates& e, Profession p, MarketKind kind,
                EmployerId id, Quarter now)
{
    return Vacancies(g, e, p, kind, now).at(id, room_or_none(g, e, p, id));
}

double utility_of(const Groundwork& g, const State& state, Profession p, MarketKind kind,
                  EmployerId id)
{
    return Surroundings(g, state, p, kind, g.subregion_of[id]).utility(g, state.employers, id);
}

namespace {

/// Entries and sums of the first `found` places listed as open, those without openings left out.
void list_entries(const Groundwork& g, Profession p, std::size_t found, Market& market)
{
    const auto subregions = g.world.subregions.size();
    const auto& employers = g.employers_by_subregion[p];
    market.entries.clear();
    market.openings = 0;
    market.begin.assign(subregions + 1, 0);
    market.weights.weight.assign(subregions, 0.0);
    for (std::size_t k = 0; k < found; ++k) {
        const auto i = market.open[k];
        const int openings = market.openings_at[i];
        if (openings == 0) continue;  // by rounding
        const EmployerId id = employers[i];
        const double weight = openings * market.attraction[i];
        market.entries.push_back({id, g.employer_key[id], weight, 1 / weight});
        market.openings += openings;
        const auto s = g.subregion_of[id].index();
        market.weights.weight[s] += weight;
        ++market.begin[s + 1];
    }
    for (std::size_t s = 0; s < subregions; ++s)
        market.begin[s + 1] += market.begin[s];
    g.reach->complete(market.weights);
}

}  // namespace

void measure_rooms(const Groundwork& g, const EmployerStates& e, Profession p,
                   std::vector<double>& rooms)
{
    const auto& employers = g.employers_by_subregion[p];
    rooms.resize(employers.size());
    share_rows(rooms.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            rooms[i] = room_or_none(g, e, p, employers[i]);
    });
}

void measure_rooms(const Groundwork& g, const EmployerStates& e, Profession p,
                   std::span<const std::uint32_t> places, std::vector<double>& rooms)
{
    for (const auto i : places)
        rooms[i] = room_or_none(g, e, p, g.employers_by_subregion[p][i]);
}

void open_market(const Groundwork& g, const State& state, Profession p, MarketKind kind,
                 Market& market)
{
    std::vector<double> rooms;
    measure_rooms(g, state.employers, p, rooms);
    open_market(g, state, p, kind, rooms, market);
}

void open_market(const Groundwork& g, const State& state, Profession p, MarketKind kind,
                 const std::vector<double>& rooms, Market& market)
{
    const auto& e = state.employers;
    const Vacancies vacancies(g, e, p, kind, state.quarter);
    std::vector<Surroundings> around;
    for (const SubregionId sub : g.world.subregions.ids())
        around.emplace_back(g, state, p, kind, sub);
    const auto& employers = g.employers_by_subregion[p];
    const std::size_t n = employers.size();
    market.openings_at.assign(n, 0);
    market.attraction.resize(n);
    const std::size_t found = list_rows_where(
        n, market.open, [&](std::size_t i) { return vacancies.any(employers[i], rooms[i]); });
    market.utility.resize(found);
    share_rows(found, [&](std::size_t begin, std::size_t end) {
        for (std::size_t k = begin; k < end; ++k) {
            const auto i = market.open[k];
            const EmployerId id = employers[i];
            market.openings_at[i] = vacancies.at(id, rooms[i]);
            market.utility[k] = around[g.subregion_of[id].index()].utility(g, e, id);
        }
        exp_each(std::span(market.utility).subspan(begin, end - begin));
        for (std::size_t k = begin; k < end; ++k)
            market.attraction[market.open[k]] = market.utility[k];
    });
    list_entries(g, p, found, market);
}

void refresh_market(const Groundwork& g, const State& state, Profession p, MarketKind kind,
                    std::span<const std::uint32_t> changed, const std::vector<double>& rooms,
                    Market& market)
{
    const auto& e = state.employers;
    const Vacancies vacancies(g, e, p, kind, state.quarter);
    const auto& employers = g.employers_by_subregion[p];
    for (const auto i : changed) {
        const EmployerId id = employers[i];
        market.openings_at[i] = vacancies.at(id, rooms[i]);
        if (market.openings_at[i] == 0) continue;
        market.attraction[i] = exp_of(utility_of(g, state, p, kind, id));
    }
    const std::size_t found = list_rows_where(
        employers.size(), market.open, [&](std::size_t i) { return market.openings_at[i] > 0; });
    list_entries(g, p, found, market);
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
    std::vector<std::uint32_t> rows;
    rows.resize(list_rows_where(physicians.size(), rows, [&](std::size_t i) {
        const EmployerId e = physicians.employer[i];
        return !e.none() && state.employers.closed[e] != 0;
    }));
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
    std::vector<std::uint32_t> due;
    due.resize(list_rows_where(practices.size(), due, [&](std::size_t i) {
        const EmployerId id = practices[i];
        const bool open = e.open_seats[id] > 0;
        const bool over = state.quarter - e.seat_since[id] >= careers.succession_quarters;
        return open & over;
    }));
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
