// SPDX-License-Identifier: EUPL-1.2
// How things are in a year: of a run, or of scenarios of a comparison beside each other.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "geo/check.h"
#include "geo/text.h"
#include "sim/picture/map_parts.h"
#include "sim/picture/typeset.h"

namespace mgz::picture {

using geo::InputError;
using report::FolderKind;

namespace {

constexpr std::size_t usual_level_labels = 6;

std::vector<TableForm> forms_of(const report::Folder& folder, const MapRequest& request)
{
    if (folder.kind == FolderKind::comparison) {
        TableForm form{"figures.csv", true, true};
        std::error_code none;
        if (!std::filesystem::exists(folder.file(form.file), none))
            throw InputError(folder.shown, "has no figures.csv, which tells how things are",
                             "add --difference, or compare again with this release");
        return {form};
    }
    if (request.level == MapLevel::subregion) return {{"subregions.csv"}};
    TableForm care{"care.csv"};
    care.has_profession = false;
    return {{"regions.csv"}, care};
}

/// Those asked for, or all; of a run the one it is.
std::vector<ScenarioName> shown_scenarios(const report::Folder& folder, const MapRequest& request)
{
    if (folder.kind == FolderKind::run) {
        if (!request.scenarios.empty())
            throw InputError("--scenario", "a run has one scenario", "leave --scenario out");
        const auto scenario = report::member<report::Json>(folder, folder.manifest, "scenario");
        return {{"", one_line(report::member<std::string>(folder, scenario, "title"))}};
    }
    return chosen(scenarios_of(folder), request.scenarios);
}

Panel level_panel(std::vector<Area> areas, const std::map<std::string, Figure>& figures,
                  const Classes& classes, const MapIndicator& indicator, std::size_t labels,
                  const MapWords& words)
{
    Panel panel;
    std::vector<std::optional<double>> ranks;
    for (Area& area : areas) {
        const auto found = figures.find(area.code);
        const bool known = found != figures.end() && std::isfinite(found->second.middle);
        ranks.push_back({});
        if (!known) continue;
        const double value = found->second.middle;
        area.fill = classes.colour_of(value);
        area.figure = words.figure(value, indicator);
        ranks.back() = indicator.better == Better::more ? -value : value;
    }
    panel.areas = std::move(areas);
    panel.labelled = largest(ranks, labels);
    return panel;
}

Legend level_legend(const Classes& classes, const MapIndicator& indicator, const MapWords& words)
{
    Legend legend;
    legend.heading = legend_heading(indicator, words);
    legend.colours = classes.colours;
    legend.texts = words.class_texts(classes, indicator.is_share(), false);
    legend.ticks = words.tick_texts(classes, indicator.is_share(), false);
    return legend;
}

void explain_unknown(const std::vector<Panel>& panels, const MapWords& words, Legend& legend)
{
    for (const Panel& panel : panels)
        for (const Area& area : panel.areas)
            if (!area.fill) {
                legend.rows.push_back({std::string(words("no figure", "geen cijfer"))});
                return;
            }
}

std::string subtitle_of(const report::Folder& folder, const std::vector<ScenarioName>& shown,
                        const MapWords& words)
{
    const int n = replicates_of(folder);
    const std::string how =
        n == 1 ? std::string(words("simulated, one replicate", "gesimuleerd, één replicatie"))
               : fmt::format("{} {} {}", words("simulated, mean of", "gesimuleerd, gemiddelde van"),
                             n, words("replicates", "replicaties"));
    if (shown.size() > 1 || shown[0].title.empty()) return how;
    return fmt::format("{}; {} {}", how, words("scenario:", "scenario:"), shown[0].title);
}

}  // namespace

std::vector<ScenarioName> chosen(const std::vector<ScenarioName>& there,
                                 const std::vector<std::string>& wanted)
{
    if (wanted.empty()) return there;
    std::vector<std::string> ids;
    for (const auto& scenario : there)
        ids.push_back(scenario.id);
    std::vector<ScenarioName> found;
    for (const std::string& id : wanted) {
        const auto at = std::find(ids.begin(), ids.end(), id);
        if (at == ids.end()) {
            const std::string near = geo::nearest_name(id, ids);
            throw InputError("--scenario", fmt::format("there is no '{}'", id),
                             near.empty() ? fmt::format("give one of: {}", geo::joined(ids))
                                          : fmt::format("did you mean '{}'?", near));
        }
        found.push_back(there[static_cast<std::size_t>(at - ids.begin())]);
    }
    return found;
}

Picture level_map(const report::Folder& folder, const MapRequest& request)
{
    const MapWords words(request.language);
    const auto shown = shown_scenarios(folder, request);
    const FigureTable table = read_figures(folder, forms_of(folder, request), request);
    const MapIndicator indicator = indicator_of(folder, request.indicator, words);
    const int year = year_of(folder, request, table.years(), map_year_of(folder));
    // One scale for all years and scenarios, so that two maps of a folder can lie side by side.
    const Classes classes =
        indicator.id == "shortage"
            ? shortage_classes()
            : level_classes(indicator.unit, indicator.better != Better::less, table.all_middles());

    Picture picture;
    picture.title = words.level_title(indicator, table.profession, year);
    picture.subtitle = subtitle_of(folder, shown, words);
    const auto areas = areas_of(folder, request.level);
    const auto labels = static_cast<std::size_t>(
        request.labels.value_or(static_cast<int>(shown.size() == 1 ? usual_level_labels : 3)));
    for (const ScenarioName& scenario : shown) {
        const auto of_scenario = table.figures.find(scenario.id);
        std::map<std::string, Figure> figures;
        if (of_scenario != table.figures.end() && of_scenario->second.count(year))
            figures = of_scenario->second.at(year);
        picture.panels.push_back(level_panel(areas, figures, classes, indicator, labels, words));
        if (shown.size() > 1) picture.panels.back().title = scenario.title;
    }
    picture.legend = level_legend(classes, indicator, words);
    explain_unknown(picture.panels, words, picture.legend);
    if (shown.size() == 1 && folder.kind == FolderKind::run) {
        picture.panels[0].marks = centres_of(folder, table.profession, year);
        explain_marks(picture.panels[0].marks, words, picture.legend);
    }
    return picture;
}

}  // namespace mgz::picture
