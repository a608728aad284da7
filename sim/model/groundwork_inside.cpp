// SPDX-License-Identifier: EUPL-1.2
// What happens inside regions needs to know: tables of boards, duty groups, neighbours.
#include <algorithm>

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
    for (const RegionId from : world.regions.ids()) {
        auto& list = regions_nearby[from];
        for (const RegionId to : world.regions.ids())
            list.push_back(to);
        std::stable_sort(list.begin(), list.end(), [&](RegionId a, RegionId b) {
            if ((a == from) != (b == from)) return a == from;
            return world.nearness(centre[from], centre[a]) <
                   world.nearness(centre[from], centre[b]);
        });
    }
}

namespace {
/// Joins employers, near ones first, until a group has enough participants.
class Grouping {
public:
    Grouping(const Groundwork& g, Profession p) : g_(g), p_(p) {}

    std::vector<DutyGroup> run()
    {
        std::vector<DutyGroup> whole, partial;
        IdVector<RegionId, std::vector<EmployerId>> members(g_.world.regions.size());
        for (const EmployerId e : g_.employers[p_])
            members[g_.world.employers[e].region].push_back(e);
        for (const RegionId r : g_.world.regions.ids())
            group_region(members[r], whole, partial);
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
    void group_region(std::vector<EmployerId> free, std::vector<DutyGroup>& whole,
                      std::vector<DutyGroup>& partial) const
    {
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

/// Groups that would pool: near ones of the region by the wanted number; a group that is alone in
/// its region asks the nearest of another.
void Groundwork::prepare_pools()
{
    const auto wanted = static_cast<std::size_t>(std::max(2, scenario.initiatives.anw_pool_groups));
    const auto at = [&](std::size_t i) {
        return world.employers[duty_groups[i].members.front()].at;
    };
    std::vector<std::uint8_t> taken(duty_groups.size(), 0);
    for (std::size_t i = 0; i < duty_groups.size(); ++i) {
        if (taken[i]) continue;
        std::vector<std::size_t> others;
        for (std::size_t k = 0; k < duty_groups.size(); ++k) {
            if (k != i && duty_groups[k].profession == duty_groups[i].profession)
                others.push_back(k);
        }
        std::stable_sort(others.begin(), others.end(), [&](std::size_t a, std::size_t b) {
            const bool a_here = duty_groups[a].region == duty_groups[i].region;
            const bool b_here = duty_groups[b].region == duty_groups[i].region;
            if (a_here != b_here) return a_here;
            return world.nearness(at(i), at(a)) < world.nearness(at(i), at(b));
        });
        std::vector<std::size_t> pool{i};
        for (const std::size_t k : others) {
            const bool here = duty_groups[k].region == duty_groups[i].region;
            if (pool.size() >= wanted || (!here && pool.size() >= 2)) break;
            if (!taken[k]) pool.push_back(k);
        }
        if (pool.size() < 2 && !others.empty()) {
            pool = duty_groups[others.front()].pool;  // everybody near has joined one already
            pool.push_back(i);
        }
        for (const std::size_t k : pool) {
            taken[k] = 1;
            duty_groups[k].pool = pool;
        }
    }
}

}  // namespace mgz
