// SPDX-License-Identifier: EUPL-1.2
// Intensities: what runs by itself, what a scenario forces, where.
#include "sim/model/measures.h"

#include "geo/check.h"
#include "sim/model/people.h"
#include "sim/scenario/interventions.h"
#include "sim/world/places.h"
#include "tests/support/catch.h"
#include "tests/support/small_country.h"

using namespace mgz;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using support::SmallCountry;

namespace {

Scenario with(std::vector<Intervention> interventions)
{
    auto s = support::drieland_scenario();
    for (auto& i : interventions)
        i.origin = "s.toml, line 7";
    s.interventions = std::move(interventions);
    return s;
}

Intervention forced(Initiative i, double intensity, std::vector<std::string> where)
{
    Intervention intervention;
    intervention.initiative = i;
    intervention.from = 2003;
    intervention.ramp_years = 0;
    intervention.intensity = intensity;
    intervention.where = std::move(where);
    return intervention;
}

// Subregions of Drieland: m1, o1, o2, w1; regions m, o, w.
SubregionId subregion(std::size_t i)
{
    return SubregionId::at(i);
}

}  // namespace

TEST_CASE("a region's code stands for its subregions")
{
    SmallCountry c(with(
        {forced(Initiative::triage, 0.6, {"o"}), forced(Initiative::triage, 0.4, {"w1", "o2"})}));
    resolve_intensities(c.g, c.state);
    const auto at = [&](std::size_t i) {
        return intensity(c.state, Initiative::triage, subregion(i));
    };
    CHECK(at(0) == 0);
    CHECK(at(1) == 0.6);
    CHECK(at(2) == 0.6);
    CHECK(at(3) == 0.4);
    CHECK(intensity(c.state, Initiative::triage) == 0);
    CHECK(intensity(c.state, Initiative::anw_pool, subregion(1)) == 0);
}

TEST_CASE("without a place an intervention holds everywhere and for the country")
{
    SmallCountry c(with({forced(Initiative::hours, 0.7, {})}));
    resolve_intensities(c.g, c.state);
    CHECK(intensity(c.state, Initiative::hours) == 0.7);
    for (const SubregionId s : c.world.subregions.ids())
        CHECK(intensity(c.state, Initiative::hours, s) == 0.7);
    for (const RegionId r : c.world.regions.ids())
        CHECK_THAT(intensity(c.g, c.state, Initiative::hours, r), WithinAbs(0.7, 1e-15));
}

TEST_CASE("a region feels the mean of its subregions by inhabitants")
{
    // o1 has 15,000 inhabitants, o2 20,000.
    SmallCountry c(with({forced(Initiative::triage, 1, {"o2"})}));
    resolve_intensities(c.g, c.state);
    const RegionId east = RegionId::at(1);
    CHECK_THAT(intensity(c.g, c.state, Initiative::triage, east), WithinAbs(20.0 / 35, 1e-12));
    const TableId table = c.g.table_of[subregion(1)];
    CHECK_THAT(intensity(c.g, c.state, Initiative::triage, table), WithinAbs(20.0 / 35, 1e-12));
}

TEST_CASE("in a part of a subregion an intervention has that part of its intensity")
{
    auto scenario =
        with({forced(Initiative::triage, 0.6, {}), forced(Initiative::triage, 0.1, {"w"})});
    scenario.interventions[0].area = "half.gpkg";
    World world = support::drieland();
    // Of the middle half of the people, of the west a tenth, of the south-east all.
    world.areas["half.gpkg"] = {SettlementId::at(0), SettlementId::at(3), SettlementId::at(5)};
    const Groundwork g(world, scenario);
    const auto row = forced_intensities(g, g.books.first());
    const auto at = [&](std::size_t i) { return row[subregion(i)][index_of(Initiative::triage)]; };
    CHECK_THAT(at(0), WithinAbs(0.3, 1e-12));
    CHECK(at(1) == 0.6);
    CHECK(at(2) == 0);
    CHECK(at(3) == 0.1);  // the stronger of two, not their sum
}

TEST_CASE("selection by home takes as many from a part of a subregion as its share")
{
    // Keys of cohorts that enter in 2004, when the lever is in force.
    const auto selected = [](const World& world, const char* area) {
        auto scenario = with({forced(Initiative::home_selection, 1, {})});
        scenario.interventions[0].area = area;
        const auto nobody = with({});
        const Groundwork g(world, scenario), plain(world, nobody);
        const Draws draws(1, 0);
        int moved = 0;
        for (AgentKey ordinal = 0; ordinal < 20000; ++ordinal) {
            const AgentKey key = AgentKey{66} << 20 | ordinal;
            const auto home = home_of(g, draws, key);
            if (home == home_of(plain, draws, key)) continue;
            CHECK(world.settlements[home].subregion == subregion(0));
            ++moved;
        }
        return moved;
    };
    World world = support::drieland();
    world.areas["all"] = {SettlementId::at(3), SettlementId::at(4)};  // of the middle
    world.areas["half"] = {SettlementId::at(3)};
    const double all = selected(world, "all");
    CHECK(all > 5000);
    CHECK_THAT(selected(world, "half") / all, WithinAbs(0.5, 0.02));
}

TEST_CASE("a lever limited to an area is not the country's")
{
    auto scenario = with({forced(Initiative::location_incentive, 1, {})});
    scenario.interventions[0].area = "half.gpkg";
    CHECK(national_intensity(scenario, Initiative::location_incentive, 2010) == 0);
    scenario.interventions[0].area.clear();
    CHECK(national_intensity(scenario, Initiative::location_incentive, 2010) == 1);
}

TEST_CASE("a project of a table works there; the stronger of project and scenario counts")
{
    SmallCountry c(with({forced(Initiative::anw_pool, 0.5, {})}));
    Project project;
    project.initiative = Initiative::anw_pool;
    project.table = c.g.table_of[subregion(1)];
    project.phase = Phase::realising;
    project.intensity = 0.8;
    c.state.cooperation.projects = {project};
    resolve_intensities(c.g, c.state);
    CHECK(intensity(c.state, Initiative::anw_pool, subregion(1)) == 0.8);
    CHECK(intensity(c.state, Initiative::anw_pool, subregion(2)) == 0.8);
    CHECK(intensity(c.state, Initiative::anw_pool, subregion(0)) == 0.5);
}

TEST_CASE("a measure of an institution works at that institution alone")
{
    SmallCountry c(with({forced(Initiative::triage, 0.3, {})}));
    const EmployerId id = c.employers(Profession::so).front();
    const EmployerId other = c.employers(Profession::so).back();
    c.state.cooperation.measures[id][index_of(Initiative::triage)] = 0.9;
    resolve_intensities(c.g, c.state);
    CHECK(intensity(c.g, c.state, Initiative::triage, id) == 0.9);
    CHECK(intensity(c.g, c.state, Initiative::triage, other) == 0.3);
}

TEST_CASE("a code that no place has is refused with the nearest and the line")
{
    const World world = support::drieland();
    CHECK_THROWS_WITH(
        subregions_of(world,
                      with({forced(Initiative::triage, 1, {"o", "o3"})}).interventions.front()),
        ContainsSubstring("s.toml, line 7") &&
            ContainsSubstring("no region or subregion has the code \"o3\"") &&
            ContainsSubstring("did you mean"));
}
