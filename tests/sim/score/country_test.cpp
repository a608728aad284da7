// SPDX-License-Identifier: EUPL-1.2
#include "sim/score/country.h"

#include "sim/score/ensemble.h"
#include "tests/support/catch.h"

using Catch::Matchers::WithinRel;
using namespace mgz;

namespace {

constexpr auto gp = Profession::gp;

/// Two regions at one time: 100 FTE of GPs needed in the first, 300 in the second.
AreaTable two_regions(double first, double second)
{
    AreaTable table(1, 2);
    const std::array<double, 2> need{100, 300}, fte{first, second};
    for (std::size_t r = 0; r < 2; ++r) {
        table.at(0, r, gp, Figure::need) = need[r];
        table.at(0, r, gp, Figure::fte) = fte[r];
        table.at(0, r, gp, Figure::shortage) = std::max(0.0, 1 - fte[r] / need[r]);
    }
    return table;
}

}  // namespace

TEST_CASE("the country is the sum of its regions, and a surplus does not make up for a shortage")
{
    const auto country = country_of(two_regions(120, 240));
    CHECK(country.areas() == 1);
    CHECK(country.at(0, 0, gp, Figure::need) == 400);
    CHECK(country.at(0, 0, gp, Figure::fte) == 360);
    CHECK_THAT(country.at(0, 0, gp, Figure::shortage), WithinRel(60.0 / 400, 1e-12));
    CHECK(country.at(0, 0, Profession::avg, Figure::shortage) == 0);
}

TEST_CASE("figures of the country have an interval: it is summed in each replicate first")
{
    std::vector<History> histories(2);
    for (std::size_t r = 0; r < 2; ++r) {
        histories[r].plan.quarters = {Quarter::of(2023, 4)};
        histories[r].regions = r == 0 ? two_regions(90, 300) : two_regions(100, 270);
        histories[r].subregions = AreaTable(1, 0);
        histories[r].care = RegionTable(1, 2);
    }
    const auto ensemble = summarise(histories);
    const Spread& s = ensemble.country.at(0, 0, gp, Figure::shortage);
    CHECK_THAT(s.mean, WithinRel((10.0 + 30) / 800, 1e-12));
    CHECK_THAT(s.p50, WithinRel(0.05, 1e-12));
    CHECK_THAT(ensemble.country.shortage(0, 0).mean, WithinRel(0.025, 1e-12));  // no SO is missing
}
