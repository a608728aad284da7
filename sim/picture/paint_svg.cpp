// SPDX-License-Identifier: EUPL-1.2
// Written here rather than by Cairo, whose SVG turns every letter into a shape: journals want text
// that can be searched, edited and set in their own font.
#include <fmt/format.h>

#include <cmath>
#include <set>

#include "sim/picture/paint.h"
#include "sim/picture/typeset.h"

namespace mgz::picture {

namespace {

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : one_line(text)) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    // Two code points that UTF-8 can say and XML cannot.
    for (const std::string_view forbidden : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
        for (auto at = out.find(forbidden); at != out.npos; at = out.find(forbidden, at))
            out.replace(at, forbidden.size(), "\xEF\xBF\xBD");
    return out;
}

/// Hundredths of a point, without zeros at the end.
std::string number(double x)
{
    std::string text = fmt::format("{:.2f}", x);
    while (text.back() == '0')
        text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string path_of(const Shape& shape)
{
    std::string path;
    for (const geo::Ring& ring : shape.rings) {
        char step = 'M';
        for (const geo::Point p : ring) {
            path += fmt::format("{}{},{}", step, number(p.x), number(p.y));
            step = ' ';
        }
        if (shape.closed) path += 'Z';
    }
    return path;
}

std::string hatch_name(const Hatch& hatch)
{
    return fmt::format("hatch-{}-{}", hex(hatch.colour).substr(1),
                       std::lround(100 * hatch.spacing));
}

class Writer {
public:
    std::string write(const Drawing& drawing)
    {
        const std::string w = number(drawing.width), h = number(drawing.height);
        out_ = fmt::format(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}pt\" height=\"{1}pt\" "
            "viewBox=\"0 0 {0} {1}\" font-family=\"{2}\">\n<title>{3}</title>\n",
            w, h, "Arial, 'Liberation Sans', Helvetica, sans-serif", escaped(drawing.title));
        write_patterns(drawing);
        out_ += fmt::format("<rect width=\"{}\" height=\"{}\" fill=\"#ffffff\"/>\n", w, h);
        for (const Item& item : drawing.items)
            std::visit([this](const auto& each) { write(each); }, item);
        return out_ + "</svg>\n";
    }

private:
    void write_patterns(const Drawing& drawing)
    {
        std::set<std::string> known;
        for (const Item& item : drawing.items) {
            const auto* shape = std::get_if<Shape>(&item);
            if (!shape || !shape->hatch || !known.insert(hatch_name(*shape->hatch)).second)
                continue;
            const Hatch& hatch = *shape->hatch;
            out_ += fmt::format(
                "<pattern id=\"{0}\" patternUnits=\"userSpaceOnUse\" width=\"{1}\" height=\"{1}\" "
                "patternTransform=\"rotate(45)\"><line x1=\"{2}\" y1=\"0\" x2=\"{2}\" y2=\"{1}\" "
                "stroke=\"{3}\" stroke-width=\"{4}\"/></pattern>\n",
                hatch_name(hatch), number(hatch.spacing), number(hatch.spacing / 2),
                hex(hatch.colour), number(hatch.width));
        }
    }

    static std::string name(const std::string& what)
    {
        return what.empty() ? std::string() : fmt::format(" class=\"{}\"", escaped(what));
    }

    void write(const Shape& shape)
    {
        const std::string path = path_of(shape);
        const std::string line =
            shape.line ? fmt::format(" stroke=\"{}\" stroke-width=\"{}\" stroke-linejoin=\"round\"",
                                     hex(shape.line->colour), number(shape.line->width))
                       : std::string();
        if (!shape.hatch || shape.fill)
            out_ += fmt::format("<path{} d=\"{}\" fill=\"{}\" fill-rule=\"evenodd\"{}/>\n",
                                name(shape.what), path, shape.fill ? hex(*shape.fill) : "none",
                                shape.hatch ? "" : line);
        if (shape.hatch)
            out_ += fmt::format("<path{} d=\"{}\" fill=\"url(#{})\" fill-rule=\"evenodd\"{}/>\n",
                                name(shape.what), path, hatch_name(*shape.hatch), line);
    }

    void write(const Text& text)
    {
        const char* anchor = text.align == Align::left    ? ""
                             : text.align == Align::right ? " text-anchor=\"end\""
                                                          : " text-anchor=\"middle\"";
        const char* halo =
            " stroke=\"#ffffff\" stroke-width=\"2.2\" stroke-linejoin=\"round\" "
            "paint-order=\"stroke\"";
        out_ +=
            fmt::format("<text{} x=\"{}\" y=\"{}\" font-size=\"{}\"{}{}{} fill=\"{}\">{}</text>\n",
                        name(text.what), number(text.at.x), number(text.at.y),
                        number(text.font.size), text.font.bold ? " font-weight=\"bold\"" : "",
                        anchor, text.halo ? halo : "", hex(text.colour), escaped(text.text));
    }

    std::string out_;
};

}  // namespace

std::string svg(const Drawing& drawing)
{
    return Writer().write(drawing);
}

}  // namespace mgz::picture
