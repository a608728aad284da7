// SPDX-License-Identifier: EUPL-1.2
// Need of every employer by class of clients, after what measures save.
#include <algorithm>
#include <utility>

#include "sim/core/elementary.h"
#include "sim/model/each_region.h"
#include "sim/model/measures.h"
#include "sim/model/positions.h"

namespace mgz {

namespace {

constexpr int reference_year = 2023;  // of the shares of classes

/// Assesses one profession in one quarter.
class Assessment {
public:
    Assessment(const Groundwork& g, Profession p, State& state)
        : g_(g), p_(p), state_(state), care_(g.scenario.care), do_(g.scenario.initiatives)
    {
        const double years = state.quarter.decimal_year() - reference_year;
        const double grown =
            care_.small_homes[p] * exp_of(years * log_of(1 + care_.small_home_growth));
        const double others = care_.crisis[p] + care_.home[p];
        const double small =
            std::min({grown, 0.5 - 0.5 * others, 1 - others - care_.first_line[p]});
        const double own =
            std::max(0.0, 1 - small - care_.crisis[p] - care_.home[p] - care_.first_line[p]);
        shares_ = {own, care_.crisis[p], care_.home[p], care_.first_line[p], small};
        for (const RegionId r : g.world.regions.ids())
            national_.push_back(g.need(p, r, state.quarter).value);
        if (p != Profession::gp) return;
        for (const SubregionId s : g.world.subregions.ids())
            savings_.push_back(savings_at(s));
    }

    void run()
    {
        auto& e = state_.employers;
        each_region(g_, p_, [&](RegionId r, EmployerRange employers) {
            spread(r, employers);
            measure(employers);
            double need = 0;
            for (const EmployerId id : employers) {
                e.need[id] = e.needed[id].total();
                need += e.need[id];
            }
            // Where nobody employs the profession, its people need it all the same.
            state_.regions[r].need[p_] = need > 0 ? need : national_[r];
        });
    }

private:
    /// Of the need, by class of clients: neighbours come with the contracts.
    struct Shares {
        double own, crisis, home, first_line, small_home;
    };

    /// What saves practices work in a subregion: none has measures of its own.
    struct Savings {
        double home = 1, small_home = 1;    ///< factors on the load of clients
        double left_vvt = 0, left_ghz = 0;  ///< share of the residents who came to live at home
    };

    template <class Place>
    double x(Initiative i, Place at) const
    {
        return intensity(g_, state_, i, at);
    }
    template <class Place>
    double lever(Initiative i, Place at) const
    {
        return std::max(intensity(state_, i), x(i, at));
    }

    /// By class of clients, before measures; neighbours come with the contracts.
    void spread(RegionId r, EmployerRange employers) const
    {
        const RegionState& region = state_.regions[r];
        const Shares shares = shares_;  // copies: nothing written here can touch them
        const double national = national_[r], kept_away = 1 - region.prevented;
        const double small_homes = region.small_homes, team_load = region.team_load;
        auto& needed = state_.employers.needed;
        const auto hours = [&](ClientClass c) { return needed.column(c).of(employers); };
        const auto own = hours(ClientClass::own), crisis = hours(ClientClass::crisis),
                   home = hours(ClientClass::home), first_line = hours(ClientClass::first_line),
                   small_home = hours(ClientClass::small_home);
        const auto share = state_.employers.share.of(employers);
        const auto neighbours = hours(ClientClass::neighbours);
        const std::size_t n = employers.size();
#pragma omp simd
        for (std::size_t k = 0; k < n; ++k) {
            const double all = national * share[k] * kept_away;
            own[k] = all * shares.own;
            crisis[k] = all * shares.crisis;
            neighbours[k] = 0;
            home[k] = all * shares.home;
            first_line[k] = all * shares.first_line;
            small_home[k] = all * shares.small_home * small_homes * team_load;
        }
    }

    /// What measures make of the hours.
    void measure(EmployerRange employers) const
    {
        auto& needed = state_.employers.needed;
        if (p_ == Profession::gp) {
            const auto at = g_.subregion_of.of(employers);
            const auto home = needed.column(ClientClass::home).of(employers),
                       small_home = needed.column(ClientClass::small_home).of(employers);
            for (std::size_t k = 0; k < employers.size(); ++k) {
                const Savings& here = savings_[at[k]];
                home[k] *= here.home;
                small_home[k] *= here.small_home;
                home[k] += from_former_residents(employers[k], here);
            }
            return;
        }
        for (const EmployerId id : employers) {
            ClassHours hours = needed[id];
            move_out(id, hours);
            lighten_institution(id, hours);
            promise_first_line(id, hours);
            needed.set(id, hours);
        }
    }

    /// Load of a group of clients is never less than a share of what it was.
    double lighter(double factor) const
    {
        return std::max(care_.least_load, factor);
    }
    void lighten(ClassHours& hours, ClientClass c, double factor) const
    {
        hours[c] *= lighter(factor);
    }

    Savings savings_at(SubregionId s) const
    {
        const double frail =
            (1 - do_.so_first_line_gp_load * x(Initiative::so_first_line, s)) *
            (1 - do_.ambulatory_team_gp_load * x(Initiative::ambulatory_team, s)) *
            (1 - do_.social_worker_gp_load * x(Initiative::social_worker, s)) *
            (1 - do_.ghz_clinic_gp_load * care_.ghz_at_home * x(Initiative::ghz_clinic, s)) *
            (1 - do_.prevention_load * x(Initiative::prevention, s));
        const double agreed = 1 - do_.role_agreements_load * x(Initiative::role_agreements, s);
        return {lighter(frail), lighter(frail * agreed), share_moved(Profession::so, s),
                share_moved(Profession::avg, s)};
    }

