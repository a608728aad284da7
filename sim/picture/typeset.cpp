// SPDX-License-Identifier: EUPL-1.2
#include "sim/picture/typeset.h"

#include "geo/check.h"
#include "geo/memory.h"
#include "sim/picture/complaints.h"
#include "sim/picture/handles.h"
#include "sim/picture/text_layout.h"

namespace mgz::picture {

FontMap make_font_map()
{
    hear_complaints();
    return FontMap(pango_cairo_font_map_new());
}

TextContext make_text_context(PangoFontMap* map)
{
    TextContext context(pango_font_map_create_context(map));
    const FontOptions options(cairo_font_options_create());
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context.get(), options.get());
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    return context;
}

TextLayout make_text_layout(PangoContext* context, const std::string& text, Font font)
{
    TextLayout layout(pango_layout_new(context));
    const FontDescription description(pango_font_description_new());
    pango_font_description_set_family(description.get(), font_families);
    pango_font_description_set_weight(description.get(),
                                      font.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(description.get(), font.size * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), description.get());
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    return layout;
}

namespace {

/// Pango starts threads and GLib ends the program when one of them, or a letter, finds no room. The
/// stacks and heaps of these threads, and the fonts of a whole system, are below this.
constexpr std::size_t room_for_text = std::size_t{384} << 20;

FontMap make_font_map_in_room()
{
    geo::need_memory(room_for_text);
    return make_font_map();
}

}  // namespace

struct Typesetter::Inside {
    FontMap map = make_font_map_in_room();
    TextContext context = make_text_context(map.get());
};

Typesetter::Typesetter() : inside_(std::make_unique<Inside>())
{
    const TextLayout layout = make_text_layout(inside_->context.get(), "mgz", {});
    const bool has_font = pango_layout_get_unknown_glyphs_count(layout.get()) == 0;
    check_complaints();
    if (has_font) return;
    throw geo::RunError(
        "no font is found to write with; install one, such as the package "
        "fonts-liberation, or mend the configuration of fontconfig");
}
Typesetter::~Typesetter() = default;

TextSize Typesetter::size(const std::string& text, Font font) const
{
    const TextLayout layout = make_text_layout(inside_->context.get(), text, font);
    PangoRectangle logical;
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    const double base = pango_units_to_double(pango_layout_get_baseline(layout.get()));
    check_complaints();
    return {pango_units_to_double(logical.width), base,
            pango_units_to_double(logical.height) - base};
}

std::vector<std::string> Typesetter::lines(const std::string& text, Font font, double width) const
{
    const TextLayout layout = make_text_layout(inside_->context.get(), text, font);
    pango_layout_set_width(layout.get(), pango_units_from_double(width));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    std::vector<std::string> lines;
    for (int i = 0; i < pango_layout_get_line_count(layout.get()); ++i) {
        const PangoLayoutLine* line = pango_layout_get_line_readonly(layout.get(), i);
        lines.push_back(one_line(std::string_view(text).substr(
            static_cast<std::size_t>(line->start_index), static_cast<std::size_t>(line->length))));
    }
    return lines;
}

std::string one_line(std::string_view text)
{
    gchar* valid = g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()));
    std::string line(valid);
    g_free(valid);
    for (char& c : line)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    const auto first = line.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return line.substr(first, line.find_last_not_of(' ') - first + 1);
}

}  // namespace mgz::picture
