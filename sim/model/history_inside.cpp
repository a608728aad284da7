// SPDX-License-Identifier: EUPL-1.2
// What is kept of care, duty, places and cooperation inside regions.
#include <algorithm>

#include "sim/model/history.h"
#include "sim/model/urgency.h"

namespace mgz {

const std::array<std::string_view, region_figure_count> region_figure_names{"small_needed",
                                                                            "small_given",
                                                                            "duty_load",
                                                                            "thin_duty",
                                                                            "pushed",
                                                                            "vvt_urgent",
                                                                            "vvt_placed_away",
                                                                            "vvt_unplaced",
                                                                            "vvt_weeks_back",
                                                                            "vvt_wait_weeks",
                                                                            "ghz_urgent",
                                                                            "ghz_placed_away",
                                                                            "ghz_unplaced",
                                                                            "ghz_weeks_back",
                                                                            "ghz_wait_weeks",
                                                                            "crisis",
                                                                            "long_waits",
                                                                            "short_waits",
                                                                            "gap_employers",
                                                                            "board_urgency",
                                                                            "physician_urgency",
                                                                            "urgent_parties",
                                                                            "governance_vvt_vvt",
                                                                            "governance_gp_vvt",
                                                                            "governance_ghz_ghz",
                                                                            "governance_ghz_gp",
                                                                            "governance_vvt_ghz",
                                                                            "own_measures",
                                                                            "joint_sector",
                                                                            "joint_across",
                                                                            "joint_preparing",
                                                                            "joint_exploring",
                                                                            "preparing_scope",
                                                                            "joint_temporary",
                                                                            "pools",
                                                                            "commercial",
                                                                            "successions_filled",
                                                                            "successions_failed"};

namespace {

/// Writes the figures of one moment.
class InsideLook {
public:
    InsideLook(const Groundwork& g, const State& state, std::size_t time, RegionTable& to)
        : g_(g), state_(state), time_(time), to_(to)
    {
    }

    void run()
    {
        for (const RegionId r : g_.world.regions.ids())
            look_at_region(r);
        look_at_duty();
        look_at_employers();
        look_at_tables();
        look_at_projects();
    }

private:
    double& at(RegionId r, RegionFigure f) { return to_.at(time_, r, f); }

    void look_at_sector(RegionId r, const SectorState& s, RegionFigure first)
    {
        const std::array values{s.urgent, s.placed_away, s.unplaced, s.weeks_back, s.wait_weeks};
        for (std::size_t i = 0; i < values.size(); ++i)
            at(r, static_cast<RegionFigure>(static_cast<std::size_t>(first) + i)) = values[i];
    }

    void look_at_region(RegionId r)
    {
        const auto& region = state_.regions[r];
        for (const Profession p : all_professions) {
            at(r, RegionFigure::small_needed) += region.small_needed[p];
            at(r, RegionFigure::small_given) += region.small_given[p];
        }
        at(r, RegionFigure::pushed) = region.pushed;
        at(r, RegionFigure::crisis) = region.crisis;
        at(r, RegionFigure::successions_filled) = region.successions_filled;
        at(r, RegionFigure::successions_failed) = region.successions_failed;
        look_at_sector(r, region.vvt, RegionFigure::vvt_urgent);
        look_at_sector(r, region.ghz, RegionFigure::ghz_urgent);
    }

    /// Weighted by the need of the own house.
    void look_at_duty()
    {
        const auto& e = state_.employers;
        IdVector<RegionId, double> clients(g_.world.regions.size(), 0.0);
        for (const Profession p : {Profession::so, Profession::avg}) {
            for (const EmployerId id : g_.employers[p]) {
                const RegionId r = g_.region_of[id];
                const double here = e.needed[id].own();
                clients[r] += here;
                at(r, RegionFigure::duty_load) += here * e.duty_load[id];
                const bool thin = e.duty_load[id] > g_.scenario.duty.thin_from;
                at(r, RegionFigure::thin_duty) += thin ? here : 0.0;
            }
        }
        for (const RegionId r : g_.world.regions.ids()) {
            if (!(clients[r] > 0)) continue;
            at(r, RegionFigure::duty_load) /= clients[r];
            at(r, RegionFigure::thin_duty) /= clients[r];
        }
    }

    /// Weeks that a client of this institution waits: the region's, more where the gap is larger.
    double weeks_at(EmployerId id, Profession p) const
    {
        const auto& region = state_.regions[g_.region_of[id]];
        const auto& sector = p == Profession::so ? region.vvt : region.ghz;
        const double mean = std::max(0.01, region.gap[p]);
        return sector.wait_weeks * std::clamp(gap_of(state_.employers, id) / mean, 0.0, 4.0);
    }

