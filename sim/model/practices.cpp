// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/practices.h"

#include <algorithm>

#include "sim/model/care.h"
#include "sim/model/each_region.h"

namespace mgz {

/// FTE of changing locums by the subregion where they live.
static IdVector<SubregionId, double> locum_supply(const Groundwork& g, const State& state)
{
    IdVector<SubregionId, double> supply(g.world.subregions.size(), 0.0);
    const auto& physicians = state.physicians[Profession::gp];
    const double hours = g.books.hours(Profession::gp, state.quarter);
    const auto is_locum = [&](std::size_t i) { return physicians.role[i] == Role::locum; };
    for (const auto i : list_rows_where(physicians.size(), is_locum)) {
        supply[g.subregion_at[physicians.base[i]]] += physicians.fte[i] * hours;
    }
    return supply;
}

/// By gravity on the gap within range, never more than the gap. What finds its subregion full
/// tries again with the gaps that are left; what is left after three passes finds no work.
static IdVector<SubregionId, double> locum_flow(const Groundwork& g,
                                                IdVector<SubregionId, double> supply,
                                                const IdVector<SubregionId, double>& gap)
{
    constexpr int passes = 3;
    constexpr double nothing = 1e-12;
    const auto n = g.world.subregions.size();
    const auto subregions = g.world.subregions.ids();
    IdVector<SubregionId, double> filled(n, 0.0), left(n), offered(n), in_reach(n);
    for (int pass = 0; pass < passes; ++pass) {
        for (const SubregionId s : subregions)
            left[s] = gap[s] - filled[s];
        offered.assign(n, 0.0);
        in_reach.assign(n, 0.0);
        for (const SubregionId from : subregions) {
            for (const SubregionId to : g.locum_reach[from])
                in_reach[from] += left[to];
            if (in_reach[from] <= nothing) continue;
            for (const SubregionId to : g.locum_reach[from]) {
                offered[to] += supply[from] * left[to] / in_reach[from];
            }
        }
        for (const SubregionId from : subregions) {
            if (in_reach[from] <= nothing) continue;
            double taken = 0;  // share of the supply that found work
            for (const SubregionId to : g.locum_reach[from]) {
                if (offered[to] <= nothing) continue;
                taken += left[to] / in_reach[from] * std::min(1.0, left[to] / offered[to]);
            }
            supply[from] *= std::max(0.0, 1 - taken);
        }
        for (const SubregionId to : subregions)
            filled[to] += std::min(left[to], offered[to]);
    }
    return filled;
}

/// What practices that follow each other lack.
class Lack {
public:
    Lack(const EmployerStates& e, EmployerRange practices)
        : need_(e.need.of(practices)),
          staff_(e.staff.of(practices)),
          trainees_(e.trainees.of(practices))
    {
    }
    double operator[](std::size_t k) const
    {
        const double gap = need_[k] - staff_[k] - trainees_[k];
        return gap > 0 ? gap : 0.0;  // as it stands here, without a branch
    }

private:
    std::span<const double> need_, staff_, trainees_;
};

void place_locums(const Groundwork& g, State& state)
{
    auto& e = state.employers;
    IdVector<SubregionId, double> gap(g.world.subregions.size(), 0.0);
    each_region(g, Profession::gp, [&](RegionId, EmployerRange practices) {
        const Lack lack(e, practices);
        const auto at = g.subregion_of.of(practices);
        for (std::size_t k = 0; k < practices.size(); ++k)
            gap[at[k]] += lack[k];
    });
    const auto filled = locum_flow(g, locum_supply(g, state), gap);
    each_region(g, Profession::gp, [&](RegionId r, EmployerRange practices) {
        Booking booking(state.account, r, Profession::gp, Cause::locums);
        const Lack lack(e, practices);
        const auto at = g.subregion_of.of(practices);
        const auto locums = e.locums.of(practices);
        for (std::size_t k = 0; k < practices.size(); ++k) {
            const double here = gap[at[k]];
            const double part = filled[at[k]] * lack[k] / here;
            const double before = locums[k];
            locums[k] = here > 0 ? part : 0.0;
            booking.add(locums[k] - before);
        }
    });
}

namespace {

/// What practices that follow each other are there for, and what they give; they have no neighbours
/// and promise nothing. Columns, so that several practices are worked out at a time.
template <class Number>
struct Hours {
    Hours(auto& table, EmployerRange practices)
        : own(table.column(ClientClass::own).of(practices)),
          crisis(table.column(ClientClass::crisis).of(practices)),
          home(table.column(ClientClass::home).of(practices)),
          first_line(table.column(ClientClass::first_line).of(practices)),
          small_home(table.column(ClientClass::small_home).of(practices))
    {
    }
    std::span<Number> own, crisis, home, first_line, small_home;
};

}  // namespace

void serve_patients(const Groundwork& g, State& state)
{
    auto& e = state.employers;
    const double usual = g.usual_fte(Profession::gp, Role::employed, state.quarter);
    each_region(g, Profession::gp, [&](RegionId, EmployerRange practices) {
        const CareOptions care = g.scenario.care;  // nothing written here can touch a copy
        const auto staff = e.staff.of(practices), trainees = e.trainees.of(practices),
                   locums = e.locums.of(practices), delivered = e.delivered.of(practices),
                   felt = e.felt.of(practices), willingness = e.willingness.of(practices);
        const Hours<const double> needed(e.needed, practices);
        const Hours<double> given(e.given, practices);
        const std::size_t n = practices.size();
#pragma omp simd
        for (std::size_t k = 0; k < n; ++k) {
            const double own = needed.own[k], crisis = needed.crisis[k], home = needed.home[k],
                         first_line = needed.first_line[k], small_home = needed.small_home[k];
            const double outside = crisis + home + first_line + small_home;
            const double duty = own + outside;
            const double fte = staff[k] + trainees[k] + locums[k];
            const double there = std::max(0.0, fte);
            const double before = felt[k];
            const double now = remembered(care, before, there / duty);
            const double feels = duty > 0 ? now : before;
            const double z = next_willingness(care, willingness[k], feels * duty, duty, usual);
            delivered[k] = fte;
            felt[k] = feels;
            willingness[k] = z;
            // As hours_given().
            const double to_own = std::min(own, there), beside = there - to_own;
            const double ready = z * std::min(outside, beside);
            const double for_crisis = std::max(0.0, ready),
                         to_crisis = std::min(for_crisis, crisis);
            const double for_home = for_crisis - to_crisis, to_home = std::min(for_home, home);
            const double for_line = for_home - to_home, to_line = std::min(for_line, first_line);
            const double for_small = for_line - to_line;
            given.own[k] = to_own;
            given.crisis[k] = to_crisis;
            given.home[k] = to_home;
            given.first_line[k] = to_line;
            given.small_home[k] = std::min(for_small, small_home);
        }
    });
}

}  // namespace mgz
