// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/careers.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/core/elementary.h"
#include "sim/core/threads.h"
#include "sim/model/choice.h"
#include "sim/model/measures.h"
#include "sim/model/people.h"

namespace mgz {

void set_role(const Groundwork& g, State& state, Profession p, std::size_t i, Role role)
{
    auto& physicians = state.physicians[p];
    physicians.role[i] = role;
    physicians.fte[i] = base_fte(g.scenario.careers, p, role, physicians.woman[i] != 0,
                                 g.scenario.training.women[p])
                            .value;
}

void leave_employer(const Groundwork& g, State& state, Profession p, std::size_t i)
{
    auto& physicians = state.physicians[p];
    auto& employers = state.employers;
    const EmployerId e = physicians.employer[i];
    employers.staff[e] -= working_fte(g, state, p, i);
    --employers.heads[e];
    if (physicians.role[i] == Role::owner) {
        --employers.owners[e];
        if (employers.open_seats[e] == 0) employers.seat_since[e] = state.quarter;
        ++employers.open_seats[e];
    }
    physicians.employer[i] = EmployerId{};
}

Ties ties_of(const Groundwork& g, const State& state, Profession p, std::size_t i)
{
    const auto& physicians = state.physicians[p];
    const double exponent = g.scenario.settlement.distance_exponent;
    const double firmness = g.firmness_after(state.quarter - physicians.diploma[i]);
    const double h = physicians.home_weight[i];
    return {exponent * (1 - h) * firmness, exponent * h};
}

void become_locums(const Groundwork& g, const Draws& draws, State& state,
                   std::span<const std::uint32_t> who)
{
    auto& gps = state.physicians[Profession::gp];
    std::vector<std::uint32_t> turn;
    line_up(
        g, who.size(), [&](std::size_t k) { return gps.root[who[k]]; }, turn);
    share_out(who.size(), [&](std::size_t k) {
        const std::uint32_t i = who[turn[k]];
        set_role(g, state, Profession::gp, i, Role::locum);
        const Ties ties = ties_of(g, state, Profession::gp, i);
        Applicant applicant;
        applicant.key = gps.key[i];
        applicant.root = gps.root[i];
        applicant.home = gps.home[i];
        applicant.root_exponent = ties.root;
        applicant.home_exponent = ties.home;
        thread_local RaceScratch scratch;
        gps.base[i] = choose_base(g, draws, gps.searches[i], applicant, scratch);
    });
}

namespace {

/// Hazards of a quarter, by Role where it matters.
struct PassingTime {
    double leaving = 0;
    std::array<double, role_count> looking{}, selling{};
    Quarter last;  ///< who retires then or before has gone
};

/// Lives a quarter in rows of the table, all at once: nearly nobody's time has come, and those few
/// are listed without a branch.
/// \param time by value: what is written here cannot touch it
std::size_t pass_rows(const PassingTime time, Physicians& physicians,
                      const std::vector<double>& hazard_at, std::size_t begin, std::size_t end,
                      std::uint32_t* due)
{
    const std::size_t nowhere = hazard_at.size() - 1;
    const double* const hazards = hazard_at.data();
    const Role* const roles = physicians.role.data();
    const EmployerId* const employers = physicians.employer.data();
    const Quarter* const retires = physicians.retires.data();
    double* const leave_left = physicians.leave_left.data();
    double* const move_left = physicians.move_left.data();
    double* const sale_left = physicians.sale_left.data();
    std::size_t found = 0;
    for (std::size_t i = begin; i < end; ++i) {
        const auto role = static_cast<std::size_t>(roles[i]);
        const double hazard = hazards[std::min<std::size_t>(employers[i].value, nowhere)];
        const double leave = leave_left[i] - time.leaving * hazard;
        const double move = move_left[i] - time.looking[role] * hazard;
        const double sale = sale_left[i] - time.selling[role];
        leave_left[i] = leave;
        move_left[i] = move;
        sale_left[i] = sale;
        due[found] = static_cast<std::uint32_t>(i);
        found += static_cast<std::size_t>((retires[i] <= time.last) | (leave < 0) | (move < 0) |
                                          (roles[i] == Role::seeking) |
                                          ((sale < 0) & (roles[i] == Role::owner)));
    }
    return found;
}

/// One profession, one quarter.
class Lives {
public:
    /// \param hazards of the employers, and 1 for who has none: the last of the table
    Lives(const Groundwork& g, const Draws& draws, Profession p, const std::vector<double>& hazards,
          State& state)
        : g_(g),
          draws_(draws),
          p_(p),
          state_(state),
          careers_(g.scenario.careers),
          physicians_(state.physicians[p]),
          hazards_(hazards),
          now_(state.quarter)
    {
    }

