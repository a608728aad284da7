// SPDX-License-Identifier: EUPL-1.2
// What becomes of a practice whose owner left.
#include "sim/model/careers.h"
#include "sim/model/positions.h"
#include "tests/support/catch.h"
#include "tests/support/small_country.h"

using Catch::Matchers::WithinAbs;
using namespace mgz;
using support::gp;
using support::SmallCountry;

namespace {

struct PracticeCase {
    explicit PracticeCase(double to_chain)
        : country(scenario(to_chain)), id(country.employers(gp)[0])
    {
    }

    static Scenario scenario(double to_chain)
    {
        auto s = support::drieland_scenario();
        s.careers.succession_to_chain = to_chain;
        s.careers.succession_quarters = 4;
        return s;
    }

    /// All owners of the practice leave but `stay`; the others who work there remain.
    void owners_leave(int stay = 0)
    {
        auto& gps = country.state.physicians[gp];
        for (std::size_t i = 0; i < gps.size(); ++i) {
            if (gps.employer[i] != id || gps.role[i] != Role::owner) continue;
            if (country.state.employers.owners[id] <= stay) break;
            leave_employer(country.g, country.state, gp, i);
            gps.role[i] = Role::seeking;
        }
    }

    void pass(int quarters)
    {
        country.state.quarter = country.state.quarter + quarters;
        settle_successions(country.g, country.draws, country.state);
    }

    double share_of_region(RegionId r) const
    {
        double sum = 0;
        for (const EmployerId e : country.employers(gp)) {
            if (country.world.employers[e].region == r) sum += country.state.employers.share[e];
        }
        return sum;
    }

    SmallCountry country;
    EmployerId id;
};

}  // namespace

TEST_CASE("an owner who leaves opens a seat, it lapses after four quarters and not before")
{
    PracticeCase c(1.0);
    const auto& e = c.country.state.employers;
    const int owners = e.owners[c.id];
    REQUIRE(owners > 0);
    c.owners_leave();
    CHECK(e.owners[c.id] == 0);
    CHECK(e.open_seats[c.id] == owners);
    c.pass(3);
    CHECK(e.open_seats[c.id] == owners);
    CHECK_FALSE(e.chain[c.id]);
    c.pass(1);
    CHECK(e.open_seats[c.id] == 0);
    CHECK(e.chain[c.id]);
    CHECK_FALSE(e.closed[c.id]);
}

TEST_CASE("a practice that has an owner left loses the seat and goes on")
{
    PracticeCase c(0.0);
    auto& e = c.country.state.employers;
    // The practices of Drieland have one owner: make a second.
    auto& gps = c.country.state.physicians[gp];
    for (std::size_t i = 0; i < gps.size() && e.owners[c.id] < 2; ++i) {
        if (gps.employer[i] != c.id || gps.role[i] != Role::employed) continue;
        set_role(c.country.g, c.country.state, gp, i, Role::owner);
        ++e.owners[c.id];
    }
    REQUIRE(e.owners[c.id] == 2);
    c.owners_leave(1);
    c.pass(4);
    CHECK(e.owners[c.id] == 1);
    CHECK(e.open_seats[c.id] == 0);
    CHECK_FALSE(e.chain[c.id]);
    CHECK_FALSE(e.closed[c.id]);
}

TEST_CASE("when a practice closes its patients move within the region and its staff looks")
{
    PracticeCase c(0.0);
    auto& state = c.country.state;
    auto& e = state.employers;
    c.owners_leave();
    const RegionId region = c.country.world.employers[c.id].region;
    double need = 0;
    for (const EmployerId id : c.country.employers(gp))
        need += e.need[id];
    const int staff = e.heads[c.id];
    REQUIRE(staff > 0);
    const double fte = e.staff[c.id];
    c.pass(4);
    CHECK(e.closed[c.id]);
    CHECK(e.share[c.id] == 0);
    CHECK(e.need[c.id] == 0);
    CHECK(e.heads[c.id] == 0);
    CHECK(e.staff[c.id] == 0);
    for (const RegionId r : c.country.world.regions.ids())
        CHECK_THAT(c.share_of_region(r), WithinAbs(1.0, 1e-12));
    double after = 0;
    for (const EmployerId id : c.country.employers(gp))
        after += e.need[id];
    CHECK_THAT(after, WithinAbs(need, 1e-9));
    const auto& account = state.account[region][gp];
    CHECK_THAT(account[static_cast<std::size_t>(Cause::closed)], WithinAbs(-fte, 1e-9));
    const auto& gps = state.physicians[gp];
    int seeking = 0;
    for (std::size_t i = 0; i < gps.size(); ++i) {
        CHECK(gps.employer[i] != c.id);
        seeking += gps.role[i] == Role::seeking;
    }
    CHECK(seeking >= staff);
}

TEST_CASE("the last practice of a region does not close")
{
    PracticeCase c(0.0);
    auto& e = c.country.state.employers;
    const RegionId region = c.country.world.employers[c.id].region;
    for (const EmployerId id : c.country.employers(gp)) {
        if (c.country.world.employers[id].region == region && id != c.id) e.closed[id] = 1;
    }
    c.owners_leave();
    c.pass(4);
    CHECK_FALSE(e.closed[c.id]);
    CHECK(e.chain[c.id]);
}

TEST_CASE("patients go to the nearest practice that has room")
{
    PracticeCase c(0.0);
    auto& e = c.country.state.employers;
    const auto& world = c.country.world;
    const RegionId region = world.employers[c.id].region;
    // Only one practice of the region, in another settlement, is not short.
    EmployerId roomy;
    for (const EmployerId id : c.country.employers(gp)) {
        if (world.employers[id].region != region || id == c.id) continue;
        const bool there = world.employers[id].at != world.employers[c.id].at && roomy.none();
        if (there) roomy = id;
        e.delivered[id] = there ? e.need[id] : 0.5 * e.need[id];
    }
    REQUIRE_FALSE(roomy.none());
    const double moved = e.share[c.id], had = e.share[roomy];
    c.owners_leave();
    c.pass(4);
    CHECK_THAT(e.share[roomy], WithinAbs(had + moved, 1e-12));
}
