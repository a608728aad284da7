// SPDX-License-Identifier: EUPL-1.2
#include "sim/sensitivity/sensitivity_dictionary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "sim/output/dictionary_codes.h"
#include "sim/output/dictionary_columns.h"
#include "sim/sensitivity/excess.h"
#include "sim/study/compare_measures.h"

namespace mgz {

using Columns = std::vector<ColumnEntry>;

bool has_region_layers(const SweepTable& table, const Findings& findings)
{
    return !findings.indices.empty() &&
           std::any_of(table.quantities.begin(), table.quantities.end(),
                       [](const KeptQuantity& q) { return q.level == Level::region; });
}

/// "settlement.size" as "settlement_size".
static std::string plain_name(const std::string& name)
{
    std::string plain;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && std::isalnum(byte)) {
            plain += static_cast<char>(std::tolower(byte));
        } else if (!plain.ends_with('_')) {
            plain += '_';
        }
    }
    return plain;
}

std::vector<std::string> column_names_of(const std::vector<std::string>& drivers)
{
    std::vector<std::string> names;
    for (const auto& driver : drivers) {
        const auto plain = plain_name(driver);
        auto name = plain;
        for (int i = 2; std::find(names.begin(), names.end(), name) != names.end(); ++i)
            name = fmt::format("{}_{}", plain, i);
        names.push_back(name);
    }
    return names;
}

namespace {

/// Units and meanings that the study decides.
struct Terms {
    std::vector<CodeEntry> indicators;
    bool sobol = false;

    const char* strength() const { return sobol ? "total index" : "mu*"; }
    const char* strength_unit() const { return sobol ? "1" : "see indicator"; }
};

/// Begins with a capital.
std::string meaning_of(std::string_view indicator)
{
    std::string meaning(excess_meaning);
    for (const auto& known : compared_indicators())
        if (known.id == indicator) meaning = known.meaning;
    meaning[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(meaning[0])));
    return meaning;
}

Terms words_of(const SweepTable& table)
{
    Terms words;
    words.sobol = table.design.kind == DesignKind::saltelli;
    for (const auto& q : table.quantities) {
        const auto same = [&](const CodeEntry& code) { return code.value == q.indicator; };
        if (std::any_of(words.indicators.begin(), words.indicators.end(), same)) continue;
        words.indicators.push_back({q.indicator, q.unit,
                                    fmt::format("{}; {} is better.", meaning_of(q.indicator),
                                                q.more_is_better ? "more" : "less")});
    }
    return words;
}

ColumnEntry policy_column()
{
    return text("policy", "Policy, as the study names it; empty where it has none.");
}

ColumnEntry profession_column()
{
    return text("profession",
                "Profession, or the two that make the score; empty where the indicator is of no "
                "profession.",
                score_codes());
}

ColumnEntry indicator_column(const Terms& words)
{
    return text("indicator", "What the outcome is; it decides the unit.", words.indicators);
}

ColumnEntry state_column()
{
    return text(
        "state", "What the outcome allows.",
        {{"known", "-", "Indices are estimated."},
         {"constant", "-", "The outcome is the same in every future: nothing drives it."},
         {"too_few", "-", "Fewer than two blocks of the design have all their runs: no index."}});
}

/// Which outcome: the columns that tidy tables begin with.
Columns outcome_columns(const Terms& words)
{
    return {policy_column(),
            year_end(),
            text("level", "What kind of area.",
                 {{"country", "-", "The whole country."},
                  {"region", "-", "A region."},
                  {"subregion", "-", "A subregion."}}),
            text("code", "Code of the area."),
            profession_column(),
            indicator_column(words)};
}

TableEntry with(TableEntry entry, Columns more)
{
    for (auto& column : more)
        entry.columns.push_back(std::move(column));
    return entry;
}

TableEntry indices_table(const Terms& words)
{
    TableEntry entry{"indices.csv", "", "How much each factor matters for each outcome.",
                     outcome_columns(words)};
    return with(
        std::move(entry),
        {text("factor", "Factor, or group of factors, as the study names it."),
         text("measure", "What the value is.",
              {{"first", "1",
                "Sobol' first-order index: share of the variance between futures that the factor "
                "explains alone."},
               {"total", "1",
                "Sobol' total index: share that would be left if all other factors were known."},
               {"mu", "see indicator",
                "Mean elementary effect of Morris, over the whole range of the factor."},
               {"mu_star", "see indicator", "Mean absolute elementary effect of Morris."},
               {"sigma", "see indicator",
                "Standard deviation of the elementary effects: interaction or a bend."}}),
         real("value", "see measure", "Estimate; near 0 an index may come out below it."),
         real("low", "see measure", "Lower end of the 95% interval, by bootstrap over blocks."),
         real("high", "see measure", "Upper end of that interval."),
         whole("blocks", "blocks", "Blocks of the design that the estimate rests on."),
         whole("failed", "blocks", "Blocks left out, since a run of them failed or is missing."),
         state_column()});
}

TableEntry convergence_table(const Terms& words)
{
    TableEntry entry{"convergence.csv", "",
                     "How the indices settle as blocks are added: outcomes of the country and "
                     "those that a search of the study names.",
                     outcome_columns(words)};
    return with(
        std::move(entry),
        {text("factor", "Factor."), whole("n", "blocks", "The first n blocks of the design."),
         whole("failed", "blocks", "Of these, left out."), real("first", "1", "First-order index."),
         real("first_low", "1", "Lower end of its 95% interval."),
         real("first_high", "1", "Upper end."), real("total", "1", "Total index."),
         real("total_low", "1", "Lower end of its 95% interval."),
         real("total_high", "1", "Upper end.")});
}

