// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/reach.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/elementary.h"

namespace mgz {

Reach::Reach(const World& world)
{
    measure_subregions(world);
    sort_institutions(world);
}

/// Within one zone the crow decides which settlement is nearest, so that a root is taken once per
/// zone.
void Reach::measure_subregions(const World& world)
{
    const auto n = world.subregions.size();
    IdVector<SubregionId, std::vector<geo::ZonedPoint>> members(n);
    for (const SettlementId s : world.settlements.ids())
        members[world.settlements[s].subregion].push_back(world.zoned(s));
    for (auto& list : members) {
        std::stable_sort(list.begin(), list.end(),
                         [](const auto& a, const auto& b) { return a.zone < b.zone; });
    }
    least_log_km.resize(world.settlements.size() * n);
    for (const SettlementId s : world.settlements.ids()) {
        const geo::ZonedPoint from = world.zoned(s);
        for (const SubregionId sub : world.subregions.ids()) {
            const auto& list = members[sub];
            double km = list.empty() ? 0.0 : std::numeric_limits<double>::max();
            for (auto at = list.begin(); at != list.end();) {
                const auto zone = at->zone;
                double least = std::numeric_limits<double>::max();
                for (; at != list.end() && at->zone == zone; ++at)
                    least = std::min(least, geo::squared_distance(from.at, at->at));
                const double metres = std::sqrt(least) * world.factor(from.zone, zone);
                km = std::min(km, metres * 1e-3);
            }
            least_log_km[s.index() * n + sub.index()] = log_distance(km);
        }
    }
}

void Reach::sort_institutions(const World& world)
{
    ByProfession<std::vector<EmployerId>> employers;
    for (const EmployerId e : world.employers.ids()) {
        if (const auto p = profession_of(world.employers[e].kind)) employers[*p].push_back(e);
    }
    nearest.assign(world.employers.size(), {});
    constexpr std::size_t enough = 64;  // further than the 64th nobody contracts hours
    for (const Profession p : {Profession::so, Profession::avg}) {
        for (const EmployerId e : employers[p]) {
            const SettlementId at = world.employers[e].at;
            std::vector<std::pair<double, EmployerId>> others;
            for (const EmployerId o : employers[p]) {
                if (o == e) continue;
                others.emplace_back(world.nearness(at, world.employers[o].at), o);
            }
            const auto keep = std::min(enough, others.size());
            std::partial_sort(others.begin(), others.begin() + static_cast<long>(keep),
                              others.end());
            for (std::size_t i = 0; i < keep; ++i)
                nearest[e].push_back(others[i].second);
        }
    }
}

}  // namespace mgz
