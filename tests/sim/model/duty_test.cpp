// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <set>

#include "sim/model/care.h"
#include "tests/support/catch.h"
#include "tests/support/small_country.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace mgz;
using support::SmallCountry;

namespace {

/// Everybody's intensity of one entry in the whole country.
void everywhere(SmallCountry& c, Initiative i, double x)
{
    for (auto& here : c.state.intensities.here)
        here[index_of(i)] = x;
}

double participants(const SmallCountry& c, const DutyGroup& group)
{
    const auto& physicians = c.state.physicians[group.profession];
    const std::set<EmployerId> members(group.members.begin(), group.members.end());
    double sum = 0;
    for (std::size_t i = 0; i < physicians.size(); ++i) {
        if (!members.count(physicians.employer[i])) continue;
        const bool older = physicians.older[i] <= c.state.quarter;
        sum += physicians.fte[i] / c.scenario.duty.fte_per_participant *
               (older ? c.scenario.duty.older_participation : 1.0);
    }
    return sum;
}

}  // namespace

TEST_CASE("every institution is in one duty group, and pools are whole")
{
    SmallCountry c;
    std::set<EmployerId> seen;
    for (std::size_t i = 0; i < c.g.duty_groups.size(); ++i) {
        const auto& group = c.g.duty_groups[i];
        for (const EmployerId id : group.members)
            CHECK(seen.insert(id).second);
        for (const std::size_t other : group.pool)
            CHECK(c.g.duty_groups[other].profession == group.profession);
        CHECK(std::count(group.pool.begin(), group.pool.end(), i) == 1);
    }
    CHECK(seen.size() == c.employers(Profession::so).size() + c.employers(Profession::avg).size());
}

TEST_CASE("shifts are divided over those who take part, older physicians for less")
{
    SmallCountry c;
    hold_duty(c.g, c.state);
    for (const auto& group : c.g.duty_groups) {
        const double people = participants(c, group);
        if (!(people > 1)) continue;
        for (const EmployerId id : group.members)
            CHECK_THAT(c.state.employers.duty_load[id],
                       WithinRel(c.scenario.duty.shifts_per_week / people, 1e-9));
    }
}

TEST_CASE("older physicians who stay away make a rota thinner")
{
    SmallCountry c;
    hold_duty(c.g, c.state);
    const auto before = c.state.employers.duty_load;
    for (auto& older : c.state.physicians[Profession::so].older)
        older = c.state.quarter;
    hold_duty(c.g, c.state);
    for (const EmployerId id : c.employers(Profession::so)) {
        if (before[id] < 4) CHECK(c.state.employers.duty_load[id] > before[id]);
    }
}

TEST_CASE("a pool has one rota: no shift is lost, travelling is added")
{
    SmallCountry c;
    everywhere(c, Initiative::anw_pool, 1);
    hold_duty(c.g, c.state);
    std::size_t pooled = 0;
    for (const auto& group : c.g.duty_groups) {
        if (group.pool.size() < 2) continue;
        ++pooled;
        double people = 0;
        for (const std::size_t other : group.pool)
            people += participants(c, c.g.duty_groups[other]);
        const double load = c.state.employers.duty_load[group.members.front()];
        CHECK_THAT(load * people, WithinRel(c.scenario.duty.shifts_per_week *
                                                (1 + c.scenario.initiatives.anw_pool_travel),
                                            1e-9));
    }
    CHECK(pooled > 0);
}

TEST_CASE("bought cover takes shifts from the own rota and is paid for by the shift")
{
    SmallCountry c;
    hold_duty(c.g, c.state);
    const auto before = c.state.employers.duty_load;
    c.state.ledger = Ledger(c.world.regions.size());
    everywhere(c, Initiative::bought_anw, 1);
    hold_duty(c.g, c.state);
    double euro = 0;
    for (const RegionId r : c.world.regions.ids())
        euro += c.state.ledger.of(
            r)[index_of(Initiative::bought_anw)][static_cast<std::size_t>(Payer::own_funds)];
    const auto& what = c.scenario.initiatives;
    const double shifts = static_cast<double>(c.g.duty_groups.size()) *
                          c.scenario.duty.shifts_per_week * what.bought_anw_share;
    CHECK_THAT(euro, WithinRel(13 * shifts * what.bought_anw_price, 1e-9));
    for (const EmployerId id : c.employers(Profession::so)) {
        if (before[id] < 9) {
            CHECK_THAT(c.state.employers.duty_load[id],
                       WithinRel((1 - what.bought_anw_share) * before[id], 1e-9));
        }
    }
}
