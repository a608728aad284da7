// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/branching.h"

#include <deque>

#include "tests/laws/flat.h"
#include "tests/support/catch.h"
#include "tests/support/drieland.h"

using namespace mgz;

namespace {

constexpr int branch_year = 2006, end_year = 2010;

Scenario trunk_scenario()
{
    Scenario s = support::drieland_scenario();
    s.to = end_year;
    s.output.years = {2003, 2006, 2010};
    s.output.map_year = 2010;
    return s;
}

Scenario with_intervention(Initiative i, int from)
{
    Scenario s = trunk_scenario();
    Intervention what;
    what.initiative = i;
    what.from = from;
    what.ramp_years = 0.5;
    s.interventions.push_back(what);
    return s;
}

/// Scenarios over one world; they stay where they are.
struct Family {
    explicit Family(const std::vector<Scenario>& list) : world(support::drieland())
    {
        for (const auto& s : list) {
            scenarios.push_back(s);
            grounds.emplace_back(world, scenarios.back());
            branches.push_back({&grounds.back(), first_difference(scenarios.front(), s)});
        }
        plan = RecordPlan::yearly(scenarios.front());
        plan.place_quarters = {Quarter::of(2006, 4), Quarter::of(2010, 4)};
    }
    World world;
    std::deque<Scenario> scenarios;
    std::deque<Groundwork> grounds;
    std::vector<Branch> branches;
    RecordPlan plan;
};

void check_alone_and_together(const Family& family, std::uint32_t replicate)
{
    const auto together = simulate_branches(family.branches, 1, replicate, family.plan);
    REQUIRE(together.size() == family.branches.size());
    for (std::size_t k = 0; k < together.size(); ++k) {
        const auto alone = simulate(family.grounds[k], 1, replicate, family.plan);
        INFO("scenario " << k);
        CHECK(laws::flat(together[k]) == laws::flat(alone));
        REQUIRE(together[k].places.size() == 2);
        for (const Profession p : all_professions)
            CHECK(together[k].places[1][p] == alone.places[1][p]);
    }
}

}  // namespace

TEST_CASE("the first difference is where a series, an intervention or a value says")
{
    const Scenario a = trunk_scenario();
    Scenario b = a;
    b.title = "Another name";
    b.output.cell_m = 250;
    CHECK(!first_difference(a, b));

    b = a;
    b.training.places[Profession::so].points.emplace_back(2007, 9.0);
    CHECK(first_difference(a, b) == Quarter::of(2007, 1));
    CHECK(first_difference(b, a) == Quarter::of(2007, 1));
    b.training.places[Profession::so].points.back() = {2007, 4.0};
    CHECK(!first_difference(a, b));
    b.training.places[Profession::so].points = {{1995, 9.0}, {2000, 4.0}};
    CHECK(first_difference(a, b) == Quarter::of(2003, 1));

    b = with_intervention(Initiative::anw_pool, 2008);
    CHECK(first_difference(a, b) == Quarter::of(2008, 1));
    Scenario c = with_intervention(Initiative::anw_pool, 2008);
    CHECK(!first_difference(b, c));
    c.interventions.push_back(c.interventions.front());
    c.interventions.back().from = 2005;
    CHECK(first_difference(b, c) == Quarter::of(2005, 1));

    c = a;
    c.settlement.size += 1e-9;
    CHECK(first_difference(a, c) == Quarter::of(2003, 1));
}

TEST_CASE("a line between two points differs from where it bends")
{
    Scenario a = trunk_scenario(), b = a;
    a.careers.owner_preference = {{{2000, 1.0}, {2008, 0.0}}, Series::Shape::linear};
    b.careers.owner_preference = {{{2000, 1.0}, {2004, 0.5}, {2008, 0.25}}, Series::Shape::linear};
    CHECK(first_difference(a, b) == Quarter::of(2004, 1));
}

TEST_CASE("every entry of the catalogue, switched on in a branch, is as if it ran alone")
{
    std::vector<Scenario> list{trunk_scenario()};
    for (const auto& entry : initiative_catalogue())
        list.push_back(with_intervention(entry.initiative, branch_year));
    const Family family(list);
    for (std::size_t k = 1; k < family.branches.size(); ++k)
        CHECK(family.branches[k].from == Quarter::of(branch_year, 1));
    check_alone_and_together(family, 3);
}

TEST_CASE("branches of several years, of the start and of no difference")
{
    auto places = trunk_scenario(), hours = trunk_scenario(), start = trunk_scenario();
    places.training.places[Profession::gp].points.emplace_back(2009, 12.0);
    hours.careers.hours_trend[Profession::so].points.emplace_back(2005, -0.02);
    start.careers.stock[Profession::gp] += 5;
    const Family family({trunk_scenario(), places, hours, trunk_scenario(), start,
                         with_intervention(Initiative::location_incentive, 2004)});
    CHECK(!family.branches[3].from);
    CHECK(family.branches[4].from == Quarter::of(2003, 1));
    for (std::uint32_t r = 0; r < 3; ++r)
        check_alone_and_together(family, r);
}
