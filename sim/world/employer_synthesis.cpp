// SPDX-License-Identifier: EUPL-1.2
#include "sim/world/employer_synthesis.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "sim/core/elementary.h"
#include "sim/core/normal.h"
#include "sim/core/random.h"

namespace mgz {

std::vector<int> largest_remainder(const std::vector<double>& weights, int total, int minimum)
{
    const auto n = weights.size();
    std::vector<int> seats(n, 0);
    if (n == 0 || total <= 0) return seats;
    const int floor_each = std::min<int>(minimum, total / static_cast<int>(n));
    const int free_seats = total - floor_each * static_cast<int>(n);
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);

    // The minimum is a floor, not a bonus: only what proportion gives beyond it counts.
    std::vector<double> beyond(n);
    for (std::size_t i = 0; i < n; ++i) {
        const double fair =
            sum > 0 ? weights[i] / sum * total : 1.0 * total / static_cast<double>(n);
        beyond[i] = std::max(0.0, fair - floor_each);
    }
    const double beyond_sum = std::accumulate(beyond.begin(), beyond.end(), 0.0);
    std::vector<std::pair<double, std::size_t>> remainders;
    int given = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const double quota = beyond_sum > 0 ? beyond[i] / beyond_sum * free_seats : 0.0;
        const int whole = static_cast<int>(quota);
        seats[i] = floor_each + whole;
        given += whole;
        remainders.emplace_back(-(quota - whole), i);
    }
    std::sort(remainders.begin(), remainders.end());
    for (int k = 0; k < free_seats - given; ++k) {
        ++seats[remainders[static_cast<std::size_t>(k) % n].second];
    }
    return seats;
}

std::vector<double> lognormal_quantiles(int count, double sigma)
{
    std::vector<double> sizes;
    for (int i = 0; i < count; ++i) {
        sizes.push_back(exp_of(sigma * normal_quantile((i + 0.5) / count)));
    }
    return sizes;
}

namespace {

/// Settlements of one region along a path that keeps neighbours together.
struct RegionPlaces {
    std::vector<SettlementId> order;
    std::vector<double> cumulative;  ///< of the weight that employers follow
};

class Synthesis {
public:
    Synthesis(World& world, const WorldOptions& options, const NeedOptions& need)
        : world_(world),
          options_(options),
          need_(need),
          draws_(static_cast<std::uint32_t>(options.seed), 0),
          of_region_(world.regions.size())
    {
        for (const SettlementId s : world.settlements.ids())
            of_region_[world.settlements[s].region].push_back(s);
    }

    void run()
    {
        add(EmployerKind::gp_practice, options_.gp_practices, 1);
        add(EmployerKind::vvt, options_.vvt_organisations, options_.vvt_minimum_per_region);
        add(EmployerKind::ghz, options_.ghz_organisations, 1);
        add(EmployerKind::small_home, options_.small_homes, 0);
    }

private:
    void add(EmployerKind kind, int total, int minimum)
    {
        const Profession profession = profession_of(kind).value_or(Profession::so);
        std::vector<double> weights;
        std::vector<RegionPlaces> places;
        for (const RegionId r : world_.regions.ids()) {
            places.push_back(places_of(r, profession));
            weights.push_back(places.back().cumulative.empty() ? 0.0
                                                               : places.back().cumulative.back());
        }
        const auto counts = largest_remainder(weights, total, minimum);
        for (const RegionId r : world_.regions.ids()) {
            const auto i = r.index();
            if (counts[i] > 0 && weights[i] > 0) add_region(kind, r, places[i], counts[i]);
        }
    }

