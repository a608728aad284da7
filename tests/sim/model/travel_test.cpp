// SPDX-License-Identifier: EUPL-1.2
// A table of travel between zones, in everything of the model that measures distance.
#include <algorithm>
#include <random>

#include "sim/core/elementary.h"
#include "sim/model/simulation.h"
#include "tests/laws/flat.h"
#include "tests/support/catch.h"
#include "tests/support/small_country.h"
#include "tests/support/zones.h"

using namespace mgz;
using support::SmallCountry;

namespace {

/// Drieland with some hundred places more, zones across the boundaries of subregions, and ways of
/// all lengths between them.
World scattered(std::mt19937& random)
{
    World world = support::drieland();
    std::uniform_real_distribution<double> x(0, 60), y(0, 20), factor(0.9, 6);
    for (int i = 0; i < 150; ++i) {
        Settlement s = world.settlements[SettlementId::at(static_cast<std::size_t>(i) % 7)];
        s.code = fmt::format("s{}", i);
        s.at = support::drieland_point(x(random), y(random));
        world.settlements.push_back(s);
    }
    world.detour = 1.1;
    support::add_travel(
        world, 9, [](SettlementId s) { return s.index() * 5 % 9; },
        [&](std::size_t, std::size_t) { return factor(random); });
    // Both ways alike, as a table is.
    std::vector<double> ways;
    for (std::uint32_t a = 0; a < 9; ++a) {
        for (std::uint32_t b = 0; b < 9; ++b)
            ways.push_back(world.roads.factors.between(std::min(a, b), std::max(a, b)));
    }
    world.roads.factors = geo::ZoneFactors(9, ways);
    return world;
}

/// Share of the physicians who work across the boundary of west and the rest from their root.
double share_across(double barrier)
{
    World world = support::drieland();
    support::add_travel_by_subregion(world, [&](std::size_t, std::size_t b) {
        return b == 3 ? barrier : 1.0;  // w1 is the last
    });
    auto scenario = support::drieland_scenario();
    scenario.to = 2032;
    const auto west = [&](SettlementId s) {
        return world.settlements[s].subregion == SubregionId::at(3);
    };
    int across = 0, all = 0;
    for (const std::uint32_t seed : {1u, 2u, 3u, 4u}) {
        SmallCountry c(scenario, world, seed);
        for (int q = 0; q < 120; ++q)
            advance_quarter(c.g, c.draws, c.g.books.first() + q, c.state);
        for (const Profession p : all_professions) {
            const auto& physicians = c.state.physicians[p];
            for (std::size_t i = 0; i < physicians.size(); ++i) {
                const EmployerId at = physicians.employer[i];
                if (at.none()) continue;
                ++all;
                across += west(physicians.root[i]) != west(c.world.employers[at].at);
            }
        }
    }
    REQUIRE(all > 500);
    return static_cast<double>(across) / all;
}

}  // namespace

TEST_CASE("the bound on the distance to a subregion is the distance to its nearest settlement")
{
    std::mt19937 random(11);
    for (int round = 0; round < 5; ++round) {
        const World world = scattered(random);
        const auto scenario = support::drieland_scenario();
        const Groundwork g(world, scenario);
        for (const SettlementId from : world.settlements.ids()) {
            std::vector<double> least(world.subregions.size(), 1e9);
            for (const SettlementId to : world.settlements.ids()) {
                auto& bound = least[world.settlements[to].subregion.index()];
                bound = std::min(bound, g.log_km(from, to));
            }
            for (std::size_t s = 0; s < least.size(); ++s)
                CHECK(g.least_log_km(from)[s] == least[s]);
        }
    }
}

TEST_CASE("a table that says what the crow says changes not one bit")
{
    for (const double detour : {1.0, 1.3}) {
        World world = support::drieland();
        world.detour = detour;
        const auto scenario = support::drieland_scenario();
        const auto history = [&] {
            const Groundwork g(world, scenario);
            return laws::flat(simulate(g, 5, 0, RecordPlan::yearly(scenario)));
        };
        const auto without = history();
        support::add_travel_by_subregion(world, [&](std::size_t, std::size_t) { return detour; });
        CHECK(history() == without);
        support::add_travel_by_subregion(world, [](std::size_t, std::size_t) { return 2.5; });
        CHECK(history() != without);
    }
}

TEST_CASE("a barrier between two halves of a country keeps people on their side")
{
    const double open = share_across(1), hindered = share_across(2), closed = share_across(10);
    INFO(open << " " << hindered << " " << closed);
    CHECK(open > 0.1);
    CHECK(hindered < 0.9 * open);
    CHECK(closed < 0.7 * hindered);
}

TEST_CASE("neighbours, locums and practice places go by travel, not by the crow")
{
    World world = support::drieland();
    auto scenario = support::drieland_scenario();
    const auto m = RegionId::at(0), o = RegionId::at(1), w = RegionId::at(2);
    const auto m1 = SubregionId::at(0), w1 = SubregionId::at(3);
    scenario.careers.locum_range_km = 25;
    scenario.training.practice_radius_km = 30;
    const auto reaches = [](const Groundwork& g, SubregionId from, SubregionId to) {
        const auto& list = g.locum_reach[from];
        return std::find(list.begin(), list.end(), to) != list.end();
    };
    const auto trains_in = [&](const Groundwork& g, RegionId region) {
        const auto& list = g.practice_places[CentreId::at(1)].places;  // of the GPs, in west
        return std::any_of(list.begin(), list.end(),
                           [&](SettlementId s) { return world.settlements[s].region == region; });
    };
    {
        const Groundwork g(world, scenario);
        CHECK(g.regions_nearby[m] == std::vector<RegionId>{m, w, o});
        CHECK(reaches(g, m1, w1));
        CHECK(trains_in(g, m));
    }
    support::add_travel_by_subregion(world,
                                     [](std::size_t, std::size_t b) { return b == 3 ? 3.0 : 1.0; });
    const Groundwork g(world, scenario);
    CHECK(g.regions_nearby[m] == std::vector<RegionId>{m, o, w});
    CHECK_FALSE(reaches(g, m1, w1));
    CHECK(reaches(g, w1, w1));
    CHECK_FALSE(trains_in(g, m));
    // The VVT of 4 is 14 km from that of 3 and 10 from that of 5, with the river 43.
    for (const EmployerId e : g.employers[Profession::so]) {
        const auto& near = g.reach->nearest[e];
        const auto km = [&](EmployerId other) {
            return world.travel(world.employers[e].at, world.employers[other].at).value;
        };
        CHECK(std::is_sorted(near.begin(), near.end(),
                             [&](EmployerId a, EmployerId b) { return km(a) < km(b); }));
    }
}
