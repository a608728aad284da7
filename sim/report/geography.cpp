// SPDX-License-Identifier: EUPL-1.2
#include "sim/report/geography.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "geo/check.h"
#include "geo/io/layer_io.h"
#include "sim/report/table.h"

namespace mgz::report {

namespace io = geo::io;
using geo::InputError;

std::vector<Area> read_areas(const std::string& gpkg, const std::string& layer)
{
    io::Source source;
    source.where = gpkg + "|" + layer;
    source.columns = {"code", "name"};
    source.optional_columns = {"region", "population"};
    const auto read = io::read_layer(source);
    std::vector<Area> areas;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < read.layer.features.size(); ++i) {
        const auto& feature = read.layer.features[i];
        Area area;
        area.code = io::text(feature.values[0]);
        if (!seen.insert(area.code).second) continue;
        area.name = io::text(feature.values[1]);
        area.region = io::text(feature.values[2]);
        if (!std::holds_alternative<std::monostate>(feature.values[3])) {
            area.population =
                io::number(feature.values[3], io::place_of(source.where, i), "population");
        }
        area.shape = std::get<geo::MultiPolygon>(feature.geometry);
        areas.push_back(std::move(area));
    }
    if (areas.empty()) throw InputError(source.where, "has no areas", again);
    return areas;
}

std::vector<Centre> read_centres(const std::string& gpkg)
{
    io::Source source;
    source.where = gpkg + "|training_centres";
    source.kind = io::GeometryKind::point;
    source.columns = {"name", "profession", "parent", "from_year", "to_year"};
    const auto read = io::read_layer(source);
    std::vector<Centre> centres;
    for (std::size_t i = 0; i < read.layer.features.size(); ++i) {
        const auto& feature = read.layer.features[i];
        const Row row(source.where, i, source.columns, feature.values);
        centres.push_back({row.text(0), row.text(1), !row.text(2).empty(),
                           std::get<geo::Point>(feature.geometry), row.year_or_none(3),
                           row.year_or_none(4)});
    }
    return centres;
}

Geography read_geography(const Folder& folder)
{
    switch (folder.kind) {
        case FolderKind::run: {
            const auto gpkg = folder.file("shortage.gpkg");
            return {read_areas(gpkg, "regions"), read_areas(gpkg, "subregions")};
        }
        case FolderKind::comparison: {
            const auto gpkg = folder.file("difference.gpkg");
            return {read_areas(gpkg, "region_differences"),
                    read_areas(gpkg, "subregion_differences")};
        }
        case FolderKind::sensitivity:
            break;
    }
    const auto gpkg = folder.file("sensitivity.gpkg");
    if (!std::filesystem::exists(gpkg)) return {};  // no figure of a region was kept
    return {read_areas(gpkg, "region_drivers"), {}};
}

namespace {

/// Sensitivities know less of an area, and leave out regions that were not kept.
void join_areas(std::vector<Area>& into, const std::vector<Area>& other, const Folder& folder,
                const char* what)
{
    if (other.empty()) return;
    if (into.empty()) {
        into = other;
        return;
    }
    const auto differ = [&](const std::string& code) {
        throw InputError(
            folder.shown,
            fmt::format("has another geography than the folder before it ({} {})", what, code),
            "report on folders over the same regions and subregions");
    };
    for (const Area& area : other) {
        const auto known = std::find_if(into.begin(), into.end(),
                                        [&](const Area& a) { return a.code == area.code; });
        if (known == into.end() || known->name != area.name || known->shape != area.shape) {
            differ(area.code);
        }
        if (area.population == area.population) known->population = area.population;
    }
    if (folder.kind == FolderKind::sensitivity) return;
    for (const Area& area : into) {
        const auto same = [&](const Area& a) { return a.code == area.code; };
        if (std::none_of(other.begin(), other.end(), same)) differ(area.code);
    }
}

}  // namespace

void join(Geography& into, const Geography& other, const Folder& folder)
{
    join_areas(into.regions, other.regions, folder, "region");
    join_areas(into.subregions, other.subregions, folder, "subregion");
}

geo::Point inside_point(const geo::MultiPolygon& shape)
{
    const geo::Point centre = geo::centroid(shape);
    if (geo::contains(shape, centre)) return centre;
    // A crescent: of points on a grid the one farthest from the edge.
    const geo::Box box = geo::bounds(shape);
    constexpr int steps = 24;
    geo::Point best = centre;
    double farthest = -1;
    for (int i = 1; i < steps; ++i) {
        for (int j = 1; j < steps; ++j) {
            const geo::Point p{box.min_x + (box.max_x - box.min_x) * i / steps,
                               box.min_y + (box.max_y - box.min_y) * j / steps};
            if (!geo::contains(shape, p)) continue;
            const double edge = geo::distance_to_edge(shape, p);
            if (edge > farthest) {
                farthest = edge;
                best = p;
            }
        }
    }
    return best;
}

}  // namespace mgz::report