    void lighten_institution(EmployerId id, ClassHours& hours) const
    {
        const bool ghz = p_ == Profession::avg;
        const double calls = 1 - do_.triage_calls * care_.calls * x(Initiative::triage, id);
        const double own = calls * (1 - do_.stepped_care_load * x(Initiative::stepped_care, id)) *
                           (1 - do_.prevention_load * x(Initiative::prevention, id)) *
                           (1 - do_.transfer_point_time * g_.scenario.overflow.placement_time *
                                    x(Initiative::transfer_point, id));
        const double technology = x(Initiative::technology, id);
        const double clinic =
            ghz ? 1 - do_.ghz_clinic_avg_hours * x(Initiative::ghz_clinic, id) : 1.0;
        const double outside =
            calls * clinic * (1 - do_.technology_travel * care_.travel * technology);
        const double home = ghz ? 1 - do_.technology_home_load * technology : 1.0;
        const double agreed = 1 - do_.role_agreements_load * x(Initiative::role_agreements, id);
        const double team = 1 - do_.ambulatory_team_crisis * x(Initiative::ambulatory_team, id);
        lighten(hours, ClientClass::own, own);
        lighten(hours, ClientClass::crisis, ghz ? outside : outside * team);
        lighten(hours, ClientClass::home, outside * home);
        lighten(hours, ClientClass::first_line, outside);
        lighten(hours, ClientClass::small_home, outside * agreed);
    }

    /// Share of the own house that comes to live at home, or whose treatment leaves the house.
    template <class Place>
    double share_moved(Profession p, Place at) const
    {
        const double treatment = do_.wlz_treatment_shift * lever(Initiative::wlz_treatment, at);
        const double beds =
            p == Profession::so ? do_.vpt_growth_share * lever(Initiative::vpt_growth, at) : 0.0;
        return 1 - (1 - treatment) * (1 - beds);
    }

    /// The hours stay, the house no longer answers for them.
    void move_out(EmployerId id, ClassHours& hours) const
    {
        const double moved = hours[ClientClass::own] * share_moved(p_, id);
        hours[ClientClass::own] -= moved;
        hours[ClientClass::home] += moved;
    }

    /// Part of the care for those who moved out comes to their GP.
    double from_former_residents(EmployerId id, const Savings& here) const
    {
        if (here.left_vvt == 0 && here.left_ghz == 0) return 0;
        const RegionId r = g_.region_of[id];
        double moved = 0;
        for (const auto& [p, share] : {std::pair(Profession::so, here.left_vvt),
                                       std::pair(Profession::avg, here.left_ghz)}) {
            if (share == 0) continue;
            moved += g_.need(p, r, state_.quarter).value * share;
        }
        return care_.moved_to_gp * moved * state_.employers.share[id];
    }

    /// Hours for GPs that a region has agreed on: at least so many per inhabitant.
    void promise_first_line(EmployerId id, ClassHours& hours) const
    {
        const double promised = promised_first_line(g_, state_, p_, id);
        hours[ClientClass::first_line] = std::max(hours[ClientClass::first_line], promised);
    }

    const Groundwork& g_;
    Profession p_;
    State& state_;
    const CareOptions& care_;
    const InitiativeOptions& do_;
    Shares shares_{};
    IdVector<RegionId, double> national_;     ///< FTE by region, before what measures save
    IdVector<SubregionId, Savings> savings_;  ///< of practices
};

/// Small homes against the plan: they open more slowly where GPs and boards regulate.
void open_small_homes(const Groundwork& g, State& state)
{
    const auto& care = g.scenario.care;
    const auto& options = g.scenario.initiatives;
    const double yearly = care.small_home_growth;
    for (const RegionId r : g.world.regions.ids()) {
        auto& region = state.regions[r];
        const double slower =
            options.home_regulation_openings * intensity(g, state, Initiative::home_regulation, r);
        const bool short_of = region.gap[Profession::so] > g.scenario.overflow.felt_from;
        if (short_of && slower > 0) {
            region.small_homes *= exp_of(-0.25 * slower * log_of(1 + yearly));
        }
        region.prevented +=
            0.25 * options.prevention_growth * intensity(g, state, Initiative::prevention, r);
    }
}

}  // namespace

double promised_first_line(const Groundwork& g, const State& state, Profession p, EmployerId id)
{
    if (p != Profession::so) return 0;
    const auto& options = g.scenario.initiatives;
    const double rate =
        options.so_first_line_fte * intensity(g, state, Initiative::so_first_line, id) +
        options.ambulatory_team_fte * intensity(g, state, Initiative::ambulatory_team, id);
    if (rate == 0) return 0;
    constexpr double per = 100000;  // inhabitants
    const auto& employer = g.world.employers[id];
    return rate * g.inhabitants_of[employer.region] / per * state.employers.share[id];
}

void assess_need(const Groundwork& g, State& state)
{
    open_small_homes(g, state);
    for (const Profession p : all_professions)
        Assessment(g, p, state).run();
}

}  // namespace mgz
