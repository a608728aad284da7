// SPDX-License-Identifier: EUPL-1.2
// Worlds and policies at the edge: nothing may break, and the laws hold.
#include "sim/world/employer_synthesis.h"
#include "tests/laws/laws.h"
#include "tests/support/drieland.h"

using namespace mgz;

namespace {

Scenario long_run()
{
    auto s = support::drieland_scenario();
    s.to = 2025;
    return s;
}

History run(const Scenario& scenario, const World& world = support::drieland())
{
    const Groundwork g(world, scenario);
    return laws::run_under_laws(g);
}

double last(const History& h, Profession p, double NationalFigures::*figure)
{
    return h.national.back()[p].*figure;
}

}  // namespace

TEST_CASE("a country that trains nobody for twenty years only loses physicians")
{
    auto s = long_run();
    for (const Profession p : all_professions)
        s.training.places[p] = Series{{{2000, 0}}};
    const auto h = run(s);
    for (const Profession p : all_professions) {
        CHECK(h.national.back()[p].flows.diplomas == 0);
        for (std::size_t t = 1; t < h.national.size(); ++t)
            CHECK(h.national[t][p].heads <= h.national[t - 1][p].heads);
        CHECK(h.national.back()[p].heads < h.national.front()[p].heads);
    }
}

TEST_CASE("a country in which no trainee gets the diploma")
{
    auto s = long_run();
    s.training.yield = {{0, 0, 0}};
    const auto h = run(s);
    for (const Profession p : all_professions) {
        CHECK(h.national.back()[p].flows.diplomas == 0);
        CHECK(h.national.back()[p].flows.stopped > 0);
    }
}

TEST_CASE("all training in one town")
{
    auto s = long_run();
    s.training.practice_radius_km = 0.001;
    World world = support::drieland();
    for (auto& centre : world.centres)
        centre.at = world.settlements[SettlementId::at(0)].at;
    CHECK(run(s, world).national.back()[Profession::gp].flows.diplomas > 0);
}

TEST_CASE("institutes that all close, and a country without any")
{
    auto s = long_run();
    World world = support::drieland();
    for (auto& centre : world.centres)
        centre.to_year = 2008;
    const auto h = run(s, world);
    CHECK(h.national.back()[Profession::gp].trainees == 0);
    CHECK(h.national.front()[Profession::gp].trainees > 0);
    world.centres = {};
    CHECK(run(s, world).national.back()[Profession::so].flows.diplomas == 0);
}

TEST_CASE("one region and one subregion")
{
    World world;
    support::add_drieland_places(world);
    support::add_drieland_centres(world);
    const Region region = world.regions[RegionId::at(0)];
    world.regions = {};
    world.regions.push_back(region);
    const Subregion sub = world.subregions[SubregionId::at(0)];
    world.subregions = {};
    world.subregions.push_back(sub);
    for (auto& s : world.settlements) {
        s.region = RegionId::at(0);
        s.subregion = SubregionId::at(0);
    }
    const auto s = long_run();
    WorldOptions few;
    few.gp_practices = 20;
    few.vvt_organisations = 9;
    few.ghz_organisations = 4;
    few.small_homes = 3;
    synthesise_employers(world, few, s.need);
    CHECK(last(run(s, world), Profession::gp, &NationalFigures::fte) > 0);
}

TEST_CASE("one employer of each kind, and none at all")
{
    const auto s = long_run();
    WorldOptions few;
    few.vvt_minimum_per_region = 0;
    few.gp_practices = few.vvt_organisations = few.ghz_organisations = few.small_homes = 1;
    World one;
    support::add_drieland_places(one);
    support::add_drieland_centres(one);
    World none = one;
    synthesise_employers(one, few, s.need);
    CHECK(one.employers.size() == 4);
    run(s, one);
    const auto h = run(s, none);
    for (const Profession p : all_professions)
        CHECK(last(h, p, &NationalFigures::fte) == 0);
}

TEST_CASE("a profession that does not exist at the start")
{
    auto s = long_run();
    s.careers.stock = {{110, 0, 0}};
    const auto h = run(s);
    for (const Profession p : {Profession::so, Profession::avg})
        CHECK(h.national.front()[p].need >= 0);
    s.training.places[Profession::avg] = Series{{{2000, 0}}};
    const auto without = run(s);
    CHECK(last(without, Profession::avg, &NationalFigures::need) == 0);
    CHECK(last(without, Profession::avg, &NationalFigures::fte) == 0);
}

TEST_CASE("everybody retires on the same birthday")
{
    auto s = long_run();
    s.careers.retirement_earliest = s.careers.retirement_usual = s.careers.retirement_latest = 63;
    CHECK(run(s).national.back()[Profession::gp].flows.retired > 0);
}

TEST_CASE("everybody leaves at once, moves at once, sells at once")
{
    auto s = long_run();
    s.careers.early_leaving = {{3, 3, 3}};
    CHECK(run(s).national.back()[Profession::gp].flows.left > 100);
    s = long_run();
    s.careers.relocation = {{2, 2, 2}};
    s.careers.locum_settling = 1;
    CHECK(run(s).national.back()[Profession::gp].flows.moved > 100);
    s = long_run();
    s.careers.owner_sale = Series{{{2000, 4}}};
    s.careers.owner_preference = Series{{{2000, 0}}};
    CHECK(run(s).national.back()[Profession::gp].owners == 0);
}

