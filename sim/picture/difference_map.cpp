// SPDX-License-Identifier: EUPL-1.2
// What scenarios of a comparison change against its reference, and how sure that is.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "geo/check.h"
#include "sim/picture/map_parts.h"

namespace mgz::picture {

using geo::InputError;
using report::FolderKind;

namespace {

constexpr std::size_t usual_effect_labels = 5;

Panel effect_panel(std::vector<Area> areas, const std::map<std::string, Figure>& effects,
                   const Classes& classes, const MapIndicator& indicator, std::size_t labels,
                   const MapWords& words)
{
    Panel panel;
    std::vector<std::optional<double>> ranks;
    for (Area& area : areas) {
        const auto found = effects.find(area.code);
        ranks.push_back({});
        if (found == effects.end() || !std::isfinite(found->second.middle)) continue;
        const Figure& effect = found->second;
        const bool certain = effect.p05 > 0 || effect.p95 < 0;
        area.fill = classes.colour_of(effect.middle);
        area.figure = words.effect(effect.middle, indicator);
        area.outlined = certain;
        area.hatched = !certain;
        // The name of an area whose effect is not clear would make a finding of it.
        if (certain) ranks.back() = std::abs(effect.middle);
    }
    panel.areas = std::move(areas);
    panel.labelled = largest(ranks, labels);
    return panel;
}

void explain(const std::vector<Panel>& panels, const Classes& classes, const MapWords& words,
             Legend& legend)
{
    const auto any = [&](bool Area::*what) {
        return std::any_of(panels.begin(), panels.end(), [&](const Panel& panel) {
            return std::any_of(panel.areas.begin(), panel.areas.end(),
                               [&](const Area& area) { return area.*what; });
        });
    };
    if (any(&Area::hatched)) {
        LegendRow row{std::string(words("not clear: 0 lies within the 90% interval",
                                        "niet duidelijk: 0 ligt binnen het 90%-interval"))};
        row.fill = classes.colour_of(0);
        row.hatched = true;
        legend.rows.push_back(row);
    }
    if (any(&Area::outlined)) {
        LegendRow row{std::string(words("clear: the whole 90% interval is on one side",
                                        "duidelijk: het hele 90%-interval ligt aan één kant"))};
        row.outlined = true;
        legend.rows.push_back(row);
    }
}

Legend effect_legend(const Classes& classes, const MapIndicator& indicator, const MapWords& words)
{
    Legend legend;
    const std::string unit = words.unit(indicator.unit);
    legend.heading =
        indicator.is_share() ? std::string(words("percentage points", "procentpunten")) : unit;
    legend.colours = classes.colours;
    legend.texts = words.class_texts(classes, indicator.is_share(), true);
    legend.ticks = words.tick_texts(classes, indicator.is_share(), true);
    if (indicator.id == "shortage") {
        legend.low_end = words("more shortage", "meer tekort");
        legend.high_end = words("less shortage", "minder tekort");
    } else {
        legend.low_end = words("worse", "slechter");
        legend.high_end = words("better", "beter");
    }
    return legend;
}

std::string subtitle_of(const report::Folder& folder, const ScenarioName& reference,
                        const std::vector<ScenarioName>& shown, const MapIndicator& indicator,
                        const MapWords& words)
{
    const std::string side(indicator.id == "shortage"
                               ? words("above 0 is less shortage", "boven 0 is minder tekort")
                               : words("above 0 is better", "boven 0 is beter"));
    const std::string unit = indicator.is_share()
                                 ? std::string(words("percentage points", "procentpunten"))
                                 : words.unit(indicator.unit);
    std::string text = fmt::format("{}{}{} {}; {}; {} {} {}",
                                   shown.size() == 1 ? shown[0].title + ": " : std::string(), unit,
                                   words(" against", " ten opzichte van"), reference.title, side,
                                   words("simulated, median of", "gesimuleerd, mediaan van"),
                                   replicates_of(folder), words("replicates", "replicaties"));
    return text;
}

}  // namespace

Picture difference_map(const report::Folder& folder, const MapRequest& request)
{
    if (folder.kind != FolderKind::comparison)
        throw InputError(folder.shown, "holds no differences: it is of a run",
                         "give a folder that mgz compare made, or leave --difference out");
    const MapWords words(request.language);
    auto there = scenarios_of(folder);
    const ScenarioName reference = there.front();
    there.erase(there.begin());
    const auto shown = chosen(there, request.scenarios);
    TableForm form{"differences.csv", true, true, true};
    form.middle = "effect_median";
    form.low = "effect_p05";
    form.high = "effect_p95";
    const FigureTable table = read_figures(folder, {form}, request);
    const MapIndicator indicator = indicator_of(folder, request.indicator, words);
    const int year = year_of(folder, request, table.years(), map_year_of(folder));
    std::vector<double> effects;
    for (const auto& [scenario, years] : table.figures)
        if (years.count(year))
            for (const auto& [code, effect] : years.at(year))
                effects.push_back(effect.middle);
    const Classes classes = effect_classes(indicator.unit, effects);

    Picture picture;
    picture.title = words.effect_title(indicator, table.profession, year);
    picture.subtitle = subtitle_of(folder, reference, shown, indicator, words);
    const auto areas = areas_of(folder, request.level);
    const auto labels =
        static_cast<std::size_t>(request.labels.value_or(static_cast<int>(usual_effect_labels)));
    for (const ScenarioName& scenario : shown) {
        std::map<std::string, Figure> of_panel;
        const auto found = table.figures.find(scenario.id);
        if (found != table.figures.end() && found->second.count(year))
            of_panel = found->second.at(year);
        picture.panels.push_back(effect_panel(areas, of_panel, classes, indicator, labels, words));
        if (shown.size() > 1) picture.panels.back().title = scenario.title;
    }
    picture.legend = effect_legend(classes, indicator, words);
    explain(picture.panels, classes, words, picture.legend);
    return picture;
}

}  // namespace mgz::picture
