// SPDX-License-Identifier: EUPL-1.2
/// Drieland at its first quarter, ready for a step.
#pragma once

#include "sim/model/groundwork.h"
#include "sim/model/people.h"
#include "sim/model/state.h"
#include "tests/support/drieland.h"

namespace support {

inline constexpr auto gp = mgz::Profession::gp;

/// Stays where it is: groundwork refers to the world and the scenario beside it.
struct SmallCountry {
    explicit SmallCountry(mgz::Scenario s = drieland_scenario(), mgz::World w = drieland(),
                          std::uint32_t seed = 1)
        : world(std::move(w)), scenario(std::move(s)), g(world, scenario), draws(seed, 0)
    {
        mgz::start_state(g, draws, state);
    }
    SmallCountry(const SmallCountry&) = delete;
    SmallCountry& operator=(const SmallCountry&) = delete;

    const std::vector<mgz::EmployerId>& employers(mgz::Profession p) const
    {
        return g.employers[p];
    }

    /// Another need of an employer, its classes of clients in the proportions they had.
    void set_need(mgz::EmployerId e, double fte)
    {
        auto& employers = state.employers;
        const double own_clients = employers.need[e];
        for (const auto c : mgz::all_client_classes) {
            if (c != mgz::ClientClass::neighbours) employers.needed.at(e, c) *= fte / own_clients;
        }
        employers.need[e] = fte;
    }

    mgz::World world;
    mgz::Scenario scenario;
    mgz::Groundwork g;
    mgz::Draws draws;
    mgz::State state;
};

/// Leaves an employer with no more than the whole positions given for an employed applicant.
inline void set_openings(SmallCountry& c, mgz::Profession p, mgz::EmployerId e, int positions)
{
    auto& states = c.state.employers;
    const double usual = c.g.usual_fte(p, mgz::Role::employed, c.state.quarter);
    states.contracted[e] = 0;
    states.trainees[e] = 0;
    states.open_seats[e] = 0;
    states.need[e] = 5;  // below the size from which there is a hiring margin
    states.staff[e] = 5 - positions * usual;
}

}  // namespace support
