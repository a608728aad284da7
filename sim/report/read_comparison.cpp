// SPDX-License-Identifier: EUPL-1.2
// What a comparison left behind, for the page.
#include <fmt/format.h>

#include <algorithm>

#include "geo/check.h"
#include "sim/report/pack.h"
#include "sim/report/page_builder.h"

namespace mgz::report {

namespace {

/// Names of the comparison's scenarios and their places in the report.
class Scenarios {
public:
    void add(std::string name, std::size_t place) { places_.emplace(std::move(name), place); }

    std::size_t of(const Row& row, std::size_t column) const
    {
        const auto found = places_.find(row.text(column));
        if (found == places_.end()) row.wrong(column, "is no scenario of manifest.json");
        return found->second;
    }

private:
    std::map<std::string, std::size_t> places_;
};

Scenarios add_scenarios(const Folder& folder, PageBuilder& page, std::string& title)
{
    Scenarios scenarios;
    bool first = true;
    for (const auto& json : member<Json>(folder, folder.manifest, "scenarios")) {
        const auto name = member<std::string>(folder, json, "name");
        auto scenario = read_scenario(folder, json, name);
        scenario.reference = first;
        const auto place = page.add_scenario(std::move(scenario));
        scenarios.add(name, place);
        if (!first) title += ", ";
        title += page.data.scenarios[place].title;
        first = false;
    }
    if (first) wrong_manifest(folder, "scenarios");
    return scenarios;
}

void read_figures(const Folder& folder, const Scenarios& scenarios, PageBuilder& page)
{
    each_row(folder.file("figures.csv"),
             {"scenario", "year", "level", "code", "profession", "indicator", "mean", "p05", "p50",
              "p95"},
             Rows::some, [&](const Row& row) {
                 check_indicator(row, 5);
                 const auto place = page.place(row, 2, 3);
                 page.figures.add(
                     {scenarios.of(row, 0), place.level, row.text(5), row.text(4)}, place.area,
                     row.year(1),
                     {row.number(6), row.number(7), row.number(8), row.number(9), unknown});
             });
}

void read_effects(const Folder& folder, const Scenarios& scenarios, PageBuilder& page)
{
    each_row(folder.file("differences.csv"),
             {"scenario", "year", "level", "code", "profession", "indicator", "effect_median",
              "effect_p05", "effect_p95", "probability_improved"},
             Rows::some, [&](const Row& row) {
                 check_indicator(row, 5);
                 const auto place = page.place(row, 2, 3);
                 page.effects.add(
                     {scenarios.of(row, 0), place.level, row.text(5), row.text(4)}, place.area,
                     row.year(1),
                     {unknown, row.number(7), row.number(6), row.number(8), row.number(9)});
             });
}

void read_lasting(const Folder& folder, const Scenarios& scenarios, PageBuilder& page)
{
    each_row(
        folder.file("lasting.csv"),
        {"scenario", "level", "code", "profession", "indicator", "from_year", "direction"},
        Rows::any, [&](const Row& row) {
            const auto place = page.place(row, 1, 2);
            check_indicator(row, 4);
            page.data.lasting.push_back({scenarios.of(row, 0), place.level, place.area, row.text(4),
                                         row.text(3), row.year(5), row.text(6) == "better"});
        });
}

/// Of the whole difference to the reference, whatever for: item -1; the country is region -1.
void read_costs(const Folder& folder, const Scenarios& scenarios, PageBuilder& page)
{
    std::map<std::size_t, Json> rows;
    std::map<std::size_t, std::vector<int>> years;
    each_row(
        folder.file("costs.csv"),
        {"scenario", "year", "level", "code", "payer", "extra_median", "extra_p05", "extra_p95"},
        Rows::any, [&](const Row& row) {
            const auto s = scenarios.of(row, 0);
            const auto place = page.place(row, 2, 3);
            const int region = place.level == Level::region ? static_cast<int>(place.area) : -1;
            years[s].push_back(row.year(1));
            rows[s].push_back({row.year(1), region, -1, payer_index(row, 4),
                               *scaled(row.number(5), 1), *scaled(row.number(6), 1),
                               *scaled(row.number(7), 1)});
        });
    for (auto& [scenario, list] : rows) {
        auto& seen = years[scenario];
        std::sort(seen.begin(), seen.end());
        seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
        page.data.money.push_back({scenario,
                                   {{"years", seen},
                                    {"items", Json::array()},
                                    {"payers", named_json(payer_words())},
                                    {"rows", std::move(list)}}});
    }
}

void read_moves(const Folder& folder, const Scenarios& scenarios, PageBuilder& page)
{
    std::map<std::size_t, Json> rows;
    const auto region = [&](const Row& row, std::size_t column) {
        if (row.text(column).empty()) return -1;
        return static_cast<int>(page.area(row, column, Level::region));
    };
    each_row(folder.file("moves.csv"),
             {"scenario", "year", "profession", "from_code", "to_code", "heads", "fte",
              "other_employer_heads"},
             Rows::any, [&](const Row& row) {
                 rows[scenarios.of(row, 0)].push_back(
                     {row.year(1), profession_index(row, 2), region(row, 3), region(row, 4),
                      *scaled(row.number(5), 10), *scaled(row.number(6), 10),
                      *scaled(row.number(7), 10)});
             });
    for (auto& [scenario, list] : rows)
        page.data.moves.push_back({scenario, {{"rows", std::move(list)}}});
}

/// That of the maps.
int year_of_comparison(const Folder& folder)
{
    int year = 0;
    each_row(folder.file("precision.csv"), {"scenario", "year"}, Rows::some,
             [&](const Row& row) { year = row.year(1); });
    return year;
}

}  // namespace

void read_comparison(const Folder& folder, PageBuilder& page)
{
    std::string title;
    const auto scenarios = add_scenarios(folder, page, title);
    page.data.sources.push_back({"comparison", title, folder.manifest});
    read_figures(folder, scenarios, page);
    read_effects(folder, scenarios, page);
    read_lasting(folder, scenarios, page);
    read_costs(folder, scenarios, page);
    read_moves(folder, scenarios, page);
    if (!page.data.opening_year) page.data.opening_year = year_of_comparison(folder);
    page.data.summaries.push_back(text_of_file(folder.file("summary.md")));
}

}  // namespace mgz::report
