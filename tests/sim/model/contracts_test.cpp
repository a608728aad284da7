// SPDX-License-Identifier: EUPL-1.2
#include "geo/distance.h"
#include "sim/model/delivery.h"
#include "sim/model/positions.h"
#include "tests/support/catch.h"
#include "tests/support/small_country.h"

using Catch::Matchers::WithinAbs;
using namespace mgz;
using support::SmallCountry;

namespace {

/// Takes everybody away from every employer of the profession but those given by place in the list.
void only_these_have_staff(SmallCountry& c, Profession p, std::vector<std::size_t> kept)
{
    std::vector<std::uint8_t> keep(c.employers(p).size(), 0);
    for (const std::size_t k : kept)
        keep[k] = 1;
    auto& physicians = c.state.physicians[p];
    for (std::size_t k = 0; k < keep.size(); ++k) {
        if (keep[k]) continue;
        const EmployerId id = c.employers(p)[k];
        for (std::size_t i = 0; i < physicians.size(); ++i) {
            if (physicians.employer[i] == id) physicians.employer[i] = EmployerId{};
        }
        c.state.employers.heads[id] = 0;
    }
    recount_staff(c.g, c.state);
}

double sum_over(const SmallCountry& c, Profession p, const IdVector<EmployerId, double>& column)
{
    double sum = 0;
    for (const EmployerId id : c.employers(p))
        sum += column[id];
    return sum;
}

}  // namespace

TEST_CASE("who has no physician contracts from the nearest who has, and no need is lost")
{
    SmallCountry c;
    const Profession p = Profession::so;
    REQUIRE(c.employers(p).size() == 7);
    only_these_have_staff(c, p, {0, 4});
    assign_contracts(c.g, p, c.state.employers);
    auto& e = c.state.employers;
    const auto at = [&](EmployerId id) { return c.world.settlements[c.world.employers[id].at].at; };
    const EmployerId a = c.employers(p)[0], b = c.employers(p)[4];
    double to_a = 0, to_b = 0, without = 0;
    for (const EmployerId id : c.employers(p)) {
        if (id == a || id == b) continue;
        CHECK(e.contracted[id] == 0);
        const double asked = wanted_by_contract(e, id);
        without += asked;
        (geo::distance(at(id), at(a)) < geo::distance(at(id), at(b)) ? to_a : to_b) += asked;
    }
    CHECK_THAT(e.contracted[a], WithinAbs(to_a, 1e-12));
    CHECK_THAT(e.contracted[b], WithinAbs(to_b, 1e-12));
    CHECK_THAT(sum_over(c, p, e.contracted), WithinAbs(without, 1e-12));
    CHECK(to_a > 0);
    CHECK(to_b > 0);
}

TEST_CASE("hours given by contract are hours had: they sum to zero over the country")
{
    SmallCountry c;
    for (const Profession p : {Profession::so, Profession::avg}) {
        only_these_have_staff(c, p, {1});
        const auto& e = c.state.employers;
        c.set_need(c.employers(p)[1], 0.5 * e.staff[c.employers(p)[1]]);  // hours to spare
        deliver(c.g, c.state);
        CHECK_THAT(sum_over(c, p, e.by_contract), WithinAbs(0, 1e-9));
        const EmployerId host = c.employers(p)[1];
        CHECK(e.by_contract[host] < 0);
        // The own house first; its neighbours share what is left in proportion to what they ask.
        const double there = e.staff[host] + e.trainees[host];
        CHECK_THAT(e.given[host].own(), WithinAbs(std::min(e.needed[host].own(), there), 1e-9));
        CHECK(e.given[host].total() <= there + 1e-9);
        const double share = -e.by_contract[host] / e.contracted[host];
        for (const EmployerId id : c.employers(p)) {
            if (id == host) continue;
            CHECK_THAT(e.by_contract[id], WithinAbs(share * wanted_by_contract(e, id), 1e-9));
        }
    }
}

TEST_CASE("where nobody has a physician nobody gets any")
{
    SmallCountry c;
    const Profession p = Profession::avg;
    only_these_have_staff(c, p, {});
    deliver(c.g, c.state);
    const auto& e = c.state.employers;
    CHECK(sum_over(c, p, e.contracted) == 0);
    for (const EmployerId id : c.employers(p)) {
        CHECK_THAT(e.delivered[id], WithinAbs(e.trainees[id], 1e-12));
        CHECK(e.load[id] <= 2);
    }
}

TEST_CASE("general practices contract nothing")
{
    SmallCountry c;
    deliver(c.g, c.state);
    for (const EmployerId id : c.employers(Profession::gp)) {
        CHECK(c.state.employers.contracted[id] == 0);
        CHECK(c.state.employers.by_contract[id] == 0);
    }
}
