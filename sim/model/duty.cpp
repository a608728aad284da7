// SPDX-License-Identifier: EUPL-1.2
// Evening, night and weekend duty of institutions (anw). GPs have their own posts.
#include <algorithm>

#include "sim/model/care.h"
#include "sim/model/measures.h"

namespace mgz {

namespace {

class Duty {
public:
    Duty(const Groundwork& g, State& state) : g_(g), state_(state), options_(g.scenario.duty) {}

    void run()
    {
        count_participants();
        shifts_.resize(g_.duty_groups.size());
        people_.resize(g_.duty_groups.size());
        for (std::size_t i = 0; i < g_.duty_groups.size(); ++i)
            look_at_group(i);
        for (std::size_t i = 0; i < g_.duty_groups.size(); ++i) {
            const double load = load_of(i);
            for (const EmployerId e : g_.duty_groups[i].members)
                state_.employers.duty_load[e] = load;
        }
    }

private:
    void count_participants()
    {
        participants_.assign(g_.world.employers.size(), 0.0);
        for (const Profession p : {Profession::so, Profession::avg}) {
            const auto& physicians = state_.physicians[p];
            const double hours = g_.books.hours(p, state_.quarter);
            for (std::size_t i = 0; i < physicians.size(); ++i) {
                const EmployerId e = physicians.employer[i];
                if (e.none()) continue;
                const bool older = physicians.older[i] <= state_.quarter;
                participants_[e] += physicians.fte[i] * hours / options_.fte_per_participant *
                                    (older ? options_.older_participation : 1.0);
            }
        }
    }

    /// Shifts that its own physicians do a week, and how many physicians take part.
    void look_at_group(std::size_t i)
    {
        const auto& group = g_.duty_groups[i];
        const auto& what = g_.scenario.initiatives;
        const auto& e = state_.employers;
        double need = 0, done = 0;
        people_[i] = 0;
        for (const EmployerId id : group.members) {
            people_[i] += participants_[id];
            need += e.need[id];
        }
        for (const EmployerId id : group.members) {
            const double part =
                need > 0 ? e.need[id] / need : 1.0 / static_cast<double>(group.members.size());
            const double triage =
                1 - what.triage_duty * intensity(g_, state_, Initiative::triage, id);
            const double bought =
                what.bought_anw_share * intensity(g_, state_, Initiative::bought_anw, id);
            const double shifts = part * options_.shifts_per_week * triage;
            done += shifts * (1 - bought);
            pay(id, shifts * bought);
        }
        shifts_[i] = done;
    }

    void pay(EmployerId id, double shifts_a_week)
    {
        constexpr double weeks = 13;
        if (shifts_a_week == 0) return;
        state_.ledger.book(g_.region_of[id], index_of(Initiative::bought_anw), Payer::own_funds,
                           weeks * shifts_a_week * g_.scenario.initiatives.bought_anw_price);
    }

    /// Alone, or in a pool as far as one runs here: one rota for all its groups, with some
    /// travelling added.
    double load_of(std::size_t i) const
    {
        const auto& group = g_.duty_groups[i];
        const double alone = per_participant(shifts_[i], people_[i]);
        const double x = intensity(state_, Initiative::anw_pool, group.subregion);
        if (x == 0) return alone;
        const auto& what = g_.scenario.initiatives;
        double people = 0, most = 0;
        for (const auto other : group.pool) {
            people += people_[other];
            most = std::max(most, shifts_[other]);
        }
        const double pooled = per_participant(most * (1 + what.anw_pool_travel), people);
        return alone + x * (pooled - alone);
    }

    double per_participant(double shifts, double people) const
    {
        constexpr double worst = 9;  // shifts per participant beyond which nothing changes
        return people > 0 ? std::min(worst, shifts / people) : worst;
    }

    const Groundwork& g_;
    State& state_;
    const DutyOptions& options_;
    IdVector<EmployerId, double> participants_;
    std::vector<double> shifts_, people_;
};

}  // namespace

void hold_duty(const Groundwork& g, State& state)
{
    Duty(g, state).run();
}

}  // namespace mgz
