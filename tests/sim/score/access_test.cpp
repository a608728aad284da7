// SPDX-License-Identifier: EUPL-1.2
// Access counts kilometres as travelled: with a detour, and with a table of travel between zones.
#include "sim/score/access.h"

#include "tests/support/catch.h"
#include "tests/support/drieland.h"
#include "tests/support/zones.h"

using Catch::Matchers::WithinRel;
using namespace mgz;

namespace {

/// FTE per person of each settlement when all supply of AVG is at place 2, in the west.
Eigen::VectorXd from_place_2(const World& world)
{
    const Access access(world, support::drieland_scenario().need, Profession::avg);
    IdVector<EmployerId, EmployerMeans> employers(world.employers.size());
    for (const EmployerId e : world.employers.ids()) {
        const auto& employer = world.employers[e];
        if (employer.kind == EmployerKind::ghz && employer.at == SettlementId::at(1))
            employers[e].delivered = 1;
    }
    return access.of(employers).settlements;
}

}  // namespace

TEST_CASE("bands of access are kilometres of travel")
{
    // From place 2 the crow flies 18.4 km to 4 and 24.3 km to 5.
    World world = support::drieland();
    const auto crow = from_place_2(world);
    CHECK_THAT(crow[4] / crow[1], WithinRel(0.22, 1e-12));
    CHECK_THAT(crow[3] / crow[1], WithinRel(0.68, 1e-12));

    world.detour = 1.4;  // 25.8 and 34.0 km
    const auto longer = from_place_2(world);
    CHECK_THAT(longer[3] / longer[1], WithinRel(0.22, 1e-12));
    CHECK(longer[4] == 0);

    world.detour = 1;
    support::add_travel_by_subregion(
        world, [](std::size_t a, std::size_t b) { return a == 0 && b == 3 ? 2.0 : 1.0; });
    const auto river = from_place_2(world);
    CHECK(river[3] == 0);
    CHECK_THAT(river[2] / river[1], WithinRel(1.0, 1e-12));
    CHECK(river[1] > crow[1]);  // fewer share
}
