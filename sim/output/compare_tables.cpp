// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/compare_tables.h"

#include "sim/output/compare_dictionary.h"
#include "sim/output/compare_lookup.h"
#include "sim/output/csv.h"

namespace mgz {

/// A row of every effect for which `wanted`.
template <class Wanted, class Row>
static void each_effect(const Comparison& comparison, Wanted wanted, Row row)
{
    for (const auto& scenario : comparison.scenarios) {
        for (const auto& effect : scenario.effects) {
            if (wanted(effect)) row(scenario.name, comparison.keys[effect.key], effect);
        }
    }
}

std::string figures_csv(const World& world, const Comparison& comparison)
{
    CsvTable csv(comparison_entry("figures.csv"));
    const auto rows = [&](const std::string& scenario, const std::vector<LevelFigure>& figures) {
        for (const auto& f : figures) {
            const auto& key = comparison.keys[f.key];
            csv.row(scenario, f.year, name_of(key.level), area_code(world, key.level, key.area),
                    key.profession, key.indicator->id, f.spread.mean, f.spread.p05, f.spread.p50,
                    f.spread.p95);
        }
    };
    rows(comparison.reference, comparison.reference_figures);
    for (const auto& scenario : comparison.scenarios)
        rows(scenario.name, scenario.figures);
    return csv.take();
}

std::string differences_csv(const World& world, const Comparison& comparison)
{
    CsvTable csv(comparison_entry("differences.csv"));
    each_effect(
        comparison, [](const Effect&) { return true; },
        [&](const std::string& scenario, const EffectKey& key, const Effect& e) {
            csv.row(scenario, e.year, name_of(key.level), area_code(world, key.level, key.area),
                    key.profession, key.indicator->id, e.median, e.p05, e.p95, e.improved,
                    e.rank_change);
        });
    return csv.take();
}

std::string lasting_csv(const World& world, const Comparison& comparison)
{
    CsvTable csv(comparison_entry("lasting.csv"));
    for (const auto& scenario : comparison.scenarios) {
        for (const auto& lasting : scenario.lasting) {
            const auto& key = comparison.keys[lasting.key];
            csv.row(scenario.name, name_of(key.level), area_code(world, key.level, key.area),
                    key.profession, key.indicator->id, lasting.from_year,
                    lasting.better ? "better" : "worse");
        }
    }
    return csv.take();
}

std::string cost_effects_csv(const World& world, const Comparison& comparison)
{
    CsvTable csv(comparison_entry("costs.csv"));
    for (const auto& scenario : comparison.scenarios) {
        for (const auto& c : scenario.costs) {
            csv.row(scenario.name, c.year, name_of(c.level), area_code(world, c.level, c.area),
                    name_of(c.payer), c.median, c.p05, c.p95);
        }
    }
    return csv.take();
}

std::string moves_csv(const World& world, const Comparison& comparison)
{
    const auto code = [&](RegionId region) {
        return region.none() ? std::string_view{} : world.regions[region].code;
    };
    CsvTable csv(comparison_entry("moves.csv"));
    for (const auto& scenario : comparison.scenarios) {
        for (const auto& m : scenario.moves) {
            csv.row(scenario.name, m.year, name_of(m.profession), code(m.from), code(m.to), m.heads,
                    m.fte, m.other_employer);
        }
    }
    return csv.take();
}

std::string verdicts_csv(const World& world, const Comparison& comparison)
{
    CsvTable csv(comparison_entry("verdicts.csv"));
    each_verdict(comparison, [&](const std::string& scenario, const Verdict& v,
                                 const std::optional<RankChanges>& changes) {
        const auto change = [&](double RankChanges::*measure) {
            return changes ? std::optional<double>((*changes).*measure) : std::nullopt;
        };
        const auto& region = world.regions[v.region];
        csv.row(scenario, v.year, region.code, region.name, name_of(v.profession), v.fte_ratio,
                v.access, v.hpsa, v.fte_rank, v.access_rank, v.hpsa_rank, v.rank_spread(),
                change(&RankChanges::fte), change(&RankChanges::access),
                change(&RankChanges::hpsa));
    });
    return csv.take();
}

std::string precision_csv(const World& world, const Comparison& comparison)
{
    CsvTable csv(comparison_entry("precision.csv"));
    each_effect(
        comparison, [&](const Effect& e) { return e.year == comparison.year; },
        [&](const std::string& scenario, const EffectKey& key, const Effect& e) {
            const bool known = e.paired_variance > 0;
            const auto reduction =
                known ? std::optional(e.independent_variance / e.paired_variance) : std::nullopt;
            csv.row(scenario, name_of(key.level), area_code(world, key.level, key.area),
                    key.profession, key.indicator->id, e.year, e.reference, e.value, e.median,
                    e.paired_variance, e.independent_variance, reduction);
        });
    return csv.take();
}

}  // namespace mgz
