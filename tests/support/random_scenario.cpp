// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/random_scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "sim/scenario/registry.h"

namespace support {

using mgz::Parameter;
using mgz::Scenario;

namespace {

/// Draws the value of one parameter.
class Draw {
public:
    Draw(Luck& luck, const Parameter& parameter, Policy policy)
        : luck_(luck), p_(parameter), policy_(policy)
    {
    }

    void operator()(double* value) const { *value = drawn(*value); }
    void operator()(int* value) const
    {
        *value = static_cast<int>(std::clamp(std::floor(drawn(*value)), p_.low, p_.high));
    }
    void operator()(mgz::Series* series) const
    {
        const double usual = series->points.back().second;
        series->points.clear();
        int year = luck_.whole(1985, 2003);
        for (int n = luck_.whole(1, 4); n > 0; --n, year += luck_.whole(1, 12))
            series->points.emplace_back(year, drawn(usual));
    }
    void operator()(const mgz::RootChoice& choice) const
    {
        *choice.rule = luck_.chance(0.5) ? mgz::RootRule::home : mgz::RootRule::practice;
    }
    template <class Other>
    void operator()(const Other&) const
    {
    }

private:
    double drawn(double usual) const
    {
        if (p_.grows == mgz::Grows::with_country) return total(usual);
        if (policy_ == Policy::bounds || luck_.chance(0.2))
            return luck_.chance(0.5) ? p_.low : p_.high;
        return luck_.real(p_.low, p_.high);
    }

    /// Totals have bounds for countries of any size: of this one they are nearer to what they were.
    double total(double usual) const
    {
        if (usual <= 0 || luck_.chance(0.1)) return p_.low;
        return std::clamp(usual * luck_.spread(0.01, 4), p_.low, p_.high);
    }

    Luck& luck_;
    const Parameter& p_;
    Policy policy_;
};

/// Totals of a country of so many regions instead of the usual 31.
void fit_totals(Luck& luck, Scenario& s, double regions)
{
    const double factor = regions / 31 * luck.spread(0.02, 1);
    for (const Parameter& p : mgz::parameters(s)) {
        if (p.grows != mgz::Grows::with_country) continue;
        const auto fitted = [&](double v) { return std::clamp(v * factor, p.low, p.high); };
        if (const auto* real = std::get_if<double*>(&p.target)) **real = fitted(**real);
        if (const auto* whole = std::get_if<int*>(&p.target))
            **whole = static_cast<int>(fitted(**whole));
        if (const auto* series = std::get_if<mgz::Series*>(&p.target)) {
            for (auto& [year, value] : (*series)->points)
                value = fitted(value);
        }
    }
    if (luck.chance(0.03)) {  // many heads in one place
        s.careers.stock[mgz::Profession::gp] = luck.spread_whole(60000, 150000);
        s.to = s.from;
    }
}

/// Where the run goes, what is written of it; what begins late in it begins within the run.
void choose_years(Luck& luck, Scenario& s)
{
    s.to = s.from + luck.one_of(std::vector{0, 1, 2, 3, 5, 8, 12});
    if (luck.chance(0.04)) s.to = luck.whole(2035, 2045);
    std::set<int> years{luck.whole(s.from, s.to), luck.whole(s.from, s.to), s.to};
    s.output.years.assign(years.begin(), years.end());
    s.output.map_year = luck.one_of(s.output.years);
    for (int* year : {&s.cooperation.programme_from, &s.cooperation.programme_until,
                      &s.cooperation.measures_from, &s.need.gp_shift_from}) {
        if (luck.chance(0.6)) *year = luck.whole(s.from, s.to + 1);
    }
}

class Interventions {
public:
    Interventions(Luck& luck, Scenario& scenario, mgz::World& world)
        : luck_(luck), scenario_(scenario), world_(world)
    {
        for (const auto& settlement : world.settlements) {
            if (settlement.municipality.empty() || !(settlement.inhabitants() > 0)) continue;
            municipalities_.push_back(settlement.municipality);
        }
    }

    void add()
    {
        mgz::Intervention what;
        const auto& entry = luck_.one_of(mgz::initiative_catalogue());
        what.initiative = entry.initiative;
        if (entry.local && luck_.chance(0.7)) choose_places(what);
        what.from = luck_.whole(scenario_.from, scenario_.to + 1);
        if (luck_.chance(0.4)) what.until = what.from + luck_.whole(0, 6);
        what.intensity = luck_.chance(0.5) ? luck_.whole(0, 1) : luck_.real(0, 1);
        what.ramp_years = luck_.one_of(std::vector{0.0, 0.1, 1.5, 20.0});
        what.origin = "a random intervention";
        scenario_.interventions.push_back(what);
    }

private:
    void choose_places(mgz::Intervention& what)
    {
        for (int n = luck_.whole(1, 4); n > 0; --n) {
            switch (luck_.whole(0, 3)) {
                case 0:
                    what.where.push_back(
                        world_.regions[mgz::RegionId::at(luck_.index(world_.regions.size()))].code);
                    break;
                case 1:
                    if (!municipalities_.empty())
                        what.where.push_back(luck_.one_of(municipalities_));
                    break;
                case 2:
                    if (what.where.empty() && add_area(what)) return;
                    break;
                default:
                    what.where.push_back(
                        world_
                            .subregions[mgz::SubregionId::at(luck_.index(world_.subregions.size()))]
                            .code);
            }
        }
    }

    /// A box around a settlement with inhabitants, its edges between whole metres.
    bool add_area(mgz::Intervention& what)
    {
        const auto& middle =
            world_.settlements[mgz::SettlementId::at(luck_.index(world_.settlements.size()))];
        if (!(middle.inhabitants() > 0)) return false;
        const double half = luck_.whole(0, 5000) + 0.5;
        const auto [x, y] = middle.at;
        what.area = fmt::format("{} {} {} {}", x - half, y - half, x + half, y + half);
        auto& inside = world_.areas[what.area];
        inside.clear();
        for (const auto s : world_.settlements.ids()) {
            const auto& at = world_.settlements[s].at;
            if (std::abs(at.x - x) < half && std::abs(at.y - y) < half) inside.push_back(s);
        }
        return true;
    }

    Luck& luck_;
    Scenario& scenario_;
    mgz::World& world_;
    std::vector<std::string> municipalities_;  ///< with inhabitants
};

}  // namespace

RandomScenario random_scenario(Luck& luck, mgz::World& world)
{
    RandomScenario random;
    auto& s = random.scenario;
    s.title = "A random scenario";
    random.policy = static_cast<Policy>(luck.whole(0, 3));
    fit_totals(luck, s, static_cast<double>(world.regions.size()));
    const bool huge = s.to == s.from;
    const double differs = random.policy == Policy::usual ? 0
                           : random.policy == Policy::few ? 0.1
                                                          : 1;
    static const std::set<std::string_view> elsewhere{"title",     "question", "from",  "to",
                                                      "geography", "inputs",   "output"};
    for (const Parameter& p : mgz::parameters(s)) {
        if (elsewhere.contains(mgz::group_of(p.key)) || !luck.chance(differs)) continue;
        if (huge && p.key == "careers.huisarts.stock") continue;
        std::visit(Draw(luck, p, random.policy), p.target);
    }
    if (!huge) choose_years(luck, s);
    if (huge) s.output.years = {s.output.map_year = s.to};
    s.output.cell_m = 10000;
    world.detour = s.world.detour;
    Interventions interventions(luck, s, world);
    for (int n = luck.chance(0.4) ? 0 : luck.whole(1, 8); n > 0; --n)
        interventions.add();
    return random;
}

}  // namespace support
