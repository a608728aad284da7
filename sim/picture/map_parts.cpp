// SPDX-License-Identifier: EUPL-1.2
#include "sim/picture/map_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "geo/check.h"
#include "geo/io/layer_io.h"
#include "sim/picture/typeset.h"
#include "sim/report/geography.h"

namespace mgz::picture {

namespace io = geo::io;
using geo::InputError;
using report::FolderKind;

static std::string gpkg_of(const report::Folder& folder)
{
    switch (folder.kind) {
        case FolderKind::run:
            return folder.file("shortage.gpkg");
        case FolderKind::comparison:
            return folder.file("difference.gpkg");
        case FolderKind::sensitivity:
            break;
    }
    return folder.file("sensitivity.gpkg");
}

static std::string layer_of(const report::Folder& folder, MapLevel level)
{
    const bool regions = level == MapLevel::region;
    switch (folder.kind) {
        case FolderKind::run:
            return regions ? "regions" : "subregions";
        case FolderKind::comparison:
            return regions ? "region_differences" : "subregion_differences";
        case FolderKind::sensitivity:
            break;
    }
    if (!regions) throw InputError(folder.shown, "has no map of subregions", "use --level region");
    return "region_drivers";
}

std::vector<ScenarioName> scenarios_of(const report::Folder& folder)
{
    std::vector<ScenarioName> names;
    for (const auto& scenario : report::member<report::Json>(folder, folder.manifest, "scenarios"))
        names.push_back({report::member<std::string>(folder, scenario, "name"),
                         one_line(report::member<std::string>(folder, scenario, "title"))});
    if (names.empty()) report::wrong_manifest(folder, "scenarios");
    return names;
}

std::vector<Area> areas_of(const report::Folder& folder, MapLevel level)
{
    std::vector<Area> areas;
    for (auto& area : report::read_areas(gpkg_of(folder), layer_of(folder, level))) {
        Area shown;
        shown.code = area.code;
        shown.name = one_line(area.name);
        shown.inside = report::inside_point(area.shape);
        shown.shape = std::move(area.shape);
        areas.push_back(std::move(shown));
    }
    return areas;
}

int map_year_of(const report::Folder& folder)
{
    io::Source source;
    source.where = gpkg_of(folder) + "|" + layer_of(folder, MapLevel::region);
    source.columns = {"year"};
    source.kind = io::GeometryKind::none;
    const auto read = io::read_layer(source);
    if (read.layer.features.empty()) throw InputError(source.where, "has no areas", report::again);
    return static_cast<int>(
        io::number(read.layer.features[0].values[0], io::place_of(source.where, 0), "year"));
}

static std::optional<MarkKind> mark_of(const std::string& profession)
{
    if (profession == "huisarts") return MarkKind::circle;
    if (profession == "so") return MarkKind::square;
    if (profession == "avg") return MarkKind::triangle;
    return std::nullopt;
}

std::vector<Mark> centres_of(const report::Folder& folder, const std::string& profession, int year)
{
    std::vector<Mark> marks;
    for (const auto& centre : report::read_centres(gpkg_of(folder))) {
        const bool shown = profession == centre.profession ||
                           (profession == "huisarts_so" && centre.profession != "avg");
        const bool open = centre.from.value_or(year) <= year && year <= centre.to.value_or(year);
        const auto kind = mark_of(centre.profession);
        if (shown && open && kind) marks.push_back({centre.at, *kind});
    }
    return marks;
}

void explain_marks(const std::vector<Mark>& marks, const MapWords& words, Legend& legend)
{
    for (const std::string id : {"huisarts", "so", "avg"}) {
        const MarkKind kind = *mark_of(id);
        if (std::none_of(marks.begin(), marks.end(),
                         [kind](const Mark& mark) { return mark.kind == kind; }))
            continue;
        LegendRow row{
            fmt::format("{} {}", words("training of", "opleiding van"), words.profession(id))};
        row.mark = kind;
        legend.rows.push_back(std::move(row));
    }
}

std::string source_line(const report::Folder& folder, const MapWords& words)
{
    const auto& manifest = folder.manifest;
    const auto found = manifest.find("attribution");
    const std::string attribution =
        found != manifest.end() && found->is_string() ? one_line(found->get<std::string>()) : "";
    std::string line(
        words("Simulated with mgz, not observed.", "Gesimuleerd met mgz, niet waargenomen."));
    if (!attribution.empty()) line += " " + attribution + ".";
    return line;
}

int replicates_of(const report::Folder& folder)
{
    return report::member<int>(folder, folder.manifest, "replicates");
}

std::vector<std::size_t> largest(const std::vector<std::optional<double>>& ranks, std::size_t most)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < ranks.size(); ++i)
        if (ranks[i]) order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return *ranks[a] > *ranks[b]; });
    if (order.size() > most) order.resize(most);
    return order;
}

std::string legend_heading(const MapIndicator& indicator, const MapWords& words)
{
    if (indicator.id == "shortage")
        return std::string(words("share of the need that is not met",
                                 "deel van de behoefte waarin niet wordt voorzien"));
    const std::string unit = words.unit(indicator.unit);
    return unit.empty() ? indicator.name : unit;
}

Picture read_map(const report::Folder& folder, const MapRequest& request)
{
    Picture picture = folder.kind == FolderKind::sensitivity ? driver_map(folder, request)
                      : request.difference                   ? difference_map(folder, request)
                                                             : level_map(folder, request);
    if (!request.title.empty()) picture.title = one_line(request.title);
    picture.source = source_line(folder, MapWords(request.language));
    return picture;
}

}  // namespace mgz::picture
