// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/compare_dictionary.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/output/compare_lookup.h"
#include "sim/output/dictionary_codes.h"
#include "sim/output/dictionary_columns.h"

namespace mgz {

using Columns = std::vector<ColumnEntry>;

const std::vector<ShownEffect>& shown_effects(Level level)
{
    static const auto shortages = [] {
        std::vector<ShownEffect> shown;
        for (const auto p : compared_professions)
            shown.push_back({std::string(p), p, indicators::shortage, "share", true});
        return shown;
    }();
    static const auto of_regions = [] {
        auto shown = shortages;
        for (const Profession p : all_professions) {
            shown.push_back({fmt::format("access_{}", name_of(p)), name_of(p), indicators::access,
                             "FTE per 100,000 people", true});
        }
        shown.push_back({"duty_load", "", indicators::duty_load, "shifts per week", true});
        return shown;
    }();
    return level == Level::region ? of_regions : shortages;
}

namespace {

ColumnEntry scenario_column()
{
    return text("scenario", "Scenario: the name of its file, without folder and extension.");
}

/// Level, code, profession and indicator of an effect.
void append_key(Columns& columns)
{
    columns.push_back(text("level", "What kind of area.",
                           {{"country", "-", "The whole country; its code is country."},
                            {"region", "-", "A region."},
                            {"subregion", "-", "A subregion."}}));
    columns.push_back(text("code", "Code of the area."));
    columns.push_back(text("profession",
                           "Profession, or the two that make the score; empty where the indicator "
                           "is of no profession.",
                           score_codes()));
    columns.push_back(text("indicator", "What is compared; it decides the unit."));
}

TableEntry figures_table()
{
    Columns columns{scenario_column(), year_end()};
    append_key(columns);
    for (auto& column : {real("mean", "see indicator", "Mean over replicates."),
                         real("p05", "see indicator", "5% of the replicates lie below."),
                         real("p50", "see indicator", "Median of the replicates."),
                         real("p95", "see indicator", "95% of the replicates lie below.")}) {
        columns.push_back(column);
    }
    return {"figures.csv", "",
            "How things are in each scenario: of the reference in every year of the run, of the "
            "others in the years compared, before which they are as the reference.",
            std::move(columns)};
}

TableEntry differences_table()
{
    Columns columns{scenario_column(), year_end()};
    append_key(columns);
    for (auto& column :
         {real("effect_median", "see indicator",
               "Scenario less reference, signed so that above 0 is better: median over "
               "replicates, each compared with its own twin."),
          real("effect_p05", "see indicator", "5% of the replicates have a smaller effect."),
          real("effect_p95", "see indicator", "95% of the replicates have a smaller effect."),
          real("probability_improved", "1", "Share of replicates with an effect above 0."),
          real("rank_change", "1",
               "Change of the rank among the areas of the level, 1 being worst; above 0: more "
               "areas are worse off than there were. Empty for the country.")}) {
        columns.push_back(column);
    }
    return {"differences.csv", "", "What each scenario changes against the reference.",
            std::move(columns)};
}

TableEntry lasting_table()
{
    Columns columns{scenario_column()};
    append_key(columns);
    columns.push_back(whole("from_year", "year",
                            "From the end of this year to the last year the 90% interval of the "
                            "effect stays on one side of zero."));
    columns.push_back(text("direction", "On which side.",
                           {{"better", "-", "Better than in the reference."},
                            {"worse", "-", "Worse than in the reference."}}));
    return {"lasting.csv", "", "From which year on an effect is certain; others have no row.",
            std::move(columns)};
}

TableEntry cost_effects_table()
{
    return {"costs.csv",
            "",
            "What a scenario costs more than the reference. What costs the same in every "
            "replicate has no row.",
            {scenario_column(), whole("year", "year", "In the course of this year."),
             text("level", "What kind of area.",
                  {{"country", "-", "The whole country; its code is country."},
                   {"region", "-", "A region."}}),
             text("code", "Code of the area."), text("payer", "Who pays.", payer_codes()),
             real("extra_median", "EUR",
                  "Scenario less reference, above 0 is more: median over replicates."),
             real("extra_p05", "EUR", "5% of the replicates lie below."),
             real("extra_p95", "EUR", "95% of the replicates lie below.")}};
}

TableEntry moves_table()
{
    return {"moves.csv",
            "",
            "Physicians by where they work in the reference and where in the scenario; rows with "
            "nobody are left out.",
            {scenario_column(),
             whole("year", "year", "State at the end of this year; those of output.years."),
             text("profession", "Profession.", profession_codes()),
             text("from_code", "Code of the region in the reference; empty: not at work there."),
             text("to_code", "Code of the region in the scenario; empty: not at work there."),
             real("heads", "heads", "Physicians; mean over replicates."),
             real("fte", "FTE",
                  "Their FTE in the scenario, in the reference where to_code is empty; mean over "
                  "replicates."),
             real("other_employer_heads", "heads",
                  "Of the heads, those with another employer; mean over replicates.")}};
}

/// Measures of a region and how they rank it.
void append_verdict(Columns& columns)
{
    const std::string sign = "1 where care is worst, equals share a rank.";
    const std::string changed =
        "rank less that in the reference; above 0: more regions are worse off than there were. "
        "Empty in the reference's own row.";
    for (auto& column :
         {real("fte_ratio", "1", "FTE over need, mean over replicates."),
          real("access", "FTE per 100,000 people",
               "FTE in reach after E2SFCA (Luo & Qi 2009), people counted by their need; mean "
               "over replicates."),
          real("hpsa", "1", "Score of shortage areas, high is worse; mean over replicates."),
          real("fte_rank", "1", "Rank by fte_ratio: " + sign),
          real("access_rank", "1", "Rank by access: " + sign),
          real("hpsa_rank", "1", "Rank by hpsa: " + sign),
          real("rank_spread", "1",
               "Largest less smallest of the three ranks: how much the verdict depends on the "
               "measure."),
          real("fte_rank_change", "1", "By fte_ratio: " + changed),
          real("access_rank_change", "1", "By access: " + changed),
          real("hpsa_rank_change", "1", "By hpsa: " + changed)}) {
        columns.push_back(column);
    }
}

TableEntry verdicts_table()
{
    Columns columns{scenario_column(),
                    whole("year", "year", "State at the end of this year; those of output.years."),
                    text("code", "Code of the region."), text("name", "Name of the region."),
                    text("profession", "Profession.", profession_codes())};
    append_verdict(columns);
    return {"verdicts.csv", "",
            "Each region as three measures see it, in the reference and in every scenario.",
            std::move(columns)};
}

TableEntry precision_table()
{
    Columns columns{scenario_column()};
    append_key(columns);
    for (auto& column :
         {year_end(), real("reference", "see indicator", "Mean over replicates, reference."),
          real("value", "see indicator", "Mean over replicates, scenario."),
          real("effect_median", "see indicator", "As in differences.csv."),
          real("paired_variance", "see indicator, squared",
               "Variance of the effect over replicates, each compared with its own twin."),
          real("independent_variance", "see indicator, squared",
               "What that variance would be if the two did not share their luck: the sum of "
               "both."),
          real("variance_reduction", "1",
               "independent_variance / paired_variance: how many times as many replicates runs "
               "without shared luck would need. Empty where paired_variance is 0.")}) {
        columns.push_back(column);
    }
    return {"precision.csv", "",
            "How sure the effects of the year of comparison are, and what shared luck did for "
            "that.",
            std::move(columns)};
}

/// Columns of one effect of a map layer.
void append_shown(Columns& columns, const ShownEffect& shown)
{
    const auto what = shown.profession.empty()
                          ? fmt::format("{}", shown.indicator)
                          : fmt::format("{} of {}", shown.indicator, shown.profession);
    const auto& n = shown.name;
    columns.push_back(real("effect_" + n, shown.unit,
                           fmt::format("Effect on {}: above 0 is better; median over replicates, "
                                       "empty where not known.",
                                       what)));
    columns.push_back(real("p05_" + n, shown.unit,
                           fmt::format("5% of the replicates have a smaller effect on {}.", what)));
    columns.push_back(
        real("p95_" + n, shown.unit,
             fmt::format("95% of the replicates have a smaller effect on {}.", what)));
    columns.push_back(real(
        "probability_" + n, "1",
        fmt::format("Share of replicates in which {} is better than in the reference.", what)));
    columns.push_back(text("certain_" + n,
                           fmt::format("On which side of zero the 90% interval for {} lies.", what),
                           {{"better", "-", "All of it is better."},
                            {"worse", "-", "All of it is worse."},
                            {"uncertain", "-", "It holds zero: no clear effect."}}));
    if (shown.ranked) {
        columns.push_back(real("rank_change_" + n, "1",
                               fmt::format("Change of the rank by {}, 1 being worst; above 0: more "
                                           "areas are worse off than there were.",
                                           what)));
    }
}

TableEntry difference_layer(std::string layer, Level level, bool every_year)
{
    const auto area = name_of(level);
    Columns columns{scenario_column(), year_end()};
    if (every_year) {
        columns.push_back({"date", geo::io::ColumnType::date, "-", "The last day of that year."});
    }
    columns.push_back(text("code", fmt::format("Code of the {}.", area)));
    columns.push_back(text("name", fmt::format("Name of the {}.", area)));
    if (level == Level::subregion) {
        columns.push_back(text("region", "Code of the region it is in."));
    }
    columns.push_back(
        real("population", "people", "Inhabitants, as in the settlements of the reference."));
    for (const auto& shown : shown_effects(level))
        append_shown(columns, shown);
    return {difference_file, std::move(layer),
            fmt::format("What each scenario changes in each {}, {}.", area,
                        every_year ? "every year" : "in the year of comparison"),
            std::move(columns)};
}

TableEntry verdict_layer()
{
    auto table = verdicts_table();
    table.file = difference_file;
    table.layer = "region_verdicts";
    table.columns[1] = year_end();
    return table;
}

TableEntry difference_raster(std::string_view profession)
{
    return {fmt::format("difference_{}.tif", profession),
            "",
            fmt::format("{}: three bands per scenario for the year of comparison; a cell has the "
                        "values of its subregion, -9999 outside all. Overviews hold averages.",
                        profession),
            {real("SCENARIO: effect", "share",
                  "Effect on shortage, above 0 is less shortage; median over replicates."),
             real("SCENARIO: certainty", "1",
                  "Probability that the effect has the sign of its median, 0.5 to 1."),
             real("SCENARIO: certain", "1",
                  "1 where the 90% interval is all better, -1 where it is all worse, else 0.")}};
}

std::vector<TableEntry> comparison_tables()
{
    std::vector<TableEntry> tables{
        figures_table(),
        differences_table(),
        lasting_table(),
        cost_effects_table(),
        moves_table(),
        verdicts_table(),
        precision_table(),
        distances_table(),
        difference_layer("region_differences", Level::region, false),
        difference_layer("subregion_differences", Level::subregion, false),
        difference_layer("region_difference_years", Level::region, true),
        verdict_layer(),
        centre_layer(difference_file),
    };
    for (const auto p : compared_professions)
        tables.push_back(difference_raster(p));
    tables.push_back(dictionary_table());
    return tables;
}

const std::vector<TableEntry>& entries()
{
    static const auto tables = comparison_tables();
    return tables;
}

}  // namespace

const TableEntry& comparison_entry(std::string_view file, std::string_view layer)
{
    return table_entry(entries(), file, layer);
}

/// "mean of all" as "Mean of all."
static std::string sentence(std::string_view words)
{
    std::string text(words);
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] -= 'a' - 'A';
    if (!text.ends_with('.')) text += '.';
    return text;
}

std::vector<TableEntry> comparison_dictionary(const Comparison& comparison)
{
    std::vector<CodeEntry> codes;
    for (const auto& key : comparison.keys) {
        const auto& i = *key.indicator;
        const auto same = [&](const CodeEntry& code) { return code.value == i.id; };
        if (std::any_of(codes.begin(), codes.end(), same)) continue;
        codes.push_back({std::string(i.id), std::string(i.unit), sentence(i.meaning)});
    }
    auto tables = entries();
    for (auto& table : tables) {
        for (auto& column : table.columns) {
            if (column.name == "indicator") column.codes = codes;
        }
    }
    return tables;
}

}  // namespace mgz
