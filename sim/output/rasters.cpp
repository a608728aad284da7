// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/rasters.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/catchment.h"
#include "geo/check.h"
#include "geo/io/raster_io.h"
#include "sim/output/cell_access.h"
#include "sim/output/cells.h"
#include "sim/output/labels.h"
#include "sim/output/map_styles.h"
#include "sim/output/outputs.h"

namespace mgz {

namespace io = geo::io;
using Bands = std::vector<io::RasterBand>;

void check_cells(const World& world, double cell_m, std::size_t bands, std::string_view fewer)
{
    constexpr double most = 1e8;  // 400 MB of cells, and twice that while a file is made
    const auto box = extent_of(world);
    const double cells = ((box.max_x - box.min_x) / cell_m + 2) *
                         ((box.max_y - box.min_y) / cell_m + 2) * static_cast<double>(bands);
    if (cells <= most) return;
    throw geo::InputError(
        "output.cell_m",
        fmt::format("{:.9g} makes rasters of {:.0f} million cells", cell_m, cells / 1e6),
        fmt::format("give a larger cell or fewer {}, for {:.0f} million at most", fewer,
                    most / 1e6));
}

void check_output_cells(const World& world, const Scenario& scenario)
{
    check_cells(world, scenario.output.cell_m, scenario.output.years.size(), "output.years");
}

Cells cells_of(const World& world, double cell_m)
{
    std::vector<geo::MultiPolygon> shapes;
    for (const auto& subregion : world.subregions)
        shapes.push_back(subregion.shape);
    const auto frame = geo::frame_around(extent_of(world), cell_m);
    return {frame, io::rasterise(shapes, frame)};
}

namespace {

std::string band_name(std::string_view what, int year)
{
    return fmt::format("{} {}", what, year);
}

/// As the dictionary has it.
std::string unit_of(std::string_view what, Profession p)
{
    return table_entry(fmt::format("{}_{}.tif", what, name_of(p))).columns.front().unit;
}

Bands shortage_bands(const Cells& cells, const World& world, const Ensemble& ensemble,
                     const std::vector<int>& years, Profession p)
{
    Bands bands;
    std::vector<float> of_area(world.subregions.size());
    for (const int year : years) {
        const auto time = ensemble.time_of_year(year);
        for (const SubregionId id : world.subregions.ids()) {
            const auto& own = ensemble.subregions;
            const auto region = world.subregions[id].region.index();
            const bool has_need = own.at(time, id.index(), p, Figure::need).mean > 0;
            const auto& s = has_need ? own.at(time, id.index(), p, Figure::shortage)
                                     : ensemble.regions.at(time, region, p, Figure::shortage);
            of_area[id.index()] = static_cast<float>(s.mean);
        }
        bands.push_back({band_name("shortage", year), cells.subregion.unaryExpr([&](int area) {
                             return area < 0 ? no_data : of_area[static_cast<std::size_t>(area)];
                         }),
                         unit_of("shortage", p)});
    }
    return bands;
}

/// A cell lies in the zone of the nearest settlement of its subregion.
geo::Raster<int> zones_of_cells(const Cells& cells, const World& world)
{
    if (world.roads.empty()) return {};
    IdVector<SubregionId, std::vector<geo::ZonedPoint>> members(world.subregions.size());
    for (const SettlementId s : world.settlements.ids())
        members[world.settlements[s].subregion].push_back(world.zoned(s));
    geo::Raster<int> zones = geo::Raster<int>::Zero(cells.frame.rows, cells.frame.cols);
    for (int row = 0; row < cells.frame.rows; ++row) {
        for (int col = 0; col < cells.frame.cols; ++col) {
            const int subregion = cells.subregion(row, col);
            if (subregion < 0) continue;
            const geo::Point at = cells.frame.centre(row, col);
            const auto& near = members[SubregionId::at(static_cast<std::size_t>(subregion))];
            const auto closest =
                std::min_element(near.begin(), near.end(), [at](const auto& a, const auto& b) {
                    return geo::squared_distance(at, a.at) < geo::squared_distance(at, b.at);
                });
            zones(row, col) =
                static_cast<int>(closest == near.end() ? world.zoned(at).zone : closest->zone);
        }
    }
    return zones;
}

Bands access_bands(const Cells& cells, const CellZones& zones, const YearlyAccess& access,
                   Profession p)
{
    auto values = access_of_cells(cells.frame, zones, access.sites[p], access.site_ratio[p],
                                  geo::e2sfca_bands(), access_people);
    Bands bands;
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = (cells.subregion < 0).select(no_data, values[i]);
        bands.push_back(
            {band_name("access", access.years[i]), std::move(values[i]), unit_of("access", p)});
    }
    return bands;
}

}  // namespace

RunRasters::RunRasters(const World& world, const Scenario& scenario, const Ensemble& ensemble,
                       const YearlyAccess& access, const RunFacts& facts)
    : world_(world),
      ensemble_(ensemble),
      access_(access),
      cells_(cells_of(world, scenario.output.cell_m)),
      factors_(world.zone_factors()),
      zones_{factors_, zones_of_cells(cells_, world)},
      labels_(labels_of(scenario, ensemble, facts))
{
}

io::NamedBytes RunRasters::shortage(Profession p) const
{
    return file("shortage", p, shortage_bands(cells_, world_, ensemble_, access_.years, p));
}

io::NamedBytes RunRasters::access(Profession p) const
{
    return file("access", p, access_bands(cells_, zones_, access_, p));
}

io::NamedBytes RunRasters::file(std::string_view what, Profession p,
                                std::span<const io::RasterBand> bands) const
{
    return {fmt::format("{}_{}.tif", what, name_of(p)),
            io::make_cog(bands, cells_.frame, no_data, "EPSG:28992", labels_)};
}

int RunRasters::at_once() const
{
    constexpr double together = 4e7;  // cells in hand; three copies of 4 bytes each
    const double each =
        static_cast<double>(cells_.subregion.size()) * static_cast<double>(access_.years.size());
    return static_cast<int>(std::clamp(together / std::max(each, 1.0), 1.0, 1000.0));
}

}  // namespace mgz
