// SPDX-License-Identifier: EUPL-1.2
#include "sim/score/verdict.h"

#include <algorithm>
#include <array>

#include "sim/score/shortage.h"

namespace mgz {

/// One point for each limit reached.
static double points(double value, const std::array<double, 5>& limits)
{
    double sum = 0;
    for (const double limit : limits)
        sum += value >= limit;
    return sum;
}

double lack_points(double shortage)
{
    return 2 * points(shortage, {0.05, 0.10, 0.15, 0.25, 0.40});
}

double frail_points(double relative)
{
    return points(relative, {1.1, 1.2, 1.35, 1.5, 2.0});
}

double travel_points(Kilometres way)
{
    return points(way.value, {15.0, 30.0, 45.0, 60.0, 75.0});
}

HpsaScore::HpsaScore(const World& world)
    : frail_(world.regions.size(), 0.0),
      km_(world.regions.size(), IdVector<RegionId, double>(world.regions.size(), 0.0))
{
    IdVector<RegionId, double> people(world.regions.size(), 0.0);
    double all = 0, all_frail = 0;
    for (const auto& place : world.settlements) {
        const double here = place.inhabitants();
        people[place.region] += here;
        frail_[place.region] += place.population.back();
        all += here;
        all_frail += place.population.back();
    }
    for (const RegionId r : world.regions.ids()) {
        if (!(people[r] > 0)) continue;
        frail_[r] = all_frail > 0 ? frail_[r] / people[r] / (all_frail / all) : 0.0;
    }
    const auto centre = region_centres(world);
    for (const RegionId a : world.regions.ids()) {
        for (const RegionId b : world.regions.ids())
            km_[a][b] = world.travel(centre[a], centre[b]).value;
    }
}

IdVector<RegionId, double> HpsaScore::of(const IdVector<RegionId, double>& shortage) const
{
    IdVector<RegionId, double> scores(shortage.size(), 0.0);
    for (const RegionId r : shortage.ids()) {
        // Where nobody falls short there is no shortage area, however frail its people are.
        if (shortage[r] < felt_from) continue;
        double way = -1;
        for (const RegionId other : shortage.ids()) {
            if (shortage[other] >= felt_from) continue;
            if (way < 0 || km_[r][other] < way) way = km_[r][other];
        }
        const double furthest = 1e9;  // no region has physicians to spare
        scores[r] = lack_points(shortage[r]) + frail_points(frail_[r]) +
                    travel_points({way < 0 ? furthest : way});
    }
    return scores;
}

}  // namespace mgz
