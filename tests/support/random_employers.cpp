// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "tests/support/random_country.h"

namespace support {

using mgz::Employer;
using mgz::EmployerKind;
using mgz::SettlementId;

/// As the reader of files gives them: by kind, region and size, shares within both. Returns sizes.
static std::vector<double> order_and_scale(std::vector<Employer>& employers)
{
    std::sort(employers.begin(), employers.end(), [](const Employer& a, const Employer& b) {
        return std::tie(a.kind, a.region, a.share, a.code) <
               std::tie(b.kind, b.region, b.share, b.code);
    });
    std::vector<double> sizes;
    std::map<std::pair<EmployerKind, mgz::RegionId>, double> sums;
    for (const auto& e : employers) {
        sizes.push_back(e.share);
        sums[{e.kind, e.region}] += e.share;
    }
    for (auto& e : employers)
        e.share /= sums[{e.kind, e.region}];
    return sizes;
}

std::vector<double> add_random_employers(Luck& luck, mgz::World& world)
{
    // Of settlements at one place the first: a file of employers has points and no more.
    std::map<std::pair<double, double>, SettlementId> first;
    for (const SettlementId s : world.settlements.ids())
        first.try_emplace({world.settlements[s].at.x, world.settlements[s].at.y}, s);
    const int per_region = luck.whole(1, 6);
    const auto count = world.regions.size() * static_cast<std::size_t>(per_region);
    const auto codes = random_codes(luck, count);
    const bool one_place = luck.chance(0.2);
    const int kinds = luck.whole(1, 8);  // a country may lack some
    std::vector<Employer> employers;
    SettlementId at;
    for (std::size_t i = 0; i < count; ++i) {
        Employer e;
        e.code = codes[i];
        e.kind = static_cast<EmployerKind>(luck.whole(0, std::min(kinds, 4) - 1));
        if (at.none() || !one_place || luck.chance(0.1))
            at = SettlementId::at(luck.index(world.settlements.size()));
        const auto& place = world.settlements[at].at;
        e.at = first.at({place.x, place.y});
        e.region = world.settlements[e.at].region;
        e.subregion = world.settlements[e.at].subregion;
        e.share = luck.chance(0.1) ? luck.spread(1e-6, 1e6) : luck.whole(1, 20);
        if (e.kind == EmployerKind::gp_practice) e.owner_seats = luck.whole(0, 5);
        employers.push_back(e);
    }
    auto sizes = order_and_scale(employers);
    for (auto& e : employers)
        world.employers.push_back(std::move(e));
    return sizes;
}

/// Where somebody lives; now and then north-west of everybody, up to 100 km away.
static geo::Point random_centre_place(Luck& luck, const mgz::World& world)
{
    geo::Point p = world.settlements[SettlementId::at(luck.index(world.settlements.size()))].at;
    if (!luck.chance(0.1)) return p;
    for (const auto& s : world.settlements)
        p = {std::min(p.x, s.at.x), std::max(p.y, s.at.y)};
    return {p.x - luck.whole(1, 100000), p.y + luck.whole(1, 100000)};
}

void add_random_centres(Luck& luck, RandomCountry& country)
{
    auto& world = country.world;
    const int few = luck.whole(0, 3);  // 0: one centre in all; 1: few, and a profession without
    const std::size_t count =
        few == 0 ? 1 : static_cast<std::size_t>(luck.whole(1, few == 1 ? 2 : 24));
    const auto codes = random_codes(luck, count);
    bool any_places = false;
    std::set<mgz::Profession> trained;
    for (std::size_t i = 0; i < count; ++i) {
        mgz::TrainingCentre c;
        c.code = codes[i];
        c.name = random_name(luck);
        c.profession = luck.one_of(mgz::all_professions);
        c.at = random_centre_place(luck, world);
        c.share = luck.chance(0.2) ? 0 : luck.whole(1, 16) / 16.0;
        if (i + 1 == count && !any_places) c.share = 1;
        if (luck.chance(0.3)) c.parent = luck.one_of(codes);
        if (luck.chance(0.2)) c.from_year = luck.whole(1990, 2012);
        if (luck.chance(0.2)) c.to_year = luck.whole(1995, 2012);
        any_places = any_places || c.share > 0;
        trained.insert(c.profession);
        world.centres.push_back(c);
    }
    country.traits.few_centres = trained.size() < 3;
}

}  // namespace support
