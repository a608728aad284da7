// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/reach.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "geo/buckets.h"
#include "sim/core/elementary.h"

namespace mgz {

Reach::Reach(const World& world)
{
    for (const SettlementId s : world.settlements.ids())
        place.push_back(world.zoned(s));
    if (world.subregions.size() <= most_subregions) {
        measure_subregions(world);
    } else {
        tree = SubregionTree(world);
    }
    sort_institutions(world);
}

namespace {

/// Settlements of one subregion that lie in one zone.
struct Cluster {
    std::uint32_t zone = 0;
    std::vector<double> x, y;

    double least_squared_distance(geo::Point from) const
    {
        // The least of each lane, then of the lanes: no addition, so that the order is free.
        constexpr std::size_t lanes = 4;
        std::array<double, lanes> least{};
        least.fill(std::numeric_limits<double>::max());
        std::size_t i = 0;
        for (; i + lanes <= x.size(); i += lanes) {
            for (std::size_t k = 0; k < lanes; ++k) {
                const double dx = from.x - x[i + k], dy = from.y - y[i + k];
                const double d = dx * dx + dy * dy;
                least[k] = d < least[k] ? d : least[k];
            }
        }
        for (; i < x.size(); ++i)
            least[0] = std::min(least[0], geo::squared_distance(from, {x[i], y[i]}));
        return *std::min_element(least.begin(), least.end());
    }
};

IdVector<SubregionId, std::vector<Cluster>> clusters_of(const World& world)
{
    IdVector<SubregionId, std::vector<Cluster>> all(world.subregions.size());
    for (const SettlementId s : world.settlements.ids()) {
        const geo::ZonedPoint point = world.zoned(s);
        auto& list = all[world.settlements[s].subregion];
        auto found = std::find_if(list.begin(), list.end(),
                                  [&](const Cluster& c) { return c.zone == point.zone; });
        if (found == list.end()) found = list.insert(found, {point.zone, {}, {}});
        found->x.push_back(point.at.x);
        found->y.push_back(point.at.y);
    }
    return all;
}

}  // namespace

/// Within one zone the crow decides which settlement is nearest, so that a root is taken once per
/// zone.
void Reach::measure_subregions(const World& world)
{
    const auto n = world.subregions.size();
    const auto clusters = clusters_of(world);
    least_log_km.resize(world.settlements.size() * n);
    for (const SettlementId s : world.settlements.ids()) {
        const geo::ZonedPoint from = world.zoned(s);
        for (const SubregionId sub : world.subregions.ids()) {
            const auto& list = clusters[sub];
            double km = list.empty() ? 0.0 : std::numeric_limits<double>::max();
            for (const Cluster& cluster : list) {
                const double metres = std::sqrt(cluster.least_squared_distance(from.at)) *
                                      world.factor(from.zone, cluster.zone);
                km = std::min(km, metres * 1e-3);
            }
            least_log_km[s.index() * n + sub.index()] = log_distance(km);
        }
    }
}

namespace {

/// Employers by distance from each other, without a look at all of them.
class Neighbours {
public:
    Neighbours(const World& world, const std::vector<EmployerId>& employers)
        : world_(world), employers_(employers)
    {
        for (const EmployerId e : employers)
            points_.push_back(world.settlements[world.employers[e].at].at);
    }

    /// The others from near to far, so many at most.
    std::vector<EmployerId> of(EmployerId e, std::size_t most)
    {
        const geo::Point at = world_.settlements[world_.employers[e].at].at;
        const auto others = employers_.size() - 1;
        const auto keep = std::min(most, others);
        for (std::size_t level = 0;; ++level) {
            const auto& [metres, buckets] = circle(level);
            if (buckets.count_near(at) <= keep) continue;
            auto near = near_ones(e, buckets);
            const auto end = near.begin() + static_cast<long>(keep);
            std::partial_sort(near.begin(), end, near.end());
            // Who was not looked at lies beyond the circle.
            const double edge = metres * least_factor_;
            const bool all = near.size() == others;
            if (!all && near[keep - 1].first > 0.999 * edge * edge) continue;
            std::vector<EmployerId> found;
            for (auto other = near.begin(); other != end; ++other)
                found.push_back(other->second);
            return found;
        }
    }

private:
    struct Circle {
        double metres = 0;
        geo::Buckets buckets;
    };

    /// Twice as wide at each level.
    const Circle& circle(std::size_t level)
    {
        constexpr double first_m = 50'000;
        while (circles_.size() <= level) {
            const double metres = circles_.empty() ? first_m : 2 * circles_.back().metres;
            circles_.push_back({metres, geo::Buckets(points_, metres)});
        }
        return circles_[level];
    }

    std::vector<std::pair<double, EmployerId>> near_ones(EmployerId e,
                                                         const geo::Buckets& buckets) const
    {
        const SettlementId at = world_.employers[e].at;
        std::vector<std::pair<double, EmployerId>> near;
        buckets.each_near(world_.settlements[at].at, [&](std::size_t i) {
            const EmployerId other = employers_[i];
            if (other != e)
                near.emplace_back(world_.nearness(at, world_.employers[other].at), other);
        });
        return near;
    }

    const World& world_;
    const std::vector<EmployerId>& employers_;
    double least_factor_ = world_.roads.empty() ? 1.0 : world_.roads.factors.least();
    std::vector<geo::Point> points_;
    std::vector<Circle> circles_;
};

}  // namespace

void Reach::sort_institutions(const World& world)
{
    ByProfession<std::vector<EmployerId>> employers;
    for (const EmployerId e : world.employers.ids()) {
        if (const auto p = profession_of(world.employers[e].kind)) employers[*p].push_back(e);
    }
    nearest.assign(world.employers.size(), {});
    constexpr std::size_t enough = 64;  // further than the 64th nobody contracts hours
    for (const Profession p : {Profession::so, Profession::avg}) {
        Neighbours neighbours(world, employers[p]);
        for (const EmployerId e : employers[p])
            nearest[e] = neighbours.of(e, enough);
    }
}

void Reach::complete(FieldWeights& weights) const
{
    if (!each_subregion()) tree.add_groups(weights.weight);
    weights.patience.resize(weights.weight.size());
    std::transform(weights.weight.begin(), weights.weight.end(), weights.patience.begin(),
                   coarse::patience);
}

}  // namespace mgz
