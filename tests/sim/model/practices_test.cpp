// SPDX-License-Identifier: EUPL-1.2
// What is worked out for several employers at a time against the rules for one, to the bit.
#include "sim/model/practices.h"

#include <random>

#include "sim/core/elementary.h"
#include "sim/model/care.h"
#include "sim/model/delivery.h"
#include "sim/model/urgency.h"
#include "tests/support/catch.h"
#include "tests/support/small_country.h"

using Catch::Matchers::WithinAbs;
using namespace mgz;
using support::gp;
using support::SmallCountry;

namespace {

/// Practices in every state there is: closed, without need, with more trainees to supervise than
/// staff, with plenty, with boards that have withdrawn.
void mix(SmallCountry& c, std::uint32_t seed)
{
    std::mt19937 twister(seed);
    const auto part = [&] { return twister() * 0x1p-32; };
    auto& e = c.state.employers;
    for (const EmployerId id : c.employers(gp)) {
        const bool closed = twister() % 5 == 0;
        ClassHours hours;
        for (const ClientClass k : all_client_classes) {
            const bool none = closed || k == ClientClass::neighbours || twister() % 4 == 0;
            hours[k] = none ? 0.0 : part();
        }
        e.needed.set(id, hours);
        e.need[id] = hours.total();
        e.staff[id] = twister() % 4 == 0 ? 0.0 : 2 * part();
        e.trainees[id] = part() - 0.5;
        e.locums[id] = twister() % 2 == 0 ? 0.0 : part();
        e.felt[id] = 1.5 * part();
        e.willingness[id] = std::array{0.0, part(), 1.0}[twister() % 3];
        e.heads[id] = e.staff[id] > 0 ? 1 : 0;
    }
}

}  // namespace

TEST_CASE("practices give the hours that hours_given() says, by the willingness of institutions")
{
    SmallCountry c;
    const auto& care = c.scenario.care;
    const double usual = c.g.usual_fte(gp, Role::employed, c.state.quarter);
    int withdrew = 0, without = 0;
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
        mix(c, seed);
        const EmployerStates before = c.state.employers;
        serve_patients(c.g, c.state);
        const EmployerStates& e = c.state.employers;
        for (const EmployerId id : c.employers(gp)) {
            const ClassHours needed = before.needed[id];
            const double duty = needed.total();
            const double fte = before.staff[id] + before.trainees[id] + before.locums[id];
            const double there = std::max(0.0, fte);
            const double felt =
                duty > 0 ? remembered(care, before.felt[id], there / duty) : before.felt[id];
            const double z =
                next_willingness(care, before.willingness[id], felt * duty, duty, usual);
            REQUIRE(e.delivered[id] == fte);
            REQUIRE(e.felt[id] == felt);
            REQUIRE(e.willingness[id] == z);
            REQUIRE(e.given[id].fte == hours_given(needed, there, z, 0.0).fte);
            withdrew += z < before.willingness[id];
            without += duty == 0;
        }
    }
    CHECK(withdrew > 20);
    CHECK(without > 20);
}

TEST_CASE("a load is need over FTE, more where nights are heavy, and at most 2")
{
    SmallCountry c;
    const auto& duty = c.scenario.duty;
    const auto& careers = c.scenario.careers;
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        mix(c, seed);
        serve_patients(c.g, c.state);
        auto& e = c.state.employers;
        std::mt19937 twister(seed);
        for (const Profession p : all_professions) {
            for (const EmployerId id : c.employers(p)) {
                e.duty_load[id] = p == gp ? 0.0 : 4 * (twister() * 0x1p-32);
                e.by_contract[id] = p == gp ? 0.0 : twister() * 0x1p-32 - 0.5;
                e.commercial[id] = p == gp ? 0.0 : twister() * 0x1p-33;
            }
        }
        weigh_load(c.g, c.state);
        for (const Profession p : all_professions) {
            for (const EmployerId id : c.employers(p)) {
                const bool host = e.heads[id] > 0;
                const double work = host ? e.needed[id].own() + e.given[id].outside() : e.need[id];
                const double there =
                    e.commercial[id] + e.delivered[id] - (host ? e.by_contract[id] : 0.0);
                const double days =
                    work > 0 ? std::min(2.0, work / std::max(there, work / 2)) : 1.0;
                const double nights =
                    1 + duty.load_effect * std::max(0.0, e.duty_load[id] - duty.thin_from);
                const double load = std::min(2.0, days * nights);
                REQUIRE(e.load[id] == load);
                REQUIRE(e.hazard[id] == std::min(careers.load_effect_max,
                                                 exp_of(careers.load_effect * (load - 1))));
            }
        }
    }
}

TEST_CASE("GPs of a table feel its gaps in proportion to need")
{
    SmallCountry c;
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        mix(c, seed);
        serve_patients(c.g, c.state);
        weigh_load(c.g, c.state);
        feel_urgency(c.g, c.draws, c.state);
        const auto& e = c.state.employers;
        IdVector<TableId, double> felt(c.g.tables.size(), 0.0), need(c.g.tables.size(), 0.0);
        for (const EmployerId id : c.employers(gp)) {
            if (!(e.need[id] > 0)) continue;
            const TableId t = c.g.table_of_employer[id];
            const double gap = 1 - e.delivered[id] / e.need[id];
            felt[t] += e.need[id] * urgency_of(c.scenario.cooperation, gap);
            need[t] += e.need[id];
        }
        for (const TableId t : c.g.tables.ids()) {
            const double expected = need[t] > 0 ? felt[t] / need[t] : 0.0;
            const auto& table = c.state.cooperation.tables[t];
            CHECK_THAT(table.urgency[static_cast<std::size_t>(Party::gp)],
                       WithinAbs(expected, 1e-14));
        }
    }
}
