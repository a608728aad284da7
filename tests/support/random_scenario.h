// SPDX-License-Identifier: EUPL-1.2
/// Scenarios that a user may write, each from a seed: every parameter somewhere in its range or at
/// a bound of it, interventions anywhere.
#pragma once

#include "sim/scenario/scenario.h"
#include "sim/world/world.h"
#include "tests/support/luck.h"

namespace support {

enum class Policy {
    usual,   ///< the baseline, made to the measure of the country
    few,     ///< some parameters differ
    any,     ///< every parameter anywhere in its range
    bounds,  ///< every parameter at a bound
};

struct RandomScenario {
    mgz::Scenario scenario;
    Policy policy = Policy::usual;
};

/// For a world that has no employers yet: what decides those is drawn too. Inputs keep the paths
/// of the baseline; areas of interventions are added to the world.
RandomScenario random_scenario(Luck& luck, mgz::World& world);

}  // namespace support
