// SPDX-License-Identifier: EUPL-1.2
/// The default country, read once for all benchmarks.
#pragma once

#include "sim/input/world_input.h"
#include "sim/model/groundwork.h"
#include "tests/support/default_inputs.h"

namespace bench {

struct Country {
    Country() : scenario(support::default_inputs()), world(read(scenario)), g(world, scenario) {}

    static mgz::World read(const mgz::Scenario& scenario)
    {
        mgz::InputReport report;
        return mgz::load_world(scenario, report);
    }

    mgz::Scenario scenario;
    mgz::World world;
    mgz::Groundwork g;
};

inline const Country& country()
{
    static const Country once;
    return once;
}

}  // namespace bench
