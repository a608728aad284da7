// SPDX-License-Identifier: EUPL-1.2
/// A project of QGIS (3.22 or later) over the files of one folder: layers in groups, styled, with
/// the time controller set. Paths are relative, so that the folder may move; nothing tells when,
/// where or by whom it was made.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "geo/polygon.h"
#include "sim/show/qgis_style.h"

namespace mgz::qgis {

struct ProjectLayer {
    std::string name;   ///< as the user sees it
    std::string file;   ///< beside the project: "shortage.gpkg"
    std::string layer;  ///< of the file; empty: it is a raster
    std::variant<LayerStyle, RasterStyle> style;
    std::vector<Condition> only = {};  ///< features that the layer consists of; none: all
    bool shown = false;
};

struct ProjectGroup {
    std::string name;
    std::vector<ProjectLayer> layers;  ///< the first is drawn on top
    bool shown = false;
    bool one_at_a_time = false;  ///< showing a layer hides the others
};

struct Project {
    std::string title;
    std::string note;                          ///< on the map, and in the project's description
    std::string attribution;                   ///< likewise; may be empty
    geo::Box extent;                           ///< of all layers, metres in EPSG:28992
    std::optional<std::pair<int, int>> years;  ///< first and last of the time controller
    std::vector<ProjectGroup> groups;          ///< the first is drawn on top
};

/// The text of a .qgs file.
std::string project_text(const Project& project);

}  // namespace mgz::qgis
