// SPDX-License-Identifier: EUPL-1.2
#include "tools/sensitivity_result_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/sensitivity/sensitivity_dictionary.h"
#include "sim/sensitivity/sensitivity_summary.h"
#include "tools/text_table.h"

namespace mgz::cli {

static constexpr std::size_t shown = 3;  ///< factors of each quantity

static int last_year(const SweepTable& table)
{
    int year = 0;
    for (const auto& q : table.quantities)
        year = std::max(year, q.year);
    return year;
}

/// "shortage of GPs, baseline".
static std::string name_of(const SweepTable& table, std::size_t policy, std::size_t quantity)
{
    const auto words = words_of(table.quantities[quantity]);
    const auto name = words.substr(0, words.find(','));
    return table.policies() < 2 ? name
                                : fmt::format("{}, {}", name, policy_name(table.study, policy));
}

static Rows index_rows(const SweepTable& table, const Findings& findings)
{
    Rows rows;
    for (const QuantityIndices& q : findings.indices) {
        const auto& quantity = table.quantities[q.quantity];
        if (quantity.level != Level::country || quantity.year != last_year(table)) continue;
        std::vector<std::string> row{name_of(table, q.policy, q.quantity)};
        if (q.state == IndexState::too_few) row.push_back("too many runs failed");
        if (q.state == IndexState::constant) row.push_back("the same in every future");
        if (q.state == IndexState::known) {
            for (const std::size_t d : q.ranked()) {
                if (row.size() > shown) break;
                const DriverIndex& driver = q.drivers[d];
                row.push_back(fmt::format("{} {:.3g} ({:.3g} to {:.3g})", findings.drivers[d],
                                          driver.strength, driver.strength_interval.low,
                                          driver.strength_interval.high));
            }
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

static Rows association_rows(const SweepTable& table, const Findings& findings)
{
    Rows rows;
    for (std::size_t p = 0; p < table.policies(); ++p) {
        for (std::size_t q = 0; q < table.quantities.size(); ++q) {
            const auto& quantity = table.quantities[q];
            if (quantity.level != Level::country || quantity.year != last_year(table)) continue;
            std::vector<const Association*> of;
            for (const Association& a : findings.associations) {
                if (a.policy == p && a.quantity == q && a.kind == AssociationKind::rank_correlation)
                    of.push_back(&a);
            }
            std::stable_sort(of.begin(), of.end(), [](const auto* a, const auto* b) {
                return std::abs(a->measure) > std::abs(b->measure);
            });
            std::vector<std::string> row{name_of(table, p, q)};
            for (std::size_t i = 0; i < std::min(shown, of.size()); ++i) {
                row.push_back(fmt::format("{} {:+.2f}", table.study.factors[of[i]->factor].name,
                                          of[i]->measure));
            }
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

void show_sensitivity(const SensitivityArguments& arguments, const SweepTable& table,
                      const Findings& findings)
{
    fmt::print("{} points, {} failed and {} missing runs, in {}\n", table.points(), table.failed,
               table.missing, arguments.out);
    const bool indices = !findings.indices.empty();
    Rows files{{"summary.md", "the findings in sentences"}};
    if (has_region_layers(table, findings))
        files.push_back({sensitivity_gpkg_name, "what decides where; open it in QGIS"});
    files.push_back(indices ? std::vector<std::string>{"indices.csv", "every index"}
                            : std::vector<std::string>{"associations.csv", "every correlation"});
    files.push_back({"dictionary.csv", "what each column means"});
    fmt::print("{}", aligned(files, 4));
    const auto rows = indices ? index_rows(table, findings) : association_rows(table, findings);
    if (rows.empty()) return;
    const bool sobol = table.design.kind == DesignKind::saltelli;
    fmt::print("The country in {}: {}. Simulated, not observed.\n{}", last_year(table),
               !indices ? "rank correlations"
               : sobol  ? "total indices of Sobol' (95% interval)"
                        : "mu* of Morris (95% interval)",
               aligned(rows, 4));
}

}  // namespace mgz::cli
