// SPDX-License-Identifier: EUPL-1.2
/// Inside sim/picture only: what maps of levels, differences and drivers share.
#pragma once

#include <functional>

#include "sim/picture/figure_table.h"

namespace mgz::picture {

/// A scenario of a comparison.
struct ScenarioName {
    std::string id, title;
};
/// Of a comparison, the reference first.
std::vector<ScenarioName> scenarios_of(const report::Folder& folder);

/// Those with these names, in that order; all where none is named. Errors (InputError): there is no
/// such scenario, with the nearest.
std::vector<ScenarioName> chosen(const std::vector<ScenarioName>& there,
                                 const std::vector<std::string>& wanted);

/// Areas of the level with their names, no colours yet. Errors (InputError): there are none.
std::vector<Area> areas_of(const report::Folder& folder, MapLevel level);

/// The year of the maps in the folder.
int map_year_of(const report::Folder& folder);

/// Places that train these professions and are open in the year; none for an empty profession.
std::vector<Mark> centres_of(const report::Folder& folder, const std::string& profession, int year);
/// A row of the legend for each kind among the marks.
void explain_marks(const std::vector<Mark>& marks, const MapWords& words, Legend& legend);

/// "mgz. Regions ... Source: ...", from what the folder says of itself.
std::string source_line(const report::Folder& folder, const MapWords& words);

int replicates_of(const report::Folder& folder);

/// Places of the `most` areas with the largest rank, the largest first; equals in order of code;
/// areas without a rank are left out.
std::vector<std::size_t> largest(const std::vector<std::optional<double>>& ranks, std::size_t most);

/// Of a unit, at the head of a legend.
std::string legend_heading(const MapIndicator& indicator, const MapWords& words);

Picture level_map(const report::Folder& folder, const MapRequest& request);
Picture difference_map(const report::Folder& folder, const MapRequest& request);
Picture driver_map(const report::Folder& folder, const MapRequest& request);

}  // namespace mgz::picture
