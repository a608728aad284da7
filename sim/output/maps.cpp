// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/maps.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "sim/output/labels.h"
#include "sim/output/layer_table.h"
#include "sim/output/map_styles.h"
#include "sim/output/recorded.h"
#include "sim/score/shortage.h"

namespace mgz {

namespace io = geo::io;

IdVector<RegionId, double> region_inhabitants(const World& world)
{
    IdVector<RegionId, double> people(world.regions.size(), 0.0);
    for (const auto& s : world.settlements)
        people[s.region] += s.inhabitants();
    return people;
}

IdVector<SubregionId, double> subregion_inhabitants(const World& world)
{
    IdVector<SubregionId, double> people(world.subregions.size(), 0.0);
    for (const auto& s : world.settlements)
        people[s.subregion] += s.inhabitants();
    return people;
}

/// Rank of each area, 1 where shortage is largest; equals in order of code.
static std::vector<int> ranks_of(const AreaEnsemble& figures, std::size_t time)
{
    std::vector<std::size_t> order(figures.areas());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return figures.shortage(time, a).mean > figures.shortage(time, b).mean;
    });
    std::vector<int> ranks(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        ranks[order[i]] = static_cast<int>(i) + 1;
    return ranks;
}

static void set_figures(LayerTable& layer, const AreaEnsemble& figures, std::size_t time,
                        std::size_t area)
{
    for (const Profession p : all_professions) {
        for (const Figure f : map_figures) {
            const auto& s = figures.at(time, area, p, f);
            const auto name = wide_name(f, p);
            layer.set(name, s.mean);
            if (f != Figure::shortage) continue;
            layer.set(name + "_p05", s.p05);
            layer.set(name + "_p95", s.p95);
        }
    }
    const auto& s = figures.shortage(time, area);
    layer.set("shortage", s.mean);
    layer.set("shortage_p05", s.p05);
    layer.set("shortage_p95", s.p95);
    layer.set("class", shortage_class_names[static_cast<std::size_t>(class_of(s.mean))]);
}

namespace {

/// What a layer of areas needs, whether they are regions or subregions.
template <class Id, class Area>
struct AreaSource {
    const IdVector<Id, Area>& areas;
    const AreaEnsemble& figures;
    IdVector<Id, double> population;
};

AreaSource<RegionId, Region> regions_of(const World& world, const Ensemble& ensemble)
{
    return {world.regions, ensemble.regions, region_inhabitants(world)};
}

AreaSource<SubregionId, Subregion> subregions_of(const World& world, const Ensemble& ensemble)
{
    return {world.subregions, ensemble.subregions, subregion_inhabitants(world)};
}

void set_parent(LayerTable&, const World&, const Region&) {}
void set_parent(LayerTable& layer, const World& world, const Subregion& subregion)
{
    layer.set("region", world.regions[subregion.region].code);
}

/// One feature per area and year.
template <class Source>
io::Layer area_layer(const TableEntry& entry, const World& world, const Source& source,
                     const Ensemble& ensemble, const std::vector<int>& years)
{
    const bool dated =
        entry.columns.end() != std::find_if(entry.columns.begin(), entry.columns.end(),
                                            [](const ColumnEntry& c) { return c.name == "date"; });
    LayerTable layer(entry, io::GeometryKind::polygon);
    for (const int year : years) {
        const auto time = ensemble.time_of_year(year);
        const auto ranks = ranks_of(source.figures, time);
        for (const auto id : source.areas.ids()) {
            const auto& area = source.areas[id];
            layer.add(area.shape);
            layer.set("code", area.code);
            layer.set("name", area.name);
            set_parent(layer, world, area);
            layer.set("year", year);
            if (dated) layer.set("date", fmt::format("{}-12-31", year));
            layer.set("population", source.population[id]);
            set_figures(layer, source.figures, time, id.index());
            layer.set("rank", ranks[id.index()]);
        }
    }
    return layer.take();
}

io::Layer settlement_layer(const World& world, const YearlyAccess& access, int year)
{
    LayerTable layer(table_entry(shortage_file, "settlements"), io::GeometryKind::point);
    const auto time = access.index_of_year(year);
    for (const SettlementId id : world.settlements.ids()) {
        const auto& s = world.settlements[id];
        layer.add(s.at);
        layer.set("code", s.code);
        layer.set("name", s.name);
        layer.set("subregion", world.subregions[s.subregion].code);
        layer.set("region", world.regions[s.region].code);
        layer.set("year", year);
        layer.set("population", s.inhabitants());
        for (const Profession p : all_professions) {
            const auto& values = access.settlements[p][time];
            layer.set(fmt::format("access_{}", name_of(p)),
                      access_people * values[static_cast<Eigen::Index>(id.index())]);
        }
    }
    return layer.take();
}

io::Layer employer_layer(const World& world, const Ensemble& ensemble, int year)
{
    LayerTable layer(table_entry(shortage_file, "employers"), io::GeometryKind::point);
    const auto& means = employers_of_year(ensemble, year);
    for (const EmployerId id : world.employers.ids()) {
        const auto& e = world.employers[id];
        const auto& m = means[id];
        const auto& place = world.settlements[e.at];
        layer.add(place.at);
        layer.set("code", e.code);
        layer.set("kind", name_of(e.kind));
        layer.set("settlement", place.code);
        layer.set("subregion", world.subregions[e.subregion].code);
        layer.set("region", world.regions[e.region].code);
        layer.set("year", year);
        layer.set("need", m.need);
        layer.set("fte", m.delivered);
        layer.set("staff", m.staff);
        layer.set("heads", m.heads);
        if (m.need > 0) layer.set("short", std::clamp(1 - m.delivered / m.need, 0.0, 1.0));
    }
    return layer.take();
}

}  // namespace

