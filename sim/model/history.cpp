// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/history.h"

#include <algorithm>

#include "sim/model/careers.h"
#include "sim/model/each_region.h"
#include "sim/model/market.h"

namespace mgz {

RecordPlan RecordPlan::yearly(const Scenario& scenario)
{
    RecordPlan plan;
    for (int year = scenario.from; year <= scenario.to; ++year) {
        plan.quarters.push_back(Quarter::of(year, 4));
    }
    for (const int year : scenario.output.years) {
        if (year >= scenario.from && year <= scenario.to) {
            plan.employer_quarters.push_back(Quarter::of(year, 4));
        }
    }
    return plan;
}

Recorder::Recorder(const Groundwork& g, const RecordPlan& plan) : g_(g)
{
    history_.plan = plan;
    history_.regions = AreaTable(plan.quarters.size(), g.world.regions.size());
    history_.subregions = AreaTable(plan.quarters.size(), g.world.subregions.size());
    history_.care = RegionTable(plan.quarters.size(), g.world.regions.size());
    history_.national.resize(plan.quarters.size());
    history_.gp_roots.resize(plan.quarters.size());
}

/// Place of the quarter in the list, or the list's size.
static std::size_t find(const std::vector<Quarter>& quarters, Quarter q)
{
    return static_cast<std::size_t>(std::find(quarters.begin(), quarters.end(), q) -
                                    quarters.begin());
}

void Recorder::look(State& state)
{
    const auto time = find(history_.plan.quarters, state.quarter);
    if (time < history_.plan.quarters.size()) {
        look_at_areas(state, time);
        look_at_country(state, time);
        look_inside(state, time);
    }
    if (find(history_.plan.employer_quarters, state.quarter) <
        history_.plan.employer_quarters.size()) {
        history_.employers.push_back(snapshot(state));
    }
    if (find(history_.plan.place_quarters, state.quarter) < history_.plan.place_quarters.size()) {
        history_.places.push_back(places(state));
    }
    if (state.quarter == g_.books.last()) history_.programme = state.cooperation.programme;
    if (state.quarter.number() == 4) {
        look_at_money(state);
        state.ledger = Ledger(g_.world.regions.size());
        history_.accounts.push_back(state.account);
        state.account.assign(g_.world.regions.size(), {});
    }
}

EmployerSnapshot Recorder::snapshot(const State& state) const
{
    EmployerSnapshot shot;
    const auto& e = state.employers;
    for (const EmployerId id : g_.world.employers.ids()) {
        shot.need.push_back(static_cast<float>(e.need[id]));
        shot.delivered.push_back(static_cast<float>(e.delivered[id]));
        shot.staff.push_back(static_cast<float>(e.staff[id]));
        shot.heads.push_back(static_cast<std::uint32_t>(e.heads[id]));
    }
    return shot;
}

ByProfession<std::vector<WorkPlace>> Recorder::places(const State& state) const
{
    ByProfession<std::vector<WorkPlace>> all;
    for (const Profession p : all_professions) {
        const auto& physicians = state.physicians[p];
        for (std::size_t i = 0; i < physicians.size(); ++i) {
            const EmployerId e = physicians.employer[i];
            if (e.none() && physicians.role[i] != Role::locum) continue;
            const RegionId r = e.none() ? g_.region_at[physicians.base[i]] : g_.region_of[e];
            all[p].push_back(
                {physicians.key[i], e, r, static_cast<float>(working_fte(g_, state, p, i))});
        }
        std::sort(all[p].begin(), all[p].end(),
                  [](const WorkPlace& a, const WorkPlace& b) { return a.key < b.key; });
    }
    return all;
}

/// What one employer adds to the figures of its areas.
static FigureRow figures_of(const Groundwork& g, const State& state, Profession p, EmployerId id)
{
    const auto& e = state.employers;
    FigureRow row{};
    const auto at = [&](Figure f) -> double& { return row[static_cast<std::size_t>(f)]; };
    at(Figure::need) = e.need[id];  // of a subregion; a region's is that of its people
    at(Figure::fte) = e.delivered[id];
    at(Figure::staff) = e.staff[id];
    at(Figure::locums) = e.locums[id];
    at(Figure::trainees) = e.trainees[id];
    at(Figure::contracts) = e.by_contract[id] + e.shared[id];
    at(Figure::shifted) = e.shifted[id];
    at(Figure::commercial) = e.commercial[id];
    // Clients of a house without physicians are its host's neighbours: counted there.
    const bool hosted = p != Profession::gp && e.heads[id] == 0;
    at(Figure::outside_needed) = hosted ? 0.0 : e.needed[id].outside();
    at(Figure::outside_given) = hosted ? 0.0 : e.given[id].outside();
    at(Figure::heads) = e.heads[id];
    at(Figure::owners) = e.owners[id];
    int open = openings_at(g, e, p, MarketKind::employed, id, state.quarter);
    if (p == Profession::gp) open += e.open_seats[id];
    at(Figure::vacancies) = open;
    return row;
}

void Recorder::look_at_areas(const State& state, std::size_t time)
{
    auto& regions = history_.regions;
    auto& subregions = history_.subregions;
    for (const Profession p : all_professions) {
        each_region(g_, p, [&](RegionId r, EmployerRange employers) {
            for (const EmployerId id : employers) {
                const FigureRow row = figures_of(g_, state, p, id);
                regions.add(time, r.index(), p, row);
                subregions.add(time, g_.subregion_of[id].index(), p, row);
            }
        });
        const auto& physicians = state.physicians[p];
        for (std::size_t i = 0; i < physicians.size(); ++i) {
            if (state.quarter - physicians.diploma[i] > 20) continue;
            const EmployerId id = physicians.employer[i];
            if (id.none() && physicians.role[i] != Role::locum) continue;
            const SettlementId base = physicians.base[i];
            const RegionId r = id.none() ? g_.region_at[base] : g_.region_of[id];
            const SubregionId sub = id.none() ? g_.subregion_at[base] : g_.subregion_of[id];
            regions.at(time, r.index(), p, Figure::young) += 1;
            subregions.at(time, sub.index(), p, Figure::young) += 1;
        }
        // A region's need is what its people need, also where nobody employs for them.
        for (const RegionId r : g_.world.regions.ids()) {
            regions.at(time, r.index(), p, Figure::need) = state.regions[r].need[p];
        }
        for (AreaTable* table : {&regions, &subregions}) {
            for (std::size_t area = 0; area < table->areas(); ++area) {
                const double need = table->at(time, area, p, Figure::need);
                const double fte = table->at(time, area, p, Figure::fte);
                // Where all leave, rounding may leave a little less than no hours.
                table->at(time, area, p, Figure::shortage) =
                    need > 0 ? std::clamp(1 - fte / need, 0.0, 1.0) : 0.0;
            }
        }
    }
}

void Recorder::look_at_country(const State& state, std::size_t time)
{
    for (const Profession p : all_professions) {
        auto& n = history_.national[time][p];
        for (const auto& region : state.regions)
            n.need += region.need[p];
        n.trainees = static_cast<int>(state.trainees[p].size());
        n.flows = state.flows[p];
        for (const RegionId r : g_.world.regions.ids()) {
            n.fte += history_.regions.at(time, r.index(), p, Figure::fte);
            n.vacancies +=
                static_cast<int>(history_.regions.at(time, r.index(), p, Figure::vacancies));
        }
        n.heads = static_cast<int>(state.physicians[p].present());
        const auto& roles = state.physicians[p].role;
        const auto count = [&](Role role) {
            return static_cast<int>(std::count(roles.begin(), roles.end(), role));
        };
        n.owners = count(Role::owner);
        n.employed = count(Role::employed);
        n.locums = count(Role::locum);
        n.seeking = count(Role::seeking);
    }
    auto& roots = history_.gp_roots[time];
    roots.assign(g_.world.provinces.size() + 1, 0);
    const auto& gps = state.physicians[Profession::gp];
    for (std::size_t i = 0; i < gps.size(); ++i) {
        if (gps.role[i] == Role::gone) continue;
        const ProvinceId province = g_.province_at[gps.root[i]];
        ++roots[province.none() ? g_.world.provinces.size() : province.index()];
    }
}

}  // namespace mgz
