// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/delivery.h"

#include <algorithm>
#include <cmath>

#include "sim/model/careers.h"
#include "sim/model/simulation.h"
#include "tests/support/catch.h"
#include "tests/support/small_country.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace mgz;
using support::gp;
using support::SmallCountry;

namespace {

double missing(const EmployerStates& e, EmployerId id)
{
    return std::max(0.0, e.need[id] - e.staff[id] - e.trainees[id]);
}

/// Everybody who works as a GP becomes a changing locum who lives at the settlement.
void all_locums_at(SmallCountry& c, SettlementId s)
{
    auto& gps = c.state.physicians[gp];
    for (std::size_t i = 0; i < gps.size(); ++i) {
        gps.employer[i] = EmployerId{};
        set_role(c.g, c.state, gp, i, Role::locum);
        gps.base[i] = s;
    }
    for (const EmployerId id : c.employers(gp))
        c.state.employers.heads[id] = c.state.employers.owners[id] = 0;
    recount_staff(c.g, c.state);
}

double supply(const SmallCountry& c)
{
    double sum = 0;
    const auto& gps = c.state.physicians[gp];
    for (std::size_t i = 0; i < gps.size(); ++i) {
        if (gps.role[i] == Role::locum) sum += working_fte(c.g, c.state, gp, i);
    }
    return sum;
}

double in_subregion(const SmallCountry& c, std::size_t sub,
                    const IdVector<EmployerId, double>& column)
{
    double sum = 0;
    for (const EmployerId id : c.employers(gp)) {
        if (c.world.employers[id].subregion.index() == sub) sum += column[id];
    }
    return sum;
}

}  // namespace

TEST_CASE("what is delivered is staff, trainees, locums and contracts, locums fill gaps only")
{
    SmallCountry c;
    for (Quarter q = c.g.books.first(); q <= c.g.books.last(); q = q + 1) {
        advance_quarter(c.g, c.draws, q, c.state);
        const auto& e = c.state.employers;
        double locums = 0;
        for (const Profession p : all_professions) {
            double staff = 0, counted = 0;
            for (const EmployerId id : c.employers(p)) {
                CHECK_THAT(e.delivered[id],
                           WithinAbs(e.staff[id] + e.trainees[id] + e.locums[id] + e.shifted[id] -
                                         e.drawn[id] + e.shared[id] + e.by_contract[id],
                                     1e-9));
                CHECK(e.delivered[id] >= -1e-9);
                CHECK(e.locums[id] <= missing(e, id) + 1e-9);
                CHECK(e.locums[id] >= 0);
                locums += e.locums[id];
                staff += e.staff[id];
            }
            for (std::size_t i = 0; i < c.state.physicians[p].size(); ++i) {
                if (!c.state.physicians[p].employer[i].none())
                    counted += working_fte(c.g, c.state, p, i);
            }
            CHECK_THAT(staff, WithinAbs(counted, 1e-9));
        }
        CHECK(locums <= supply(c) + 1e-9);
    }
}

TEST_CASE("the work of trainees is all spread, within the region of the practice place")
{
    SmallCountry c;
    spread_trainees(c.g, c.state);
    const auto& e = c.state.employers;
    for (const Profession p : all_professions) {
        IdVector<RegionId, double> work(c.world.regions.size(), 0.0), spread = work;
        const auto& trainees = c.state.trainees[p];
        REQUIRE(trainees.size() > 0);
        for (std::size_t i = 0; i < trainees.size(); ++i) {
            work[c.world.settlements[trainees.practice[i]].region] +=
                c.g.books.trainee_fte(p, c.state.quarter - trainees.entered[i]).value;
        }
        for (const EmployerId id : c.employers(p))
            spread[c.world.employers[id].region] += e.trainees[id];
        for (const RegionId r : c.world.regions.ids())
            CHECK_THAT(spread[r], WithinAbs(work[r], 1e-9));
    }
}

TEST_CASE("more locums than gaps fill every gap in reach and no more")
{
    auto scenario = support::drieland_scenario();
    scenario.careers.stock[gp] = 400;
    scenario.need.start_gap[gp] = 0;
    scenario.careers.locum_range_km = 1000;
    SmallCountry c(scenario);
    all_locums_at(c, SettlementId::at(1));
    for (const EmployerId id : c.employers(gp))
        c.state.employers.need[id] /= 10;
    deliver(c.g, c.state);
    const auto& e = c.state.employers;
    for (const EmployerId id : c.employers(gp))
        CHECK_THAT(e.locums[id], WithinAbs(missing(e, id), 1e-6));
}

TEST_CASE("locums stay within their range, and share themselves by gravity on the gap")
{
    auto scenario = support::drieland_scenario();
    scenario.careers.locum_range_km = 1;  // their own subregion only
    SmallCountry near(scenario);
    all_locums_at(near, SettlementId::at(6));  // lives in o2
    deliver(near.g, near.state);
    CHECK(in_subregion(near, 2, near.state.employers.locums) > 0);
    for (const std::size_t other : {0, 1, 3})
        CHECK(in_subregion(near, other, near.state.employers.locums) == 0);

    scenario.careers.locum_range_km = 1000;
    scenario.careers.stock[gp] = 60;
    SmallCountry far(scenario);
    all_locums_at(far, SettlementId::at(6));
    for (const EmployerId id : far.employers(gp))
        far.state.employers.need[id] *= 3;  // gaps too large to fill
    deliver(far.g, far.state);
    const auto& e = far.state.employers;
    double gap = 0, locums = 0;
    for (const EmployerId id : far.employers(gp)) {
        gap += missing(e, id);
        locums += e.locums[id];
    }
    CHECK_THAT(locums, WithinRel(supply(far), 1e-9));
    for (const EmployerId id : far.employers(gp))
        CHECK_THAT(e.locums[id] / locums, WithinRel(missing(e, id) / gap, 1e-9));
}

TEST_CASE("load is need over care, twice at most, and drives the hazards up to a limit")
{
    SmallCountry c;
    for (const EmployerId id : c.employers(gp)) {
        c.set_need(id, 0.01 + 3.0 * static_cast<double>(id.index() % 7));
    }
    deliver(c.g, c.state);
    weigh_load(c.g, c.state);
    const auto& e = c.state.employers;
    const auto& careers = c.scenario.careers;
    double least = 9, most = 0;
    for (const EmployerId id : c.employers(gp)) {
        // Work is the own house and what is given outside it.
        const double work = e.needed[id].own() + e.given[id].outside();
        CHECK_THAT(e.load[id], WithinRel(std::min(2.0, work / e.delivered[id]), 1e-12));
        const double hazard = std::exp(careers.load_effect * (e.load[id] - 1));
        CHECK_THAT(e.hazard[id], WithinRel(std::min(careers.load_effect_max, hazard), 1e-12));
        least = std::min(least, e.load[id]);
        most = std::max(most, e.load[id]);
    }
    CHECK(least < 0.5);
    CHECK(most > 1);
}
