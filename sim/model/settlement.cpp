// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/settlement.h"

#include <algorithm>
#include <tuple>

#include "sim/core/elementary.h"
#include "sim/core/threads.h"
#include "sim/model/choice.h"

namespace mgz {

namespace {

/// An applicant's way through the rounds.
struct Candidate {
    std::uint32_t index = 0;  ///< physician
    MarketKind market{};
    Applicant applicant;
    EmployerId wish;
};

/// What the rounds of a profession are worked out on. Kept from quarter to quarter: to clear its
/// memory each time would take longer than to use it.
struct Desk {
    Rooms rooms;
    Market owner, employed;
    /// Priority, lower is first; ties by key; which of the seekers.
    std::vector<std::tuple<double, AgentKey, std::uint32_t>> order;
    std::vector<Candidate> waiting, refused;
    std::vector<std::uint32_t> turn;      ///< of who waits, in the order of choosing
    std::vector<std::uint32_t> unplaced;  ///< GPs who become changing locums
};

class Rounds {
public:
    Rounds(const Groundwork& g, const Draws& draws, Profession p, State& state,
           SettlementWatch* watch, Desk& desk)
        : g_(g),
          draws_(draws),
          p_(p),
          state_(state),
          physicians_(state.physicians[p]),
          watch_(watch),
          desk_(desk)
    {
        desk.unplaced.clear();
    }

    void run(const Seekers& seekers)
    {
        enter(seekers);
        for (int round = 0; round < g_.scenario.settlement.rounds && !desk_.waiting.empty();
             ++round) {
            propose();
            if (watch_ && watch_->key) look_on(round);
            allocate();
        }
        for (const auto& candidate : desk_.waiting)
            stay(candidate.index);
        become_locums(g_, draws_, state_, desk_.unplaced);
    }

private:
    /// Everybody who looks, in order of priority.
    void enter(const Seekers& seekers)
    {
        auto& order = desk_.order;
        order.resize(seekers.index.size());
        share_out(order.size(), [&](std::size_t k) {
            const auto i = seekers.index[k];
            const AgentKey key = physicians_.key[i];
            const Quarter search{physicians_.searches[i]};
            order[k] = {draws_.uniform(Purpose::priority, key, search), key,
                        static_cast<std::uint32_t>(k)};
        });
        std::sort(order.begin(), order.end());
        desk_.waiting.resize(order.size());
        share_out(order.size(), [&](std::size_t n) {
            const auto k = std::get<2>(order[n]);
            Candidate& candidate = desk_.waiting[n];
            candidate.index = seekers.index[k];
            candidate.market = seekers.as_owner[k] ? MarketKind::owner : MarketKind::employed;
            candidate.applicant = applicant(candidate.index, candidate.market);
        });
    }

    Applicant applicant(std::uint32_t i, MarketKind market) const
    {
        const Ties ties = ties_of(g_, state_, p_, i);
        const Role role = market == MarketKind::owner ? Role::owner : Role::employed;
        const Fte fte = base_fte(g_.scenario.careers, p_, role, physicians_.woman[i] != 0,
                                 g_.scenario.training.women[p_]);
        return {physicians_.key[i],
                physicians_.root[i],
                physicians_.home[i],
                ties.root,
                ties.home,
                fte.value * g_.books.hours(p_, state_.quarter),
                physicians_.employer[i]};
    }

    /// As the state is now; from the second round on only a few employers are other than before.
    void open(MarketKind kind, Market& market) const
    {
        if (first_round_) {
            open_market(g_, state_, p_, kind, desk_.rooms, market);
        } else {
            refresh_market(g_, state_, p_, kind, desk_.rooms, market);
        }
    }

    /// Reads only: every wish is a function of the same frozen state.
    void propose()
    {
        if (first_round_) {
            measure_rooms(g_, state_.employers, p_, desk_.rooms);
        } else {
            measure_changed(g_, state_.employers, p_, desk_.rooms);
        }
        open(MarketKind::employed, desk_.employed);
        if (p_ == Profession::gp) open(MarketKind::owner, desk_.owner);
        desk_.rooms.forget_changes();
        first_round_ = false;
        const auto root_of = [this](std::size_t k) { return desk_.waiting[k].applicant.root; };
        line_up(g_, desk_.waiting.size(), root_of, desk_.turn);
        share_out(desk_.waiting.size(), [&](std::size_t k) {
            thread_local RaceScratch race;
            Candidate& candidate = desk_.waiting[desk_.turn[k]];
            const auto& market =
                candidate.market == MarketKind::owner ? desk_.owner : desk_.employed;
            candidate.wish =
                choose(g_, draws_, physicians_.searches[candidate.index], state_.employers, p_,
                       candidate.market, market, candidate.applicant, race);
        });
    }

