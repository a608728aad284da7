// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "geo/check.h"
#include "geo/io/layer_io.h"
#include "sim/input/world_input.h"

namespace mgz {

namespace io = geo::io;

/// The settlements in any of the polygons.
static std::vector<SettlementId> settlements_in(const io::Layer& layer, const World& world)
{
    std::vector<geo::Box> boxes;
    for (const auto& feature : layer.features)
        boxes.push_back(geo::bounds(std::get<geo::MultiPolygon>(feature.geometry)));
    const auto inside = [&](geo::Point p) {
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            const auto& b = boxes[i];
            if (p.x < b.min_x || p.x > b.max_x || p.y < b.min_y || p.y > b.max_y) continue;
            if (geo::contains(std::get<geo::MultiPolygon>(layer.features[i].geometry), p)) {
                return true;
            }
        }
        return false;
    };
    std::vector<SettlementId> found;
    for (const SettlementId s : world.settlements.ids()) {
        if (inside(world.settlements[s].at)) found.push_back(s);
    }
    return found;
}

void read_areas(const Scenario& scenario, World& world, InputReport& report)
{
    for (const auto& intervention : scenario.interventions) {
        if (intervention.area.empty() || world.areas.contains(intervention.area)) continue;
        io::Source request;
        request.where = intervention.area;
        const auto read = io::read_layer(request);
        report.repaired += read.repaired;
        auto places = settlements_in(read.layer, world);
        if (places.empty()) {
            throw geo::InputError(
                intervention.origin,
                fmt::format("no settlement lies in the area {}", intervention.area),
                fmt::format("draw polygons around points of {}, or name codes with where",
                            scenario.geography.settlements.where));
        }
        world.areas.emplace(intervention.area, std::move(places));
    }
}

}  // namespace mgz
