// SPDX-License-Identifier: EUPL-1.2
// The geography that comes with the program, as the simulation sees it.
#include <algorithm>
#include <map>
#include <set>

#include "sim/input/world_input.h"
#include "tests/support/catch.h"
#include "tests/support/default_inputs.h"

using Catch::Matchers::WithinAbs;
using namespace mgz;

namespace {

struct Loaded {
    Loaded() { world = load_world(support::default_inputs(), report); }
    InputReport report;
    World world;
};

const Loaded& loaded()
{
    static const Loaded once;
    return once;
}

template <class Table>
bool in_order_of_code(const Table& table)
{
    return std::adjacent_find(table.begin(), table.end(), [](const auto& a, const auto& b) {
               return a.code >= b.code;
           }) == table.end();
}

}  // namespace

TEST_CASE("31 regions, 56 subregions, 4,067 settlements, in order of code")
{
    const World& world = loaded().world;
    CHECK(world.regions.size() == 31);
    CHECK(world.subregions.size() == 56);
    CHECK(world.settlements.size() == 4067);
    CHECK(in_order_of_code(world.regions));
    CHECK(in_order_of_code(world.subregions));
    CHECK(in_order_of_code(world.settlements));
    CHECK(in_order_of_code(world.centres));
    CHECK(world.provinces.size() == 12);
}

TEST_CASE("each settlement lies in its region, and its subregion belongs to that region")
{
    const auto& [report, world] = loaded();
    int outside = 0;
    for (const auto& s : world.settlements) {
        REQUIRE_FALSE((s.region.none() || s.subregion.none()));
        CHECK(world.subregions[s.subregion].region == s.region);
        outside += !geo::contains(world.regions[s.region].shape, s.at);
        CHECK(s.inhabitants_per_student > 0);
    }
    CHECK(outside == report.snapped);
}

TEST_CASE("every region and subregion has people, and the country has about 17.5 million")
{
    const World& world = loaded().world;
    IdVector<RegionId, double> regions(world.regions.size(), 0.0);
    IdVector<SubregionId, double> subregions(world.subregions.size(), 0.0);
    double country = 0;
    for (const auto& s : world.settlements) {
        regions[s.region] += s.inhabitants();
        subregions[s.subregion] += s.inhabitants();
        country += s.inhabitants();
    }
    CHECK(*std::min_element(regions.begin(), regions.end()) > 50000);
    CHECK(*std::min_element(subregions.begin(), subregions.end()) > 10000);
    CHECK_THAT(country, WithinAbs(17.475e6, 0.2e6));
}

TEST_CASE("every profession has a centre, dependances name one of their own profession")
{
    const World& world = loaded().world;
    std::map<std::string, Profession> institutes;
    std::set<Profession> trained;
    for (const auto& c : world.centres) {
        if (c.parent.empty()) institutes[c.code] = c.profession;
        if (c.share > 0) trained.insert(c.profession);
    }
    CHECK(trained.size() == 3);
    for (const auto& c : world.centres) {
        if (c.parent.empty()) continue;
        INFO(c.code);
        REQUIRE(institutes.count(c.parent) == 1);
        CHECK(institutes.at(c.parent) == c.profession);
    }
}

TEST_CASE("employers: as many as asked, at least four nursing organisations in each region")
{
    const World& world = loaded().world;
    const WorldOptions options;
    std::map<EmployerKind, int> count;
    std::map<std::pair<EmployerKind, RegionId>, int> in_region;
    std::map<std::pair<EmployerKind, RegionId>, double> sum;
    for (const auto& e : world.employers) {
        ++count[e.kind];
        ++in_region[{e.kind, e.region}];
        sum[{e.kind, e.region}] += e.share;
        CHECK(world.settlements[e.at].region == e.region);
    }
    CHECK(count[EmployerKind::gp_practice] == options.gp_practices);
    CHECK(count[EmployerKind::vvt] == options.vvt_organisations);
    CHECK(count[EmployerKind::ghz] == options.ghz_organisations);
    CHECK(count[EmployerKind::small_home] == options.small_homes);
    for (const RegionId r : world.regions.ids()) {
        CHECK(in_region[{EmployerKind::vvt, r}] >= options.vvt_minimum_per_region);
        CHECK(in_region[{EmployerKind::gp_practice, r}] > 0);
        CHECK(in_region[{EmployerKind::ghz, r}] > 0);
    }
    for (const auto& entry : sum)
        CHECK_THAT(entry.second, WithinAbs(1.0, 1e-9));
}