    RegionPlaces places_of(RegionId region, Profession profession) const
    {
        RegionPlaces places{of_region_[region], {}};
        // Boustrophedon over 10 km strips: consecutive settlements are near each other.
        const auto strip = [this](SettlementId s) {
            return static_cast<long>(std::floor(world_.settlements[s].at.y / 10000.0));
        };
        std::sort(places.order.begin(), places.order.end(), [&](SettlementId a, SettlementId b) {
            const long sa = strip(a), sb = strip(b);
            if (sa != sb) return sa < sb;
            const double xa = world_.settlements[a].at.x, xb = world_.settlements[b].at.x;
            if (xa != xb) return (sa % 2 == 0) ? xa < xb : xa > xb;
            return a < b;
        });
        const NeedByAge need(profession, need_, population_year);
        double sum = 0;
        for (const SettlementId s : places.order) {
            sum += need.of(world_.settlements[s]);
            places.cumulative.push_back(sum);
        }
        return places;
    }

    void add_region(EmployerKind kind, RegionId region, const RegionPlaces& places, int count)
    {
        const auto code_key =
            static_cast<AgentKey>(region.index() * 8 + static_cast<unsigned>(kind));
        const auto sizes = kind == EmployerKind::gp_practice ? practice_sizes(count)
                                                             : organisation_sizes(kind, count);
        const auto slot = shuffled(count, code_key);
        const double start = draws_.uniform(Purpose::world, code_key, Quarter{0});
        const double total = places.cumulative.back();
        const double size_sum = std::accumulate(sizes.begin(), sizes.end(), 0.0);
        for (int i = 0; i < count; ++i) {
            const double at = (slot[static_cast<std::size_t>(i)] + start) / count * total;
            const auto found =
                std::lower_bound(places.cumulative.begin(), places.cumulative.end(), at);
            const auto place =
                std::min<std::size_t>(static_cast<std::size_t>(found - places.cumulative.begin()),
                                      places.order.size() - 1);
            const SettlementId s = places.order[place];
            const double size = sizes[static_cast<std::size_t>(i)];
            world_.employers.push_back(Employer{
                fmt::format("{}-{}-{:04}", name_of(kind), world_.regions[region].code, i + 1), kind,
                s, region, world_.settlements[s].subregion, size / size_sum,
                kind == EmployerKind::gp_practice ? seats_of(size) : 0});
        }
    }

    /// Physicians per practice: solo 1, duo 2, group 3 to 5 in equal parts; smallest first.
    std::vector<double> practice_sizes(int count) const
    {
        std::vector<double> sizes;
        for (int i = 0; i < count; ++i) {
            const double p = (i + 0.5) / count;
            const double grouped = options_.solo_share + options_.duo_share;
            if (p < options_.solo_share) {
                sizes.push_back(1);
            } else if (p < grouped) {
                sizes.push_back(2);
            } else {
                sizes.push_back(3 +
                                std::min(2, static_cast<int>(3 * (p - grouped) / (1 - grouped))));
            }
        }
        return sizes;
    }

    std::vector<double> organisation_sizes(EmployerKind kind, int count) const
    {
        if (kind == EmployerKind::small_home)
            return std::vector<double>(static_cast<std::size_t>(count), 1.0);
        return lognormal_quantiles(count, options_.size_spread);
    }

    static int seats_of(double size) { return static_cast<int>(size); }

    /// A permutation of 0..count-1 (Fisher-Yates on addressed draws).
    std::vector<int> shuffled(int count, AgentKey key) const
    {
        std::vector<int> slot(static_cast<std::size_t>(count));
        std::iota(slot.begin(), slot.end(), 0);
        for (int i = count - 1; i > 0; --i) {
            const double u =
                draws_.uniform(Purpose::world, key, Quarter{1}, static_cast<std::uint32_t>(i));
            std::swap(slot[static_cast<std::size_t>(i)],
                      slot[static_cast<std::size_t>(u * (i + 1))]);
        }
        return slot;
    }

    World& world_;
    const WorldOptions& options_;
    const NeedOptions& need_;
    Draws draws_;
    IdVector<RegionId, std::vector<SettlementId>> of_region_;
};

}  // namespace

void synthesise_employers(World& world, const WorldOptions& options, const NeedOptions& need)
{
    expects(world.employers.empty());
    Synthesis(world, options, need).run();
}

}  // namespace mgz
