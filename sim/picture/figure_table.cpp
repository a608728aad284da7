// SPDX-License-Identifier: EUPL-1.2
#include "sim/picture/figure_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "geo/check.h"
#include "geo/text.h"
#include "sim/report/table.h"

namespace mgz::picture {

using geo::InputError;

namespace {

std::string name_of(MapLevel level)
{
    return level == MapLevel::region ? "region" : "subregion";
}

/// "2003 to 2040", "2023, 2030 and 2040".
std::string years_text(const std::set<int>& years)
{
    if (years.empty()) return "none";
    const int first = *years.begin(), last = *years.rbegin();
    if (last - first + 1 == static_cast<int>(years.size()) && years.size() > 2)
        return fmt::format("{} to {}", first, last);
    return fmt::format("{}", fmt::join(years, ", "));
}

/// What a table says of the indicator asked for, whatever the profession.
class Search {
public:
    Search(const report::Folder& folder, const MapRequest& request)
        : folder_(folder), request_(request)
    {
    }

    void read(const TableForm& form)
    {
        std::vector<std::string> columns{"year",      "code",   "indicator",
                                         form.middle, form.low, form.high};
        const auto add = [&](bool has, const char* name) -> std::size_t {
            if (!has) return 0;
            columns.emplace_back(name);
            return columns.size() - 1;
        };
        const std::size_t scenario = add(form.has_scenario, "scenario");
        const std::size_t level = add(form.has_level, "level");
        const std::size_t profession = add(form.has_profession, "profession");
        const std::string wanted_level = name_of(request_.level);
        report::each_row(
            folder_.file(form.file), columns, report::Rows::any, [&](const report::Row& row) {
                const std::string indicator = row.text(2);
                const bool fits = !level || row.text(level) == wanted_level;
                if (fits) known_.insert(indicator);
                if (indicator != request_.indicator) return;
                elsewhere_ = elsewhere_ || !fits;
                if (!fits) return;
                const Figure figure{row.number_or_unknown(3), row.number_or_unknown(4),
                                    row.number_or_unknown(5)};
                auto& table = tables_[profession ? row.text(profession) : std::string()];
                table.figures[scenario ? row.text(scenario) : std::string()][row.year(0)]
                             [row.text(1)] = figure;
            });
    }

    FigureTable take()
    {
        if (tables_.empty()) refuse();
        // The two that make the score together come first, then as the file has them.
        std::string profession = tables_.begin()->first;
        if (tables_.count("huisarts")) profession = "huisarts";
        if (tables_.count("huisarts_so")) profession = "huisarts_so";
        if (request_.profession) {
            profession = *request_.profession;
            if (!tables_.count(profession)) refuse_profession();
        }
        FigureTable table = std::move(tables_.at(profession));
        table.profession = profession;
        return table;
    }

private:
    [[noreturn]] void refuse() const
    {
        if (elsewhere_)
            throw InputError(
                folder_.shown,
                fmt::format("has no {} of {}s", request_.indicator, name_of(request_.level)),
                "use --level region");
        const std::vector<std::string> names(known_.begin(), known_.end());
        const std::string near = geo::nearest_name(request_.indicator, names);
        throw InputError(folder_.shown,
                         fmt::format("has no indicator '{}' of {}s", request_.indicator,
                                     name_of(request_.level)),
                         near.empty() ? fmt::format("give one of: {}", geo::joined(names))
                                      : fmt::format("did you mean '{}'?", near));
    }

    [[noreturn]] void refuse_profession() const
    {
        std::vector<std::string> names;
        for (const auto& [name, table] : tables_)
            names.push_back(name);
        if (names.size() == 1 && names[0].empty())
            throw InputError(folder_.shown,
                             fmt::format("{} is of no profession", request_.indicator),
                             "leave --profession out");
        throw InputError(
            folder_.shown,
            fmt::format("has no {} of profession '{}'", request_.indicator, *request_.profession),
            fmt::format("give one of: {}", geo::joined(names)));
    }

    const report::Folder& folder_;
    const MapRequest& request_;
    std::set<std::string> known_;
    bool elsewhere_ = false;
    std::map<std::string, FigureTable> tables_;
};

}  // namespace

std::set<int> FigureTable::years() const
{
    std::set<int> years;
    for (const auto& [scenario, of_years] : figures)
        for (const auto& [year, of_areas] : of_years)
            years.insert(year);
    return years;
}

std::vector<double> FigureTable::all_middles() const
{
    std::vector<double> values;
    for (const auto& [scenario, of_years] : figures)
        for (const auto& [year, of_areas] : of_years)
            for (const auto& [code, figure] : of_areas)
                values.push_back(figure.middle);
    return values;
}

FigureTable read_figures(const report::Folder& folder, const std::vector<TableForm>& forms,
                         const MapRequest& request)
{
    Search search(folder, request);
    for (const TableForm& form : forms)
        search.read(form);
    return search.take();
}

MapIndicator indicator_of(const report::Folder& folder, const std::string& id,
                          const MapWords& words)
{
    if (const ShownIndicator* shown = shown_indicator(id))
        return {id, std::string(words(shown->name)), std::string(shown->unit), shown->digits,
                shown->better};
    MapIndicator indicator{id, id, "", 2, Better::none};
    std::replace(indicator.name.begin(), indicator.name.end(), '_', ' ');
    report::each_row(folder.file("dictionary.csv"), {"column", "code", "unit"}, report::Rows::any,
                     [&](const report::Row& row) {
                         if (row.text(0) == "indicator" && row.text(1) == id)
                             indicator.unit = row.text(2);
                     });
    return indicator;
}

int year_of(const report::Folder& folder, const MapRequest& request, const std::set<int>& years,
            int otherwise)
{
    const int year = request.year.value_or(years.count(otherwise) ? otherwise : *years.rbegin());
    if (!years.count(year))
        throw InputError(folder.shown, fmt::format("knows {} not in {}", request.indicator, year),
                         fmt::format("give one of its years: {}", years_text(years)));
    return year;
}

}  // namespace mgz::picture
