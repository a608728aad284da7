// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/market.h"

#include <algorithm>
#include <limits>

#include "sim/core/elementary.h"
#include "sim/core/threads.h"
#include "sim/model/measures.h"

namespace mgz {

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

/// Makes and mends one market, subregion by subregion.
class Stall {
public:
    Stall(const Groundwork& g, const State& state, Profession p, MarketKind kind,
          const Rooms& rooms, Market& market)
        : g_(g),
          state_(state),
          p_(p),
          kind_(kind),
          rooms_(rooms),
          market_(market),
          employers_(g.employers_by_subregion[p]),
          first_(g.first_in_market[p]),
          vacancies_(g, state.employers, p, kind, state.quarter)
    {
    }

    void open()
    {
        const std::size_t n = employers_.size(), subregions = g_.world.subregions.size();
        market_.weight.resize(n);
        market_.attraction.resize(n);
        market_.employer.resize(n);
        market_.key.resize(n);
        market_.patience.resize(n);
        market_.place.resize(n);
        market_.openings_at.resize(n);
        market_.weights.weight.resize(subregions);
        market_.begin.assign(first_.begin(), first_.end() - 1);
        market_.end.resize(subregions);
        share_if(n >= rows_worth_a_team, subregions, [&](std::size_t s) {
            measure(s);
            list(s);
        });
        g_.reach->complete(market_.weights);
    }

    void mend()
    {
        const bool many = employers_.size() >= rows_worth_a_team;
        const auto& changed = rooms_.changed.list();
        const auto& changed_in = rooms_.changed_in.list();
        share_if(many, changed.size(), [&](std::size_t k) { measure_again(changed[k]); });
        share_if(many, changed_in.size(), [&](std::size_t k) { list(changed_in[k]); });
        g_.reach->complete(market_.weights);
    }

private:
    /// Lists places of a subregion in its part of market_.place; returns where the list ends.
    template <class IsListed>
    std::uint32_t list_places(std::size_t s, IsListed is_listed)
    {
        const auto begin = first_[s];
        std::uint32_t* const to = market_.place.data() + begin;
        return begin + static_cast<std::uint32_t>(list_where(begin, first_[s + 1], to, is_listed));
    }

    /// Openings in a subregion, and their attraction.
    void measure(std::size_t s)
    {
        const auto begin = first_[s], end = first_[s + 1];
        auto& place = market_.place;
        std::ranges::fill(std::span(market_.openings_at).subspan(begin, end - begin), 0);
        const auto listed = list_places(
            s, [&](std::uint32_t i) { return vacancies_.any(employers_[i], rooms_.at[i]); });
        const Surroundings around(g_, state_, p_, kind_, SubregionId::at(s));
        auto& utility = market_.weight;  // is written over by list()
        for (auto k = begin; k < listed; ++k) {
            const EmployerId id = employers_[place[k]];
            market_.openings_at[place[k]] = vacancies_.at(id, rooms_.at[place[k]]);
            utility[k] = around.utility(g_, state_.employers, id);
        }
        exp_each(std::span(utility).subspan(begin, listed - begin));
        for (auto k = begin; k < listed; ++k)
            market_.attraction[place[k]] = utility[k];
    }

    void measure_again(std::uint32_t i)
    {
        market_.openings_at[i] = vacancies_.at(employers_[i], rooms_.at[i]);
        if (market_.openings_at[i] == 0) return;
        market_.attraction[i] = exp_of(utility_of(g_, state_, p_, kind_, employers_[i]));
    }

    /// Those of a subregion that have openings, and their sums.
    void list(std::size_t s)
    {
        const auto begin = first_[s];
        auto& place = market_.place;
        // By rounding fewer than measure() found.
        const auto end =
            list_places(s, [this](std::uint32_t i) { return market_.openings_at[i] > 0; });
        double sum = 0;
        for (auto k = begin; k < end; ++k) {
            const auto i = place[k];
            const EmployerId id = employers_[i];
            const double weight = market_.openings_at[i] * market_.attraction[i];
            market_.employer[k] = id;
            market_.key[k] = spread(g_.employer_key[id]);
            market_.weight[k] = weight;
            sum += weight;
        }
        for (auto k = begin; k < end; ++k)
            market_.patience[k] = coarse::patience(market_.weight[k]);
        market_.end[s] = end;
        market_.weights.weight[s] = sum;
    }

    const Groundwork& g_;
    const State& state_;
    Profession p_;
    MarketKind kind_;
    const Rooms& rooms_;
    Market& market_;
    const std::vector<EmployerId>& employers_;
    const std::vector<std::uint32_t>& first_;
    Vacancies vacancies_;
};

}  // namespace

void measure_rooms(const Groundwork& g, const EmployerStates& e, Profession p, Rooms& rooms)
{
    const auto& employers = g.employers_by_subregion[p];
    rooms.changed.reset(employers.size());
    rooms.changed_in.reset(g.world.subregions.size());
    rooms.at.resize(employers.size());
    share_rows(employers.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            rooms.at[i] = room_or_none(g, e, p, employers[i]);
    });
}

void measure_changed(const Groundwork& g, const EmployerStates& e, Profession p, Rooms& rooms)
{
    for (const auto i : rooms.changed.list())
        rooms.at[i] = room_or_none(g, e, p, g.employers_by_subregion[p][i]);
}

void open_market(const Groundwork& g, const State& state, Profession p, MarketKind kind,
                 const Rooms& rooms, Market& market)
{
    Stall(g, state, p, kind, rooms, market).open();
}

void open_market(const Groundwork& g, const State& state, Profession p, MarketKind kind,
                 Market& market)
{
    Rooms rooms;
    measure_rooms(g, state.employers, p, rooms);
    open_market(g, state, p, kind, rooms, market);
}

void refresh_market(const Groundwork& g, const State& state, Profession p, MarketKind kind,
                    const Rooms& rooms, Market& market)
{
    Stall(g, state, p, kind, rooms, market).mend();
}

}  // namespace mgz
