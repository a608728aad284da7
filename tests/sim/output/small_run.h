// SPDX-License-Identifier: EUPL-1.2
/// Two replicates in Drieland whose figures were set by hand, so that every output is known.
#pragma once

#include "sim/output/outputs.h"
#include "sim/score/ensemble.h"
#include "tests/support/drieland.h"

namespace support {

/// Shortage of an area: grows with its index, by 0.01 a year and from profession to profession;
/// the replicates lie 0.02 apart. Region m in 2005: huisarts 0.03 + 0.02, mean over two 0.06.
inline double small_shortage(std::size_t time, std::size_t area, mgz::Profession p, int replicate)
{
    return 0.03 * static_cast<double>(area + 1) + 0.01 * static_cast<double>(time) +
           0.02 * static_cast<double>(mgz::index_of(p)) + 0.02 * replicate;
}

/// Need is 100 FTE in every area, but subregion o2 has no need of AVG.
inline double small_need(bool is_subregion, std::size_t area, mgz::Profession p)
{
    return is_subregion && area == 2 && p == mgz::Profession::avg ? 0.0 : 100.0;
}

inline void fill_areas(mgz::AreaTable& table, bool is_subregion, int replicate)
{
    using mgz::Figure;
    for (std::size_t time = 0; time < table.times(); ++time) {
        for (std::size_t area = 0; area < table.areas(); ++area) {
            for (const mgz::Profession p : mgz::all_professions) {
                const double need = small_need(is_subregion, area, p);
                const double s = need > 0 ? small_shortage(time, area, p, replicate) : 0.0;
                table.at(time, area, p, Figure::need) = need;
                table.at(time, area, p, Figure::fte) = need * (1 - s);
                table.at(time, area, p, Figure::shortage) = s;
                table.at(time, area, p, Figure::heads) = 120 + static_cast<double>(area);
            }
        }
    }
}

/// Nine tenths of the hours in small homes are missed, 0.05 more in replicate 1; three fifths of
/// the employers of region m are short, none elsewhere.
inline void fill_care(mgz::RegionTable& table, int replicate)
{
    using mgz::RegionFigure;
    for (std::size_t time = 0; time < table.times(); ++time) {
        for (std::size_t r = 0; r < table.regions(); ++r) {
            const auto id = mgz::RegionId::at(r);
            table.at(time, id, RegionFigure::small_needed) = 10;
            table.at(time, id, RegionFigure::small_given) = 1 - 0.5 * replicate;
            table.at(time, id, RegionFigure::gap_employers) = r == 0 ? 0.6 : 0.0;
        }
    }
}

/// Every employer needs 10 FTE and gets 8 (replicate 0) or 6 (replicate 1); small homes nothing.
inline mgz::EmployerSnapshot small_snapshot(const mgz::World& world, int replicate)
{
    mgz::EmployerSnapshot shot;
    for (const auto& e : world.employers) {
        const bool employs = mgz::profession_of(e.kind).has_value();
        shot.need.push_back(employs ? 10.0F : 0.0F);
        shot.delivered.push_back(employs ? 8.0F - 2.0F * static_cast<float>(replicate) : 0.0F);
        shot.staff.push_back(employs ? 5.0F : 0.0F);
        shot.heads.push_back(employs ? 7 : 0);
    }
    return shot;
}

inline mgz::History small_history(const mgz::World& world, const mgz::Scenario& scenario,
                                  int replicate)
{
    mgz::History h;
    h.plan = mgz::RecordPlan::yearly(scenario);
    const auto times = h.plan.quarters.size();
    h.regions = mgz::AreaTable(times, world.regions.size());
    h.subregions = mgz::AreaTable(times, world.subregions.size());
    fill_areas(h.regions, false, replicate);
    fill_areas(h.subregions, true, replicate);
    h.care = mgz::RegionTable(times, world.regions.size());
    fill_care(h.care, replicate);
    // The programme spends the same in both replicates, and one buys duty.
    h.costs = {{2004, mgz::RegionId::at(0), static_cast<std::size_t>(mgz::CostItem::programme),
                mgz::Payer::temporary_grant, 1000}};
    if (replicate == 1) {
        h.costs.push_back({2005, mgz::RegionId::at(2), mgz::index_of(mgz::Initiative::bought_anw),
                           mgz::Payer::wlz, 500});
    }
    h.national.resize(times);
    h.gp_roots.resize(times);
    h.employers.assign(h.plan.employer_quarters.size(), small_snapshot(world, replicate));
    mgz::Account account(world.regions.size());
    account[mgz::RegionId::at(0)][mgz::Profession::so][0] = -1.5 - replicate;
    h.accounts.assign(times, account);
    return h;
}

struct SmallRun {
    mgz::World world = drieland();
    mgz::Scenario scenario = drieland_scenario();
    mgz::Ensemble ensemble;
    mgz::RunFacts facts;

    SmallRun()
    {
        const std::vector<mgz::History> histories{small_history(world, scenario, 0),
                                                  small_history(world, scenario, 1)};
        ensemble = mgz::summarise(histories);
        facts.seed = 7;
        facts.origins = {{"title", "own.toml, line 1"}, {"geography.regions", "default"}};
        facts.scenario_files = {"somewhere/own.toml"};
        facts.attribution = mgz::attribution_of(facts.origins);
        facts.threads = 1;
    }

    /// Writes and publishes.
    void write(const std::string& path) const
    {
        mgz::OutputFolder out(path, mgz::Existing::refuse);
        mgz::write_outputs(world, scenario, ensemble, facts, out);
        out.publish();
    }
};

}  // namespace support
