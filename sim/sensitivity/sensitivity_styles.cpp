// SPDX-License-Identifier: EUPL-1.2
#include "sim/sensitivity/sensitivity_styles.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "sim/output/labels.h"
#include "sim/sensitivity/sensitivity_dictionary.h"
#include "sim/sensitivity/sensitivity_summary_parts.h"
#include "sim/sensitivity/sensitivity_tables.h"

namespace mgz {

namespace io = geo::io;
using qgis::Condition;
using qgis::LayerStyle;
using qgis::Rule;

namespace {

constexpr Colour nothing{0xef, 0xef, 0xef}, unclear{0xd0, 0xd0, 0xd0};

/// Of regions: what the features on top of each other differ by.
struct Outcome {
    std::size_t policy = 0;
    const KeptQuantity* quantity = nullptr;

    bool operator==(const Outcome& other) const
    {
        const auto &a = *quantity, &b = *other.quantity;
        return policy == other.policy && a.year == b.year && a.profession == b.profession &&
               a.indicator == b.indicator;
    }
};

/// Whatever the styles are made from, found once.
class Maps {
public:
    Maps(const SweepTable& table, const Findings& findings,
         const std::vector<TableEntry>& dictionary)
        : table_(table),
          findings_(findings),
          dictionary_(dictionary),
          columns_(column_names_of(findings.drivers)),
          wins_(findings.drivers.size(), 0)
    {
        for (const auto& indices : findings.indices) {
            const auto& q = table.quantities[indices.quantity];
            if (q.level != Level::region) continue;
            const Outcome outcome{indices.policy, &q};
            if (std::find(outcomes_.begin(), outcomes_.end(), outcome) == outcomes_.end())
                outcomes_.push_back(outcome);
            if (indices.state == IndexState::known) ++wins_[indices.ranked().front()];
        }
        order_.resize(wins_.size());
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        std::stable_sort(order_.begin(), order_.end(),
                         [&](std::size_t a, std::size_t b) { return wins_[a] > wins_[b]; });
    }

    const std::vector<Outcome>& outcomes() const { return outcomes_; }
    /// Drivers, those first that are most often the strongest.
    const std::vector<std::size_t>& order() const { return order_; }

    /// "shortage of GPs in 2040, baseline"
    std::string name_of(const Outcome& outcome) const
    {
        const auto& q = *outcome.quantity;
        std::string name = q.indicator;
        std::replace(name.begin(), name.end(), '_', ' ');
        if (!q.profession.empty()) name = fmt::format("{} of {}", name, people_of(q.profession));
        name = fmt::format("{} in {}", name, q.year);
        const auto policy = policy_name(table_.study, outcome.policy);
        return policy.empty() ? name : fmt::format("{}, {}", name, policy);
    }

    std::vector<Condition> conditions_of(const Outcome& outcome) const
    {
        const auto& q = *outcome.quantity;
        return {{"policy", policy_name(table_.study, outcome.policy)},
                {"year", q.year},
                {"profession", q.profession},
                {"indicator", q.indicator}};
    }

    LayerStyle drivers_style(std::vector<Rule> rules) const
    {
        LayerStyle style;
        style.name = "Strongest factor";
        style.description =
            "The factor, or group, that matters most; hatched where it is not clear that it does.";
        style.drawing = qgis::Rules{std::move(rules)};
        style.labels =
            qgis::Labels{fmt::format("{} || coalesce('\\n' || {}, '')", qgis::column("name"),
                                     qgis::number_of("index", {}, sobol() ? 2 : 4)),
                         7.5};
        style.aliases = aliases_of(entry("region_drivers"));
        return style;
    }

    /// Factors without a colour of their own are grey.
    std::vector<Rule> driver_rules() const
    {
        std::vector<Rule> rules;
        for (std::size_t i = 0; i < order_.size() && wins_[order_[i]] > 0; ++i) {
            const auto& name = findings_.drivers[order_[i]];
            const auto colour = i < kind_colours.size() ? kind_colours[i] : other_kind;
            rules.push_back({name, {{"strongest", name}}, qgis::area(colour)});
        }
        rules.push_back({"The same in every future",
                         {{"state", std::string(mgz::name_of(IndexState::constant))}},
                         qgis::area(nothing)});
        rules.push_back({"Too few runs to tell",
                         {{"state", std::string(mgz::name_of(IndexState::too_few))}},
                         qgis::area(no_figure)});
        rules.push_back({"Not clear which is strongest",
                         {{"certain", std::string("no")}},
                         qgis::hatch(unclear)});
        return rules;
    }

