// SPDX-License-Identifier: EUPL-1.2
// What happens inside regions needs to know: tables of boards, duty groups, neighbours.
#include <algorithm>
#include <limits>

#include "sim/model/groundwork.h"

namespace mgz {

void Groundwork::prepare_tables()
{
    table_of.assign(world.subregions.size(), TableId{});
    IdVector<RegionId, TableId> of_region(world.regions.size());
    for (const SubregionId s : world.subregions.ids()) {
        const auto& sub = world.subregions[s];
        TableId& shared = of_region[sub.region];
        if (sub.own_table) {
            table_of[s] = tables.push_back({sub.code, sub.region, {s}});
        } else if (shared.none()) {
            table_of[s] = shared =
                tables.push_back({world.regions[sub.region].code, sub.region, {s}});
        } else {
            table_of[s] = shared;
            tables[shared].subregions.push_back(s);
        }
    }
    for (const auto& employer : world.employers)
        table_of_employer.push_back(table_of[employer.subregion]);
}

void Groundwork::prepare_neighbours()
{
    inhabitants.assign(world.subregions.size(), 0.0);
    inhabitants_of.assign(world.regions.size(), 0.0);
    for (const auto& place : world.settlements) {
        const double here = place.inhabitants();
        inhabitants[place.subregion] += here;
        inhabitants_of[place.region] += here;
    }
    const auto centre = region_centres(world);
    regions_nearby.assign(world.regions.size(), {});
    constexpr std::size_t enough = 64;  // further than the 64th nobody is placed
    const auto keep = std::min(enough, world.regions.size());
    for (const RegionId from : world.regions.ids()) {
        std::vector<std::pair<double, RegionId>> all;
        for (const RegionId to : world.regions.ids())
            all.emplace_back(to == from ? -1.0 : world.nearness(centre[from], centre[to]), to);
        std::partial_sort(all.begin(), all.begin() + static_cast<long>(keep), all.end());
        for (std::size_t i = 0; i < keep; ++i)
            regions_nearby[from].push_back(all[i].second);
    }
    hosts = regions_nearby;
    for (auto& list : hosts)
        std::sort(list.begin(), list.end());
}

namespace {
/// Joins employers, near ones first, until a group has enough participants.
class Grouping {
public:
    Grouping(const Groundwork& g, Profession p) : g_(g), p_(p) {}

    std::vector<DutyGroup> run()
    {
        std::vector<DutyGroup> whole, partial;
        for (const RegionId r : g_.world.regions.ids())
            group_region(g_.employers_in[p_][r], whole, partial);
        // What is left over in a region joins the nearest that is left over elsewhere, until all
        // are large enough; the last joins the nearest whole group.
        while (!partial.empty()) {
            DutyGroup first = std::move(partial.back());
            partial.pop_back();
            auto& others = partial.empty() ? whole : partial;
            if (others.empty()) {
                whole.push_back(std::move(first));
                break;
            }
            auto near = std::min_element(others.begin(), others.end(),
                                         [&](const DutyGroup& a, const DutyGroup& b) {
                                             return apart(first, a) < apart(first, b);
                                         });
            near->members.insert(near->members.end(), first.members.begin(), first.members.end());
            if (&others == &partial && participants(*near) >= wanted()) {
                whole.push_back(std::move(*near));
                partial.erase(near);
            }
        }
        for (auto& group : whole)
            settle_place(group);
        return whole;
    }

private:
    double wanted() const { return g_.scenario.duty.group_participants; }
    /// At even staffing in the first quarter; by then participation by age is the same everywhere.
    double participants(const DutyGroup& group) const
    {
        double fte = 0;
        for (const EmployerId e : group.members)
            fte += size(e);
        return fte * (1 - g_.scenario.need.start_gap[p_]) / g_.scenario.duty.fte_per_participant;
    }
    double size(EmployerId e) const
    {
        const auto& employer = g_.world.employers[e];
        return g_.need(p_, employer.region, g_.books.first()).value * employer.share;
    }
    SettlementId place(EmployerId e) const { return g_.world.employers[e].at; }
    double apart(const DutyGroup& a, const DutyGroup& b) const
    {
        return g_.world.nearness(place(a.members.front()), place(b.members.front()));
    }
    /// Largest first; it asks its nearest neighbours in the region.
    void group_region(EmployerRange employers, std::vector<DutyGroup>& whole,
                      std::vector<DutyGroup>& partial) const
    {
        std::vector<EmployerId> free;
        for (const EmployerId e : employers)
            free.push_back(e);
        std::stable_sort(free.begin(), free.end(),
                         [&](EmployerId a, EmployerId b) { return size(a) > size(b); });
        while (!free.empty()) {
            DutyGroup group;
            group.profession = p_;
            group.members.push_back(free.front());
            free.erase(free.begin());
            const SettlementId from = place(group.members.front());
            while (participants(group) < wanted() && !free.empty()) {
                auto near =
                    std::min_element(free.begin(), free.end(), [&](EmployerId a, EmployerId b) {
                        return g_.world.nearness(from, place(a)) <
                               g_.world.nearness(from, place(b));
                    });
                group.members.push_back(*near);
                free.erase(near);
            }
            const bool enough = participants(group) >= wanted();
            (enough ? whole : partial).push_back(std::move(group));
        }
    }
    void settle_place(DutyGroup& group) const
    {
        const EmployerId largest =
            *std::max_element(group.members.begin(), group.members.end(),
                              [&](EmployerId a, EmployerId b) { return size(a) < size(b); });
        group.region = g_.world.employers[largest].region;
        group.subregion = g_.world.employers[largest].subregion;
    }

