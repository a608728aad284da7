// SPDX-License-Identifier: EUPL-1.2
#include "sim/sweep/sweep_dictionary.h"

#include <algorithm>

#include "sim/output/dictionary_codes.h"
#include "sim/output/dictionary_columns.h"

namespace mgz {

using Columns = std::vector<ColumnEntry>;

namespace {

/// Which run: the first columns of every table.
Columns run_columns()
{
    return {whole("run", "1",
                  "Number of the run, from 0: policies within points, replicates "
                  "within policies."),
            whole("point", "1", "Point of the design, from 0."),
            text("policy",
                 "Scenario that the point was run under; empty where the study names no "
                 "policies."),
            whole("replicate", "1", "Luck of the run: the same in every point and policy.")};
}

TableEntry results_entry()
{
    auto columns = run_columns();
    columns.push_back(year_end());
    columns.push_back(text("level", "What kind of area.",
                           {{"country", "-", "The whole country."},
                            {"region", "-", "A region."},
                            {"subregion", "-", "A subregion."}}));
    columns.push_back(text("code", "Code of the area."));
    columns.push_back(text("profession",
                           "Profession, or the two that make the score; empty where the indicator "
                           "is of no profession.",
                           score_codes()));
    columns.push_back(text("indicator", "What was kept of the run; it decides the unit."));
    columns.push_back(real("value", "see indicator",
                           "As the run gave it: as many digits as it takes to read the same "
                           "number back."));
    return {"results.csv", "", "What was kept of every finished run.", std::move(columns)};
}

TableEntry failed_entry()
{
    auto columns = run_columns();
    columns.push_back(text("error", "What the run said when it ended."));
    return {"results.failed.csv", "", "Runs that ended with an error; they have no results.",
            std::move(columns)};
}

ColumnEntry factor_column(const Factor& factor)
{
    auto column = real(factor.name, factor.unit, factor.meaning);
    if (column.unit.empty()) column.unit = std::string("1");
    if (column.meaning.empty()) column.meaning = std::string("A factor of the study.");
    if (factor.labelled()) {
        column.type = geo::io::ColumnType::text;
        column.unit = std::string("-");
    } else if (factor.kind == FactorKind::integer) {
        column.type = geo::io::ColumnType::integer;
    }
    return column;
}

TableEntry plan_entry(const Study& study)
{
    auto columns = run_columns();
    columns.push_back(text("part", "What the point is for.",
                           {{"point", "-", "A point of its own."},
                            {"base", "-", "Where a trajectory, or one at a time, begins."},
                            {"step", "-", "As a row before, with one factor or group moved."},
                            {"a", "-", "First independent point of a block."},
                            {"b", "-", "Second independent point of a block."},
                            {"ab", "-", "As the first, with one factor as in the second."}}));
    columns.push_back(whole("block", "1", "Block or trajectory of the point, from 0."));
    columns.push_back(text("moved", "Factor or group that moved; empty where none did."));
    for (const auto& factor : study.factors)
        columns.push_back(factor_column(factor));
    return {"plan.csv", "", "The runs of the sweep: one row each.", std::move(columns)};
}

const std::vector<TableEntry>& entries()
{
    static const std::vector<TableEntry> tables{results_entry(), failed_entry()};
    return tables;
}

std::vector<CodeEntry> indicator_codes(const std::vector<KeptQuantity>& quantities)
{
    std::vector<CodeEntry> codes;
    for (const auto& q : quantities) {
        const auto same = [&](const CodeEntry& code) { return code.value == q.indicator; };
        if (std::any_of(codes.begin(), codes.end(), same)) continue;
        codes.push_back(
            {q.indicator, q.unit, q.more_is_better ? "More is better." : "Less is better."});
    }
    return codes;
}

std::vector<CodeEntry> policy_codes(const Study& study)
{
    std::vector<CodeEntry> codes;
    for (std::size_t i = 0; i < study.policies.size(); ++i) {
        codes.push_back(
            {study.policies[i], "-", i == 0 ? "The reference." : "Compared with the reference."});
    }
    return codes;
}

}  // namespace

const TableEntry& sweep_entry(std::string_view file)
{
    return table_entry(entries(), file);
}

std::vector<TableEntry> sweep_dictionary(const Study& study,
                                         const std::vector<KeptQuantity>& quantities)
{
    std::vector<TableEntry> tables{plan_entry(study)};
    tables.insert(tables.end(), entries().begin(), entries().end());
    for (auto& table : tables) {
        for (auto& column : table.columns) {
            if (column.name == "indicator") column.codes = indicator_codes(quantities);
            if (column.name == "policy") column.codes = policy_codes(study);
        }
    }
    return tables;
}

}  // namespace mgz
