// SPDX-License-Identifier: EUPL-1.2
/// Four regions in a row, two replicates written by hand, and what they are held against.
///
///     A        B        C                 D
///     0 km     10       20                40 (1,000 people) and 60 (3,000)
///     GP, SO            AVG               a dependance for GPs; SO from 2030 on
///
/// All regions need 100 FTE of each profession.
#pragma once

#include <fmt/format.h>

#include <array>
#include <stdexcept>
#include <string>
#include <vector>

#include "sim/study/patterns.h"
#include "sim/world/world.h"

namespace study {

using namespace mgz;

inline void add_settlement(World& world, std::size_t region, double km, double people,
                           std::size_t province)
{
    Settlement s;
    s.code = fmt::format("S{}", world.settlements.size());
    s.at = {km * 1000, 0};
    s.region = RegionId::at(region);
    s.subregion = SubregionId::at(region);
    s.province = ProvinceId::at(province);
    s.population = {0, people, 0, people / 10, people / 10};
    for (double& group : s.population)
        group /= 1.2;  // sums to `people`
    world.settlements.push_back(s);
}

inline void add_centre(World& world, Profession p, double km, std::string parent,
                       std::optional<int> from)
{
    TrainingCentre c;
    c.code = fmt::format("T{}", world.centres.size());
    c.profession = p;
    c.at = {km * 1000, 0};
    c.parent = std::move(parent);
    c.share = 1;
    c.from_year = from;
    world.centres.push_back(c);
}

inline World row_world()
{
    World world;
    for (const char* name : {"A", "B", "C", "D"}) {
        const RegionId region = world.regions.push_back({name, std::string("Region ") + name, {}});
        world.subregions.push_back({std::string(name) + "-1", name, region, {}, 0, 0});
    }
    for (const char* name : {"Left", "Middle", "Right"})
        world.provinces.push_back(name);
    add_settlement(world, 0, 0, 10000, 0);
    add_settlement(world, 1, 10, 10000, 1);
    add_settlement(world, 2, 20, 10000, 2);
    add_settlement(world, 3, 40, 1000, 2);
    add_settlement(world, 3, 60, 3000, 2);
    add_centre(world, Profession::gp, 0, "", {});
    add_centre(world, Profession::gp, 60, "T0", {});
    add_centre(world, Profession::so, 0, "", {});
    add_centre(world, Profession::so, 40, "", 2030);
    add_centre(world, Profession::avg, 20, "", 2000);
    // Institutions: four in A and B, four in C of which one is too small, none in D.
    for (const std::size_t r : {0, 1, 2}) {
        for (int i = 0; i < 4; ++i) {
            Employer e;
            e.kind = EmployerKind::vvt;
            e.region = RegionId::at(r);
            e.subregion = SubregionId::at(r);
            world.employers.push_back(e);
        }
    }
    return world;
}

using ByRegion = std::array<double, 4>;

inline RecordPlan row_plan()
{
    return {{Quarter::of(2021, 4), Quarter::of(2022, 4), Quarter::of(2023, 2), Quarter::of(2023, 4),
             Quarter::of(2025, 2)},
            {Quarter::of(2023, 2)},
            {}};
}
inline constexpr std::size_t at_2021 = 0, at_2022 = 1, at_mid_2023 = 2, at_2025 = 4;

inline void set(History& h, std::size_t time, Profession p, Figure f, const ByRegion& values)
{
    for (std::size_t r = 0; r < values.size(); ++r) {
        h.regions.at(time, r, p, f) = values[r];
        h.subregions.at(time, r, p, f) = values[r];
    }
}

inline void set(History& h, std::size_t time, RegionFigure f, const ByRegion& values)
{
    for (std::size_t r = 0; r < values.size(); ++r)
        h.care.at(time, RegionId::at(r), f) = values[r];
}

inline void set_shortage(History& h, std::size_t time, Profession p, const ByRegion& shortage)
{
    ByRegion need{100, 100, 100, 100}, fte{};
    auto& national = h.national[time][p];
    national.need = 400;
    national.fte = 0;
    for (std::size_t r = 0; r < need.size(); ++r)
        national.fte += fte[r] = 100 * (1 - shortage[r]);
    set(h, time, p, Figure::need, need);
    set(h, time, p, Figure::fte, fte);
    set(h, time, p, Figure::shortage, shortage);
}

/// Everything that does not differ between the replicates.
inline History row_history()
{
    History h;
    h.plan = row_plan();
    const auto times = h.plan.quarters.size();
    h.regions = AreaTable(times, 4);
    h.subregions = AreaTable(times, 4);
    h.care = RegionTable(times, 4);
    h.national.resize(times);
    h.gp_roots.assign(times, {0, 0, 0, 0});
    for (auto& by_profession : h.national) {
        auto& n = by_profession[Profession::gp];
        n.owners = 60;
        n.employed = 30;
        n.locums = 10;
        n.heads = 104;
        n.seeking = 4;
    }
    auto& before = h.national[at_2021][Profession::gp].flows;
    before.diplomas = 100;
    before.retired = 20;
    before.left = 5;
    before.entrants = 200;
    before.unplaced = 1;
    auto& after = h.national[at_2022][Profession::gp].flows;
    after.diplomas = 170;
    after.retired = 30;
    after.left = 8;
    after.entrants = 290;
    after.unplaced = 3;
    set(h, at_2022, Profession::gp, Figure::staff, {30, 10, 5, 5});
    set(h, at_2022, Profession::gp, Figure::locums, {2, 2, 2, 4});
    set(h, at_mid_2023, Profession::gp, Figure::young, {10, 6, 4, 2});
    set(h, at_mid_2023, Profession::gp, Figure::vacancies, {5, 2, 4, 4});
    EmployerSnapshot shot;
    shot.need = {2, 4, 8, 16, 2, 4, 8, 16, 1, 4, 8, 16};
    shot.delivered.assign(12, 0.0F);
    shot.staff.assign(12, 0.0F);
    shot.heads.assign(12, 0);
    h.employers = {shot};
    return h;
}

inline constexpr int april_2023 = 12 * 20 + 3;

/// Outside hours, duty and contacts at HAP and SEH; successions from the end of 2021 to mid 2025.
inline void set_bottlenecks(History& a, History& b)
{
    for (History* h : {&a, &b}) {
        for (const Profession p : {Profession::so, Profession::avg})
            set(*h, at_mid_2023, p, Figure::outside_needed, {10, 10, 10, 10});
        set(*h, at_mid_2023, RegionFigure::small_needed, {10, 10, 10, 10});
        set(*h, at_2021, RegionFigure::successions_filled, {10, 10, 10, 0});
        set(*h, at_2021, RegionFigure::successions_failed, {10, 0, 0, 0});
    }
    set(a, at_mid_2023, Profession::so, Figure::outside_given, {10, 5, 2, 0});
    set(a, at_mid_2023, Profession::avg, Figure::outside_given, {10, 5, 6, 0});
    set(b, at_mid_2023, Profession::so, Figure::outside_given, {10, 8, 10, 0});
    set(b, at_mid_2023, Profession::avg, Figure::outside_given, {10, 8, 10, 0});
    set(a, at_mid_2023, RegionFigure::small_given, {10, 4, 5, 0});
    set(b, at_mid_2023, RegionFigure::small_given, {10, 5, 8, 0});
    set(a, at_mid_2023, RegionFigure::thin_duty, {0, 0.1, 0.3, 0.5});
    set(b, at_mid_2023, RegionFigure::thin_duty, {0, 0.2, 0, 0.5});
    set(a, at_mid_2023, RegionFigure::pushed, {0, 0.05, 0.1, 0.3});
    set(b, at_mid_2023, RegionFigure::pushed, {0.06, 0.05, 0, 0.3});
    set(a, at_2025, RegionFigure::successions_filled, {14, 12, 10, 0});
    set(a, at_2025, RegionFigure::successions_failed, {14, 8, 1, 0});
    set(b, at_2025, RegionFigure::successions_filled, {16, 12, 11, 0});
    set(b, at_2025, RegionFigure::successions_failed, {16, 8, 0, 0});
}

/// Urgency, ties, initiatives and their money.
inline void set_cooperation(History& a, History& b)
{
    const auto tie_all = [](History& h, const ByRegion& g) {
        for (const auto f : {RegionFigure::governance_vvt_vvt, RegionFigure::governance_gp_vvt,
                             RegionFigure::governance_ghz_ghz, RegionFigure::governance_ghz_gp,
                             RegionFigure::governance_vvt_ghz})
            set(h, at_mid_2023, f, g);
    };
    set(a, at_mid_2023, RegionFigure::board_urgency, {0.1, 0.5, 0.5, 0.5});
    set(b, at_mid_2023, RegionFigure::board_urgency, {0.5, 0.5, 0.5, 0.5});
    tie_all(a, {0.5, 0.5, 0.5, 0.1});
    tie_all(b, {0.5, 0.5, 0.5, 0.5});
    set(a, at_mid_2023, RegionFigure::pools, {1, 0, 2, 0});
    set(b, at_mid_2023, RegionFigure::pools, {0, 0, 1, 0});
    set(a, at_mid_2023, RegionFigure::joint_sector, {5, 4, 1, 0});
    set(b, at_mid_2023, RegionFigure::joint_sector, {2, 2, 0, 0});
    set(b, at_mid_2023, RegionFigure::joint_across, {2, 0, 0, 0});
    set(a, at_mid_2023, RegionFigure::joint_preparing, {0, 0, 1, 0});
    set(b, at_mid_2023, RegionFigure::joint_preparing, {0, 1, 0, 0});
    set(a, at_mid_2023, RegionFigure::joint_temporary, {3, 2, 1, 0});
    set(b, at_mid_2023, RegionFigure::joint_temporary, {3, 2, 0, 0});
    set(a, at_mid_2023, RegionFigure::commercial, {0, 1, 0, 2});
    set(b, at_mid_2023, RegionFigure::commercial, {0, 0, 0, 1});
}

inline void set_programme(History& a, History& b)
{
    a.programme = {{april_2023, 4, 3, {3, 0, 0, 0}, 0},
                   {april_2023 + 1, 7, 5, {4, 1, 0, 0}, 0},
                   {april_2023 + 2, 10, 8, {5, 4, 0, 0}, 1},
                   {april_2023 + 3, 14, 11, {6, 3, 3, 0}, 1}};
    b.programme = {{april_2023, 5, 3, {3, 0, 0, 0}, 0},
                   {april_2023 + 1, 8, 5, {5, 0, 0, 0}, 0},
                   {april_2023 + 2, 12, 9, {5, 0, 0, 4}, 2},
                   {april_2023 + 3, 16, 12, {5, 0, 5, 0}, 3}};
}

inline void set_placements(History& a, History& b)
{
    for (History* h : {&a, &b}) {
        set(*h, at_mid_2023, RegionFigure::vvt_urgent, {10, 10, 10, 20});
        set(*h, at_mid_2023, RegionFigure::ghz_urgent, {10, 10, 10, 10});
    }
    set(a, at_mid_2023, RegionFigure::vvt_placed_away, {0, 1, 2, 8});
    set(a, at_mid_2023, RegionFigure::vvt_unplaced, {0, 0, 0, 2});
    set(a, at_mid_2023, RegionFigure::vvt_weeks_back, {0, 10, 20, 30});
    set(a, at_mid_2023, RegionFigure::ghz_placed_away, {0, 0, 0, 1});
    set(b, at_mid_2023, RegionFigure::vvt_placed_away, {1, 0, 0, 9});
    set(b, at_mid_2023, RegionFigure::vvt_weeks_back, {4, 0, 0, 40});
}

inline void deliver(History& h, const std::array<float, 12>& share_of_need)
{
    auto& shot = h.employers.front();
    for (std::size_t e = 0; e < 12; ++e)
        shot.delivered[e] = shot.need[e] * share_of_need[e];
}

inline std::vector<History> row_histories()
{
    std::vector<History> two{row_history(), row_history()};
    History& a = two.front();
    History& b = two.back();
    set_shortage(a, at_mid_2023, Profession::gp, {0.01, 0.05, 0.08, 0.30});
    set_shortage(b, at_mid_2023, Profession::gp, {0.03, 0.09, 0.04, 0.20});
    set_shortage(a, at_mid_2023, Profession::so, {0.02, 0.06, 0.10, 0.20});
    set_shortage(b, at_mid_2023, Profession::so, {0.00, 0.02, 0.12, 0.10});
    set_shortage(a, at_mid_2023, Profession::avg, {0.4, 0.3, 0.2, 0.1});
    set_shortage(b, at_mid_2023, Profession::avg, {0.2, 0.3, 0.4, 0.1});
    for (History* h : {&a, &b}) {
        set_shortage(*h, at_2025, Profession::gp, {0.2, 0.2, 0.2, 0.0});
    }
    set(a, at_mid_2023, Profession::gp, Figure::heads, {10, 5, 5, 4});
    set(b, at_mid_2023, Profession::gp, Figure::heads, {10, 10, 5, 8});
    a.gp_roots[at_2022] = {30, 20, 10, 7};
    b.gp_roots[at_2022] = {30, 10, 20, 7};
    deliver(a, {0.1F, 0.2F, 0.3F, 0.4F, 0.5F, 0.5F, 0.5F, 0.5F, 0.0F, 0.0F, 0.0F, 1.0F});
    deliver(b, {0.4F, 0.4F, 0.4F, 0.4F, 0.5F, 0.5F, 0.5F, 0.5F, 0.0F, 0.0F, 0.0F, 1.0F});
    set_bottlenecks(a, b);
    set_cooperation(a, b);
    set_programme(a, b);
    set_placements(a, b);
    return two;
}

inline Target at_least(double low, PatternUse use = PatternUse::check)
{
    Target t;
    t.low = low;
    t.text = ">=";
    t.use = use;
    t.evidence = {"a test", "assumption"};
    return t;
}

inline PatternData row_data()
{
    PatternData d;
    d.title = "A row of regions";
    d.quarter = Quarter::of(2023, 2);
    d.later_quarter = Quarter::of(2025, 2);
    d.centres_open = 2023;
    d.least_gap = 0.01;
    d.margin_null = "training";
    d.near = {"A", "C"};
    d.far = {"B", "D"};
    d.always_ranked = {"C"};
    d.employers.least_fte = 1.6;
    d.employers.least_count = 4;
    d.employers.difference = 0.1;
    d.instrument.salience = 0.4;
    d.instrument.ambition_urgency = 0.2;
    d.instrument.ambition_governance = 0.2;
    d.successions_from = Quarter::of(2021, 4);
    d.successions_to = Quarter::of(2025, 2);
    d.programme.first = april_2023;
    d.programme.fitted_to = april_2023 + 1;
    d.programme.running = {3, 4, 7, 9};
    d.programme.earlier = april_2023 + 2;
    d.programme.last = april_2023 + 3;
    d.provinces.at = Quarter::of(2022, 4);
    d.provinces.list = {{"Left", 100, 10}, {"Middle", 50, 5}, {"Right", 20, 2}};
    d.areas.worse = {{"Inner", {"B-1", "C-1"}}};
    d.areas.better = {{"West", {"A-1"}}, {"East", {"D-1"}}};
    d.young = {"B", "C", "A", {}};
    d.targets["P2"] = at_least(0.75);
    d.targets["P3-huisarts"] = at_least(0.95);
    return d;
}

/// The row of regions, measured; change what you like first.
struct Row {
    World world = row_world();
    Scenario scenario;
    PatternData data = row_data();
    std::vector<History> histories = row_histories();
    std::vector<PatternResult> patterns;

    void measure() { patterns = measure_patterns(world, scenario, data, histories); }
    const PatternResult& operator[](std::string_view id) const
    {
        const auto* found = find_pattern(patterns, id);
        if (!found) throw std::runtime_error("no pattern " + std::string(id));
        return *found;
    }
    double value(std::string_view id) const { return (*this)[id].value.value(); }
};

}  // namespace study
