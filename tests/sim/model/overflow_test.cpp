// SPDX-License-Identifier: EUPL-1.2
#include <memory>

#include "sim/model/care.h"
#include "sim/model/delivery.h"
#include "tests/support/catch.h"
#include "tests/support/small_country.h"

using Catch::Matchers::WithinAbs;
using namespace mgz;
using support::SmallCountry;

namespace {

std::unique_ptr<SmallCountry> country_with_gap(double gap)
{
    auto scenario = support::drieland_scenario();
    scenario.need.start_gap = {{gap, gap, gap}};
    auto c = std::make_unique<SmallCountry>(scenario);
    for (int i = 0; i < 12; ++i) {
        deliver(c->g, c->state);
        overflow(c->g, c->state);
    }
    return c;
}

}  // namespace

TEST_CASE("where there are physicians enough nobody is pushed on, waits or goes elsewhere")
{
    const auto c = country_with_gap(-0.3);
    for (const auto& region : c->state.regions) {
        CHECK(region.pushed < 0.02);
        CHECK_THAT(region.vvt.placed_away, WithinAbs(0, 1e-9));
        CHECK(region.vvt.closed == 0);
        CHECK(region.taken_over < 1e-9);
    }
}

TEST_CASE("scarcity closes beds, lengthens lists and sends clients on")
{
    const auto good = country_with_gap(0.02), bad = country_with_gap(0.25);
    for (const RegionId r : good->world.regions.ids()) {
        const auto& a = good->state.regions[r];
        const auto& b = bad->state.regions[r];
        CHECK(b.vvt.closed > a.vvt.closed);
        CHECK(b.vvt.queue > a.vvt.queue);
        CHECK(b.vvt.placed_here / b.vvt.urgent < a.vvt.placed_here / a.vvt.urgent);
        CHECK(b.crisis > a.crisis);
        CHECK(b.pushed > a.pushed);
        CHECK(b.vvt.weeks_back > a.vvt.weeks_back);
        // Places of the disabled hardly depend on physicians.
        CHECK(b.ghz.closed < b.vvt.closed);
    }
}

TEST_CASE("general practitioners take over in small homes as far as they can themselves")
{
    SmallCountry c;
    auto& e = c.state.employers;
    deliver(c.g, c.state);
    for (const Profession p : {Profession::so, Profession::avg}) {
        for (const EmployerId id : c.employers(p))
            e.given.set(id, {});
    }
    const auto taken_with = [&](double filled) {
        for (const EmployerId id : c.employers(Profession::gp))
            e.delivered[id] = filled * e.need[id];
        overflow(c.g, c.state);
        return c.state.regions[RegionId::at(0)].taken_over;
    };
    const double well = taken_with(1.0), less = taken_with(0.96), none = taken_with(0.9);
    const auto& region = c.state.regions[RegionId::at(0)];
    const double lost = region.small_needed[Profession::so] + region.small_needed[Profession::avg];
    CHECK_THAT(well, WithinAbs(c.scenario.care.gp_takeover * lost, 1e-9));
    CHECK(less < well);
    CHECK(less > 0);
    CHECK(none == 0);
}

TEST_CASE("clients placed elsewhere come back when their region has room again")
{
    const auto c = country_with_gap(0.25);
    double away = 0;
    for (const auto& region : c->state.regions)
        away += region.vvt.away;
    REQUIRE(away > 0);
    auto& e = c->state.employers;
    for (const EmployerId id : c->employers(Profession::so))
        e.delivered[id] = e.need[id];
    for (int i = 0; i < 20; ++i)
        overflow(c->g, c->state);
    double left = 0;
    for (const auto& region : c->state.regions)
        left += region.vvt.away;
    CHECK(left < 0.1 * away);
}
