// SPDX-License-Identifier: EUPL-1.2
/// A comparison in Drieland whose values were set by hand. Scenario "help" works: every effect is
/// clear, except in region w, and subregion o2 where it is worse; scenario "same" changes nothing.
#pragma once

#include "sim/output/compare_outputs.h"
#include "sim/score/shortage.h"
#include "tests/support/drieland.h"

namespace support {

inline constexpr mgz::Indicator shortage_indicator{"shortage", "share", false, false,
                                                   "share of need that is not met"};
inline constexpr mgz::Indicator fte_indicator{"fte", "FTE", true, false, "FTE delivered"};
inline constexpr mgz::Indicator access_indicator{"access", "FTE per 100,000 people", true, true,
                                                 "access"};
inline constexpr mgz::Indicator duty_indicator{"duty_load", "shifts per week", false, false,
                                               "shifts per participant"};
inline constexpr mgz::Indicator worst_indicator{"worst_region", "share", false, false,
                                                "largest shortage of any region"};

inline void add_small_keys(mgz::Comparison& c)
{
    using mgz::Level;
    const auto add = [&](Level level, std::uint32_t area) {
        for (const std::string_view p : {"huisarts_so", "huisarts", "so", "avg"})
            c.keys.push_back({level, area, p, &shortage_indicator});
    };
    add(Level::country, 0);
    c.keys.push_back({Level::country, 0, "huisarts", &fte_indicator});
    c.keys.push_back({Level::country, 0, "huisarts_so", &worst_indicator});
    for (std::uint32_t r = 0; r < 3; ++r) {
        add(Level::region, r);
        c.keys.push_back({Level::region, r, "so", &access_indicator});
        c.keys.push_back({Level::region, r, "", &duty_indicator});
    }
    for (std::uint32_t s = 0; s < 4; ++s)
        add(Level::subregion, s);
}

/// Clear and better; in region w without a clear effect, in subregion o2 (area 2) clear and worse.
inline mgz::Effect small_effect(const mgz::Comparison& c, std::size_t key, int year)
{
    const auto& k = c.keys[key];
    mgz::Effect e;
    e.key = key;
    e.year = year;
    e.reference = 0.10;
    e.median = 0.01 * (1 + k.area);
    e.p05 = 0.005;
    e.p95 = 0.02 * (1 + k.area);
    e.improved = 1;
    if (k.level == mgz::Level::region && k.area == 2) e.p05 = -0.01, e.improved = 0.75;
    if (k.level == mgz::Level::subregion && k.area == 2) {
        e.median = -0.03, e.p05 = -0.05, e.p95 = -0.01, e.improved = 0;
    }
    if (k.indicator == &fte_indicator) {
        e.reference = 1000, e.median = 12.5, e.p05 = 10.25, e.p95 = 15;
    }
    e.value = e.reference + (k.indicator->more_is_better ? 1 : -1) * e.median;
    if (k.level != mgz::Level::country) e.rank_change = k.area == 0 ? 1.5 : 0.0;
    e.paired_variance = 0.25;
    e.independent_variance = 1;
    return e;
}

inline std::vector<mgz::Effect> small_effects(const mgz::Comparison& c, bool nothing)
{
    std::vector<mgz::Effect> effects;
    for (std::size_t key = 0; key < c.keys.size(); ++key) {
        const bool few = c.keys[key].indicator->of_output_years;
        for (const int year : few ? c.output_years : c.years) {
            auto e = small_effect(c, key, year);
            if (nothing) {
                e.value = e.reference;
                e.median = e.p05 = e.p95 = e.improved = 0;
                e.paired_variance = 0;
                if (e.rank_change) e.rank_change = 0.0;
            }
            effects.push_back(e);
        }
    }
    return effects;
}

/// As the effects have it; the reference is known in 2003 too.
inline std::vector<mgz::LevelFigure> small_figures(const mgz::Comparison& c, bool reference)
{
    std::vector<mgz::LevelFigure> figures;
    for (std::size_t key = 0; key < c.keys.size(); ++key) {
        const bool few = c.keys[key].indicator->of_output_years;
        auto years = few ? c.output_years : c.years;
        if (reference && !few) years.insert(years.begin(), 2003);
        for (const int year : years) {
            const auto e = small_effect(c, key, year);
            const double mean = reference ? e.reference : e.value;
            figures.push_back({key, year, {mean, 0.9 * mean, 0.99 * mean, 1.1 * mean}});
        }
    }
    return figures;
}

/// Region m is ranked 20 apart in the reference only, region o in the scenario only.
inline std::vector<mgz::Verdict> small_verdicts(bool reference)
{
    std::vector<mgz::Verdict> verdicts;
    for (const int year : {2005, 2006}) {
        for (const mgz::Profession p : mgz::all_professions) {
            for (std::size_t r = 0; r < 3; ++r) {
                const bool apart = r == (reference ? 0U : 1U);
                verdicts.push_back(
                    {year, mgz::RegionId::at(r), p, 0.9, 55.5, 12, 1, apart ? 21.0 : 2.0, 3});
            }
        }
    }
    return verdicts;
}

inline mgz::Comparison small_comparison()
{
    mgz::Comparison c;
    c.reference = "baseline";
    c.reference_title = "Drieland";
    c.replicates = 20;
    c.years = {2004, 2005, 2006};
    c.output_years = {2005, 2006};
    c.year = 2005;
    add_small_keys(c);
    c.reference_figures = small_figures(c, true);
    c.reference_verdicts = small_verdicts(true);
    mgz::ScenarioEffects help;
    help.name = "help";
    help.title = "Help";
    help.question = "Does it help?";
    help.differs_from = 2004;
    help.effects = small_effects(c, false);
    help.figures = small_figures(c, false);
    help.lasting = {{0, 2005, true}, {6, 2004, true}};  // country, and region m
    using mgz::Level;
    help.costs = {{2005, Level::country, 0, mgz::Payer::wlz, 1.25e6, 1e6, 1.5e6},
                  {2005, Level::country, 0, mgz::Payer::zvw, -500, -1500, 250},
                  {2005, Level::region, 1, mgz::Payer::wlz, 1.25e6, 1e6, 1.5e6}};
    const auto region = [](std::size_t i) { return mgz::RegionId::at(i); };
    help.moves = {{2005, mgz::Profession::gp, region(2), region(0), 2, 1.5, 2},
                  {2005, mgz::Profession::so, region(0), region(1), 1, 0.75, 1},
                  {2005, mgz::Profession::so, region(0), region(0), 3, 2.5, 3},
                  {2005, mgz::Profession::avg, mgz::RegionId{}, region(1), 1, 0.5, 0},
                  {2006, mgz::Profession::gp, region(2), mgz::RegionId{}, 1, 0.5, 0}};
    help.verdicts = small_verdicts(false);
    mgz::ScenarioEffects same;
    same.name = "same";
    same.title = "Same | again";
    same.effects = small_effects(c, true);
    same.figures = small_figures(c, true);
    same.verdicts = small_verdicts(true);
    c.scenarios = {help, same};
    return c;
}

struct SmallComparison {
    mgz::World world = drieland();
    mgz::Scenario reference = drieland_scenario();
    mgz::Comparison comparison = small_comparison();
    mgz::CompareFacts facts;

    SmallComparison()
    {
        facts.seed = 7;
        facts.threads = 1;
        for (const auto* name : {"baseline", "help", "same"}) {
            mgz::ComparedScenario compared;
            compared.name = name;
            compared.loaded.scenario = reference;
            compared.loaded.origins = {{"geography.regions", "default"}};
            compared.loaded.files = {fmt::format("somewhere/{}.toml", name)};
            compared.attribution = mgz::attribution_of(compared.loaded.origins);
            facts.scenarios.push_back(compared);
        }
    }

    /// Writes and publishes.
    void write(const std::string& path) const
    {
        mgz::OutputFolder out(path, mgz::Existing::refuse);
        mgz::write_comparison(world, reference, comparison, facts, out);
        out.publish();
    }
};

}  // namespace support