io::Layer centre_layer(const World& world, const TableEntry& entry, int year)
{
    LayerTable layer(entry, io::GeometryKind::point);
    for (const auto& c : world.centres) {
        layer.add(c.at);
        layer.set("code", c.code);
        layer.set("name", c.name);
        layer.set("profession", name_of(c.profession));
        if (!c.parent.empty()) layer.set("parent", c.parent);
        layer.set("share", c.share);
        if (c.from_year) layer.set("from_year", *c.from_year);
        if (c.to_year) layer.set("to_year", *c.to_year);
        layer.set("open", c.open_in(year) ? 1 : 0);
    }
    return layer.take();
}

geo::io::Bytes shortage_gpkg(const World& world, const Scenario& scenario, const Ensemble& ensemble,
                             const YearlyAccess& access, const RunFacts& facts)
{
    const int year = scenario.output.map_year;
    const auto all_years = recorded_years(ensemble);
    const auto regions = regions_of(world, ensemble);
    const auto subregions = subregions_of(world, ensemble);
    const auto areas = [&](const char* name, const auto& source, const std::vector<int>& years) {
        return area_layer(table_entry(shortage_file, name), world, source, ensemble, years);
    };
    const std::array<io::Layer, 7> layers{
        // no list of a vector: that would copy them
        areas("regions", regions, {year}),
        areas("subregions", subregions, {year}),
        settlement_layer(world, access, year),
        employer_layer(world, ensemble, year),
        centre_layer(world, table_entry(shortage_file, "training_centres"), year),
        areas("region_years", regions, all_years),
        areas("subregion_years", subregions, all_years),
    };
    io::GpkgOptions options;
    options.styles = run_styles(access);
    options.metadata = labels_of(scenario, ensemble, facts);
    options.metadata.emplace_back("COLUMNS", "explained in dictionary.csv");
    for (const auto& layer : layers) {
        options.metadata.emplace_back("COLUMNS_" + layer.name,
                                      short_form(table_entry(shortage_file, layer.name)));
    }
    return io::make_gpkg(layers, options);
}

geo::io::Bytes shortage_geojson(const World& world, const Scenario& scenario,
                                const Ensemble& ensemble)
{
    return io::make_geojson(area_layer(table_entry("shortage.geojson"), world,
                                       regions_of(world, ensemble), ensemble,
                                       {scenario.output.map_year}));
}

}  // namespace mgz
