// SPDX-License-Identifier: EUPL-1.2
// What scenarios change, as cells.
#include <fmt/format.h>

#include <algorithm>

#include "geo/io/raster_io.h"
#include "sim/output/cells.h"
#include "sim/output/compare_dictionary.h"
#include "sim/output/compare_lookup.h"
#include "sim/output/compare_maps.h"
#include "sim/output/rasters.h"

namespace mgz {

namespace io = geo::io;
using Bands = std::vector<io::RasterBand>;

namespace {

/// Probability that the effect has the sign of its median.
double certainty_of(const Effect& e)
{
    const double same_sign = e.median > 0 ? e.improved : e.median < 0 ? 1 - e.improved : 0.5;
    return std::clamp(same_sign, 0.5, 1.0);
}

/// One number per subregion, drawn on its cells.
template <class Number>
io::RasterBand band(std::string name, std::string unit, const Cells& cells,
                    const std::vector<const Effect*>& effects, Number number)
{
    std::vector<float> of_area;
    for (const Effect* e : effects)
        of_area.push_back(e ? static_cast<float>(number(*e)) : no_data);
    return {std::move(name), cells.subregion.unaryExpr([&](int area) {
                return area < 0 ? no_data : of_area[static_cast<std::size_t>(area)];
            }),
            std::move(unit)};
}

Bands difference_bands(const World& world, const Comparison& comparison, const EffectIndex& index,
                       const Cells& cells, std::string_view profession)
{
    Bands bands;
    const auto& entry = comparison_entry(fmt::format("difference_{}.tif", profession));
    for (std::size_t s = 0; s < comparison.scenarios.size(); ++s) {
        std::vector<const Effect*> effects;
        for (const SubregionId id : world.subregions.ids()) {
            const auto key =
                index.key(Level::subregion, id.index(), profession, indicators::shortage);
            effects.push_back(index.find(s, key, comparison.year));
        }
        const auto add = [&](const char* what, auto number) {
            const auto& unit = entry.columns[bands.size() % entry.columns.size()].unit;
            bands.push_back(band(fmt::format("{}: {}", comparison.scenarios[s].name, what), unit,
                                 cells, effects, number));
        };
        add("effect", [](const Effect& e) { return e.median; });
        add("certainty", certainty_of);
        add("certain", [](const Effect& e) { return !e.certain() ? 0 : e.p05 > 0 ? 1 : -1; });
    }
    return bands;
}

}  // namespace

std::vector<io::NamedBytes> difference_rasters(const World& world, const Scenario& reference,
                                               const Comparison& comparison,
                                               const CompareFacts& facts)
{
    const auto cells = cells_of(world, reference.output.cell_m);
    const auto labels = labels_of(comparison, facts);
    const EffectIndex index(comparison);
    std::vector<io::NamedBytes> files;
    for (const auto profession : compared_professions) {
        const auto bands = difference_bands(world, comparison, index, cells, profession);
        files.push_back({fmt::format("difference_{}.tif", profession),
                         io::make_cog(bands, cells.frame, no_data, "EPSG:28992", labels)});
    }
    return files;
}

}  // namespace mgz
