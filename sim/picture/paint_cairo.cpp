// SPDX-License-Identifier: EUPL-1.2
#include <cairo-pdf.h>
#include <fmt/format.h>

#include <cmath>

#include "geo/check.h"
#include "sim/picture/complaints.h"
#include "sim/picture/handles.h"
#include "sim/picture/paint.h"
#include "sim/picture/text_layout.h"

namespace mgz::picture {

namespace {

constexpr double halo_width = 2.2;

void check(cairo_status_t status)
{
    if (status != CAIRO_STATUS_SUCCESS)
        throw geo::RunError(
            fmt::format("the picture cannot be drawn: {}", cairo_status_to_string(status)));
}

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int size)
{
    auto& all = *static_cast<Bytes*>(bytes);
    const auto* first = reinterpret_cast<const std::byte*>(data);
    all.insert(all.end(), first, first + size);
    return CAIRO_STATUS_SUCCESS;
}

class Painter {
public:
    explicit Painter(cairo_surface_t* surface) : cairo_(cairo_create(surface))
    {
        cairo_set_fill_rule(cairo(), CAIRO_FILL_RULE_EVEN_ODD);
        cairo_set_line_join(cairo(), CAIRO_LINE_JOIN_ROUND);
    }

    cairo_t* cairo() const { return cairo_.get(); }

    void paint(const Drawing& drawing)
    {
        for (const Item& item : drawing.items)
            std::visit([this](const auto& each) { draw(each); }, item);
        check(cairo_status(cairo()));
        check_complaints();
    }

private:
    void use(Colour c)
    {
        cairo_set_source_rgb(cairo(), c.red / 255.0, c.green / 255.0, c.blue / 255.0);
    }

    void trace(const Shape& shape)
    {
        cairo_new_path(cairo());
        for (const geo::Ring& ring : shape.rings) {
            cairo_new_sub_path(cairo());
            for (const geo::Point p : ring)
                cairo_line_to(cairo(), p.x, p.y);
            if (shape.closed) cairo_close_path(cairo());
        }
    }

    void draw(const Shape& shape)
    {
        if (shape.fill) {
            trace(shape);
            use(*shape.fill);
            cairo_fill(cairo());
        }
        if (shape.hatch) draw_hatch(shape, *shape.hatch);
        if (shape.line) {
            trace(shape);
            use(shape.line->colour);
            cairo_set_line_width(cairo(), shape.line->width);
            cairo_stroke(cairo());
        }
    }

    /// Lines of the page, seen through the shape: neighbours are hatched as one.
    void draw_hatch(const Shape& shape, const Hatch& hatch)
    {
        cairo_save(cairo());
        trace(shape);
        cairo_clip(cairo());
        double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
        cairo_clip_extents(cairo(), &x0, &y0, &x1, &y1);
        const double step = hatch.spacing * std::sqrt(2.0);
        const long last = static_cast<long>(std::ceil((x1 + y1) / step));
        for (long i = static_cast<long>(std::floor((x0 + y0) / step)); i <= last; ++i) {
            const double sum = static_cast<double>(i) * step;
            cairo_move_to(cairo(), sum - y0, y0);
            cairo_line_to(cairo(), sum - y1, y1);
        }
        use(hatch.colour);
        cairo_set_line_width(cairo(), hatch.width);
        cairo_stroke(cairo());
        cairo_restore(cairo());
    }

    void draw(const Text& text)
    {
        const TextLayout layout = make_text_layout(context_.get(), text.text, text.font);
        PangoRectangle logical;
        pango_layout_get_extents(layout.get(), nullptr, &logical);
        const double width = pango_units_to_double(logical.width);
        const double base = pango_units_to_double(pango_layout_get_baseline(layout.get()));
        const double back = text.align == Align::left ? 0 : text.align == Align::right ? 1 : 0.5;
        const double x = text.at.x - back * width, y = text.at.y - base;
        if (text.halo) {
            cairo_move_to(cairo(), x, y);
            pango_cairo_layout_path(cairo(), layout.get());
            cairo_set_source_rgb(cairo(), 1, 1, 1);
            cairo_set_line_width(cairo(), halo_width);
            cairo_stroke(cairo());
        }
        cairo_move_to(cairo(), x, y);
        use(text.colour);
        pango_cairo_show_layout(cairo(), layout.get());
    }

    Cairo cairo_;
    FontMap map_ = make_font_map();
    TextContext context_ = make_text_context(map_.get());
};

}  // namespace

Bytes png(const Drawing& drawing, double scale)
{
    const int width = static_cast<int>(std::lround(drawing.width * scale));
    const int height = static_cast<int>(std::lround(drawing.height * scale));
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    check(cairo_surface_status(surface.get()));
    Painter painter(surface.get());
    cairo_set_source_rgb(painter.cairo(), 1, 1, 1);
    cairo_paint(painter.cairo());
    cairo_scale(painter.cairo(), scale, scale);
    painter.paint(drawing);
    Bytes bytes;
    check(cairo_surface_write_to_png_stream(surface.get(), append, &bytes));
    return bytes;
}

Bytes pdf(const Drawing& drawing)
{
    Bytes bytes;
    {
        const Surface surface(
            cairo_pdf_surface_create_for_stream(append, &bytes, drawing.width, drawing.height));
        check(cairo_surface_status(surface.get()));
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                       drawing.title.c_str());
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "");
        Painter(surface.get()).paint(drawing);
        cairo_surface_finish(surface.get());
        check(cairo_surface_status(surface.get()));
    }
    return bytes;
}

}  // namespace mgz::picture
