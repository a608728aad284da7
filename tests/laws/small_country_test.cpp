// SPDX-License-Identifier: EUPL-1.2
#include <numeric>

#include "sim/model/delivery.h"
#include "sim/model/positions.h"
#include "tests/laws/laws.h"
#include "tests/support/small_country.h"

using namespace mgz;
using support::SmallCountry;

TEST_CASE("the laws hold in Drieland in every replicate")
{
    auto scenario = support::drieland_scenario();
    scenario.to = 2023;
    const World world = support::drieland();
    const Groundwork g(world, scenario);
    for (std::uint32_t replicate = 0; replicate < 10; ++replicate)
        laws::run_under_laws(g, 3, replicate);
}

TEST_CASE("the causes of the first year sum to the change since the start")
{
    SmallCountry c;
    IdVector<RegionId, ByProfession<double>> before(c.world.regions.size());
    const auto add = [&](double sign) {
        for (const Profession p : all_professions) {
            for (const EmployerId id : c.employers(p))
                before[c.world.employers[id].region][p] += sign * c.state.employers.delivered[id];
        }
    };
    add(-1);
    for (int q = 0; q < 4; ++q)
        advance_quarter(c.g, c.draws, c.g.books.first() + q, c.state);
    add(1);
    for (const RegionId r : c.world.regions.ids()) {
        for (const Profession p : all_professions) {
            const auto& causes = c.state.account[r][p];
            const double sum = std::accumulate(causes.begin(), causes.end(), 0.0);
            CHECK_THAT(sum, laws::WithinAbs(before[r][p], laws::rounding));
        }
    }
}

TEST_CASE("the stock starts where need is, to the head")
{
    const SmallCountry c;
    const auto& e = c.state.employers;
    for (const Profession p : all_professions) {
        double duty = 0;
        int heads = 0;
        for (const EmployerId id : c.employers(p)) {
            if (may_employ(c.g, e, p, id)) duty += e.duty(id);
            heads += e.heads[id];
        }
        REQUIRE(duty > 0);
        const int locums = p == Profession::gp
                               ? static_cast<int>(std::lround(c.scenario.careers.stock[p] *
                                                              c.scenario.careers.start_locums))
                               : 0;
        CHECK(heads == c.scenario.careers.stock[p] - locums);
        for (const EmployerId id : c.employers(p)) {
            const double quota = may_employ(c.g, e, p, id) ? heads * e.duty(id) / duty : 0;
            CHECK(std::abs(e.heads[id] - quota) < 1);
        }
    }
}

TEST_CASE("at the start the country is as short as the scenario says")
{
    auto scenario = support::drieland_scenario();
    scenario.careers.stock = {{1100, 400, 120}};
    scenario.need.start_gap = {{0.06, 0.1, 0.2}};
    scenario.careers.start_locums = 0;
    World world = support::drieland();
    for (auto& e : world.employers)
        e.owner_seats = e.kind == EmployerKind::gp_practice ? 1000 : 0;
    constexpr int seeds = 25;
    for (const Profession p : all_professions) {
        double delivered = 0, need = 0;
        for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
            const SmallCountry c(scenario, world, seed);
            for (const EmployerId id : c.employers(p)) {
                delivered += c.state.employers.delivered[id];
                need += c.state.employers.need[id];
            }
        }
        INFO(name_of(p));
        CHECK_THAT(1 - delivered / need, laws::WithinAbs(scenario.need.start_gap[p], 0.01));
    }
}

TEST_CASE("more training places mean less shortage, on average")
{
    auto few = support::drieland_scenario();
    few.to = 2018;
    auto many = few;
    many.training.places[Profession::gp].points.push_back({2004, 12});
    const World world = support::drieland();
    const Groundwork with_few(world, few), with_many(world, many);
    RecordPlan plan;
    plan.quarters = {Quarter::of(2018, 4)};
    double fewer = 0, more = 0;
    for (std::uint32_t r = 0; r < 20; ++r) {
        fewer += simulate(with_few, 1, r, plan).national[0][Profession::gp].fte;
        more += simulate(with_many, 1, r, plan).national[0][Profession::gp].fte;
    }
    INFO("mean FTE " << fewer / 20 << " and " << more / 20);
    CHECK(more > fewer);
}