    const Groundwork& g_;
    Profession p_;
};
}  // namespace

void Groundwork::prepare_duty()
{
    for (const Profession p : {Profession::so, Profession::avg}) {
        for (auto& group : Grouping(*this, p).run())
            duty_groups.push_back(std::move(group));
    }
    prepare_pools();
}

namespace {
/// Which groups would pool: near ones of the region by the wanted number; a group that is alone in
/// its region asks the nearest of another.
class Pooling {
public:
    Pooling(const World& world, std::vector<DutyGroup>& groups, std::size_t wanted)
        : world_(world), groups_(groups), wanted_(wanted), taken_(groups.size(), 0)
    {
        for (auto& inside : of_region_)
            inside.assign(world.regions.size(), {});
        for (std::size_t i = 0; i < groups.size(); ++i)
            of_region_[groups[i].profession][groups[i].region].push_back(i);
    }

    void run()
    {
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            if (taken_[i]) continue;
            const auto pool = pool_around(i);
            for (const std::size_t k : pool) {
                taken_[k] = 1;
                groups_[k].pool = pool;
            }
        }
    }

private:
    using Near = std::pair<double, std::size_t>;  // a group and how near it is

    std::vector<std::size_t> pool_around(std::size_t i) const
    {
        std::vector<std::size_t> pool{i};
        const auto inside = near_inside(i);
        for (const auto& [nearness, k] : inside) {
            if (pool.size() < wanted_ && !taken_[k]) pool.push_back(k);
        }
        if (pool.size() >= 2) return pool;
        const auto [any, free] = nearest_outside(i);
        if (free != none) return {i, free};
        const std::size_t host = inside.empty() ? any : inside.front().second;
        if (host == none) return pool;
        pool = groups_[host].pool;  // everybody near has joined one already
        pool.push_back(i);
        return pool;
    }

    /// The other groups of the region, from near to far.
    std::vector<Near> near_inside(std::size_t i) const
    {
        std::vector<Near> others;
        for (const std::size_t k : of_region_[groups_[i].profession][groups_[i].region]) {
            if (k != i) others.emplace_back(nearness(i, k), k);
        }
        std::sort(others.begin(), others.end());
        return others;
    }

    /// The nearest group of another region, and the nearest that is in no pool yet.
    std::pair<std::size_t, std::size_t> nearest_outside(std::size_t i) const
    {
        constexpr double far = std::numeric_limits<double>::infinity();
        Near any{far, none}, free{far, none};
        for (std::size_t k = 0; k < groups_.size(); ++k) {
            if (groups_[k].profession != groups_[i].profession) continue;
            if (groups_[k].region == groups_[i].region) continue;
            const Near other{nearness(i, k), k};
            any = std::min(any, other);
            if (!taken_[k]) free = std::min(free, other);
        }
        return {any.second, free.second};
    }

    double nearness(std::size_t i, std::size_t k) const
    {
        return world_.nearness(world_.employers[groups_[i].members.front()].at,
                               world_.employers[groups_[k].members.front()].at);
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    const World& world_;
    std::vector<DutyGroup>& groups_;
    std::size_t wanted_;
    ByProfession<IdVector<RegionId, std::vector<std::size_t>>> of_region_;
    std::vector<std::uint8_t> taken_;
};
}  // namespace

void Groundwork::prepare_pools()
{
    const auto wanted = static_cast<std::size_t>(std::max(2, scenario.initiatives.anw_pool_groups));
    Pooling(world, duty_groups, wanted).run();
}

}  // namespace mgz
