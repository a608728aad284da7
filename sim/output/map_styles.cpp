// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/map_styles.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "sim/output/labels.h"
#include "sim/output/recorded.h"
#include "sim/score/shortage.h"
#include "sim/show/words.h"

namespace mgz {

namespace io = geo::io;
using qgis::LayerStyle;

io::StoredStyle stored(const LayerStyle& style, const std::string& layer, bool is_default)
{
    return {layer,     style.name, style.description, qgis::qml(style), qgis::sld(style, layer),
            is_default};
}

std::vector<std::pair<std::string, std::string>> aliases_of(const TableEntry& entry)
{
    std::vector<std::pair<std::string, std::string>> aliases;
    for (const auto& column : entry.columns)
        aliases.emplace_back(column.name, column_of(column).title);
    return aliases;
}

std::string people_of(std::string_view profession)
{
    const auto words = words_of(profession_words(), profession);
    return std::string(words ? words->en : profession);
}

/// With a capital in front.
static std::string begun(std::string text)
{
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] -= 'a' - 'A';
    return text;
}

geo::Box extent_of(const World& world)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    geo::Box all{infinity, infinity, -infinity, -infinity};
    for (const auto& subregion : world.subregions) {
        const auto box = geo::bounds(subregion.shape);
        all = {std::min(all.min_x, box.min_x), std::min(all.min_y, box.min_y),
               std::max(all.max_x, box.max_x), std::max(all.max_y, box.max_y)};
    }
    return all;
}

namespace {

/// A shortage that areas are coloured by.
struct Shown {
    std::string column;
    std::string of;  ///< "GPs"
};

const std::vector<Shown>& shown_shortages()
{
    static const auto all = [] {
        std::vector<Shown> shown{{"shortage", people_of(combined_name)}};
        for (const Profession p : all_professions)
            shown.push_back({wide_name(Figure::shortage, p), people_of(name_of(p))});
        return shown;
    }();
    return all;
}

LayerStyle area_style(const TableEntry& entry, const Shown& shown)
{
    const bool fine = entry.layer.starts_with("subregion");
    LayerStyle style;
    style.name = fmt::format("Shortage of {}", shown.of);
    style.description = "Share of the need that is not met; mean over the replicates.";
    style.drawing =
        qgis::Graduated{shown.column, qgis::steps_of(shortage_classes(), qgis::percent)};
    style.labels = qgis::Labels{fmt::format("{} || '\\n' || {}", qgis::column("name"),
                                            qgis::number_of(shown.column, qgis::percent)),
                                fine ? 6.5 : 7.5};
    for (const auto& column : entry.columns) {
        if (column.type == io::ColumnType::date) style.date_column = column.name;
    }
    style.aliases = aliases_of(entry);
    return style;
}

/// Of a profession, in all output years: one set of classes for settlements and rasters.
Classes access_classes(const YearlyAccess& access, Profession p)
{
    std::vector<double> values;
    for (const auto& of_year : access.settlements[p]) {
        for (const double value : of_year)
            values.push_back(access_people * value);
    }
    return level_classes("FTE per 10,000 people", true, values);
}

LayerStyle settlement_style(const YearlyAccess& access, Profession p)
{
    auto like = qgis::mark({}, "circle", 1.2);
    like.border_width = 0;
    like.size_by = "min(4, 0.5 + 0.02 * sqrt(coalesce(\"population\", 0)))";
    const auto name = fmt::format("access_{}", name_of(p));
    LayerStyle style;
    style.name = fmt::format("Access to {}", people_of(name_of(p)));
    style.description = "FTE in reach per 10,000 people; the larger the mark, the more people.";
    style.drawing = qgis::Graduated{name, qgis::steps_of(access_classes(access, p), {}, like)};
    style.labels = qgis::Labels{qgis::column("name"), 7, false, 150000};
    style.aliases = aliases_of(table_entry(shortage_file, "settlements"));
    return style;
}

LayerStyle employer_style()
{
    auto like = qgis::mark({}, "circle", 1.6);
    like.border = {0x55, 0x55, 0x55};
    like.border_width = 0.1;
    like.size_by = "min(6, 0.6 + 0.6 * sqrt(coalesce(\"need\", 0)))";
    like.shape_by =
        "CASE WHEN \"kind\" = 'vvt' THEN 'square' WHEN \"kind\" = 'ghz' THEN 'triangle' "
        "WHEN \"kind\" = 'small_home' THEN 'diamond' ELSE 'circle' END";
    LayerStyle style;
    style.name = "Shortage of employers";
    style.description =
        "The larger the mark, the more FTE are needed. Circles: general practices; squares: VVT; "
        "triangles: GHZ; diamonds: small-scale homes.";
    style.drawing =
        qgis::Graduated{"short", qgis::steps_of(shortage_classes(), qgis::percent, like)};
    style.aliases = aliases_of(table_entry(shortage_file, "employers"));
    return style;
}

}  // namespace

