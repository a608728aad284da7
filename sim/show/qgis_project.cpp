// SPDX-License-Identifier: EUPL-1.2
#include "sim/show/qgis_project.h"

#include <fmt/format.h>

#include <pugixml.hpp>

#include "sim/show/qgis_xml.h"

namespace mgz::qgis {

namespace {

/// The layer with its place in the project, which is all its id says. QGIS heeds ids of more than
/// ten letters only.
struct Placed {
    const ProjectLayer& layer;
    std::string id;

    bool is_raster() const { return layer.layer.empty(); }
    const char* provider() const { return is_raster() ? "gdal" : "ogr"; }
    std::string source() const
    {
        if (is_raster()) return fmt::format("./{}", layer.file);
        const auto filter = expression_of(layer.only, Language::sql);
        return fmt::format("./{}|layername={}{}{}", layer.file, layer.layer,
                           filter.empty() ? "" : "|subset=", filter);
    }
};

std::vector<Placed> placed(const Project& project)
{
    std::vector<Placed> all;
    for (std::size_t g = 0; g < project.groups.size(); ++g) {
        const auto& layers = project.groups[g].layers;
        for (std::size_t i = 0; i < layers.size(); ++i)
            all.push_back({layers[i], fmt::format("mgz_layer_{:03}_{:03}", g + 1, i + 1)});
    }
    return all;
}

/// EPSG:28992. QGIS takes the rest from its own tables, yet heeds no project without a definition.
void add_crs(pugi::xml_node parent)
{
    auto crs = add(parent, "spatialrefsys");
    add_text(crs, "proj4",
             "+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 "
             "+x_0=155000 +y_0=463000 +ellps=bessel +units=m +no_defs");
    add_text(crs, "authid", "EPSG:28992");
}

void add_extent(pugi::xml_node parent, const geo::Box& box)
{
    auto extent = add(parent, "extent");
    add_text(extent, "xmin", number(box.min_x));
    add_text(extent, "ymin", number(box.min_y));
    add_text(extent, "xmax", number(box.max_x));
    add_text(extent, "ymax", number(box.max_y));
}

const char* checked(bool shown)
{
    return shown ? "Qt::Checked" : "Qt::Unchecked";
}

/// The list of layers that the user sees.
void add_tree(pugi::xml_node root, const Project& project)
{
    auto tree = add(root, "layer-tree-group");
    std::size_t next = 0;
    const auto all = placed(project);
    for (const ProjectGroup& group : project.groups) {
        auto node = add(tree, "layer-tree-group",
                        {{"name", group.name},
                         {"checked", checked(group.shown)},
                         {"expanded", group.shown ? "1" : "0"}});
        if (group.one_at_a_time) {
            int which = 0;
            for (std::size_t i = 0; i < group.layers.size(); ++i) {
                if (group.layers[i].shown) which = static_cast<int>(i);
            }
            node.append_attribute("mutually-exclusive") = "1";
            node.append_attribute("mutually-exclusive-child") = std::to_string(which).c_str();
        }
        for (const ProjectLayer& layer : group.layers) {
            const Placed& place = all[next++];
            add(node, "layer-tree-layer",
                {{"id", place.id},
                 {"name", layer.name},
                 {"source", place.source()},
                 {"providerKey", place.provider()},
                 {"checked", checked(layer.shown)},
                 {"expanded", layer.shown ? "1" : "0"}});
        }
    }
}

void add_layer(pugi::xml_node layers, const Project& project, const Placed& place)
{
    auto layer = add(layers, "maplayer", {{"type", place.is_raster() ? "raster" : "vector"}});
    add_text(layer, "id", place.id);
    add_text(layer, "datasource", place.source());
    add_text(layer, "layername", place.layer.name);
    add_crs(add(layer, "srs"));
    add_text(layer, "provider", place.provider()).append_attribute("encoding") = "UTF-8";
    add_text(layer, "abstract", project.note);
    if (!project.attribution.empty()) add_text(layer, "attribution", project.attribution);
    std::visit([&](const auto& style) { add_style(layer, style); }, place.layer.style);
}

/// Text beside the map; QGIS reads expressions between [% and %], which no text here means.
std::string plain(std::string text)
{
    for (std::size_t at = 0; (at = text.find("[%", at)) != text.npos; at += 2)
        text.insert(at + 1, 1, ' ');
    return text;
}

void add_decoration(pugi::xml_node properties, const char* kind, const std::string& text, int place)
{
    auto node = add(properties, kind);
    const auto put = [&](const char* name, const char* type, const std::string& value) {
        add_text(node, name, value).append_attribute("type") = type;
    };
    put("Enabled", "int", "1");
    put("Label", "QString", plain(text));
    put("Placement", "int", std::to_string(place));
    put("MarginH", "int", "1");
    put("MarginV", "int", "1");
}

std::string first_instant(int year)
{
    return fmt::format("{:04}-01-01T00:00:00Z", year);
}

std::string last_instant(int year)
{
    return fmt::format("{:04}-12-31T23:59:59Z", year);
}

void add_properties(pugi::xml_node root, const Project& project)
{
    auto properties = add(root, "properties");
    add_text(add(properties, "Paths"), "Absolute", "false").append_attribute("type") = "bool";
    add_text(add(properties, "SpatialRefSys"), "ProjectionsEnabled", "1").append_attribute("type") =
        "int";
    const auto note = project.attribution.empty()
                          ? project.note
                          : fmt::format("{}\n{}", project.note, project.attribution);
    constexpr int bottom_right = 3, top_centre = 5;
    add_decoration(properties, "CopyrightLabel", note, bottom_right);
    add_decoration(properties, "TitleLabel", project.title, top_centre);
    if (!project.years) return;
    auto time = add(properties, "TemporalControllerWidget");
    const auto put = [&](const char* name, const char* type, const std::string& value) {
        add_text(time, name, value).append_attribute("type") = type;
    };
    put("NavigationMode", "int", "1");  // animated
    put("StartDateTime", "QString", first_instant(project.years->first));
    put("EndDateTime", "QString", last_instant(project.years->second));
}

void add_time(pugi::xml_node root, const Project& project)
{
    if (!project.years) return;
    auto time = add(root, "ProjectTimeSettings",
                    {{"timeStepUnit", "y"},
                     {"timeStep", "1"},
                     {"frameRate", "1"},
                     {"cumulativeTemporalRange", "0"}});
    auto range = add(time, "TemporalRange");
    add_text(range, "start", first_instant(project.years->first));
    add_text(range, "end", last_instant(project.years->second));
}

/// A margin around what there is to see.
geo::Box widened(const geo::Box& box)
{
    const double x = (box.max_x - box.min_x) / 20, y = (box.max_y - box.min_y) / 20;
    return {box.min_x - x, box.min_y - y, box.max_x + x, box.max_y + y};
}

void add_view(pugi::xml_node root, const Project& project)
{
    const auto box = widened(project.extent);
    auto canvas = add(root, "mapcanvas", {{"name", "theMapCanvas"}, {"annotationsVisible", "1"}});
    add_text(canvas, "units", "meters");
    add_extent(canvas, box);
    add_text(canvas, "rotation", "0");
    add_crs(add(canvas, "destinationsrs"));
    add_text(canvas, "rendermaptile", "0");
}

void add_default_view(pugi::xml_node root, const Project& project)
{
    const auto box = widened(project.extent);
    auto settings = add(root, "ProjectViewSettings", {{"UseProjectScales", "0"}});
    auto view = add(settings, "DefaultViewExtent",
                    {{"xmin", number(box.min_x)},
                     {"ymin", number(box.min_y)},
                     {"xmax", number(box.max_x)},
                     {"ymax", number(box.max_y)}});
    add_crs(view);
}

void add_metadata(pugi::xml_node root, const Project& project)
{
    auto metadata = add(root, "projectMetadata");
    add_text(metadata, "title", project.title);
    add_text(metadata, "abstract", project.note);
    if (!project.attribution.empty()) add_text(metadata, "rights", project.attribution);
}

}  // namespace

std::string project_text(const Project& project)
{
    pugi::xml_document document;
    auto root =
        add(document.root(), "qgis", {{"projectname", project.title}, {"version", qgis_version}});
    add(root, "homePath", {{"path", ""}});
    add_text(root, "title", project.title);
    add_crs(add(root, "projectCrs"));
    add_tree(root, project);
    add_view(root, project);
    auto layers = add(root, "projectlayers");
    auto order = add(root, "layerorder");
    for (const Placed& place : placed(project)) {
        add_layer(layers, project, place);
        add(order, "layer", {{"id", place.id}});
    }
    add_properties(root, project);
    add_metadata(root, project);
    add_default_view(root, project);
    add_time(root, project);
    return text_of(document);
}

}  // namespace mgz::qgis
