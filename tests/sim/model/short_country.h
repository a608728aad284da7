// SPDX-License-Identifier: EUPL-1.2
/// A Drieland where physicians are short, to see what initiatives do.
#pragma once

#include <functional>
#include <initializer_list>
#include <numeric>

#include "sim/model/simulation.h"
#include "tests/support/small_country.h"

namespace support {

/// Drieland, short of everybody from the start, with others who could take over. Nobody does
/// anything but what a test switches on, unless there is cooperation: then it begins at once, with
/// the support programme.
inline mgz::Scenario short_country(int to, bool cooperation)
{
    auto s = drieland_scenario();
    s.to = to;
    s.need.start_gap = {{0.15, 0.25, 0.30}};
    s.support.present = 0.6;
    auto& c = s.cooperation;
    c.measures_from = 2100;
    if (!cooperation) return s;
    c.programme_from = 2003;
    c.programme_month = 1;
    c.programme_months_to_start = 2;
    c.requests_per_year = 12;
    c.intake_per_month = 0.2;
    c.months_exploring = c.months_preparing = 3;
    c.start_leaders = 3;
    c.start_temporary = 1;
    return s;
}

/// Housing of practices is dear in the east.
inline mgz::World dear_country()
{
    mgz::World world = drieland();
    for (auto& subregion : world.subregions) {
        if (subregion.code[0] == 'o') subregion.housing = 2;
    }
    return world;
}

/// From 2004 at once; at once everywhere, or in the east alone.
inline mgz::Intervention in_force(mgz::Initiative i, double intensity, bool in_the_east)
{
    mgz::Intervention intervention;
    intervention.initiative = i;
    intervention.from = 2004;
    intervention.ramp_years = 0;
    intervention.intensity = intensity;
    if (in_the_east) intervention.where = {"o"};
    return intervention;
}

/// A country after its last quarter.
struct Run {
    explicit Run(mgz::Scenario s, std::uint32_t replicate = 0)
        : world(dear_country()), scenario(std::move(s)), g(world, scenario), draws(1, replicate)
    {
        mgz::start_state(g, draws, state);
        for (mgz::Quarter q = g.books.first(); q <= g.books.last(); q = q + 1)
            mgz::advance_quarter(g, draws, q, state);
    }
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    bool in_the_east(mgz::SubregionId s) const { return world.subregions[s].code[0] == 'o'; }
    bool in_the_east(mgz::SettlementId s) const
    {
        return in_the_east(world.settlements[s].subregion);
    }

    double sum(std::initializer_list<mgz::Profession> professions,
               const std::function<double(mgz::EmployerId)>& of) const
    {
        double total = 0;
        for (const mgz::Profession p : professions) {
            for (const mgz::EmployerId id : g.employers[p])
                total += of(id);
        }
        return total;
    }
    double needed(std::initializer_list<mgz::Profession> professions, mgz::ClientClass c) const
    {
        return sum(professions, [&](mgz::EmployerId id) { return state.employers.needed[id][c]; });
    }
    double need(std::initializer_list<mgz::Profession> professions) const
    {
        return sum(professions, [&](mgz::EmployerId id) { return state.employers.need[id]; });
    }
    double regions(const std::function<double(const mgz::RegionState&)>& of) const
    {
        return std::accumulate(
            state.regions.begin(), state.regions.end(), 0.0,
            [&](double total, const mgz::RegionState& r) { return total + of(r); });
    }

    mgz::World world;
    mgz::Scenario scenario;
    mgz::Groundwork g;
    mgz::Draws draws;
    mgz::State state;
};

}  // namespace support
