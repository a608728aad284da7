// SPDX-License-Identifier: EUPL-1.2
// Styles and projects as text: what they say is tested here, that QGIS understands it in
// tests/cli/qgis_test.py.
#include <pugixml.hpp>
#include <string>

#include "sim/show/qgis_project.h"
#include "tests/support/catch.h"

using Catch::Matchers::ContainsSubstring;
using namespace mgz;

namespace {

qgis::LayerStyle shortage_style()
{
    qgis::LayerStyle style;
    style.name = "Shortage";
    style.drawing = qgis::Graduated{"shortage", qgis::steps_of(shortage_classes(), qgis::percent)};
    style.labels = qgis::Labels{qgis::column("name")};
    return style;
}

pugi::xml_document parsed(const std::string& text)
{
    pugi::xml_document document;
    REQUIRE(document.load_string(text.c_str(), pugi::parse_default | pugi::parse_doctype));
    return document;
}

const std::string hostile = "<script>'\"&]]>[% 1 %]\x01 \xd7\xa9";

qgis::Project small_project()
{
    qgis::Project project;
    project.title = hostile;
    project.note = "Simulated values.";
    project.attribution = "Source: us";
    project.extent = {100, 200, 300, 600};
    project.years = {2003, 2040};
    auto yearly = shortage_style();
    yearly.date_column = std::string("date");
    project.groups = {
        {"Map",
         {{"Areas", "a.gpkg", "areas", shortage_style(), {{"who", std::string("it's")}}, true}},
         true,
         true},
        {"Years", {{"Years", "a.gpkg", "years", yearly}}},
        {"Cells", {{"Cells", "a.tif", "", qgis::RasterStyle{3, shortage_classes(), {}}}}}};
    return project;
}

}  // namespace

TEST_CASE("classes of a legend: the highest first, both ends open", "[qgis]")
{
    const Classes classes{{0, 0.05, 0.1, 0.5}, {{1, 1, 1}, {2, 2, 2}, {3, 3, 3}}};
    const auto steps = qgis::steps_of(classes, qgis::percent);
    REQUIRE(steps.size() == 3);
    CHECK(steps[0].label == "10% or more");
    CHECK(steps[1].label == "5% to 10%");
    CHECK(steps[2].label == "under 5%");
    CHECK(steps[0].from == 0.1);
    CHECK(steps[0].to > 1e300);
    CHECK(steps[2].from < -1e300);
    CHECK(steps[1].symbol.colour == Colour{2, 2, 2});

    const auto signed_steps = qgis::steps_of({{-2, -1, 1, 2}, classes.colours}, {1, "", true});
    CHECK(signed_steps[0].label == "+1 or more");
    CHECK(signed_steps[1].label == "-1 to +1");
    CHECK(signed_steps[2].label == "under -1");
}

TEST_CASE("a style holds every class, its colour and the label", "[qgis]")
{
    const auto document = parsed(qgis::qml(shortage_style()));
    const auto root = document.child("qgis");
    const auto renderer = root.child("renderer-v2");
    CHECK(std::string(renderer.attribute("attr").value()) == "shortage");
    const auto classes = shortage_classes();
    std::size_t i = classes.colours.size();
    for (const auto range : renderer.child("ranges").children("range")) {
        --i;
        const auto symbol = renderer.child("symbols").find_child_by_attribute(
            "symbol", "name", range.attribute("symbol").value());
        const auto colour = symbol.child("layer").child("Option").find_child_by_attribute(
            "Option", "name", "color");
        const auto& c = classes.colours[i];
        CHECK(std::string(colour.attribute("value").value()) ==
              std::to_string(c.red) + "," + std::to_string(c.green) + "," + std::to_string(c.blue) +
                  ",255");
    }
    CHECK(i == 0);
    CHECK(std::string(root.attribute("labelsEnabled").value()) == "1");
    CHECK(std::string(root.child("temporal").attribute("enabled").value()) == "0");
}

TEST_CASE("rules carry their conditions, quoted as QGIS wants it", "[qgis]")
{
    qgis::LayerStyle style;
    style.drawing = qgis::Rules{{{"group",
                                  {{"a\"b", std::string("it's \\ here")}, {"year", 2040}},
                                  {},
                                  {{"in", {{"x", qgis::Within{0.5, 1}}}, qgis::area({1, 2, 3})},
                                   {"all", {{"x", qgis::Within{}}}, qgis::hatch({4, 5, 6})}},
                                  false}}};
    const auto document = parsed(qgis::qml(style));
    const auto group = document.child("qgis").child("renderer-v2").child("rules").child("rule");
    CHECK(std::string(group.attribute("filter").value()) ==
          R"("a""b" = 'it''s \\ here' AND "year" = 2040)");
    CHECK(std::string(group.attribute("checkstate").value()) == "0");
    const auto first = group.child("rule"), second = first.next_sibling("rule");
    CHECK(std::string(first.attribute("filter").value()) == R"("x" >= 0.5 AND "x" < 1)");
    CHECK(std::string(second.attribute("filter").value()) == R"("x" IS NOT NULL)");
    CHECK(std::string(first.attribute("key").value()) != second.attribute("key").value());
}

