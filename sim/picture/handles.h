// SPDX-License-Identifier: EUPL-1.2
/// Inside sim/picture only: handles of Cairo and Pango with an owner each.
#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include <memory>

namespace mgz::picture {

struct ReleaseSurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct ReleaseCairo {
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
struct ReleaseOptions {
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
struct ReleaseFont {
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
struct ReleaseObject {
    void operator()(gpointer object) const { g_object_unref(object); }
};

using Surface = std::unique_ptr<cairo_surface_t, ReleaseSurface>;
using Cairo = std::unique_ptr<cairo_t, ReleaseCairo>;
using FontOptions = std::unique_ptr<cairo_font_options_t, ReleaseOptions>;
using FontDescription = std::unique_ptr<PangoFontDescription, ReleaseFont>;
using FontMap = std::unique_ptr<PangoFontMap, ReleaseObject>;
using TextContext = std::unique_ptr<PangoContext, ReleaseObject>;
using TextLayout = std::unique_ptr<PangoLayout, ReleaseObject>;

/// A font map of our own: glyphs are where they were measured, on screen and on paper.
FontMap make_font_map();
TextContext make_text_context(PangoFontMap* map);

}  // namespace mgz::picture
