// SPDX-License-Identifier: EUPL-1.2
// The case whose instructions are counted: one replicate of the baseline on one thread. The two
// functions below are the names that count_instructions.py asks callgrind for.
#include <cstdio>

#include "sim/model/simulation.h"
#include "tests/bench/country.h"

using namespace mgz;

extern "C" {
[[gnu::noinline]] std::size_t fixed_groundwork(const World& world, const Scenario& scenario)
{
    return Groundwork(world, scenario).duty_groups.size();
}

[[gnu::noinline]] std::size_t fixed_replicate(const Groundwork& g, const RecordPlan& plan)
{
    return simulate(g, 1, 0, plan).costs.size();
}
}

int main()
{
    const auto& c = bench::country();
    const auto plan = RecordPlan::yearly(c.scenario);
    std::printf("%zu duty groups, ", fixed_groundwork(c.world, c.scenario));
    std::printf("%zu rows of costs\n", fixed_replicate(c.g, plan));
}
