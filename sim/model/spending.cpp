// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/spending.h"

#include <algorithm>

#include "sim/model/each_region.h"
#include "sim/model/governance.h"
#include "sim/model/measures.h"
#include "sim/model/positions.h"

namespace mgz {

namespace {

constexpr double years_in_a_quarter = 0.25;

class Spending {
public:
    Spending(const Groundwork& g, State& state) : g_(g), state_(state) {}

    void run()
    {
        pay_projects();
        pay_what_scenarios_add();
        pay_measures();
        pay_levers();
        pay_incentive();
    }

private:
    double cost(Initiative i) const { return g_.scenario.initiatives.cost[index_of(i)]; }
    static Payer usual_payer(Initiative i) { return initiative_catalogue()[index_of(i)].payer; }

    void book(RegionId r, std::size_t item, Payer payer, double euro_a_year)
    {
        if (euro_a_year != 0) state_.ledger.book(r, item, payer, years_in_a_quarter * euro_a_year);
    }

    void pay_projects()
    {
        const auto support = static_cast<std::size_t>(CostItem::programme);
        for (const auto& project : state_.cooperation.projects) {
            const RegionId r = g_.tables[project.table].region;
            const Payer payer =
                project.temporary ? Payer::temporary_grant : usual_payer(project.initiative);
            book(r, index_of(project.initiative), payer,
                 project.intensity * cost(project.initiative));
            if (project.supported && project.phase != Phase::waiting) {
                book(r, support, Payer::temporary_grant, g_.scenario.cooperation.support_cost);
            }
        }
    }

    /// The part of a joint initiative that no project of the table carries, by inhabitants.
    void pay_what_scenarios_add()
    {
        if (g_.forced.empty()) return;
        const auto forced = forced_intensities(g_, state_.quarter);
        IdVector<TableId, Intensities::Row> carried(g_.tables.size());
        for (const auto& project : state_.cooperation.projects)
            carried[project.table][index_of(project.initiative)] = project.intensity;
        for (const TableId t : g_.tables.ids()) {
            double people = 0;
            for (const SubregionId s : g_.tables[t].subregions)
                people += g_.inhabitants[s];
            if (!(people > 0)) continue;
            for (const SubregionId s : g_.tables[t].subregions)
                pay_added(t, g_.inhabitants[s] / people, forced[s], carried[t]);
        }
    }

    void pay_added(TableId t, double share, const Intensities::Row& forced,
                   const Intensities::Row& carried)
    {
        for (std::size_t i = institutional_initiative_count; i < regional_initiative_count; ++i) {
            const auto initiative = static_cast<Initiative>(i);
            book(g_.tables[t].region, i, usual_payer(initiative),
                 share * std::max(0.0, forced[i] - carried[i]) * cost(initiative));
        }
    }

    void pay_measures()
    {
        for (const Profession p : {Profession::so, Profession::avg}) {
            each_region(g_, p, [&](RegionId r, EmployerRange employers) {
                for (const EmployerId id : employers) {
                    if (may_employ(g_, state_.employers, p, id)) pay_measures_of(id, r);
                }
            });
        }
    }

    void pay_measures_of(EmployerId id, RegionId r)
    {
        for (std::size_t i = 0; i < institutional_initiative_count; ++i) {
            const auto initiative = static_cast<Initiative>(i);
            book(r, i, usual_payer(initiative),
                 intensity(g_, state_, initiative, id) * cost(initiative));
        }
    }

    /// A national amount falls to regions by their inhabitants.
    void pay_levers()
    {
        if (g_.forced.empty()) return;
        double people = 0;
        for (const double here : g_.inhabitants_of)
            people += here;
        for (std::size_t i = regional_initiative_count; i < initiative_count; ++i) {
            const auto lever = static_cast<Initiative>(i);
            if (!(cost(lever) > 0) || !(people > 0)) continue;
            for (const RegionId r : g_.world.regions.ids()) {
                book(r, i, usual_payer(lever),
                     g_.inhabitants_of[r] / people * intensity(g_, state_, lever, r) * cost(lever));
            }
        }
    }

    /// Pay by use: a share of what the physicians who work there cost.
    void pay_incentive()
    {
        if (g_.forced.empty()) return;
        constexpr auto lever = Initiative::location_incentive;
        const double extra = 0.01 * g_.scenario.initiatives.location_incentive_pay;
        for (const Profession p : all_professions) {
            const Payer payer = p == Profession::gp ? Payer::zvw : Payer::wlz;
            const double each = extra * g_.scenario.costs.physician[p];
            for (const EmployerId id : g_.employers[p]) {
                book(g_.region_of[id], index_of(lever), payer,
                     intensity(state_, lever, g_.subregion_of[id]) * each *
                         state_.employers.staff[id]);
            }
        }
    }

    const Groundwork& g_;
    State& state_;
};

}  // namespace

void book_costs(const Groundwork& g, State& state)
{
    Spending(g, state).run();
}

}  // namespace mgz
