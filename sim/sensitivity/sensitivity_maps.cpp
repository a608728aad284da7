// SPDX-License-Identifier: EUPL-1.2
#include "sim/sensitivity/sensitivity_maps.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/check.h"
#include "sim/output/layer_table.h"
#include "sim/sensitivity/sensitivity_dictionary.h"
#include "sim/sensitivity/sensitivity_styles.h"
#include "sim/sensitivity/sensitivity_tables.h"

namespace mgz {

namespace io = geo::io;

namespace {

struct Source {
    const World& world;
    const SweepTable& table;
    const Findings& findings;
    const std::vector<TableEntry>& dictionary;

    const TableEntry& entry(const char* layer) const
    {
        return table_entry(dictionary, sensitivity_gpkg_name, layer);
    }
};

/// One feature per outcome of a region, filled by `fill`(layer, indices).
template <class Fill>
io::Layer region_layer(const Source& source, const char* name, const Fill& fill)
{
    LayerTable layer(source.entry(name), io::GeometryKind::polygon);
    for (const QuantityIndices& indices : source.findings.indices) {
        const KeptQuantity& q = source.table.quantities[indices.quantity];
        if (q.level != Level::region) continue;
        const auto& region = source.world.regions[RegionId::at(q.area)];
        expects(region.code == q.code);
        layer.add(region.shape);
        layer.set("policy", policy_name(source.table.study, indices.policy));
        layer.set("year", q.year);
        layer.set("code", region.code);
        layer.set("name", region.name);
        layer.set("profession", q.profession);
        layer.set("indicator", q.indicator);
        fill(layer, indices);
    }
    return layer.take();
}

void set_drivers(LayerTable& layer, const Findings& findings, const QuantityIndices& indices)
{
    layer.set("state", name_of(indices.state));
    if (indices.state == IndexState::too_few) return;
    layer.set("mean", indices.mean);
    layer.set("sd", indices.sd);
    if (indices.state == IndexState::constant) return;
    const auto order = indices.ranked();
    const DriverIndex& strongest = indices.drivers[order[0]];
    layer.set("strongest", findings.drivers[order[0]]);
    layer.set("index", strongest.strength);
    layer.set("index_low", strongest.strength_interval.low);
    layer.set("index_high", strongest.strength_interval.high);
    layer.set("certain", is_clear(indices) ? "yes" : "no");
    if (const auto alone = indices.first_sum()) layer.set("alone", *alone);
    if (order.size() < 2) return;
    layer.set("second", findings.drivers[order[1]]);
    layer.set("second_index", indices.drivers[order[1]].strength);
}

void set_indices(LayerTable& layer, const std::vector<std::string>& names,
                 const QuantityIndices& indices, bool sobol)
{
    for (std::size_t d = 0; d < indices.drivers.size(); ++d) {
        const DriverIndex& driver = indices.drivers[d];
        const auto set = [&](const char* what, std::optional<double> value) {
            if (value) layer.set(fmt::format("{}_{}", what, names[d]), *value);
        };
        set("first", driver.first);
        set(sobol ? "total" : "mu_star", driver.strength);
        set("mu", driver.mu);
        set("sigma", driver.sigma);
    }
}

/// Place of the driver that a factor belongs to.
std::size_t driver_of(const Source& source, std::size_t factor)
{
    const auto& group = source.table.design.group;
    return group.empty() ? factor : static_cast<std::size_t>(group[factor]);
}

io::Layer factors_table(const Source& source, const std::vector<std::string>& names)
{
    LayerTable layer(source.entry("factors"), io::GeometryKind::none);
    const auto& factors = source.table.study.factors;
    for (std::size_t f = 0; f < factors.size(); ++f) {
        const FactorFacts facts = facts_of(factors[f]);
        layer.add({});
        layer.set("number", static_cast<int>(f) + 1);
        layer.set("name", factors[f].name);
        layer.set("driver", source.findings.drivers[driver_of(source, f)]);
        layer.set("column", names[driver_of(source, f)]);
        layer.set("key", factors[f].key);
        layer.set("unit", factors[f].unit);
        layer.set("range", facts.range);
        layer.set("meaning", factors[f].meaning);
        layer.set("basis", facts.basis);
        layer.set("source", facts.source);
    }
    return layer.take();
}

}  // namespace

geo::io::Bytes sensitivity_gpkg(const World& world, const SweepTable& table,
                                const Findings& findings, const std::vector<TableEntry>& dictionary,
                                const Labels& labels)
{
    const Source source{world, table, findings, dictionary};
    const auto names = column_names_of(findings.drivers);
    const bool sobol = table.design.kind == DesignKind::saltelli;
    const std::vector<io::Layer> layers{
        region_layer(source, "region_drivers",
                     [&](LayerTable& layer, const QuantityIndices& indices) {
                         set_drivers(layer, findings, indices);
                     }),
        region_layer(source, "region_indices",
                     [&](LayerTable& layer, const QuantityIndices& indices) {
                         set_indices(layer, names, indices, sobol);
                     }),
        factors_table(source, names),
    };
    io::GpkgOptions options;
    options.styles = sensitivity_styles(table, findings, dictionary);
    options.metadata = labels;
    options.metadata.emplace_back("COLUMNS", "explained in dictionary.csv");
    for (const auto& layer : layers) {
        options.metadata.emplace_back("COLUMNS_" + layer.name,
                                      short_form(source.entry(layer.name.c_str())));
    }
    return io::make_gpkg(layers, options);
}

}  // namespace mgz
