// SPDX-License-Identifier: EUPL-1.2
#include "sim/world/employer_synthesis.h"

#include <algorithm>
#include <map>
#include <set>

#include "tests/support/catch.h"
#include "tests/support/drieland.h"

using Catch::Matchers::WithinAbs;
using namespace mgz;

namespace {

/// Sixty practices, fifteen nursing organisations, nine for disabled people, seven homes.
WorldOptions few()
{
    WorldOptions options;
    options.gp_practices = 60;
    options.vvt_organisations = 15;
    options.ghz_organisations = 9;
    options.small_homes = 7;
    return options;
}

World made(const WorldOptions& options)
{
    World world;
    support::add_drieland_places(world);
    support::add_drieland_centres(world);
    synthesise_employers(world, options, NeedOptions(Scenario{}.need));
    return world;
}

std::vector<std::size_t> places_of(const World& world)
{
    std::vector<std::size_t> places;
    for (const auto& e : world.employers)
        places.push_back(e.at.index());
    return places;
}

}  // namespace

TEST_CASE("as many employers of each kind as asked, each where it says it is")
{
    const World world = made(few());
    std::map<EmployerKind, int> count;
    std::set<std::string> codes;
    for (const auto& e : world.employers) {
        ++count[e.kind];
        codes.insert(e.code);
        CHECK(world.settlements[e.at].region == e.region);
        CHECK(world.settlements[e.at].subregion == e.subregion);
        CHECK(e.share > 0);
    }
    CHECK(count[EmployerKind::gp_practice] == 60);
    CHECK(count[EmployerKind::vvt] == 15);
    CHECK(count[EmployerKind::ghz] == 9);
    CHECK(count[EmployerKind::small_home] == 7);
    CHECK(codes.size() == world.employers.size());
}

TEST_CASE("employers stand by kind, then region, then size")
{
    const World world = made(few());
    CHECK(std::is_sorted(
        world.employers.begin(), world.employers.end(), [](const Employer& a, const Employer& b) {
            return std::tie(a.kind, a.region, a.share) < std::tie(b.kind, b.region, b.share);
        }));
}

TEST_CASE("shares of one kind in one region sum to 1, and no region is below its minimum")
{
    const World world = made(few());
    std::map<std::pair<EmployerKind, RegionId>, double> sum;
    std::map<std::pair<EmployerKind, RegionId>, int> count;
    for (const auto& e : world.employers) {
        sum[{e.kind, e.region}] += e.share;
        ++count[{e.kind, e.region}];
    }
    for (const auto& entry : sum)
        CHECK_THAT(entry.second, WithinAbs(1.0, 1e-12));
    for (const RegionId r : world.regions.ids()) {
        CHECK(count[{EmployerKind::vvt, r}] >= 4);
        CHECK(count[{EmployerKind::gp_practice, r}] >= 1);
        CHECK(count[{EmployerKind::ghz, r}] >= 1);
    }
}

TEST_CASE("the same seed makes the same employers, another seed puts them elsewhere")
{
    const World one = made(few()), again = made(few());
    auto options = few();
    options.seed = 2;
    const World other = made(options);
    REQUIRE(one.employers.size() == again.employers.size());
    CHECK(places_of(one) == places_of(again));
    CHECK(places_of(one) != places_of(other));
    for (const EmployerId id : one.employers.ids()) {
        CHECK(one.employers[id].code == again.employers[id].code);
        CHECK(one.employers[id].share == again.employers[id].share);
        // The seed moves places only: numbers and sizes are not a matter of luck.
        CHECK(one.employers[id].code == other.employers[id].code);
        CHECK(one.employers[id].share == other.employers[id].share);
    }
}

TEST_CASE("a settlement gets its share of the practices, give or take one")
{
    const World world = made(few());
    for (const RegionId r : world.regions.ids()) {
        double total = 0;
        int practices = 0;
        for (const auto& s : world.settlements)
            total += s.region == r ? s.inhabitants() : 0.0;  // the same age mix everywhere
        for (const auto& e : world.employers)
            practices += e.kind == EmployerKind::gp_practice && e.region == r;
        for (const SettlementId s : world.settlements.ids()) {
            if (world.settlements[s].region != r) continue;
            const auto here = std::count_if(
                world.employers.begin(), world.employers.end(),
                [&](const auto& e) { return e.kind == EmployerKind::gp_practice && e.at == s; });
            const double fair = practices * world.settlements[s].inhabitants() / total;
            CHECK_THAT(static_cast<double>(here), WithinAbs(fair, 1.0));
        }
    }
}

TEST_CASE("organisations are heavy-tailed, practices are solo, duo or group")
{
    auto options = few();
    options.gp_practices = 600;
    options.vvt_organisations = 300;
    const World world = made(options);
    std::vector<double> west;
    int solo = 0, duo = 0, group = 0;
    for (const auto& e : world.employers) {
        if (e.kind == EmployerKind::vvt && e.region == RegionId::at(2)) west.push_back(e.share);
        if (e.kind != EmployerKind::gp_practice) {
            CHECK(e.owner_seats == 0);
            continue;
        }
        solo += e.owner_seats == 1;
        duo += e.owner_seats == 2;
        group += e.owner_seats >= 3;
        CHECK(e.owner_seats <= 5);
    }
    CHECK(solo + duo + group == 600);
    CHECK_THAT(solo / 600.0, WithinAbs(options.solo_share, 0.01));
    CHECK_THAT(duo / 600.0, WithinAbs(options.duo_share, 0.01));
    // The largest tenth of a lognormal with sigma 1.1 holds Phi(1.1 - 1.2816) = 43% of it.
    std::sort(west.begin(), west.end());
    REQUIRE(west.size() > 100);
    double largest = 0;
    for (std::size_t i = west.size() - west.size() / 10; i < west.size(); ++i)
        largest += west[i];
    CHECK_THAT(largest, WithinAbs(0.43, 0.05));
}

TEST_CASE("kinds that are not wanted are not made")
{
    WorldOptions none;
    none.gp_practices = none.vvt_organisations = none.ghz_organisations = none.small_homes = 0;
    CHECK(made(none).employers.empty());
    auto only = few();
    only.vvt_organisations = 0;
    for (const auto& e : made(only).employers)
        CHECK(e.kind != EmployerKind::vvt);
}
