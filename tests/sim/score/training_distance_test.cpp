// SPDX-License-Identifier: EUPL-1.2
#include "sim/score/training_distance.h"

#include "tests/sim/study/row_country.h"
#include "tests/support/catch.h"

using namespace mgz;

TEST_CASE("far and near are a third of the regions each, by distance to training")
{
    const auto world = study::row_world();
    const Scenario scenario;
    // GPs train in A: A is nearest, D farthest; of four regions a third is one.
    const auto gp = far_and_near(world, scenario.need, Profession::gp, 2023);
    CHECK(gp.near == std::vector<RegionId>{RegionId::at(0)});
    CHECK(gp.far == std::vector<RegionId>{RegionId::at(3)});
    CHECK(far_and_near(world, scenario.need, Profession::avg, 1990).far.empty());
}

TEST_CASE("a new centre brings its region near")
{
    const auto world = study::row_world();
    const Scenario scenario;
    const auto before = far_and_near(world, scenario.need, Profession::so, 2023);
    const auto after = far_and_near(world, scenario.need, Profession::so, 2030);
    CHECK(before.far == std::vector<RegionId>{RegionId::at(3)});
    // A at 0 km, D at 15, B at 10, C at 20: C is farthest now.
    CHECK(after.near == std::vector<RegionId>{RegionId::at(0)});
    CHECK(after.far == std::vector<RegionId>{RegionId::at(2)});
}