    /// What the watched physician saw, before anything is written.
    void look_on(int round)
    {
        for (const auto& candidate : desk_.waiting) {
            if (candidate.applicant.key != *watch_->key) continue;
            const auto& market =
                candidate.market == MarketKind::owner ? desk_.owner : desk_.employed;
            auto seen = weigh(g_, state_, p_, candidate.market, market, candidate.applicant);
            seen.round = round;
            seen.wish = candidate.wish;
            watch_->proposals.push_back(std::move(seen));
        }
    }

    /// Writes once, in order of priority; the refused wait for the next round.
    void allocate()
    {
        desk_.refused.clear();
        for (const auto& candidate : desk_.waiting) {
            if (candidate.wish.none()) {
                stay(candidate.index);
            } else if (is_still_open(candidate)) {
                place(candidate);
            } else {
                desk_.refused.push_back(candidate);
            }
        }
        std::swap(desk_.waiting, desk_.refused);
    }

    /// It was when the candidate chose it.
    bool is_still_open(const Candidate& candidate) const
    {
        return !desk_.rooms.has_changed(g_, candidate.wish) ||
               is_open(g_, state_.employers, p_, candidate.market, candidate.wish,
                       candidate.applicant.fte);
    }

    void place(const Candidate& candidate)
    {
        const auto i = candidate.index;
        const bool moves = !physicians_.employer[i].none();
        const Cause cause = cause_of_arrival(i);
        if (moves) {
            desk_.rooms.change(g_, physicians_.employer[i]);
            book(physicians_.employer[i], Cause::moved_out, -working_fte(g_, state_, p_, i));
            leave_employer(g_, state_, p_, i);
            ++state_.flows[p_].moved;
        }

        const EmployerId e = candidate.wish;
        desk_.rooms.change(g_, e);
        auto& employers = state_.employers;
        const bool owner = candidate.market == MarketKind::owner;
        set_role(g_, state_, p_, i, owner ? Role::owner : Role::employed);
        physicians_.employer[i] = e;
        physicians_.since[i] = state_.quarter;
        employers.staff[e] += candidate.applicant.fte;
        ++employers.heads[e];
        if (owner) {
            ++employers.owners[e];
            if (employers.open_seats[e] > 0) {
                --employers.open_seats[e];
                ++state_.regions[g_.region_of[e]].successions_filled;
            }
        }
        book(e, cause, candidate.applicant.fte);
        ++state_.flows[p_].placed;
        if (watch_) note(candidate, cause);
    }

    void note(const Candidate& candidate, Cause cause)
    {
        const Applicant& a = candidate.applicant;
        watch_->placements.push_back({a.key, p_, state_.quarter, candidate.wish, a.current, cause,
                                      candidate.market == MarketKind::owner});
        if (watch_->key == a.key) watch_->proposals.back().taken = true;
    }

    /// Before the move: where the new colleague comes from.
    Cause cause_of_arrival(std::uint32_t i) const
    {
        if (!physicians_.employer[i].none()) return Cause::moved_in;
        if (physicians_.role[i] == Role::locum) return Cause::settled;
        // Worked elsewhere until the practice closed: no new graduate.
        const bool fresh = physicians_.since[i] == physicians_.diploma[i];
        return fresh ? Cause::graduated : Cause::moved_in;
    }

    /// Without a place: settled physicians stay, GPs work as changing locums, others look again.
    void stay(std::uint32_t i)
    {
        if (physicians_.role[i] != Role::seeking) return;
        ++state_.flows[p_].unplaced;
        if (p_ == Profession::gp) desk_.unplaced.push_back(i);
    }

    void book(EmployerId e, Cause cause, double fte)
    {
        state_.account[g_.region_of[e]][p_][static_cast<std::size_t>(cause)] += fte;
    }

    const Groundwork& g_;
    const Draws& draws_;
    Profession p_;
    State& state_;
    Physicians& physicians_;
    SettlementWatch* watch_;
    Desk& desk_;
    bool first_round_ = true;
};

}  // namespace

void settle(const Groundwork& g, const Draws& draws, const ByProfession<Seekers>& seekers,
            State& state, SettlementWatch* watch)
{
    thread_local ByProfession<Desk> desks;
    for (const Profession p : all_professions)
        Rounds(g, draws, p, state, watch, desks[p]).run(seekers[p]);
}

}  // namespace mgz
