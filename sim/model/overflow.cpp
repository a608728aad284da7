// SPDX-License-Identifier: EUPL-1.2
// Where clients end when there is no physician: at the GP, at the out-of-hours post (HAP) and the
// emergency department (SEH), on a waiting list, in a bed of another region.
#include <algorithm>
#include <tuple>

#include "sim/model/care.h"
#include "sim/model/each_region.h"
#include "sim/model/measures.h"

namespace mgz {

namespace {

double unserved(double needed, double given)
{
    return needed > 0 ? std::max(0.0, 1 - given / needed) : 0.0;
}

/// Hours of one region and profession, summed over its employers.
struct RegionHours {
    ClassHours needed, given;
    double fte = 0, commercial = 0;
};

class Overflow {
public:
    Overflow(const Groundwork& g, State& state)
        : g_(g), state_(state), options_(g.scenario.overflow), care_(g.scenario.care)
    {
    }

    void run()
    {
        sum_hours();
        for (const RegionId r : g_.world.regions.ids()) {
            find_gaps(r);
            serve_small_homes(r);
            push_on(r);
        }
        for (const auto& [sector, profession, options] :
             {std::tuple(&RegionState::vvt, Profession::so, &options_.vvt),
              std::tuple(&RegionState::ghz, Profession::avg, &options_.ghz)}) {
            for (const RegionId r : g_.world.regions.ids())
                open_beds(r, state_.regions[r].*sector, profession, *options);
            for (const RegionId r : g_.world.regions.ids())
                place_urgent(r, sector, *options);
            for (const RegionId r : g_.world.regions.ids())
                move_queue(state_.regions[r].*sector, *options);
        }
        for (const RegionId r : g_.world.regions.ids())
            fill_crisis_beds(r);
    }

private:
    double x(Initiative i, RegionId r) const { return intensity(g_, state_, i, r); }

    void sum_hours()
    {
        for (const Profession p : all_professions) {
            hours_[p].assign(g_.world.regions.size(), {});
            const auto& e = state_.employers;
            each_region(g_, p, [&](RegionId r, EmployerRange employers) {
                RegionHours sum;
                for (const EmployerId id : employers) {
                    sum.needed += e.needed[id];
                    sum.given += e.given[id];
                    sum.fte += e.delivered[id];
                    sum.commercial += e.commercial[id];
                }
                hours_[p][r] = sum;
            });
        }
    }

    void find_gaps(RegionId r)
    {
        auto& region = state_.regions[r];
        for (const Profession p : all_professions) {
            const auto& sum = hours_[p][r];
            region.gap[p] =
                region.need[p] > 0 ? 1 - (sum.fte + sum.commercial) / region.need[p] : 0.0;
        }
    }

    /// GPs take over part of the hours that institutions no longer give, less as they are short
    /// themselves. What GPs refuse is partly restored when insurers mediate.
    void serve_small_homes(RegionId r)
    {
        auto& region = state_.regions[r];
        double lost = 0;
        for (const Profession p : {Profession::so, Profession::avg}) {
            region.small_needed[p] = hours_[p][r].needed[ClientClass::small_home];
            region.small_given[p] = hours_[p][r].given[ClientClass::small_home];
            lost += region.small_needed[p] - region.small_given[p];
        }
        const auto& gps = hours_[Profession::gp][r];
        const auto& what = g_.scenario.initiatives;
        const double needed = gps.needed[ClientClass::small_home];
        const double refused = needed - gps.given[ClientClass::small_home];
        const double refusing =
            (1 - what.role_agreements_refusals * x(Initiative::role_agreements, r)) *
            (1 - what.special_practice_refusals * x(Initiative::special_practice, r)) *
            (1 - care_.mediation);
        const double gap = std::max(0.0, region.gap[Profession::gp]);
        const double ready = std::max(0.0, 1 - gap / care_.gp_takeover_limit);
        const double most = std::max(0.0, gps.fte);
        region.taken_over = std::min(care_.gp_takeover * ready * lost, 0.05 * most);
        region.small_needed[Profession::gp] = needed;
        region.small_given[Profession::gp] =
            std::min(most, needed - refused * refusing + region.taken_over);
    }

    /// Contacts at HAP and SEH over the normal contacts of vulnerable clients outside the house.
    void push_on(RegionId r)
    {
        auto& region = state_.regions[r];
        const auto& what = g_.scenario.initiatives;
        double needed = 0, given = 0;
        for (const Profession p : all_professions) {
            needed += region.small_needed[p] + hours_[p][r].needed[ClientClass::home];
            given += region.small_given[p] + hours_[p][r].given[ClientClass::home];
        }
        const double normal = needed * options_.contacts_per_fte;
        const double relief = what.bridge_beds_beds * what.bridge_beds_days *
                              x(Initiative::bridge_beds, r) / options_.days_per_contact;
        const double contacts =
            options_.push * unserved(needed, given) * normal *
            (1 - what.urgent_care_square_referrals * x(Initiative::urgent_care_square, r));
        region.pushed = normal > 0 ? std::max(0.0, contacts - relief) / normal : 0.0;
    }