LayerStyle centre_style(const TableEntry& entry)
{
    const std::array<const char*, 3> shapes{"circle", "square", "triangle"};
    const std::array<geo::Point, 3> shifts{{{-1.7, 0}, {1.7, 0}, {0, -2.6}}};
    qgis::Categorised by_profession{"profession", {}};
    for (const Profession p : all_professions) {
        const auto i = index_of(p);
        auto symbol = qgis::mark(kind_colours[i], shapes[i], 3.2);
        symbol.border = qgis::white;
        symbol.border_width = 0.3;
        symbol.shift = shifts[i];
        symbol.size_by = "CASE WHEN \"parent\" IS NULL THEN 3.4 ELSE 2.2 END";
        symbol.opacity_by = "CASE WHEN \"open\" = 1 THEN 100 ELSE 35 END";
        by_profession.categories.push_back(
            {std::string(name_of(p)), begun(people_of(name_of(p))), std::move(symbol)});
    }
    LayerStyle style;
    style.name = "By profession";
    style.description = "Small: belongs to an institute elsewhere. Pale: not open in the map year.";
    style.drawing = std::move(by_profession);
    style.labels = qgis::Labels{qgis::column("name"), 7, true, 1000000};
    style.aliases = aliases_of(entry);
    return style;
}

namespace {

constexpr std::array area_layers{"regions", "subregions", "region_years", "subregion_years"};

using Layers = std::vector<qgis::ProjectLayer>;

Layers area_layers_of(std::initializer_list<const char*> layers)
{
    Layers all;
    for (const char* layer : layers) {
        const auto* what = std::string_view(layer).starts_with("sub") ? "Subregions" : "Regions";
        for (const auto& shown : shown_shortages()) {
            all.push_back({fmt::format("{}: shortage of {}", what, shown.of), shortage_file, layer,
                           area_style(table_entry(shortage_file, layer), shown)});
        }
    }
    all.front().shown = true;
    return all;
}

Layers places_of(const YearlyAccess& access)
{
    Layers all{{"Training centres",
                shortage_file,
                "training_centres",
                centre_style(table_entry(shortage_file, "training_centres")),
                {},
                true},
               {"Employers by shortage and size", shortage_file, "employers", employer_style()}};
    for (const Profession p : all_professions) {
        all.push_back(
            {fmt::format("Settlements: access to {}, FTE per 10,000 people", people_of(name_of(p))),
             shortage_file, "settlements", settlement_style(access, p)});
    }
    return all;
}

struct RasterFile {
    std::string name;  ///< without extension
    std::string shown;
    qgis::RasterStyle style;
};

std::vector<RasterFile> raster_files(const Scenario& scenario, const YearlyAccess& access)
{
    const auto band = static_cast<int>(access.index_of_year(scenario.output.map_year)) + 1;
    std::vector<RasterFile> files;
    for (const Profession p : all_professions) {
        files.push_back({fmt::format("shortage_{}", name_of(p)),
                         fmt::format("Shortage of {}", people_of(name_of(p))),
                         {band, shortage_classes(), qgis::percent}});
    }
    for (const Profession p : all_professions) {
        files.push_back({fmt::format("access_{}", name_of(p)),
                         fmt::format("Access to {}: FTE per 10,000 people", people_of(name_of(p))),
                         {band, access_classes(access, p), {}}});
    }
    return files;
}

qgis::Project project_of(const World& world, const Scenario& scenario, const Ensemble& ensemble,
                         const YearlyAccess& access, const RunFacts& facts)
{
    qgis::Project project;
    project.title = scenario.title;
    project.note = simulated_note;
    project.attribution = facts.attribution;
    project.extent = extent_of(world);
    const auto years = recorded_years(ensemble);
    project.years = {years.front(), years.back()};
    Layers rasters;
    for (const auto& raster : raster_files(scenario, access))
        rasters.push_back({raster.shown, raster.name + ".tif", "", raster.style});
    rasters.front().shown = true;
    const int year = scenario.output.map_year;
    project.groups = {{fmt::format("Places in {}", year), places_of(access), true},
                      {fmt::format("Shortage in {}", year),
                       area_layers_of({"regions", "subregions"}), true, true},
                      {fmt::format("Shortage year by year, {} to {} (time controller)",
                                   years.front(), years.back()),
                       area_layers_of({"region_years", "subregion_years"}), false, true},
                      {fmt::format("Rasters of {}; other years are other bands", year),
                       std::move(rasters), false, true}};
    return project;
}

}  // namespace

std::vector<io::StoredStyle> run_styles(const YearlyAccess& access)
{
    std::vector<io::StoredStyle> styles;
    for (const char* layer : area_layers) {
        for (const auto& shown : shown_shortages()) {
            styles.push_back(stored(area_style(table_entry(shortage_file, layer), shown), layer,
                                    &shown == &shown_shortages().front()));
        }
    }
    for (const Profession p : all_professions)
        styles.push_back(
            stored(settlement_style(access, p), "settlements", p == all_professions.front()));
    styles.push_back(stored(employer_style(), "employers", true));
    styles.push_back(stored(centre_style(table_entry(shortage_file, "training_centres")),
                            "training_centres", true));
    return styles;
}

std::vector<NamedText> run_style_files(const World& world, const Scenario& scenario,
                                       const Ensemble& ensemble, const YearlyAccess& access,
                                       const RunFacts& facts)
{
    std::vector<NamedText> files{
        {"shortage.qgs", qgis::project_text(project_of(world, scenario, ensemble, access, facts))},
        {"shortage.qml",
         qgis::qml(area_style(table_entry("shortage.geojson"), shown_shortages().front()))}};
    for (const auto& raster : raster_files(scenario, access))
        files.push_back({raster.name + ".qml", qgis::qml(raster.style)});
    return files;
}

}  // namespace mgz
