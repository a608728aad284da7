// SPDX-License-Identifier: EUPL-1.2
// Tables of what happens inside regions.
#include "sim/output/csv.h"
#include "sim/output/recorded.h"
#include "sim/output/tables.h"
#include "sim/score/training_distance.h"

namespace mgz {

std::string care_csv(const World& world, const Ensemble& ensemble)
{
    CsvTable csv(table_entry("care.csv"));
    for (const int year : recorded_years(ensemble)) {
        const auto time = ensemble.time_of_year(year);
        for (const RegionId r : world.regions.ids()) {
            const auto& region = world.regions[r];
            for (std::size_t f = 0; f < region_figure_count; ++f) {
                const Spread& s = ensemble.care.at(time, r, static_cast<RegionFigure>(f));
                csv.row(year, region.code, region.name, region_figure_names[f], s.mean, s.p05,
                        s.p50, s.p95);
            }
        }
    }
    return csv.take();
}

/// A row of the form: what does not belong to the kind of item stays empty.
static void inventory_row(CsvTable& csv, int year, const Region& region, const InventoryEntry& item,
                          const InventoryResult& result)
{
    const bool has_step = result.step > 0;
    const bool bottleneck = item.kind == InventoryKind::bottleneck && result.value;
    const auto share = [&](std::size_t i) {
        return has_step ? std::optional(result.steps[i]) : std::nullopt;
    };
    const auto value = [&](double Spread::*figure) {
        return result.value ? std::optional((*result.value).*figure) : std::nullopt;
    };
    csv.row(year, region.code, region.name, item.id, item.dutch,
            has_step ? std::optional(result.step) : std::nullopt,
            has_step ? item.answers[static_cast<std::size_t>(result.step - 1)] : "", share(0),
            share(1), share(2), share(3),
            bottleneck ? std::optional(result.mentioned ? 1 : 0) : std::nullopt,
            bottleneck ? std::optional(result.mentioned_share) : std::nullopt, value(&Spread::mean),
            value(&Spread::p05), value(&Spread::p50), value(&Spread::p95));
}

std::string inventory_csv(const World& world, const Ensemble& ensemble)
{
    CsvTable csv(table_entry("inventory.csv"));
    const auto& inventory = ensemble.inventory;
    for (std::size_t y = 0; y < inventory.years().size(); ++y) {
        for (const RegionId r : world.regions.ids()) {
            for (const auto& item : inventory_entries()) {
                inventory_row(csv, inventory.years()[y], world.regions[r], item,
                              inventory.at(y, r, item.item));
            }
        }
    }
    return csv.take();
}

std::string costs_csv(const World& world, const Ensemble& ensemble)
{
    CsvTable csv(table_entry("costs.csv"));
    for (const auto& cost : ensemble.costs) {
        csv.row(cost.year, world.regions[cost.region].code, cost_item_name(cost.item),
                payer_names[static_cast<std::size_t>(cost.payer)], cost.mean, cost.p05, cost.p95);
    }
    return csv.take();
}

std::string distances_csv(const World& world, const Scenario& scenario)
{
    CsvTable csv(table_entry("distances.csv"));
    for (int year = scenario.from; year <= scenario.to; ++year) {
        for (const Profession p : all_professions) {
            const auto km = distance_to_training(world, scenario.need, p, year);
            if (km.empty()) continue;
            for (const RegionId r : world.regions.ids()) {
                const auto& region = world.regions[r];
                csv.row(year, region.code, region.name, name_of(p), km[r.index()]);
            }
        }
    }
    return csv.take();
}

}  // namespace mgz