    void look_at_employers()
    {
        constexpr double short_by = 0.10, long_weeks = 13, short_weeks = 4;
        IdVector<RegionId, double> institutions(g_.world.regions.size(), 0.0);
        for (const Profession p : all_professions) {
            IdVector<RegionId, double> all(g_.world.regions.size(), 0.0), wanting = all;
            for (const EmployerId id : g_.employers[p]) {
                const RegionId r = g_.region_of[id];
                if (!(state_.employers.need[id] > 0)) continue;
                all[r] += 1;
                wanting[r] += gap_of(state_.employers, id) > short_by;
                if (p == Profession::gp) continue;
                institutions[r] += 1;
                at(r, RegionFigure::long_waits) += weeks_at(id, p) > long_weeks;
                at(r, RegionFigure::short_waits) += weeks_at(id, p) > short_weeks;
                at(r, RegionFigure::commercial) += state_.employers.commercial[id];
                const auto& own = state_.cooperation.measures[id];
                at(r, RegionFigure::own_measures) +=
                    std::any_of(own.begin(), own.end(), [](double x) { return x > 0; });
            }
            for (const RegionId r : g_.world.regions.ids()) {
                if (all[r] > 0) at(r, RegionFigure::gap_employers) += wanting[r] / all[r] / 3;
            }
        }
        for (const RegionId r : g_.world.regions.ids()) {
            if (!(institutions[r] > 0)) continue;
            at(r, RegionFigure::long_waits) /= institutions[r];
            at(r, RegionFigure::short_waits) /= institutions[r];
        }
    }

    /// A region with several tables: their mean by inhabitants.
    void look_at_tables()
    {
        const auto& tables = state_.cooperation.tables;
        if (tables.empty()) return;
        for (const TableId t : g_.tables.ids()) {
            const auto& table = g_.tables[t];
            double here = 0;
            for (const SubregionId s : table.subregions)
                here += g_.inhabitants[s];
            const double all = g_.inhabitants_of[table.region];
            const double share = all > 0 ? here / all : 0.0;
            const RegionId r = table.region;
            at(r, RegionFigure::board_urgency) += share * tables[t].board_urgency;
            at(r, RegionFigure::physician_urgency) += share * tables[t].physician_urgency;
            for (const double u : tables[t].urgency)
                at(r, RegionFigure::urgent_parties) += share * (u > 0.5);
            for (std::size_t i = 0; i < tie_count; ++i) {
                const auto f = static_cast<RegionFigure>(
                    static_cast<std::size_t>(RegionFigure::governance_vvt_vvt) + i);
                at(r, f) += share * tables[t].governance[i];
            }
        }
    }

    void look_at_projects()
    {
        for (const auto& project : state_.cooperation.projects) {
            const RegionId r = g_.tables[project.table].region;
            const bool across = crosses_sectors(project.initiative);
            switch (project.phase) {
                case Phase::waiting:
                case Phase::ended:
                    break;
                case Phase::exploring:
                    at(r, RegionFigure::joint_exploring) += 1;
                    widen(r, across);
                    break;
                case Phase::preparing:
                    at(r, RegionFigure::joint_preparing) += 1;
                    widen(r, across);
                    break;
                case Phase::realising:
                case Phase::securing:
                case Phase::running:
                    at(r, across ? RegionFigure::joint_across : RegionFigure::joint_sector) += 1;
                    at(r, RegionFigure::joint_temporary) += project.temporary;
                    at(r, RegionFigure::pools) += project.initiative == Initiative::anw_pool;
                    break;
            }
        }
    }

    void widen(RegionId r, bool across)
    {
        double& scope = at(r, RegionFigure::preparing_scope);
        scope = std::max(scope, across ? 3.0 : 2.0);
    }

    const Groundwork& g_;
    const State& state_;
    std::size_t time_;
    RegionTable& to_;
};

}  // namespace

void Recorder::look_inside(const State& state, std::size_t time)
{
    InsideLook(g_, state, time, history_.care).run();
}

void Recorder::look_at_money(const State& state)
{
    for (const RegionId r : g_.world.regions.ids()) {
        const auto& sums = state.ledger.of(r);
        for (std::size_t item = 0; item < cost_item_count; ++item) {
            for (std::size_t payer = 0; payer < payer_count; ++payer) {
                const double euro = sums[item][payer];
                if (euro == 0) continue;
                history_.costs.push_back(
                    {state.quarter.year(), r, item, static_cast<Payer>(payer), euro});
            }
        }
    }
}

}  // namespace mgz
