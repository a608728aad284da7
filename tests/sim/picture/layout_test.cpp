// SPDX-License-Identifier: EUPL-1.2
#include "sim/picture/layout.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "sim/picture/labels.h"
#include "sim/picture/paint.h"
#include "tests/sim/picture/sample_picture.h"
#include "tests/support/catch.h"

using namespace mgz::picture;
using support::sample_picture;

namespace {

std::vector<Shape> shapes(const Drawing& drawing, const std::string& what)
{
    std::vector<Shape> found;
    for (const Item& item : drawing.items)
        if (const auto* shape = std::get_if<Shape>(&item); shape && shape->what == what)
            found.push_back(*shape);
    return found;
}

std::vector<Text> texts(const Drawing& drawing, const std::string& what)
{
    std::vector<Text> found;
    for (const Item& item : drawing.items)
        if (const auto* text = std::get_if<Text>(&item); text && text->what == what)
            found.push_back(*text);
    return found;
}

geo::Box box_of(const Text& text, const Typesetter& typesetter)
{
    const TextSize size = typesetter.size(text.text, text.font);
    const double back = text.align == Align::left ? 0 : text.align == Align::right ? 1 : 0.5;
    const double x = text.at.x - back * size.width;
    return {x, text.at.y - 0.7 * size.ascent, x + size.width, text.at.y};
}

void check_texts(const Drawing& drawing, const Typesetter& typesetter)
{
    std::vector<geo::Box> boxes;
    for (const Item& item : drawing.items)
        if (const auto* text = std::get_if<Text>(&item)) {
            INFO(text->text);
            const geo::Box box = box_of(*text, typesetter);
            CHECK(box.min_x >= 0);
            CHECK(box.max_x <= drawing.width);
            CHECK(box.max_y <= drawing.height);
            for (const geo::Box& other : boxes)
                CHECK_FALSE(overlap(box, other));
            boxes.push_back(box);
        }
}

}  // namespace

TEST_CASE("areas have the colour of their class, hatched where uncertain, outlined where certain")
{
    const Typesetter typesetter;
    const Drawing drawing = lay_out(sample_picture(), 400, typesetter);
    const auto classes = mgz::shortage_classes();
    REQUIRE(shapes(drawing, "area SW").size() == 1);
    CHECK(shapes(drawing, "area SW")[0].fill == classes.colours[0]);
    CHECK_FALSE(shapes(drawing, "area SW")[0].hatch);
    CHECK(shapes(drawing, "area SE")[0].fill == classes.colours[2]);
    CHECK(shapes(drawing, "area SE")[0].hatch);
    CHECK(shapes(drawing, "area NW")[0].fill == classes.colours[6]);
    CHECK(shapes(drawing, "area NE")[0].fill == mgz::no_figure);
    CHECK(shapes(drawing, "certain NW").size() == 1);
    CHECK(shapes(drawing, "certain SE").empty());
    CHECK(shapes(drawing, "mark").size() == 2);
    CHECK(shapes(drawing, "scale").size() <= 1);
    std::set<std::string> in_legend;
    for (const Shape& shape : shapes(drawing, "legend"))
        if (shape.fill) in_legend.insert(mgz::hex(*shape.fill));
    for (const mgz::Colour colour : classes.colours)
        CHECK(in_legend.count(mgz::hex(colour)));
}

TEST_CASE("no text runs into another or off the page, however wide the picture is")
{
    const Typesetter typesetter;
    for (const double width : {190.0, 241.0, 330.0, 453.0, 700.0, 1500.0})
        for (const bool several : {false, true}) {
            Picture picture = sample_picture();
            picture.legend.low_end = "worse";
            picture.legend.high_end = "better";
            picture.legend.rows = {
                {"a text of the legend that takes more than one line", {}, true}};
            if (several) picture.panels.assign(4, picture.panels[0]);
            INFO(width << (several ? ", several" : ", one"));
            const Drawing drawing = lay_out(picture, width, typesetter);
            CHECK(drawing.width == width);
            check_texts(drawing, typesetter);
            CHECK(texts(drawing, "label NW").size() == (several ? 8 : 2));
        }
}