TEST_CASE("SLD has what is shown, with the conditions around it", "[qgis]")
{
    const std::vector<qgis::Rule> inside{
        {"in", {{"x", qgis::Within{0.5, 1}}}, qgis::area({1, 2, 3})}};
    qgis::LayerStyle style;
    style.name = "Effect";
    style.drawing = qgis::Rules{{{"a", {{"s", std::string("a")}}, {}, inside, true},
                                 {"b", {{"s", std::string("b")}}, {}, inside, false}}};
    const auto text = qgis::sld(style, "areas");
    const auto document = parsed(text);
    const auto type = document.child("StyledLayerDescriptor")
                          .child("NamedLayer")
                          .child("UserStyle")
                          .child("se:FeatureTypeStyle");
    const auto rules = type.children("se:Rule");
    CHECK(std::distance(rules.begin(), rules.end()) == 1);
    const auto conditions = type.child("se:Rule").child("ogc:Filter").child("ogc:And").children();
    CHECK(std::distance(conditions.begin(), conditions.end()) == 3);
    CHECK_THAT(text, ContainsSubstring("#010203"));

    const auto plain = parsed(qgis::sld(shortage_style(), "areas"));
    const auto lowest = plain.child("StyledLayerDescriptor")
                            .child("NamedLayer")
                            .child("UserStyle")
                            .child("se:FeatureTypeStyle")
                            .last_child();
    CHECK(lowest.child("ogc:Filter").child("ogc:PropertyIsLessThan"));
}

TEST_CASE("a raster's last class has no end", "[qgis]")
{
    const auto document =
        parsed(qgis::qml(qgis::RasterStyle{2, shortage_classes(), qgis::percent}));
    const auto renderer = document.child("qgis").child("pipe").child("rasterrenderer");
    CHECK(renderer.attribute("band").as_int() == 2);
    const auto ramp = renderer.child("rastershader").child("colorrampshader");
    CHECK(std::string(ramp.first_child().attribute("value").value()) == "0.025");
    CHECK(std::string(ramp.last_child().attribute("value").value()) == "inf");
    CHECK(std::string(ramp.last_child().attribute("label").value()) == "30% or more");
}

TEST_CASE("a project has its layers in groups, by relative paths", "[qgis]")
{
    const auto text = qgis::project_text(small_project());
    CHECK(text == qgis::project_text(small_project()));
    const auto document = parsed(text);
    const auto root = document.child("qgis");
    CHECK_FALSE(root.attribute("saveDateTime"));
    CHECK_FALSE(root.attribute("saveUser"));
    std::vector<std::string> sources, ids;
    for (const auto group : root.child("layer-tree-group").children("layer-tree-group")) {
        for (const auto layer : group.children("layer-tree-layer"))
            ids.emplace_back(layer.attribute("id").value());
    }
    std::size_t i = 0;
    for (const auto layer : root.child("projectlayers").children("maplayer")) {
        CHECK(ids.at(i++) == layer.child("id").text().get());
        CHECK(ids[i - 1].size() > 10);  // QGIS makes its own of shorter ones
        sources.emplace_back(layer.child("datasource").text().get());
    }
    CHECK(sources == std::vector<std::string>{R"(./a.gpkg|layername=areas|subset="who" = 'it''s')",
                                              "./a.gpkg|layername=years", "./a.tif"});
    const auto time = root.child("ProjectTimeSettings");
    CHECK(std::string(time.attribute("timeStepUnit").value()) == "y");
    CHECK_THAT(time.child("TemporalRange").child("start").text().get(),
               ContainsSubstring("2003-01-01"));
    CHECK_THAT(time.child("TemporalRange").child("end").text().get(),
               ContainsSubstring("2040-12-31"));
}

TEST_CASE("text of a user stays text in a project", "[qgis]")
{
    const auto document = parsed(qgis::project_text(small_project()));
    auto shown = hostile;
    shown[shown.find('\x01')] = ' ';
    const auto root = document.child("qgis");
    CHECK(root.child("title").text().get() == shown);
    const std::string on_map =
        root.child("properties").child("TitleLabel").child("Label").text().get();
    CHECK_THAT(on_map, ContainsSubstring("[ % 1"));  // no expression
}