TableEntry variance_table(const Terms& words)
{
    TableEntry entry{"variance.csv", "",
                     "What makes runs differ: the factors, luck, and the two together. Estimates "
                     "without bias: near 0 they may come out below it.",
                     outcome_columns(words)};
    const std::string squared = "see indicator, squared";
    return with(
        std::move(entry),
        {real("parameters", squared, "Variance between futures of their expected outcomes."),
         real("luck", squared, "What a replicate adds to every future alike."),
         real("interaction", squared, "What a replicate adds to one future and not to another."),
         real("total", squared, "Sum of the three."),
         real("parameters_share", "1", "parameters / total; empty where total is 0."),
         real("luck_share", "1", "luck / total."),
         real("interaction_share", "1", "interaction / total."),
         whole("points", "points", "Points of the design used: those that are a random sample."),
         whole("failed", "points", "Of these, left out: a run failed or is missing.")});
}

TableEntry associations_table(const Terms& words)
{
    TableEntry entry{"associations.csv", "",
                     "What goes with what. The design gives no shares of variance: a correlation "
                     "says how well the order of outcomes follows that of values, no more.",
                     outcome_columns(words)};
    return with(
        std::move(entry),
        {text("factor", "Factor."),
         text("measure", "What the figure is.",
              {{"rank_correlation", "1", "Spearman's rank correlation of outcome and value."},
               {"mean", "see indicator", "Mean outcome of the points with this value."}}),
         text("value", "Of means: the label or value of the factor."),
         real("figure", "see measure", "Correlation or mean."),
         whole("points", "points", "Points it rests on, all their runs being there.")});
}

/// Which region: the columns that layers begin with.
Columns region_columns(const Terms& words)
{
    return {policy_column(),
            year_end(),
            text("code", "Code of the region."),
            text("name", "Name of the region."),
            profession_column(),
            indicator_column(words)};
}

TableEntry drivers_layer(const Terms& words)
{
    const std::string unit = words.strength_unit();
    const auto by = fmt::format("largest {}", words.strength());
    TableEntry entry{sensitivity_gpkg_name, "region_drivers",
                     "Which factor matters most in each region.", region_columns(words)};
    return with(
        std::move(entry),
        {text("strongest", fmt::format("Factor, or group, with the {}.", by)),
         real("index", unit, fmt::format("Its {}.", words.strength())),
         real("index_low", unit, "Lower end of its 95% interval."),
         real("index_high", unit, "Upper end."),
         text("second", fmt::format("Factor with the next {}.", by)),
         real("second_index", unit, fmt::format("Its {}.", words.strength())),
         text("certain", "Whether it is clear that the strongest is the strongest.",
              {{"yes", "-", "index_low exceeds second_index."}, {"no", "-", "It does not."}}),
         real("alone", "1",
              "Sum of first-order indices: share of the variance that no interaction is needed to "
              "explain; Sobol' only."),
         real("mean", "see indicator", "Mean of the outcome over futures."),
         real("sd", "see indicator", "Standard deviation of the outcome over futures."),
         state_column()});
}

TableEntry indices_layer(const Terms& words, const std::vector<std::string>& drivers)
{
    TableEntry entry{sensitivity_gpkg_name, "region_indices",
                     "Every index of each region; names of factors: table factors.",
                     region_columns(words)};
    const auto names = column_names_of(drivers);
    for (std::size_t d = 0; d < drivers.size(); ++d) {
        const auto add = [&](const char* what, const char* unit) {
            entry.columns.push_back(
                real(fmt::format("{}_{}", what, names[d]), unit,
                     fmt::format("{} of {}: see measure of indices.csv.", what, drivers[d])));
        };
        if (words.sobol) {
            add("first", "1");
            add("total", "1");
        } else {
            add("mu_star", "see indicator");
            add("mu", "see indicator");
            add("sigma", "see indicator");
        }
    }
    return entry;
}

TableEntry factors_layer()
{
    return {sensitivity_gpkg_name,
            "factors",
            "What was varied.",
            {whole("number", "1", "Place in the study, from 1."), text("name", "Factor."),
             text("driver", "What its indices are called: the factor, or its group."),
             text("column", "How the columns of region_indices call that."),
             text("key", "Parameter of the model; empty where there is none."),
             text("unit", "Unit of its values."), text("range", "Values it took."),
             text("meaning", "What it is."), text("basis", "How its default is known."),
             text("source", "Where its default comes from.")}};
}

}  // namespace

std::vector<TableEntry> sensitivity_dictionary(const SweepTable& table, const Findings& findings)
{
    const Terms words = words_of(table);
    std::vector<TableEntry> tables;
    if (findings.indices.empty()) {
        tables.push_back(associations_table(words));
    } else {
        tables.push_back(indices_table(words));
    }
    if (words.sobol) tables.push_back(convergence_table(words));
    if (luck_can_be_split(table)) tables.push_back(variance_table(words));
    if (has_region_layers(table, findings)) {
        tables.push_back(drivers_layer(words));
        tables.push_back(indices_layer(words, findings.drivers));
        tables.push_back(factors_layer());
    }
    tables.push_back(dictionary_table());
    return tables;
}

}  // namespace mgz
