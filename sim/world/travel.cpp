// SPDX-License-Identifier: EUPL-1.2
#include "sim/world/travel.h"

#include <limits>

#include "sim/world/world.h"

namespace mgz {

geo::ZonedPoint World::zoned(geo::Point at) const
{
    if (roads.empty()) return {at, 0};
    SettlementId nearest;
    double least = std::numeric_limits<double>::infinity();
    for (const SettlementId s : settlements.ids()) {
        const double d = geo::squared_distance(at, settlements[s].at);
        if (d < least) {
            least = d;
            nearest = s;
        }
    }
    return {at, nearest.none() ? 0 : roads.zone[nearest]};
}

std::vector<geo::Point> population_centres(const World& world, std::size_t groups,
                                           const std::vector<std::uint32_t>& group_of)
{
    expects(group_of.size() == world.settlements.size());
    struct Sum {
        geo::Point at;
        double weight = 0;
    };
    std::vector<Sum> people(groups), places(groups);
    const auto add = [](Sum& sum, geo::Point at, double weight) {
        sum.at.x += weight * at.x;
        sum.at.y += weight * at.y;
        sum.weight += weight;
    };
    for (const SettlementId s : world.settlements.ids()) {
        const auto& place = world.settlements[s];
        add(people[group_of[s.index()]], place.at, place.inhabitants());
        add(places[group_of[s.index()]], place.at, 1);
    }
    std::vector<geo::Point> centres;
    for (std::size_t g = 0; g < groups; ++g) {
        const Sum& sum = people[g].weight > 0 ? people[g] : places[g];
        centres.push_back(sum.weight > 0 ? geo::Point{sum.at.x / sum.weight, sum.at.y / sum.weight}
                                         : geo::Point{});
    }
    return centres;
}

/// \param area_of the area of a settlement
template <class Area, class AreaOf>
static IdVector<Area, geo::ZonedPoint> centres_of(const World& world, std::size_t count,
                                                  AreaOf area_of)
{
    std::vector<std::uint32_t> group_of;
    for (const auto& place : world.settlements)
        group_of.push_back(area_of(place).value);
    const auto points = population_centres(world, count, group_of);
    IdVector<Area, geo::ZonedPoint> centres;
    for (const geo::Point at : points)
        centres.push_back({at, 0});
    if (world.roads.empty()) return centres;
    std::vector<double> least(count, std::numeric_limits<double>::infinity());
    for (const SettlementId s : world.settlements.ids()) {
        const auto area = area_of(world.settlements[s]);
        const double d = geo::squared_distance(centres[area].at, world.settlements[s].at);
        if (d >= least[area.index()]) continue;
        least[area.index()] = d;
        centres[area].zone = world.roads.zone[s];
    }
    return centres;
}

IdVector<RegionId, geo::ZonedPoint> region_centres(const World& world)
{
    return centres_of<RegionId>(world, world.regions.size(),
                                [](const Settlement& s) { return s.region; });
}

IdVector<SubregionId, geo::ZonedPoint> subregion_centres(const World& world)
{
    return centres_of<SubregionId>(world, world.subregions.size(),
                                   [](const Settlement& s) { return s.subregion; });
}

}  // namespace mgz