    Seekers run()
    {
        constexpr std::size_t one_in = 32;  // as few cost nothing, to move rows does
        if (physicians_.gone * one_in > physicians_.size()) physicians_.sweep();
        Seekers seekers;
        for (const auto i : let_leave(pass_time())) {
            if (physicians_.role[i] == Role::seeking) {
                look(i, seekers);
                continue;
            }
            // Who sold still looks by the hazard of an owner: both were due at the same time.
            const bool looks = physicians_.move_left[i] < 0;
            if (physicians_.sale_left[i] < 0 && physicians_.role[i] == Role::owner) sell(i);
            if (looks) start_looking(i, seekers);
        }
        return seekers;
    }

private:
    /// Physicians for whom something happens.
    RowList pass_time()
    {
        const double moving = careers_.relocation[p_] / 4;
        const double selling = careers_.owner_sale.at(now_.decimal_year()) / 4;
        const PassingTime time{careers_.early_leaving[p_] / 4,
                               {0, moving, moving, careers_.locum_settling / 4},
                               {0, selling, 0, 0},
                               Quarter{now_.index - quarters_added()}};
        const auto pass = [&](std::size_t begin, std::size_t end, std::uint32_t* due) {
            return pass_rows(time, physicians_, hazards_, begin, end, due);
        };
        return list_rows(physicians_.size(), pass);
    }

    /// A higher age of retirement holds for all who are still there.
    int quarters_added() const
    {
        const double years = g_.scenario.initiatives.retirement_age_years *
                             intensity(state_, Initiative::retirement_age);
        return static_cast<int>(std::lround(4 * years));
    }

    /// Of those whose time has come; returns the others.
    std::vector<std::uint32_t> let_leave(const RowList& due)
    {
        const Quarter last{now_.index - quarters_added()};
        std::vector<std::uint32_t> others;
        for (const auto i : due) {
            const bool retires = physicians_.retires[i] <= last;
            if (!retires && !(physicians_.leave_left[i] < 0)) {
                others.push_back(i);
                continue;
            }
            ++(retires ? state_.flows[p_].retired : state_.flows[p_].left);
            const EmployerId e = physicians_.employer[i];
            if (!e.none()) {
                state_.account[g_.region_of[e]][p_]
                              [static_cast<std::size_t>(retires ? Cause::retired : Cause::left)] -=
                    working_fte(g_, state_, p_, i);
                leave_employer(g_, state_, p_, i);
            }
            physicians_.leave(i);
        }
        return others;
    }

    /// Owner becomes employed in the same place; the seat goes with the sale.
    void sell(std::size_t i)
    {
        const EmployerId e = physicians_.employer[i];
        const double before = working_fte(g_, state_, p_, i);
        set_role(g_, state_, p_, i, Role::employed);
        const double change = working_fte(g_, state_, p_, i) - before;
        auto& employers = state_.employers;
        employers.staff[e] += change;
        --employers.owners[e];
        if (employers.owners[e] == 0 && employers.open_seats[e] == 0) employers.chain[e] = 1;
        state_.account[g_.region_of[e]][p_][static_cast<std::size_t>(Cause::role)] += change;
    }

    /// A settled physician or a locum begins to look: what for is drawn again, by the year. Drawn
    /// by the number of the search, not by its date: a load that moves the date moves no luck.
    void start_looking(std::size_t i, Seekers& seekers)
    {
        const AgentKey key = physicians_.key[i];
        const int search = physicians_.searches[i] + 1;
        physicians_.move_left[i] = fresh_threshold(draws_, key, search);
        if (p_ == Profession::gp && physicians_.role[i] != Role::owner) {
            const double u = draws_.uniform(Purpose::stance, key, Quarter{search});
            physicians_.wants_ownership[i] = u < careers_.owner_preference.at(now_.decimal_year());
        }
        look(i, seekers);
    }

    void look(std::size_t i, Seekers& seekers)
    {
        ++physicians_.searches[i];
        const bool owner = physicians_.role[i] == Role::owner || physicians_.wants_ownership[i];
        seekers.index.push_back(static_cast<std::uint32_t>(i));
        seekers.as_owner.push_back(p_ == Profession::gp && owner);
    }

    const Groundwork& g_;
    const Draws& draws_;
    Profession p_;
    State& state_;
    const CareerOptions& careers_;
    Physicians& physicians_;
    const std::vector<double>& hazards_;
    Quarter now_;
};

}  // namespace

ByProfession<Seekers> live_careers(const Groundwork& g, const Draws& draws, State& state)
{
    std::vector<double> hazards;
    hazards.reserve(state.employers.hazard.size() + 1);
    hazards.assign(state.employers.hazard.begin(), state.employers.hazard.end());
    hazards.push_back(1);
    ByProfession<Seekers> seekers;
    for (const Profession p : all_professions)
        seekers[p] = Lives(g, draws, p, hazards, state).run();
    return seekers;
}

}  // namespace mgz