    /// Beds built follow demand unless they are frozen; staff decides how many can be used.
    void open_beds(RegionId r, SectorState& sector, Profession p, const SectorOptions& options)
    {
        const auto& region = state_.regions[r];
        const auto& what = g_.scenario.initiatives;
        const double frozen =
            p == Profession::so
                ? std::max(intensity(state_, Initiative::vpt_growth), x(Initiative::vpt_growth, r))
                : 0.0;
        const double before = sector.demand;
        sector.demand = hours_[p][r].needed.own() * options.residents_per_fte;
        const double wanted = sector.demand / options.occupancy;
        sector.beds = before > 0 ? sector.beds + (1 - frozen) * (wanted - sector.beds) : wanted;
        sector.closed =
            std::clamp(options.staffing_effect * (region.gap[p] - options_.felt_from), 0.0, 0.9);
        const double usable = sector.beds * (1 - sector.closed) *
                              (1 + what.transfer_point_beds * x(Initiative::transfer_point, r));
        sector.pressure = usable > 0 ? sector.demand / usable : 2.0;
    }

    double turnover(const SectorState& sector, const SectorOptions& options) const
    {
        return sector.demand / std::max(1.0, 4 * options.stay_years);  // persons a quarter
    }

    /// Urgent clients go where a bed is free: at home, else in the nearest region with room.
    void place_urgent(RegionId r, SectorState RegionState::*member, const SectorOptions& options)
    {
        auto& here = state_.regions[r].*member;
        here.urgent = options.urgent * turnover(here, options);
        const double blocked =
            std::clamp((here.pressure - options.blocked_from) / options.blocked_span, 0.0, 1.0);
        double seeking = here.urgent * blocked;
        here.placed_here = here.urgent - seeking;
        here.placed_away = 0;
        for (const RegionId other : g_.regions_nearby[r]) {
            if (other == r || seeking <= 0) continue;
            auto& host = state_.regions[other].*member;
            // Beds beyond what the region's own clients and earlier guests fill.
            const double usable = host.demand / std::max(0.1, host.pressure);
            const double free = std::max(0.0, usable * options.blocked_from - host.demand) +
                                spare_share * host.demand - host.guests;
            const double placed = std::min(seeking, std::max(0.0, free));
            host.guests += placed;
            if (placed > 0) here.placed_at[slot_of(r, other)] += placed;
            here.placed_away += placed;
            seeking -= placed;
        }
        here.unplaced = std::max(0.0, seeking);
        const double back =
            std::min(1.0, options.return_rate / std::max(1.0, here.pressure * here.pressure));
        here.weeks_back = 13 / back;
        bring_back(here, r, member, back);
    }

    std::size_t slot_of(RegionId r, RegionId host) const
    {
        const auto& hosts = g_.hosts[r];
        return static_cast<std::size_t>(std::lower_bound(hosts.begin(), hosts.end(), host) -
                                        hosts.begin());
    }

    void bring_back(SectorState& home, RegionId r, SectorState RegionState::*member, double share)
    {
        home.returned = home.away = 0;
        for (std::size_t slot = 0; slot < home.placed_at.size(); ++slot) {
            const RegionId host = g_.hosts[r][slot];
            double& there = home.placed_at[slot];
            const double returns = share * there;
            there -= returns;
            (state_.regions[host].*member).guests -= returns;
            home.returned += returns;
            home.away += there;
        }
    }

    /// Active waiters: those who cannot be placed join, some leave without a place.
    void move_queue(SectorState& sector, const SectorOptions& options)
    {
        const double arriving = turnover(sector, options) * (1 - options.urgent) + sector.unplaced;
        const double room =
            turnover(sector, options) * std::min(1.0, 1 / std::max(0.1, sector.pressure));
        const double free = std::max(0.0, room - sector.placed_here);
        sector.queue *= 1 - options.leave_queue;
        const double placed = std::min(sector.queue + arriving, free);
        sector.queue = sector.queue + arriving - placed;
        constexpr double longest = 104, quarter = 13;  // weeks
        sector.wait_weeks =
            placed > 0 ? std::min(longest, quarter * sector.queue / placed) : longest;
    }

    /// Crisis and short-stay beds fill with those who find no place, and close with staff.
    void fill_crisis_beds(RegionId r)
    {
        auto& region = state_.regions[r];
        const auto& vvt = region.vvt;
        const double blocked = vvt.urgent > 0 ? 1 - vvt.placed_here / vvt.urgent : 0.0;
        const double fewer =
            g_.scenario.initiatives.ambulatory_team_crisis * x(Initiative::ambulatory_team, r);
        region.crisis =
            options_.crisis_occupancy * (1 + blocked) * (1 - fewer) / std::max(0.1, 1 - vvt.closed);
    }

    static constexpr double spare_share = 0.01;  // of demand: beds that change hands anyway

    const Groundwork& g_;
    State& state_;
    const OverflowOptions& options_;
    const CareOptions& care_;
    ByProfession<IdVector<RegionId, RegionHours>> hours_;
};

}  // namespace

void overflow(const Groundwork& g, State& state)
{
    Overflow(g, state).run();
}

}  // namespace mgz
