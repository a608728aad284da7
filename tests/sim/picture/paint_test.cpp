// SPDX-License-Identifier: EUPL-1.2
#include "sim/picture/paint.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <set>

#include "sim/picture/handles.h"
#include "sim/picture/layout.h"
#include "tests/sim/picture/sample_picture.h"
#include "tests/support/catch.h"

using Catch::Matchers::ContainsSubstring;
using namespace mgz::picture;
using mgz::Colour;

namespace {

/// A PNG as pixels.
class Pixels {
public:
    explicit Pixels(const Bytes& bytes)
    {
        Reader reader{bytes, 0};
        surface_.reset(cairo_image_surface_create_from_png_stream(read, &reader));
        REQUIRE(cairo_surface_status(surface_.get()) == CAIRO_STATUS_SUCCESS);
    }

    Colour at(double x, double y) const
    {
        const unsigned char* row = cairo_image_surface_get_data(surface_.get()) +
                                   std::lround(y) * cairo_image_surface_get_stride(surface_.get());
        std::uint32_t pixel;
        std::memcpy(&pixel, row + 4 * std::lround(x), sizeof pixel);
        return {static_cast<std::uint8_t>(pixel >> 16), static_cast<std::uint8_t>(pixel >> 8),
                static_cast<std::uint8_t>(pixel)};
    }

    /// Colours in a square around a point.
    std::set<std::string> around(double x, double y, int reach) const
    {
        std::set<std::string> colours;
        for (int dx = -reach; dx <= reach; ++dx)
            for (int dy = -reach; dy <= reach; ++dy)
                colours.insert(hex(at(x + dx, y + dy)));
        return colours;
    }

private:
    struct Reader {
        const Bytes& bytes;
        std::size_t at;
    };
    static cairo_status_t read(void* closure, unsigned char* data, unsigned int size)
    {
        auto& reader = *static_cast<Reader*>(closure);
        if (reader.at + size > reader.bytes.size()) return CAIRO_STATUS_READ_ERROR;
        std::memcpy(data, reader.bytes.data() + reader.at, size);
        reader.at += size;
        return CAIRO_STATUS_SUCCESS;
    }

    Surface surface_;
};

Drawing drawn()
{
    Picture picture = support::sample_picture();
    picture.panels[0].labelled.clear();
    picture.panels[0].areas[3].name = "<&\"'>";
    picture.title = "a < b & c";
    return lay_out(picture, 453, Typesetter());
}

/// The middle of an area on the page.
geo::Point middle_of(const Drawing& drawing, const std::string& what)
{
    for (const Item& item : drawing.items)
        if (const auto* shape = std::get_if<Shape>(&item); shape && shape->what == what) {
            geo::MultiPolygon area;
            area.parts = {{shape->rings[0], {}}};
            return geo::centroid(area);
        }
    FAIL(what);
    return {};
}

std::string as_text(const Bytes& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

TEST_CASE("a pixel of an area has the colour of its class to the last bit")
{
    const Drawing drawing = drawn();
    constexpr double scale = 2;
    const Pixels pixels(png(drawing, scale));
    const auto classes = mgz::shortage_classes();
    const geo::Point plain = middle_of(drawing, "area SW"), certain = middle_of(drawing, "area NW");
    CHECK(pixels.at(scale * plain.x, scale * plain.y) == classes.colours[0]);
    CHECK(pixels.at(scale * certain.x, scale * certain.y) == classes.colours[6]);
    CHECK(pixels.around(scale * plain.x, scale * plain.y, 9).size() == 1);
}

TEST_CASE("only an uncertain area shows its colour and that of the hatch")
{
    const Drawing drawing = drawn();
    const geo::Point uncertain = middle_of(drawing, "area SE");
    const auto found = Pixels(png(drawing, 4)).around(4 * uncertain.x, 4 * uncertain.y, 20);
    CHECK(found.count(hex(mgz::shortage_classes().colours[2])) == 1);
    CHECK(found.count(hex(mgz::uncertain_hatch)) == 1);
}

TEST_CASE("the same drawing gives the same bytes")
{
    const Drawing drawing = drawn();
    CHECK(png(drawing, 1.5) == png(drawing, 1.5));
    CHECK(pdf(drawing) == pdf(drawing));
    CHECK(svg(drawing) == svg(drawing));
}

TEST_CASE("a PDF tells its title and no time")
{
    const std::string bytes = as_text(pdf(drawn()));
    CHECK(bytes.substr(0, 5) == "%PDF-");
    CHECK_THAT(bytes, ContainsSubstring("/Title (a < b & c)"));
    CHECK(bytes.find("CreationDate") == std::string::npos);
}

TEST_CASE("text in SVG is text, and what means something there is escaped")
{
    const std::string text = svg(drawn());
    CHECK_THAT(text, ContainsSubstring("<title>a &lt; b &amp; c</title>"));
    CHECK_THAT(text, ContainsSubstring(">a &lt; b &amp; c</text>"));
    CHECK_THAT(text, ContainsSubstring("class=\"area SW\""));
    CHECK_THAT(text, ContainsSubstring("fill=\"#b10026\""));
    CHECK_THAT(text, ContainsSubstring("fill=\"url(#hatch-"));
    Drawing hostile{10, 10, "", {Text{"\x01\xEF\xBF\xBF]]>", {0, 0}}}};
    CHECK_THAT(svg(hostile), ContainsSubstring(">\xEF\xBF\xBD]]&gt;</text>"));
}
