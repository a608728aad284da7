// SPDX-License-Identifier: EUPL-1.2
// A projection moves need between regions; the country's need stays with need.*.growth.
#include <cmath>

#include "sim/model/simulation.h"
#include "tests/support/catch.h"
#include "tests/support/drieland.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace mgz;

namespace {

/// One zone per region: m, o, w. `growth(zone, group)` is a yearly factor from 2003 to 2040.
template <class Growth>
void add_projection(World& world, Growth growth)
{
    IdVector<SettlementId, std::uint32_t> zone;
    for (const auto& s : world.settlements)
        zone.push_back(s.region.value);
    std::vector<int> years;
    for (int year = 2003; year <= 2040; ++year)
        years.push_back(year);
    std::vector<AgeGroups> ratio;
    for (std::size_t z = 0; z < world.regions.size(); ++z) {
        for (const int year : years) {
            AgeGroups of_year{};
            for (std::size_t g = 0; g < age_group_count; ++g)
                of_year[g] = std::pow(growth(z, g), year - population_year);
            ratio.push_back(of_year);
        }
    }
    world.projection = Projection(zone, years, ratio);
}

/// Regions unlike in age, so that growth by age moves shares.
World unlike()
{
    World world = support::drieland();
    for (auto& s : world.settlements) {
        if (s.region == RegionId::at(1)) s.population[4] *= 3;
        if (s.region == RegionId::at(2)) s.population[0] *= 2;
    }
    return world;
}

Scenario long_run()
{
    auto s = support::drieland_scenario();
    s.to = 2040;
    return s;
}

}  // namespace

TEST_CASE("a projection of the national growth by age gives the default shares")
{
    World world = unlike();
    const auto scenario = long_run();
    const Groundwork plain(world, scenario);
    World same = world;
    add_projection(same,
                   [&](std::size_t, std::size_t g) { return 1 + scenario.need.age_growth[g]; });
    const Groundwork projected(same, scenario);
    double moved = 0;
    for (const Profession p : all_professions) {
        for (int year = scenario.from; year <= scenario.to; ++year) {
            const auto q = Quarter::of(year, 3);
            const double total = plain.books.need(p, q).value;
            for (const RegionId r : world.regions.ids()) {
                const double share = plain.need(p, r, q).value / total;
                CHECK_THAT(projected.need(p, r, q).value / total, WithinAbs(share, 1e-12));
                const double first = plain.need(p, r, plain.books.first()).value /
                                     plain.books.need(p, plain.books.first()).value;
                moved = std::max(moved, std::abs(share - first));
            }
        }
    }
    CHECK(moved > 0.001);  // or the test would hold for shares that stand still
}

TEST_CASE("a region that ages has more of the need, the country's need stays")
{
    World world = support::drieland();
    const auto scenario = long_run();
    const Groundwork plain(world, scenario);
    const auto old = RegionId::at(1);
    World aged = world;
    add_projection(aged, [&](std::size_t z, std::size_t g) {
        return z == old.index() && g == 4 ? 1.06 : 1 + scenario.need.age_growth[g];
    });
    const Groundwork g(aged, scenario);
    const auto last = plain.books.last();
    const Profession p = Profession::so;
    CHECK_THAT(g.need(p, old, Quarter::of(2021, 1)).value,
               WithinRel(plain.need(p, old, Quarter::of(2021, 1)).value, 1e-12));
    CHECK(g.need(p, old, last).value > 1.2 * plain.need(p, old, last).value);
    double sum = 0;
    for (const RegionId r : world.regions.ids())
        sum += g.need(p, r, last).value;
    CHECK_THAT(sum, WithinRel(plain.books.need(p, last).value, 1e-12));
}

TEST_CASE("a region that ages faster than physicians can come is shorter")
{
    World world = support::drieland();
    auto scenario = support::drieland_scenario();
    scenario.to = 2023;
    scenario.training.places[Profession::so] = Series{{{2000, 8}}};  // some, but not all posts
    const Groundwork plain(world, scenario);
    for (const RegionId old : world.regions.ids()) {
        World aged = world;
        add_projection(aged, [&](std::size_t z, std::size_t g) {
            return z == old.index() && g == 4 ? 1.5 : 1 + scenario.need.age_growth[g];
        });
        const Groundwork g(aged, scenario);
        constexpr int replicates = 40;
        const auto shortage = [&](const Groundwork& groundwork, int year) {
            double sum = 0;
            for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
                const auto h = simulate(groundwork, 1, replicate, RecordPlan::yearly(scenario));
                const auto time = static_cast<std::size_t>(year - scenario.from);
                sum += h.regions.at(time, old.index(), Profession::so, Figure::shortage);
            }
            return sum / replicates;
        };
        const double before = shortage(plain, 2023), after = shortage(g, 2023);
        INFO(world.regions[old].code << " " << before << " " << after);
        CHECK(after > before + 0.01);
    }
}
