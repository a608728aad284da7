// SPDX-License-Identifier: EUPL-1.2
#include "sim/score/verdict.h"

#include "sim/score/area_access.h"
#include "tests/support/catch.h"
#include "tests/support/drieland.h"

using namespace mgz;
using namespace Catch::Matchers;

TEST_CASE("points rise with lack, frailty and the way, and are bounded")
{
    double before = -1;
    for (const double shortage : {0.0, 0.049, 0.05, 0.12, 0.2, 0.3, 0.9}) {
        CHECK(lack_points(shortage) >= before);
        before = lack_points(shortage);
    }
    CHECK(lack_points(0.049) == 0);
    CHECK(lack_points(0.05) == 2);
    CHECK(lack_points(0.9) == 10);
    CHECK(frail_points(1.0) == 0);
    CHECK(frail_points(1.2) == 2);
    CHECK(frail_points(3.0) == 5);
    CHECK(travel_points({14.9}) == 0);
    CHECK(travel_points({15.0}) == 1);
    CHECK(travel_points({200.0}) == 5);
}

TEST_CASE(
    "a region that is not short is no shortage area, another counts the way to one that is not")
{
    const World world = support::drieland();
    const HpsaScore score(world);
    IdVector<RegionId, double> shortage(3, 0.0);
    const RegionId middle = RegionId::at(0), east = RegionId::at(1), west = RegionId::at(2);
    shortage[east] = 0.12;
    auto scores = score.of(shortage);
    CHECK(scores[middle] == 0);
    CHECK(scores[west] == 0);
    // Frailty is the country's everywhere; middle and east lie 15 to 30 km apart.
    CHECK(scores[east] == lack_points(0.12) + 1);
    shortage[middle] = 0.06;
    scores = score.of(shortage);
    CHECK(scores[east] == lack_points(0.12) + 2);
    shortage[west] = 0.06;
    scores = score.of(shortage);
    CHECK(scores[east] == lack_points(0.12) + 5);
    CHECK(scores[east] <= hpsa_highest);
}

TEST_CASE("access of an area is the mean of its settlements, weighted by need")
{
    const World world = support::drieland();
    const Scenario scenario = support::drieland_scenario();
    for (const Profession p : all_professions) {
        const Access access(world, scenario.need, p);
        IdVector<EmployerId, EmployerMeans> means(world.employers.size());
        std::vector<float> delivered;
        for (const EmployerId e : world.employers.ids()) {
            delivered.push_back(static_cast<float>(1 + e.index() % 5));
            means[e].delivered = static_cast<double>(delivered.back());
        }
        const auto of_settlements = access.of(means).settlements;
        std::vector<double> sum(4, 0.0), people(4, 0.0);
        for (const SettlementId s : world.settlements.ids()) {
            const auto i = static_cast<Eigen::Index>(s.index());
            for (const std::size_t area : {world.settlements[s].region.index(), std::size_t{3}}) {
                sum[area] += access.demand()[i] * of_settlements[i];
                people[area] += access.demand()[i];
            }
        }
        const auto of_areas = AreaAccess(world, scenario.need, p).of(delivered);
        REQUIRE(of_areas.size() == 4);
        for (std::size_t area = 0; area < 4; ++area) {
            CHECK(of_areas[area] > 0);
            CHECK_THAT(of_areas[area], WithinRel(1e5 * sum[area] / people[area], 1e-12));
        }
    }
}
