// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/dictionary.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "sim/output/csv.h"
#include "sim/output/dictionary_codes.h"
#include "sim/output/dictionary_columns.h"

namespace mgz {

using geo::io::ColumnType;
using Columns = std::vector<ColumnEntry>;

std::string wide_name(Figure figure, Profession profession)
{
    const auto name =
        figure == Figure::shortage ? "short" : figure_names[static_cast<std::size_t>(figure)];
    return fmt::format("{}_{}", name, name_of(profession));
}

namespace {

TableEntry area_table(std::string file, const std::string& area)
{
    return {std::move(file),
            "",
            fmt::format("Every figure of each {} at the end of every year.", area),
            {year_end(), text("code", fmt::format("Code of the {}.", area)),
             text("name", fmt::format("Name of the {}.", area)),
             text("profession", "Profession, or the two that make the score.", score_codes()),
             text("indicator", "Which figure; it decides the unit of the four that follow.",
                  figure_codes()),
             real("mean", "see indicator", "Mean over the replicates."),
             real("p05", "see indicator", "5% of the replicates lie below."),
             real("p50", "see indicator", "Median of the replicates."),
             real("p95", "see indicator", "95% of the replicates lie below.")}};
}

/// The same columns, so that one program reads all three.
TableEntry country_table()
{
    TableEntry entry = area_table("country.csv", "country");
    entry.meaning =
        "Every figure of the country at the end of every year: the sum over its regions; of "
        "shortage what the regions miss over what they need, so that a surplus in one does not "
        "make "
        "up for another.";
    entry.columns[1].meaning = "Always \"country\", as in comparisons.";
    entry.columns[2].meaning = "Empty: the maps do not name the country.";
    return entry;
}

/// Where an employer is and what it has; mean over replicates.
Columns employer_figures()
{
    return {real("need", "FTE", "Need of its own clients; mean over replicates."),
            real("fte", "FTE", "What its clients get, from all sources; mean over replicates."),
            real("staff", "FTE", "Its own physicians; mean over replicates."),
            real("heads", "heads", "Its own physicians; mean over replicates.")};
}

void append(Columns& to, Columns more)
{
    for (auto& column : more)
        to.push_back(std::move(column));
}

TableEntry employers_table()
{
    Columns columns{
        whole("year", "year", "State at the end of this year; those of output.years."),
        text("code", "Code of the employer, the same in every year and replicate."),
        text("kind", "Kind of employer.", employer_kind_codes()),
        text("settlement", "Code of the settlement where it is."),
        text("subregion", "Code of the subregion."),
        text("region", "Code of the region."),
        real("x", "m", "East, in EPSG:28992: that of the settlement."),
        real("y", "m", "North, in EPSG:28992: that of the settlement."),
    };
    append(columns, employer_figures());
    return {"employers.csv", "",
            "Employers in the output years; made up from regional need unless the user gave them.",
            std::move(columns)};
}

TableEntry account_table()
{
    return {"account.csv",
            "",
            "Why the FTE of a region changed from one year's end to the next: the causes of a year "
            "sum to the change of fte and commercial together.",
            {text("region", "Code of the region."),
             text("profession", "Profession.", profession_codes()),
             whole("year", "year", "In the course of this year."),
             text("cause", "Cause.", cause_codes()),
             real("fte", "FTE", "Gained, or lost when below 0; mean over replicates.")}};
}

/// Wide figures of an area, mean over replicates, as map layers hold them.
Columns area_figures()
{
    const auto figures = figure_codes();
    Columns columns;
    for (const Profession p : all_professions) {
        for (const Figure f : map_figures) {
            const auto& figure = figures[static_cast<std::size_t>(f)];
            const auto name = wide_name(f, p);
            columns.push_back(
                real(name, figure.unit,
                     fmt::format("{}: {} Mean over replicates.", name_of(p), figure.meaning)));
            if (f != Figure::shortage) continue;
            for (const int percent : {5, 95}) {
                columns.push_back(real(fmt::format("{}_p{:02}", name, percent), "1",
                                       fmt::format("{}: {}% of the replicates have less shortage.",
                                                   name_of(p), percent)));
            }
        }
    }
    append(columns,
           {real("shortage", "1", "Mean of short_huisarts and short_so; mean over replicates."),
            real("shortage_p05", "1", "5% of the replicates have less shortage."),
            real("shortage_p95", "1", "95% of the replicates have less shortage."),
            text("class", "Class of shortage.", class_codes()),
            whole("rank", "1", "1 where shortage is largest, of all areas in that year.")});
    return columns;
}

TableEntry area_layer(std::string file, std::string layer, const std::string& area, bool every_year)
{
    Columns columns{text("code", fmt::format("Code of the {}.", area)),
                    text("name", fmt::format("Name of the {}.", area))};
    if (area == "subregion") columns.push_back(text("region", "Code of the region it is in."));
    columns.push_back(year_end());
    if (every_year) {
        columns.push_back({"date", ColumnType::date, "-", "The last day of that year."});
    }
    columns.push_back(real("population", "people", "Inhabitants, as in the settlements given."));
    append(columns, area_figures());
    return {std::move(file), std::move(layer),
            fmt::format("Each {}, {}.", area, every_year ? "every year" : "in the map year"),
            std::move(columns)};
}

TableEntry settlement_layer(std::string file)
{
    Columns columns{text("code", "Code of the settlement."),
                    text("name", "Name of the settlement."),
                    text("subregion", "Code of the subregion."),
                    text("region", "Code of the region."),
                    year_end(),
                    real("population", "people", "Inhabitants, as in the settlements given.")};
    for (const Profession p : all_professions) {
        columns.push_back(
            real(fmt::format("access_{}", name_of(p)), "FTE per 10,000 people",
                 fmt::format("{}: FTE in reach per 10,000 people, after E2SFCA (Luo & Qi 2009); "
                             "people count by their need.",
                             name_of(p))));
    }
    return {std::move(file), "settlements", "Settlements and the care in their reach.",
            std::move(columns)};
}

TableEntry employer_layer(std::string file)
{
    Columns columns{text("code", "Code of the employer."),
                    text("kind", "Kind of employer.", employer_kind_codes()),
                    text("settlement", "Code of the settlement where it is."),
                    text("subregion", "Code of the subregion."),
                    text("region", "Code of the region."),
                    year_end()};
    append(columns, employer_figures());
    columns.push_back(real("short", "1",
                           "Share of its mean need that its mean FTE does not meet; empty where "
                           "there is no need."));
    return {std::move(file), "employers",
            "Employers in the map year; made up from regional need unless the user gave them.",
            std::move(columns)};
}

TableEntry raster(std::string_view what, Profession p, const std::string& unit,
                  const std::string& meaning)
{
    return {fmt::format("{}_{}.tif", what, name_of(p)),
            "",
            fmt::format("{}: one band per output year; -9999 outside all areas.", name_of(p)),
            {real(fmt::format("{} YEAR", what), unit, meaning)}};
}

std::vector<TableEntry> made()
{
    const std::string gpkg = shortage_file;
    std::vector<TableEntry> tables{
        country_table(),
        area_table("regions.csv", "region"),
        area_table("subregions.csv", "subregion"),
        employers_table(),
        account_table(),
        care_table(),
        inventory_table(),
        costs_table(),
        distances_table(),
        area_layer(gpkg, "regions", "region", false),
        area_layer(gpkg, "subregions", "subregion", false),
        settlement_layer(gpkg),
        employer_layer(gpkg),
        centre_layer(gpkg),
        area_layer(gpkg, "region_years", "region", true),
        area_layer(gpkg, "subregion_years", "subregion", true),
        area_layer("shortage.geojson", "", "region", false),
    };
    for (const Profession p : all_professions) {
        tables.push_back(raster("shortage", p, "1",
                                "Share of the need of the cell's subregion that is not met; where "
                                "the subregion has no need, that of its region."));
        tables.push_back(raster("access", p, "FTE per 10,000 people",
                                "FTE in reach of the cell's centre per 10,000 people, after E2SFCA "
                                "(Luo & Qi 2009); people count by their need."));
    }
    tables.push_back(dictionary_table());
    return tables;
}

std::string_view name_of(ColumnType type)
{
    switch (type) {
        case ColumnType::integer:
            return "integer";
        case ColumnType::real:
            return "real";
        case ColumnType::date:
            return "date";
        case ColumnType::text:
            break;
    }
    return "text";
}

}  // namespace

TableEntry centre_layer(std::string file)
{
    return {std::move(file),
            "training_centres",
            "Where physicians are trained.",
            {text("code", "Code of the centre."), text("name", "Name of the centre."),
             text("profession", "Profession it trains.", profession_codes()),
             text("parent", "Code of the institute it belongs to; empty for an institute."),
             real("share", "1",
                  "Share of the profession's places, relative to the other open centres."),
             whole("from_year", "year", "First year it is open; empty: since the start."),
             whole("to_year", "year", "Last year it is open; empty: to the end."),
             whole("open", "0 or 1", "1 when it is open in the map year.")}};
}

TableEntry dictionary_table()
{
    return {
        "dictionary.csv",
        "",
        "This table.",
        {text("file", "File."), text("layer", "Layer of the file, where it holds several."),
         whole("position", "1", "Place of the column, from 1."), text("column", "Column or band."),
         text("code", "A code that the column may hold; empty in the column's own row."),
         text("type", "text, integer, real or date."),
         text("unit", "Unit; 1 for a pure number, - where there is none."),
         text("meaning", "What it says.")}};
}

const std::vector<TableEntry>& dictionary()
{
    static const std::vector<TableEntry> tables = made();
    return tables;
}

const TableEntry& table_entry(std::string_view file, std::string_view layer)
{
    return table_entry(dictionary(), file, layer);
}

const TableEntry& table_entry(const std::vector<TableEntry>& tables, std::string_view file,
                              std::string_view layer)
{
    for (const auto& table : tables) {
        if (table.file == file && table.layer == layer) return table;
    }
    throw std::logic_error(fmt::format("the dictionary explains no {} {}", file, layer));
}

std::string dictionary_csv(const std::vector<TableEntry>& tables)
{
    CsvTable csv(table_entry("dictionary.csv"));
    for (const auto& table : tables) {
        int position = 0;
        for (const auto& c : table.columns) {
            ++position;
            const auto type = name_of(c.type);
            csv.row(table.file, table.layer, position, c.name, "", type, c.unit, c.meaning);
            for (const auto& code : c.codes) {
                csv.row(table.file, table.layer, position, c.name, code.value, type, code.unit,
                        code.meaning);
            }
        }
    }
    return csv.take();
}

geo::io::Column column_of(const ColumnEntry& entry)
{
    auto title = entry.name;
    std::replace(title.begin(), title.end(), '_', ' ');
    const auto& unit = entry.unit;
    if (unit != "-" && unit != "1" && unit != entry.name) title += fmt::format(" [{}]", unit);
    return {entry.name, entry.type, std::move(title), entry.meaning};
}

std::string short_form(const TableEntry& table)
{
    std::string all;
    for (const auto& column : table.columns) {
        if (!all.empty()) all += ", ";
        all += column.name;
        if (column.unit != "-") all += fmt::format(" [{}]", column.unit);
    }
    return all;
}

}  // namespace mgz