    LayerStyle index_style(std::size_t driver, std::vector<Rule> rules) const
    {
        LayerStyle style;
        style.name = findings_.drivers[driver];
        style.description = fmt::format("How much {} matters ({}).", style.name,
                                        sobol() ? "total index" : "mu*, in the outcome's unit");
        style.drawing = qgis::Rules{std::move(rules)};
        style.labels =
            qgis::Labels{fmt::format("{} || coalesce('\\n' || {}, '')", qgis::column("name"),
                                     qgis::number_of(column_of(driver), {}, sobol() ? 2 : 4)),
                         7.5};
        style.aliases = aliases_of(entry("region_indices"));
        return style;
    }

    /// Classes of all factors and regions, so that factors can be compared.
    std::vector<Rule> index_rules(std::size_t driver, const Outcome& outcome) const
    {
        std::vector<double> values;
        for (const auto& indices : findings_.indices) {
            const auto& q = table_.quantities[indices.quantity];
            if (q.level != Level::region || q.indicator != outcome.quantity->indicator) continue;
            for (const auto& d : indices.drivers)
                values.push_back(d.strength);
        }
        return qgis::rules_of(
            {column_of(driver), qgis::steps_of(level_classes("1", true, values), {})});
    }

private:
    bool sobol() const { return table_.design.kind == DesignKind::saltelli; }
    std::string column_of(std::size_t driver) const
    {
        return fmt::format("{}_{}", sobol() ? "total" : "mu_star", columns_[driver]);
    }
    const TableEntry& entry(const char* layer) const
    {
        return table_entry(dictionary_, sensitivity_gpkg_name, layer);
    }

    const SweepTable& table_;
    const Findings& findings_;
    const std::vector<TableEntry>& dictionary_;
    std::vector<std::string> columns_;  ///< of drivers
    std::vector<int> wins_;             ///< how often each driver is the strongest
    std::vector<std::size_t> order_;
    std::vector<Outcome> outcomes_;
};

}  // namespace

std::vector<io::StoredStyle> sensitivity_styles(const SweepTable& table, const Findings& findings,
                                                const std::vector<TableEntry>& dictionary)
{
    const Maps maps(table, findings, dictionary);
    const std::size_t strongest = maps.order().front();
    std::vector<Rule> drivers, indices;
    for (const Outcome& outcome : maps.outcomes()) {
        const auto name = maps.name_of(outcome);
        const auto conditions = maps.conditions_of(outcome);
        const bool first = drivers.empty();
        drivers.push_back({name, conditions, {}, maps.driver_rules(), first});
        indices.push_back({name, conditions, {}, maps.index_rules(strongest, outcome), first});
    }
    return {stored(maps.drivers_style(std::move(drivers)), "region_drivers", true),
            stored(maps.index_style(strongest, std::move(indices)), "region_indices", true)};
}

std::string sensitivity_project(const World& world, const SweepTable& table,
                                const Findings& findings, const std::vector<TableEntry>& dictionary,
                                const std::string& attribution)
{
    const Maps maps(table, findings, dictionary);
    qgis::ProjectGroup drivers{"Which factor matters most", {}, true, true};
    for (const Outcome& outcome : maps.outcomes()) {
        drivers.layers.push_back({capital(maps.name_of(outcome)), sensitivity_gpkg_name,
                                  "region_drivers", maps.drivers_style(maps.driver_rules()),
                                  maps.conditions_of(outcome), drivers.layers.empty()});
    }
    const Outcome& first = maps.outcomes().front();
    qgis::ProjectGroup indices{
        fmt::format("How much each factor matters: {}", maps.name_of(first)), {}, false, true};
    for (const std::size_t driver : maps.order()) {
        indices.layers.push_back({findings.drivers[driver], sensitivity_gpkg_name, "region_indices",
                                  maps.index_style(driver, maps.index_rules(driver, first)),
                                  maps.conditions_of(first), indices.layers.empty()});
    }
    qgis::Project project;
    project.title = table.study.title;
    project.note = simulated_note;
    project.attribution = attribution;
    project.extent = extent_of(world);
    project.groups = {std::move(drivers), std::move(indices)};
    return qgis::project_text(project);
}

}  // namespace mgz
