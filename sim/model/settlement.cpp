// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/settlement.h"

#include <algorithm>

#include "sim/core/elementary.h"
#include "sim/core/threads.h"
#include "sim/model/choice.h"

namespace mgz {

namespace {

/// An applicant's way through the rounds.
struct Candidate {
    std::uint32_t index = 0;  ///< physician
    MarketKind market{};
    double priority = 0;  ///< lower is first; ties by key
    Applicant applicant;
    EmployerId wish;
};

class Rounds {
public:
    Rounds(const Groundwork& g, const Draws& draws, Profession p, State& state,
           SettlementWatch* watch)
        : g_(g),
          draws_(draws),
          p_(p),
          state_(state),
          physicians_(state.physicians[p]),
          watch_(watch)
    {
    }

    void run(const Seekers& seekers)
    {
        enter(seekers);
        for (int round = 0; round < g_.scenario.settlement.rounds && !waiting_.empty(); ++round) {
            propose();
            if (watch_ && watch_->key) look_on(round);
            allocate();
        }
        for (const auto& candidate : waiting_)
            stay(candidate.index);
        become_locums(g_, draws_, state_, unplaced_);
    }

private:
    /// Everybody who looks, in order of priority.
    void enter(const Seekers& seekers)
    {
        waiting_.resize(seekers.index.size());
        share_out(waiting_.size(), [&](std::size_t k) {
            const auto i = seekers.index[k];
            Candidate& candidate = waiting_[k];
            candidate.index = i;
            candidate.market = seekers.as_owner[k] ? MarketKind::owner : MarketKind::employed;
            candidate.priority = draws_.uniform(Purpose::priority, physicians_.key[i],
                                                Quarter{physicians_.searches[i]});
            candidate.applicant = applicant(i, candidate.market);
        });
        std::sort(waiting_.begin(), waiting_.end(), [](const Candidate& a, const Candidate& b) {
            return std::pair(a.priority, a.applicant.key) < std::pair(b.priority, b.applicant.key);
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
            open_market(g_, state_, p_, kind, rooms_, market);
        } else {
            refresh_market(g_, state_, p_, kind, changed_, rooms_, market);
        }
    }

    /// Reads only: every wish is a function of the same frozen state.
    void propose()
    {
        if (first_round_) {
            measure_rooms(g_, state_.employers, p_, rooms_);
        } else {
            measure_rooms(g_, state_.employers, p_, changed_, rooms_);
        }
        open(MarketKind::employed, employed_);
        if (p_ == Profession::gp) open(MarketKind::owner, owner_);
        changed_.clear();
        first_round_ = false;
        const auto root_of = [this](std::size_t k) { return waiting_[k].applicant.root; };
        line_up(g_, waiting_.size(), root_of, turn_);
        share_out(waiting_.size(), [&](std::size_t k) {
            thread_local RaceScratch race;
            Candidate& candidate = waiting_[turn_[k]];
            const auto& market = candidate.market == MarketKind::owner ? owner_ : employed_;
            candidate.wish =
                choose(g_, draws_, physicians_.searches[candidate.index], state_.employers, p_,
                       candidate.market, market, candidate.applicant, race);
        });
    }

    /// What the watched physician saw, before anything is written.
    void look_on(int round)
    {
        for (const auto& candidate : waiting_) {
            if (candidate.applicant.key != *watch_->key) continue;
            const auto& market = candidate.market == MarketKind::owner ? owner_ : employed_;
            auto seen = weigh(g_, state_, p_, candidate.market, market, candidate.applicant);
            seen.round = round;
            seen.wish = candidate.wish;
            watch_->proposals.push_back(std::move(seen));
        }
    }

    /// Writes once, in order of priority; the refused wait for the next round.
    void allocate()
    {
        std::vector<Candidate> refused;
        for (const auto& candidate : waiting_) {
            if (candidate.wish.none()) {
                stay(candidate.index);
            } else if (is_open(g_, state_.employers, p_, candidate.market, candidate.wish,
                               candidate.applicant.fte)) {
                place(candidate);
            } else {
                refused.push_back(candidate);
            }
        }
        waiting_ = std::move(refused);
    }

    void place(const Candidate& candidate)
    {
        const auto i = candidate.index;
        const bool moves = !physicians_.employer[i].none();
        const Cause cause = cause_of_arrival(i);
        if (moves) {
            changed_.push_back(g_.place_in_market[physicians_.employer[i]]);
            book(physicians_.employer[i], Cause::moved_out, -working_fte(g_, state_, p_, i));
            leave_employer(g_, state_, p_, i);
            ++state_.flows[p_].moved;
        }

        const EmployerId e = candidate.wish;
        changed_.push_back(g_.place_in_market[e]);
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
        if (p_ == Profession::gp) unplaced_.push_back(i);
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
    std::vector<double> rooms_;
    Market owner_, employed_;
    bool first_round_ = true;
    std::vector<std::uint32_t> changed_;  ///< who came or left in the last round, by place
    std::vector<Candidate> waiting_;
    std::vector<std::uint32_t> turn_;      ///< of who waits, in the order of choosing
    std::vector<std::uint32_t> unplaced_;  ///< GPs who become changing locums
};

}  // namespace

void settle(const Groundwork& g, const Draws& draws, const ByProfession<Seekers>& seekers,
            State& state, SettlementWatch* watch)
{
    for (const Profession p : all_professions)
        Rounds(g, draws, p, state, watch).run(seekers[p]);
}

}  // namespace mgz
