// SPDX-License-Identifier: EUPL-1.2
/// A map of the folder that a run, a comparison or a sensitivity left.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/picture/picture.h"
#include "sim/report/folder.h"

namespace mgz::picture {

enum class MapLevel : unsigned char { region, subregion };
enum class Language : unsigned char { english, dutch };

struct MapRequest {
    std::string indicator = "shortage";
    std::optional<std::string> profession = {};  ///< none: the first that the indicator is of
    std::optional<int> year = {};                ///< none: the one that the folder maps
    MapLevel level = MapLevel::region;
    /// Of a comparison: one map each; of a sensitivity: the policy. Empty: all, or the first.
    std::vector<std::string> scenarios = {};
    bool difference = false;  ///< of a comparison: the effects, not how things are
    Language language = Language::english;
    std::string title = {};          ///< none: what is shown, in words
    std::optional<int> labels = {};  ///< how many areas have their names on a map; none: what suits
};

/// Errors (InputError): the folder does not have what is asked for, with what it has; see
/// report::open_folder for the folder itself.
Picture read_map(const report::Folder& folder, const MapRequest& request);

}  // namespace mgz::picture
