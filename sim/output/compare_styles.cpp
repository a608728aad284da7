// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/compare_styles.h"

#include <fmt/format.h>

#include <map>

#include "sim/output/compare_dictionary.h"
#include "sim/output/compare_lookup.h"
#include "sim/output/labels.h"

namespace mgz {

namespace io = geo::io;
using qgis::LayerStyle;
using qgis::Rule;

static const qgis::NumberText as_points{100, "", true};

namespace {

bool is_share(const ShownEffect& shown)
{
    return shown.unit == "share";
}

qgis::NumberText text_of(const ShownEffect& shown)
{
    return is_share(shown) ? as_points : qgis::NumberText{1, "", true};
}

/// "Shortage of GPs"
std::string what_of(const ShownEffect& shown)
{
    if (shown.indicator == indicators::shortage)
        return fmt::format("Shortage of {}", people_of(shown.profession));
    if (shown.indicator == indicators::access)
        return fmt::format("Access to {}", people_of(shown.profession));
    return "Load of duty";
}

/// From all scenarios, years and areas; of shortages and access from all professions too.
Classes classes_of(const Comparison& comparison, const ShownEffect& shown)
{
    std::vector<double> effects;
    for (const auto& scenario : comparison.scenarios) {
        for (const Effect& e : scenario.effects) {
            const EffectKey& key = comparison.keys[e.key];
            if (key.level != Level::country && key.indicator->id == shown.indicator)
                effects.push_back(e.median);
        }
    }
    return effect_classes(shown.unit, effects);
}

/// Classes at the bottom, then the hatch, then the rim of what is certain.
std::vector<Rule> effect_rules(const ShownEffect& shown, const Classes& classes)
{
    auto steps = qgis::steps_of(classes, text_of(shown));
    const auto* unit = is_share(shown) ? " points" : "";
    steps.front().label += fmt::format("{}: better", unit);
    steps.back().label += fmt::format("{}: worse", unit);
    auto rules = qgis::rules_of({"effect_" + shown.name, std::move(steps)});
    const auto certain = "certain_" + shown.name;
    rules.push_back({"Uncertain: the 90% interval holds zero",
                     {{certain, std::string("uncertain")}},
                     qgis::hatch(uncertain_hatch)});
    rules.push_back(
        {"Certainly better", {{certain, std::string("better")}}, qgis::outline(certain_outline)});
    rules.push_back(
        {"Certainly worse", {{certain, std::string("worse")}}, qgis::outline(certain_outline)});
    return rules;
}

/// Name and effect, in bold where it is certain; of uncertain areas nothing.
qgis::Labels effect_labels(const ShownEffect& shown, bool fine)
{
    return {fmt::format("CASE WHEN {} <> 'uncertain' THEN {} || '\\n' || {} END",
                        qgis::column("certain_" + shown.name), qgis::column("name"),
                        qgis::number_of("effect_" + shown.name, text_of(shown))),
            fine ? 6.5 : 7.5, true};
}

LayerStyle effect_style(const TableEntry& entry, const ShownEffect& shown)
{
    LayerStyle style;
    style.name = what_of(shown);
    style.description = fmt::format(
        "Effect in {}: above 0 is better than in the reference; median over the "
        "replicates. Hatched where its sign is uncertain.",
        is_share(shown) ? "percentage points" : shown.unit);
    style.labels = effect_labels(shown, entry.layer.starts_with("sub"));
    for (const auto& column : entry.columns) {
        if (column.type == io::ColumnType::date) style.date_column = column.name;
    }
    style.aliases = aliases_of(entry);
    return style;
}

/// What all styles of a comparison need.
class Styles {
public:
    explicit Styles(const Comparison& comparison) : comparison_(comparison)
    {
        for (const auto& shown : shown_effects(Level::region)) {
            if (!classes_.contains(shown.indicator))
                classes_[shown.indicator] = classes_of(comparison, shown);
        }
    }

    const Classes& classes(std::string_view indicator) const { return classes_.at(indicator); }

    /// Of the features of one scenario.
    LayerStyle of_scenario(const char* layer, const ShownEffect& shown) const
    {
        auto style = effect_style(comparison_entry(difference_file, layer), shown);
        style.drawing = qgis::Rules{effect_rules(shown, classes(shown.indicator))};
        return style;
    }

    /// Of a layer with all scenarios.
    LayerStyle of_all(const char* layer, const ShownEffect& shown) const
    {
        auto style = effect_style(comparison_entry(difference_file, layer), shown);
        const auto rules = effect_rules(shown, classes(shown.indicator));
        style.drawing = qgis::Rules{under_scenarios(rules)};
        return style;
    }

    LayerStyle of_verdicts() const
    {
        LayerStyle style;
        style.name = "How far three measures agree";
        style.description =
            "Largest less smallest of a region's ranks by FTE over need, access and the score of "
            "shortage areas.";
        std::vector<double> spreads;
        for (const Verdict& v : comparison_.reference_verdicts)
            spreads.push_back(v.rank_spread());
        style.drawing =
            qgis::Graduated{"rank_spread", qgis::steps_of(level_classes("1", false, spreads), {})};
        style.labels = qgis::Labels{
            fmt::format("{} || '\\n' || {} || ' / ' || {} || ' / ' || {}", qgis::column("name"),
                        qgis::number_of("fte_rank", {}, 0), qgis::number_of("access_rank", {}, 0),
                        qgis::number_of("hpsa_rank", {}, 0)),
            7};
        style.aliases = aliases_of(comparison_entry(difference_file, "region_verdicts"));
        return style;
    }

