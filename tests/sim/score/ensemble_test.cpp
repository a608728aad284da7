// SPDX-License-Identifier: EUPL-1.2
#include "sim/score/ensemble.h"

#include "tests/support/catch.h"

using Catch::Matchers::WithinRel;
using namespace mgz;

namespace {

/// One region, one quarter, and what was spent in it.
History history_of(double thin_duty, std::vector<CostRow> costs)
{
    History h;
    h.plan.quarters = {Quarter::of(2023, 4)};
    h.regions = AreaTable(1, 1);
    h.subregions = AreaTable(1, 1);
    h.care = RegionTable(1, 1);
    h.care.at(0, RegionId::at(0), RegionFigure::thin_duty) = thin_duty;
    h.costs = std::move(costs);
    return h;
}

CostRow spent(int year, std::size_t region, std::size_t item, Payer payer, double euro)
{
    return {year, RegionId::at(region), item, payer, euro};
}

}  // namespace

TEST_CASE("figures of care have a mean and percentiles over replicates")
{
    const std::vector<History> two{history_of(0.1, {}), history_of(0.5, {})};
    const auto ensemble = summarise(two);
    const Spread& s = ensemble.care.at(0, RegionId::at(0), RegionFigure::thin_duty);
    CHECK_THAT(s.mean, WithinRel(0.3, 1e-12));
    CHECK_THAT(s.p05, WithinRel(0.12, 1e-12));
    CHECK_THAT(s.p50, WithinRel(0.3, 1e-12));
    CHECK_THAT(s.p95, WithinRel(0.48, 1e-12));
    CHECK(ensemble.care.at(0, RegionId::at(0), RegionFigure::pools).mean == 0);
    CHECK(ensemble.costs.empty());
    CHECK(ensemble.inventory.years() == std::vector{2023});
}

TEST_CASE("a replicate that did not spend counts as zero, whatever the order of rows")
{
    const std::vector<History> three{
        history_of(0, {spent(2024, 1, 3, Payer::wlz, 90), spent(2023, 0, 3, Payer::wlz, 30)}),
        history_of(0, {spent(2023, 0, 3, Payer::wlz, 60), spent(2023, 0, 3, Payer::zvw, 5),
                       spent(2023, 0, 3, Payer::zvw, 10), spent(2023, 0, 1, Payer::wlz, 0)}),
        history_of(0, {})};
    const auto costs = spread_costs(three);
    REQUIRE(costs.size() == 3);
    CHECK(costs[0].year == 2023);
    CHECK(costs[0].payer == Payer::wlz);
    CHECK(costs[0].mean == 30);
    CHECK_THAT(costs[0].p05, WithinRel(3.0, 1e-12));
    CHECK_THAT(costs[0].p95, WithinRel(57.0, 1e-12));
    CHECK(costs[1].payer == Payer::zvw);
    CHECK(costs[1].mean == 5);  // 5 and 10 of one replicate
    CHECK(costs[2].year == 2024);
    CHECK(costs[2].region == RegionId::at(1));
    CHECK(costs[2].mean == 30);
}
