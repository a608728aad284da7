// SPDX-License-Identifier: EUPL-1.2
#include "tools/sensitivity_result_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/sensitivity/sensitivity_dictionary.h"
#include "sim/sensitivity/sensitivity_summary.h"
#include "tools/text_table.h"

namespace mgz::cli {

static constexpr std::size_t factors_shown = 3;  ///< factors of each quantity

static int last_year(const SweepTable& table)
{
    int year = 0;
    for (const auto& q : table.quantities)
        year = std::max(year, q.year);
    return year;
}

/// What is shown: the country's last year, under the first policy; the rest stands in the summary.
static bool is_shown(const SweepTable& table, std::size_t policy, const KeptQuantity& quantity)
{
    return policy == 0 && quantity.level == Level::country && quantity.year == last_year(table);
}

/// "shortage of GPs".
static std::string name_of(const KeptQuantity& quantity)
{
    const auto words = words_of(quantity);
    return words.substr(0, words.find(','));
}

static Rows index_rows(const SweepTable& table, const Findings& findings)
{
    Rows rows;
    for (const QuantityIndices& q : findings.indices) {
        const auto& quantity = table.quantities[q.quantity];
        if (!is_shown(table, q.policy, quantity)) continue;
        std::vector<std::string> row{name_of(quantity)};
        if (q.state == IndexState::too_few) row.push_back("too many runs failed");
        if (q.state == IndexState::constant) row.push_back("the same in every future");
        if (q.state == IndexState::known) {
            for (const std::size_t d : q.ranked()) {
                if (row.size() > factors_shown) break;
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
    for (std::size_t q = 0; q < table.quantities.size(); ++q) {
        const auto& quantity = table.quantities[q];
        if (!is_shown(table, 0, quantity)) continue;
        std::vector<const Association*> of;
        for (const Association& a : findings.associations) {
            if (a.policy == 0 && a.quantity == q && a.kind == AssociationKind::rank_correlation)
                of.push_back(&a);
        }
        std::stable_sort(of.begin(), of.end(), [](const auto* a, const auto* b) {
            return std::abs(a->measure) > std::abs(b->measure);
        });
        std::vector<std::string> row{name_of(quantity)};
        for (std::size_t i = 0; i < std::min(factors_shown, of.size()); ++i) {
            row.push_back(
                fmt::format("{} {:+.2f}", table.study.factors[of[i]->factor].name, of[i]->measure));
        }
        rows.push_back(std::move(row));
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
    if (!table.study.searches.empty())
        files.push_back({"boxes.csv", "corners in which what was looked for gathers"});
    if (table.policies() > 1)
        files.push_back({"regret.csv", "what each policy loses against the best"});
    files.push_back({"dictionary.csv", "what each column means"});
    fmt::print("{}", aligned(files, 4));
    const auto rows = indices ? index_rows(table, findings) : association_rows(table, findings);
    if (rows.empty()) return;
    const bool sobol = table.design.kind == DesignKind::saltelli;
    const auto under = table.policies() < 2 ? std::string()
                                            : fmt::format(" under {}", policy_name(table.study, 0));
    fmt::print("The country in {}{}: {}. Simulated, not observed.\n{}", last_year(table), under,
               !indices ? "rank correlations"
               : sobol  ? "total indices of Sobol' (95% interval)"
                        : "mu* of Morris (95% interval)",
               aligned(rows, 4));
}

}  // namespace mgz::cli
