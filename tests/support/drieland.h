// SPDX-License-Identifier: EUPL-1.2
/// Drieland: three regions drawn in a comment, small enough to know every figure by hand.
///
///   y km
///    20 +--------------+--------------+--------------+
///       |              |              |      o2  .7  |     . settlements 1 to 7
///       |   .1         |      .4      |--------------|     * training centres, at 2 and 3
///       |       .2 *   |              |      o1      |
///       |          .3* |         .5   |   .6         |
///     0 +--------------+--------------+--------------+
///       0      w      20      m      40      o      60   x km
///
/// Its lower left corner lies at 120,000 440,000 in EPSG:28992. Tables are in order of code: m, o,
/// w; m1, o1, o2, w1. Region o has no training centre, subregion o2 nobody who employs AVG.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/scenario/scenario.h"
#include "sim/world/world.h"
#include "tests/support/geo_shapes.h"

namespace support {

inline constexpr double drieland_x = 120000, drieland_y = 440000;  // metres

/// A place in Drieland, in km from its corner.
inline geo::Point drieland_point(double x_km, double y_km)
{
    return {drieland_x + 1000 * x_km, drieland_y + 1000 * y_km};
}

inline geo::MultiPolygon drieland_box(double x, double y, double width, double height)
{
    return box(drieland_x + 1000 * x, drieland_y + 1000 * y, 1000 * width, 1000 * height);
}

inline void add_drieland_places(mgz::World& world)
{
    using mgz::RegionId;
    using mgz::SubregionId;
    world.regions.push_back({"m", "Middle", drieland_box(20, 0, 20, 20)});
    world.regions.push_back({"o", "East, \"the far\" one", drieland_box(40, 0, 20, 20)});
    world.regions.push_back({"w", "West", drieland_box(0, 0, 20, 20)});
    const auto region = [](std::size_t i) { return RegionId::at(i); };
    world.subregions.push_back({"m1", "Middle", region(0), drieland_box(20, 0, 20, 20), 0, 0});
    world.subregions.push_back({"o1", "East south", region(1), drieland_box(40, 0, 20, 10), 0, 0});
    world.subregions.push_back({"o2", "East north", region(1), drieland_box(40, 10, 20, 10), 0, 0});
    world.subregions.push_back({"w1", "West", region(2), drieland_box(0, 0, 20, 20), 0, 0});
    world.provinces.push_back("Near");
    world.provinces.push_back("Far");
    struct Place {
        const char* code;
        double x_km, y_km;
        std::size_t region, subregion, province;
        double thousands;
    };
    for (const Place& p : {Place{"1", 5, 13, 2, 3, 0, 10}, Place{"2", 9, 9, 2, 3, 0, 60},
                           Place{"3", 14, 5, 2, 3, 0, 30}, Place{"4", 27, 13, 0, 0, 0, 25},
                           Place{"5", 33, 5, 0, 0, 0, 25}, Place{"6", 45, 4, 1, 1, 1, 15},
                           Place{"7", 54, 17, 1, 2, 1, 20}}) {
        mgz::Settlement s;
        s.code = p.code;
        s.name = fmt::format("Place {}", p.code);
        s.at = drieland_point(p.x_km, p.y_km);
        s.region = RegionId::at(p.region);
        s.subregion = SubregionId::at(p.subregion);
        s.province = mgz::ProvinceId::at(p.province);
        s.population = {220 * p.thousands, 570 * p.thousands, 120 * p.thousands, 70 * p.thousands,
                        20 * p.thousands};
        s.inhabitants_per_student = p.region == 1 ? 650 : 200;
        world.settlements.push_back(s);
    }
}

inline void add_drieland_centres(mgz::World& world)
{
    using mgz::Profession;
    const auto add = [&](const char* code, Profession p, double x, double y, const char* parent,
                         double share, std::optional<int> from) {
        world.centres.push_back({code, fmt::format("Centre {}", code), p, drieland_point(x, y),
                                 parent, share, from, std::nullopt});
    };
    add("AVG-1", Profession::avg, 9, 9, "", 1.0, std::nullopt);
    add("HA-1", Profession::gp, 9, 9, "", 0.8, std::nullopt);
    add("HA-2", Profession::gp, 14, 5, "HA-1", 0.2, 2005);
    add("SO-1", Profession::so, 9, 9, "", 1.0, std::nullopt);
}

/// Two GP practices in each settlement (three in 2), a VVT in each, a GHZ in 2, 4 and 6, a small
/// home in 4; all of the same size within kind and region.
inline void add_drieland_employers(mgz::World& world)
{
    using mgz::EmployerKind;
    struct Wanted {
        EmployerKind kind;
        std::size_t settlement;
        int owners;
    };
    std::vector<Wanted> wanted;
    for (std::size_t s = 0; s < world.settlements.size(); ++s) {
        for (int i = 0; i < (s == 1 ? 3 : 2); ++i)
            wanted.push_back({EmployerKind::gp_practice, s, 1});
    }
    for (std::size_t s = 0; s < world.settlements.size(); ++s) {
        wanted.push_back({EmployerKind::vvt, s, 0});
    }
    for (const std::size_t s : {1, 3, 5})
        wanted.push_back({EmployerKind::ghz, s, 0});
    wanted.push_back({EmployerKind::small_home, 3, 0});
    const auto group = [&](const Wanted& w) {
        const auto at = mgz::SettlementId::at(w.settlement);
        return std::pair(w.kind, world.settlements[at].region);
    };
    std::stable_sort(wanted.begin(), wanted.end(),
                     [&](const Wanted& a, const Wanted& b) { return group(a) < group(b); });
    for (const auto& w : wanted) {
        const auto of_kind = std::count_if(wanted.begin(), wanted.end(), [&](const Wanted& other) {
            return group(other) == group(w);
        });
        mgz::Employer e;
        e.code = fmt::format("E{}", world.employers.size() + 1);
        e.kind = w.kind;
        e.at = mgz::SettlementId::at(w.settlement);
        e.region = world.settlements[e.at].region;
        e.subregion = world.settlements[e.at].subregion;
        e.share = 1.0 / static_cast<double>(of_kind);
        e.owner_seats = w.owners;
        world.employers.push_back(e);
    }
}

/// Settlements are numbered from 1, as their codes are.
inline mgz::SettlementId place(std::size_t number)
{
    return mgz::SettlementId::at(number - 1);
}

inline mgz::World drieland()
{
    mgz::World world;
    add_drieland_places(world);
    add_drieland_centres(world);
    add_drieland_employers(world);
    return world;
}

/// 2003 to 2006, with numbers of physicians and places to match; maps of 2005.
inline mgz::Scenario drieland_scenario()
{
    mgz::Scenario s;
    s.title = "Drieland";
    s.question = "What do the outputs hold?";
    s.to = 2006;
    s.careers.stock = {{110, 40, 12}};
    s.training.places = {
        {mgz::Series{{{2000, 6}}}, mgz::Series{{{2000, 4}}}, mgz::Series{{{2000, 2}}}}};
    s.output.years = {2003, 2005, 2006};
    s.output.map_year = 2005;
    s.output.cell_m = 1000;
    return s;
}

}  // namespace support