TEST_CASE("every practice without an owner closes")
{
    auto s = long_run();
    s.careers.succession_to_chain = 0;
    s.careers.owner_preference = Series{{{2000, 0}}};
    s.careers.succession_quarters = 1;
    const auto h = run(s);
    CHECK(last(h, Profession::gp, &NationalFigures::fte) > 0);
}

TEST_CASE("no distance at all")
{
    auto s = long_run();
    s.settlement.distance_exponent = 0;
    s.settlement.home_weight = 0.5;
    run(s);
}

TEST_CASE("ties as strong as the registry allows, in a country as large as it allows")
{
    auto s = long_run();
    s.settlement.distance_exponent = 5;
    s.settlement.home_weight = 0.5;
    World world = support::drieland();
    world.detour = 3;
    run(s, world);
}

TEST_CASE("twice the people: places share the same need, and need of twice the supply is survived")
{
    auto s = long_run();
    World world = support::drieland();
    const auto before = run(s, world);
    for (auto& settlement : world.settlements) {
        for (double& group : settlement.population)
            group *= 2;
    }
    const auto doubled = run(s, world);
    for (const Profession p : all_professions)
        CHECK_THAT(last(doubled, p, &NationalFigures::need),
                   Catch::Matchers::WithinRel(last(before, p, &NationalFigures::need), 1e-9));
    s.need.start_gap = {{0.5, 0.5, 0.5}};
    const auto short_of = run(s, world);
    for (std::size_t r = 0; r < short_of.care.regions(); ++r) {
        const auto at = [&](RegionFigure f) {
            return short_of.care.at(short_of.care.times() - 1, RegionId::at(r), f);
        };
        for (std::size_t f = 0; f < region_figure_count; ++f)
            CHECK((std::isfinite(at(static_cast<RegionFigure>(f))) &&
                   at(static_cast<RegionFigure>(f)) >= 0));
        CHECK(at(RegionFigure::thin_duty) <= 1);
        CHECK(at(RegionFigure::small_given) <= at(RegionFigure::small_needed) + 1e-9);
    }
}

TEST_CASE("surplus and dearth, no margin and no minimum, one round")
{
    auto s = long_run();
    s.need.start_gap = {{-0.5, -0.5, -0.5}};
    s.settlement.unplaced_share = 0.001;
    run(s);
    s.need.start_gap = {{0.9, 0.9, 0.9}};
    s.settlement.unplaced_share = 0.5;
    s.settlement.rounds = 1;
    s.settlement.hiring_margin = 0;
    s.settlement.minimum_employer_fte = 0;
    const auto h = run(s);
    CHECK(last(h, Profession::gp, &NationalFigures::fte) <
          0.7 * last(h, Profession::gp, &NationalFigures::need));
}

TEST_CASE("a minimum that no institution reaches leaves institutions without physicians")
{
    auto s = long_run();
    s.settlement.minimum_employer_fte = 1000;
    const auto h = run(s);
    CHECK(h.national.back()[Profession::so].employed == 0);
    CHECK(h.national.back()[Profession::gp].employed > 0);
}

TEST_CASE("trainees who take more of their supervisors than they do, and hardly a supervisor")
{
    auto s = long_run();
    s.training.fte_first_year = s.training.fte_last_year = 0;
    s.training.fte_supervision = 0.5;
    s.careers.stock = {{3, 2, 1}};
    const auto h = run(s);
    for (const Profession p : all_professions) {
        for (const auto& year : h.national) {
            CHECK(year[p].need >= 0);
            CHECK(year[p].fte >= -laws::rounding);
        }
    }
}

TEST_CASE("more owners and locums wanted than there are physicians")
{
    auto s = long_run();
    s.careers.start_owners = s.careers.start_locums = 1;
    s.careers.fte_owner = s.careers.fte_locum = 0.3;
    s.careers.fte_employed = 2;
    CHECK(run(s).national.front()[Profession::gp].need > 0);
}

TEST_CASE("as much care outside the house as the registry allows")
{
    auto s = long_run();
    for (const Profession p : all_professions)
        s.care.crisis[p] = s.care.home[p] = s.care.first_line[p] = s.care.small_homes[p] = 0.3;
    const auto h = run(s);
    for (const Profession p : all_professions)
        CHECK(h.national.back()[p].need > 0);
}

TEST_CASE("one employer with more physicians than sixteen bits can count")
{
    auto s = support::drieland_scenario();
    s.to = s.output.map_year = 2003;
    s.output.years = {2003};
    s.careers.stock[Profession::gp] = 80000;
    World world = support::drieland();
    world.employers = {};
    auto practice = support::drieland().employers[EmployerId::at(0)];
    REQUIRE(practice.kind == EmployerKind::gp_practice);
    practice.share = 1;
    world.employers.push_back(practice);
    const auto h = run(s, world);
    unsigned most = 0;
    for (const auto heads : h.employers.back().heads)
        most = std::max(most, static_cast<unsigned>(heads));
    CHECK(most > 65535);
}

TEST_CASE("a choice ends where hardly anything but the own place attracts")
{
    auto s = long_run();
    s.to = 2005;
    s.settlement.size = 3;
    s.careers.stock[Profession::so] = 3000;
    s.careers.relocation = {{0.3, 0.3, 0.3}};
    World world = support::drieland();
    world.centres = {};  // no outlook by which the outside option could be scaled
    CHECK(run(s, world).national.back()[Profession::so].flows.moved >= 0);
}