TEST_CASE("the legend of one map covers no area")
{
    const Typesetter typesetter;
    const Drawing drawing = lay_out(sample_picture(), 453, typesetter);
    for (const Text& text : texts(drawing, "legend"))
        for (const char* area : {"area SW", "area SE", "area NW", "area NE"}) {
            geo::MultiPolygon shape;
            shape.parts = {{shapes(drawing, area)[0].rings[0], {}}};
            CHECK_FALSE(overlap(geo::bounds(shape), box_of(text, typesetter)));
        }
}

TEST_CASE("a label that finds no room at its place is led to it by a line")
{
    const Typesetter typesetter;
    Picture picture = sample_picture();
    CHECK(shapes(lay_out(picture, 453, typesetter), "leader").empty());
    for (Area& area : picture.panels[0].areas)
        area.inside = {50e3, 50e3};
    const Drawing drawing = lay_out(picture, 453, typesetter);
    check_texts(drawing, typesetter);
    const auto leaders = shapes(drawing, "leader");
    REQUIRE(leaders.size() == 2);
    // The corner that all four areas share.
    const geo::Point place = shapes(drawing, "area SW")[0].rings[0][2];
    // Three labels, the first on its place, each with the name above the figure.
    for (std::size_t i = 0; i < 2; ++i) {
        REQUIRE(leaders[i].rings.at(0).size() == 2);
        CHECK_FALSE(leaders[i].closed);
        const geo::Point from = leaders[i].rings[0][0], to = leaders[i].rings[0][1];
        CHECK(std::hypot(from.x - place.x, from.y - place.y) < 0.1);
        const auto label = texts(drawing, i == 0 ? "label SE" : "label SW");
        REQUIRE(label.size() == 2);
        const geo::Box name = box_of(label[0], typesetter), figure = box_of(label[1], typesetter);
        CHECK(to.x > std::min(name.min_x, figure.min_x) - 2);
        CHECK(to.x < std::max(name.max_x, figure.max_x) + 2);
        CHECK(to.y > name.min_y - 4);
        CHECK(to.y < figure.max_y + 4);
    }
}

TEST_CASE("a mark of the third kind is a triangle, on the map and in the legend")
{
    const Typesetter typesetter;
    Picture picture = sample_picture();
    picture.panels[0].marks = {{{10e3, 10e3}, MarkKind::triangle}};
    picture.legend.rows = {{"training"}};
    picture.legend.rows[0].mark = MarkKind::triangle;
    const Drawing drawing = lay_out(picture, 453, typesetter);
    const auto marks = shapes(drawing, "mark");
    REQUIRE(marks.size() == 1);
    const auto& corners = marks[0].rings.at(0);
    REQUIRE(corners.size() == 3);
    CHECK(corners[0].y < corners[1].y);
    CHECK(corners[1].y == corners[2].y);
    CHECK(corners[2].x < corners[0].x);
    CHECK(corners[0].x < corners[1].x);
    const auto in_legend = shapes(drawing, "legend");
    CHECK(std::count_if(in_legend.begin(), in_legend.end(),
                        [](const Shape& shape) { return shape.rings.at(0).size() == 3; }) == 1);
}

TEST_CASE("a bold text of two lines has lines of about the same length")
{
    const Typesetter typesetter;
    const auto title = texts(lay_out(sample_picture(), 453, typesetter), "title");
    REQUIRE(title.size() == 2);
    const double first = typesetter.size(title[0].text, title[0].font).width;
    const double second = typesetter.size(title[1].text, title[1].font).width;
    CHECK(second > 0.6 * first);
}

TEST_CASE("text has a size in any script, and user's text is one clean line")
{
    const Typesetter typesetter;
    CHECK(typesetter.size("مركز", {9}).width > 5);
    CHECK(typesetter.size("医療", {9}).width > 5);
    CHECK(typesetter.size("mm", {18}).width > 1.9 * typesetter.size("mm", {9}).width);
    CHECK(one_line(" a\nb\x07 \xff ") == "a b  \xEF\xBF\xBD");
    CHECK(one_line("\n").empty());
    const auto lines = typesetter.lines("one two three four five six", {9}, 40);
    CHECK(lines.size() > 2);
    for (const auto& line : lines)
        CHECK(typesetter.size(line, {9}).width <= 40);
}
