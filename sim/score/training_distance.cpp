// SPDX-License-Identifier: EUPL-1.2
#include "sim/score/training_distance.h"

#include <algorithm>

namespace mgz {

std::vector<double> distance_to_training(const World& world, const NeedOptions& need,
                                         Profession profession, int year)
{
    std::vector<geo::ZonedPoint> centres;
    for (const auto& centre : world.centres) {
        if (centre.profession == profession && centre.parent.empty() && centre.open_in(year)) {
            centres.push_back(world.zoned(centre.at));
        }
    }
    if (centres.empty()) return {};
    const NeedByAge national(profession, need, year);
    std::vector<double> sum(world.regions.size(), 0.0), weight(sum);
    for (const SettlementId s : world.settlements.ids()) {
        const geo::ZonedPoint from = world.zoned(s);
        double nearest = world.travel(from, centres.front()).value;
        for (const auto& centre : centres)
            nearest = std::min(nearest, world.travel(from, centre).value);
        const auto r = world.settlements[s].region.index();
        const double w = world.projection.empty() ? national.of(world.settlements[s])
                                                  : relative_need(world, s, profession, need, year);
        sum[r] += w * nearest;
        weight[r] += w;
    }
    for (std::size_t r = 0; r < sum.size(); ++r)
        sum[r] = weight[r] > 0 ? sum[r] / weight[r] : 0.0;
    return sum;
}

FarNear far_and_near(const World& world, const NeedOptions& need, Profession profession, int year)
{
    const auto distance = distance_to_training(world, need, profession, year);
    if (distance.empty()) return {};
    std::vector<RegionId> order;
    for (const RegionId r : world.regions.ids())
        order.push_back(r);
    std::stable_sort(order.begin(), order.end(), [&](RegionId a, RegionId b) {
        return distance[a.index()] < distance[b.index()];
    });
    const auto third = static_cast<long>(order.size() / 3);
    return {{order.end() - third, order.end()}, {order.begin(), order.begin() + third}};
}

}  // namespace mgz
