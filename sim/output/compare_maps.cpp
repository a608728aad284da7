// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/compare_maps.h"

#include <fmt/format.h>

#include "sim/output/compare_dictionary.h"
#include "sim/output/compare_lookup.h"
#include "sim/output/compare_styles.h"
#include "sim/output/labels.h"
#include "sim/output/layer_table.h"
#include "sim/output/manifest.h"
#include "sim/output/maps.h"
#include "sim/output/program_version.h"

namespace mgz {

namespace io = geo::io;

namespace {

void set_effect(LayerTable& layer, const ShownEffect& shown, const Effect& e)
{
    layer.set("effect_" + shown.name, e.median);
    layer.set("p05_" + shown.name, e.p05);
    layer.set("p95_" + shown.name, e.p95);
    layer.set("probability_" + shown.name, e.improved);
    layer.set("certain_" + shown.name, side_of(e));
    if (e.rank_change) layer.set("rank_change_" + shown.name, *e.rank_change);
}

void set_place(LayerTable& layer, const World&, const Region& region, double people)
{
    layer.set("code", region.code);
    layer.set("name", region.name);
    layer.set("population", people);
}

void set_place(LayerTable& layer, const World& world, const Subregion& subregion, double people)
{
    layer.set("code", subregion.code);
    layer.set("name", subregion.name);
    layer.set("region", world.regions[subregion.region].code);
    layer.set("population", people);
}

/// One feature per scenario, year and area.
template <class Areas, class People>
io::Layer difference_layer(const World& world, const char* name, Level level, const Areas& areas,
                           const People& people, const Comparison& comparison,
                           const EffectIndex& effects, const std::vector<int>& years, bool dated)
{
    LayerTable layer(comparison_entry(difference_file, name), io::GeometryKind::polygon);
    for (std::size_t s = 0; s < comparison.scenarios.size(); ++s) {
        for (const int year : years) {
            for (const auto id : areas.ids()) {
                const auto& area = areas[id];
                layer.add(area.shape);
                layer.set("scenario", comparison.scenarios[s].name);
                layer.set("year", year);
                if (dated) layer.set("date", fmt::format("{}-12-31", year));
                set_place(layer, world, area, people[id]);
                for (const auto& shown : shown_effects(level)) {
                    const auto key =
                        effects.key(level, id.index(), shown.profession, shown.indicator);
                    if (const Effect* e = effects.find(s, key, year)) set_effect(layer, shown, *e);
                }
            }
        }
    }
    return layer.take();
}

io::Layer verdict_layer(const World& world, const Comparison& comparison)
{
    LayerTable layer(comparison_entry(difference_file, "region_verdicts"),
                     io::GeometryKind::polygon);
    each_verdict(comparison, [&](const std::string& scenario, const Verdict& v,
                                 const std::optional<RankChanges>& changes) {
        if (v.year != comparison.year) return;
        const auto& region = world.regions[v.region];
        layer.add(region.shape);
        layer.set("scenario", scenario);
        layer.set("year", v.year);
        layer.set("code", region.code);
        layer.set("name", region.name);
        layer.set("profession", name_of(v.profession));
        layer.set("fte_ratio", v.fte_ratio);
        layer.set("access", v.access);
        layer.set("hpsa", v.hpsa);
        layer.set("fte_rank", v.fte_rank);
        layer.set("access_rank", v.access_rank);
        layer.set("hpsa_rank", v.hpsa_rank);
        layer.set("rank_spread", v.rank_spread());
        if (!changes) return;
        layer.set("fte_rank_change", changes->fte);
        layer.set("access_rank_change", changes->access);
        layer.set("hpsa_rank_change", changes->hpsa);
    });
    return layer.take();
}

}  // namespace

std::vector<std::pair<std::string, std::string>> labels_of(const Comparison& comparison,
                                                           const CompareFacts& facts)
{
    std::string names;
    for (const auto& scenario : comparison.scenarios)
        names += fmt::format("{}{}", names.empty() ? "" : ", ", scenario.name);
    std::vector<std::pair<std::string, std::string>> labels{
        {"MGZ_VERSION", std::string(program_version())},
        {"REFERENCE", comparison.reference},
        {"SCENARIOS", names},
        {"SEED", std::to_string(facts.seed)},
        {"REPLICATES", std::to_string(comparison.replicates)},
        {"YEAR", std::to_string(comparison.year)},
        {"CASE_SHA256", case_sha256(facts)},
        {"SIGN", "above 0: better than in the reference"},
        {"NOTE", std::string(simulated_note)},
    };
    const auto attribution = attribution_of(facts);
    if (!attribution.empty()) labels.emplace_back("ATTRIBUTION", attribution);
    return labels;
}

geo::io::Bytes difference_gpkg(const World& world, const Comparison& comparison,
                               const CompareFacts& facts)
{
    const EffectIndex effects(comparison);
    const std::vector<int> year{comparison.year};
    const auto people = region_inhabitants(world);
    const std::vector<io::Layer> layers{
        difference_layer(world, "region_differences", Level::region, world.regions, people,
                         comparison, effects, year, false),
        difference_layer(world, "subregion_differences", Level::subregion, world.subregions,
                         subregion_inhabitants(world), comparison, effects, year, false),
        difference_layer(world, "region_difference_years", Level::region, world.regions, people,
                         comparison, effects, comparison.years, true),
        verdict_layer(world, comparison),
        centre_layer(world, comparison_entry(difference_file, "training_centres"), comparison.year),
    };
    io::GpkgOptions options;
    options.styles = comparison_styles(comparison);
    options.metadata = labels_of(comparison, facts);
    options.metadata.emplace_back("COLUMNS", "explained in dictionary.csv");
    for (const auto& layer : layers) {
        options.metadata.emplace_back("COLUMNS_" + layer.name,
                                      short_form(comparison_entry(difference_file, layer.name)));
    }
    return io::make_gpkg(layers, options);
}

}  // namespace mgz
