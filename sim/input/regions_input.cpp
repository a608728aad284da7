// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "geo/check.h"
#include "geo/io/layer_io.h"
#include "geo/text.h"
#include "sim/input/check_figures.h"
#include "sim/input/world_input.h"

namespace mgz {

using geo::InputError;
namespace io = geo::io;

/// Features in order of their first column, which must be filled and unique.
static std::vector<io::Feature> by_code(io::Layer layer, const std::string& where,
                                        const std::string& column)
{
    auto& features = layer.features;
    std::stable_sort(features.begin(), features.end(),
                     [](const io::Feature& a, const io::Feature& b) {
                         return io::text(a.values[0]) < io::text(b.values[0]);
                     });
    for (std::size_t i = 0; i < features.size(); ++i) {
        const auto code = io::text(features[i].values[0]);
        if (code.empty()) {
            throw InputError(where, fmt::format("a feature has no {}", column),
                             "give every feature a code");
        }
        if (i > 0 && code == io::text(features[i - 1].values[0])) {
            throw InputError(where, fmt::format("{} \"{}\" stands twice", column, code),
                             "codes must be unique; dissolve the parts into one feature");
        }
    }
    if (features.empty()) throw InputError(where, "has no features", "give at least one");
    return std::move(features);
}

static double optional_utility(const io::Value& value, const std::string& where,
                               const std::string& column)
{
    if (std::holds_alternative<std::monostate>(value)) return 0;
    return within(io::number(value, where, column), -limits::utility, limits::utility, where,
                  column);
}

static std::map<std::string, RegionId> region_ids(const World& world)
{
    std::map<std::string, RegionId> ids;
    for (const RegionId r : world.regions.ids())
        ids[world.regions[r].code] = r;
    return ids;
}

/// Each region its own subregion.
static void copy_regions(World& world)
{
    for (const RegionId r : world.regions.ids()) {
        const auto& region = world.regions[r];
        world.subregions.push_back({region.code, region.name, r, region.shape, 0, 0});
    }
}

static void read_subregions(const SubregionSource& source, World& world, InputReport& report)
{
    io::Source request;
    request.where = source.where;
    request.columns = {source.code, source.name, source.region};
    request.optional_columns = {source.amenity, source.housing, source.table};
    auto read = io::read_layer(request);
    report.repaired += read.repaired;
    check_count(read.layer.features.size(), limits::subregions, source.where, "subregions");
    const auto ids = region_ids(world);
    for (auto& f : by_code(std::move(read.layer), source.where, source.code)) {
        const auto code = io::text(f.values[0]);
        const auto place = fmt::format("{}, subregion {}", source.where, code);
        const auto region = ids.find(io::text(f.values[2]));
        if (region == ids.end()) {
            throw InputError(
                place, fmt::format("region code \"{}\" is in no boundary", io::text(f.values[2])),
                "use the codes of geography.regions, or set geography.subregions to "
                "\"none\"");
        }
        world.subregions.push_back({code, io::text(f.values[1]), region->second,
                                    std::get<geo::MultiPolygon>(std::move(f.geometry)),
                                    optional_utility(f.values[3], place, source.amenity),
                                    optional_utility(f.values[4], place, source.housing),
                                    optional_utility(f.values[5], place, source.table) != 0});
    }
    std::vector<bool> has(world.regions.size(), false);
    for (const auto& sub : world.subregions)
        has[sub.region.index()] = true;
    for (const RegionId r : world.regions.ids()) {
        if (has[r.index()]) continue;
        throw InputError(source.where,
                         fmt::format("region {} has no subregion", world.regions[r].code),
                         "give every region at least one, or set geography.subregions to \"none\"");
    }
}

void read_regions(const Scenario& scenario, World& world, InputReport& report)
{
    const auto& source = scenario.geography.regions;
    io::Source request;
    request.where = source.where;
    request.columns = {source.code, source.name};
    auto read = io::read_layer(request);
    report.repaired += read.repaired;
    check_count(read.layer.features.size(), limits::regions, source.where, "regions");
    for (auto& f : by_code(std::move(read.layer), source.where, source.code)) {
        world.regions.push_back({io::text(f.values[0]), io::text(f.values[1]),
                                 std::get<geo::MultiPolygon>(std::move(f.geometry))});
    }
    if (scenario.geography.subregions.where == "none") {
        copy_regions(world);
    } else {
        read_subregions(scenario.geography.subregions, world, report);
    }
}

}  // namespace mgz