    /// Verdicts of all scenarios and professions in one layer.
    LayerStyle of_all_verdicts() const
    {
        auto style = of_verdicts();
        const auto rules = qgis::rules_of(std::get<qgis::Graduated>(style.drawing));
        qgis::Rules all;
        for (const auto& [name, title] : names()) {
            for (const Profession p : all_professions) {
                all.rules.push_back({fmt::format("{}: {}", title, people_of(name_of(p))),
                                     {{"scenario", name}, {"profession", std::string(name_of(p))}},
                                     {},
                                     rules,
                                     all.rules.empty()});
            }
        }
        style.drawing = std::move(all);
        return style;
    }

    LayerStyle of_centres() const
    {
        return centre_style(comparison_entry(difference_file, "training_centres"));
    }

    qgis::RasterStyle of_raster(int band) const
    {
        return {band, classes(indicators::shortage), as_points};
    }

    /// Names and titles, the reference first.
    std::vector<std::pair<std::string, std::string>> names() const
    {
        std::vector<std::pair<std::string, std::string>> all{
            {comparison_.reference, comparison_.reference_title}};
        for (const auto& scenario : comparison_.scenarios)
            all.emplace_back(scenario.name, scenario.title);
        return all;
    }

private:
    std::vector<Rule> under_scenarios(const std::vector<Rule>& rules) const
    {
        std::vector<Rule> all;
        for (const auto& scenario : comparison_.scenarios)
            all.push_back({scenario.title, {{"scenario", scenario.name}}, {}, rules, all.empty()});
        return all;
    }

    const Comparison& comparison_;
    std::map<std::string_view, Classes> classes_;  ///< by indicator
};

using Layers = std::vector<qgis::ProjectLayer>;

/// "Regions: shortage of GPs"
std::string layer_name(const char* areas, const ShownEffect& shown)
{
    auto what = what_of(shown);
    what[0] = static_cast<char>(what[0] - 'A' + 'a');
    return fmt::format("{}: {}", areas, what);
}

Layers scenario_layers(const Styles& styles, const std::string& name)
{
    Layers all;
    const auto add = [&](const char* what, const char* layer, const ShownEffect& shown) {
        all.push_back({layer_name(what, shown),
                       difference_file,
                       layer,
                       styles.of_scenario(layer, shown),
                       {{"scenario", name}}});
    };
    for (const auto& shown : shown_effects(Level::region))
        add("Regions", "region_differences", shown);
    for (const auto& shown : shown_effects(Level::subregion))
        add("Subregions", "subregion_differences", shown);
    for (const auto& shown : shown_effects(Level::subregion))  // shortages only
        add("Year by year", "region_difference_years", shown);
    all.front().shown = true;
    return all;
}

Layers verdict_layers(const Styles& styles)
{
    Layers all;
    for (const auto& [name, title] : styles.names()) {
        for (const Profession p : all_professions) {
            all.push_back({fmt::format("{}: {}", title, people_of(name_of(p))),
                           difference_file,
                           "region_verdicts",
                           styles.of_verdicts(),
                           {{"scenario", name}, {"profession", std::string(name_of(p))}}});
        }
    }
    all.front().shown = true;
    return all;
}

std::string raster_name(std::string_view profession)
{
    return fmt::format("difference_{}", profession);
}

}  // namespace

std::vector<io::StoredStyle> comparison_styles(const Comparison& comparison)
{
    const Styles styles(comparison);
    std::vector<io::StoredStyle> all;
    const std::pair<const char*, Level> layers[] = {{"region_differences", Level::region},
                                                    {"subregion_differences", Level::subregion},
                                                    {"region_difference_years", Level::subregion}};
    for (const auto& [layer, level] : layers) {
        bool first = true;
        for (const auto& shown : shown_effects(level)) {
            all.push_back(stored(styles.of_all(layer, shown), layer, first));
            first = false;
        }
    }
    all.push_back(stored(styles.of_all_verdicts(), "region_verdicts", true));
    all.push_back(stored(styles.of_centres(), "training_centres", true));
    return all;
}

std::vector<NamedText> comparison_style_files(const World& world, const Comparison& comparison,
                                              const CompareFacts& facts)
{
    const Styles styles(comparison);
    qgis::Project project;
    project.title =
        fmt::format("Compared with {}, {}", comparison.reference_title, comparison.year);
    project.note = fmt::format("{} Above 0 is better than in the reference; hatched: uncertain.",
                               simulated_note);
    project.attribution = attribution_of(facts);
    project.extent = extent_of(world);
    if (!comparison.years.empty())
        project.years = {comparison.years.front(), comparison.years.back()};
    project.groups.push_back(
        {"Places",
         {{"Training centres", difference_file, "training_centres", styles.of_centres(), {}, true}},
         true,
         false});
    for (std::size_t s = 0; s < comparison.scenarios.size(); ++s) {
        const auto& scenario = comparison.scenarios[s];
        auto layers = scenario_layers(styles, scenario.name);
        for (const auto p : compared_professions) {
            layers.push_back({fmt::format("Raster: shortage of {}", people_of(p)),
                              raster_name(p) + ".tif", "",
                              styles.of_raster(static_cast<int>(3 * s) + 1)});
        }
        project.groups.push_back({scenario.title, std::move(layers), s == 0, true});
    }
    project.groups.push_back(
        {"Do measures agree? Ranks by FTE, access and score", verdict_layers(styles), false, true});
    std::vector<NamedText> files{{"difference.qgs", qgis::project_text(project)}};
    for (const auto p : compared_professions)
        files.push_back({raster_name(p) + ".qml", qgis::qml(styles.of_raster(1))});
    return files;
}

}  // namespace mgz
