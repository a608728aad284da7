// SPDX-License-Identifier: EUPL-1.2
/// How large text is, in any script, and where its lines break.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/picture/drawing.h"

namespace mgz::picture {

/// Arial, or what has its widths: journals ask for it, and a text in SVG is as wide wherever it is
/// opened. Scripts that it lacks come from other fonts of the machine.
inline constexpr const char* font_families = "Liberation Sans, Arial, Helvetica, DejaVu Sans, Sans";

struct TextSize {
    double width = 0, ascent = 0, descent = 0;
    double height() const { return ascent + descent; }
};

class Typesetter {
public:
    Typesetter();
    ~Typesetter();
    Typesetter(const Typesetter&) = delete;
    Typesetter& operator=(const Typesetter&) = delete;

    TextSize size(const std::string& text, Font font) const;
    /// The text in lines no wider than `width`, broken as its language breaks lines. A word that is
    /// wider is broken too.
    std::vector<std::string> lines(const std::string& text, Font font, double width) const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// Text of a user on one line: control characters become spaces; no spaces at the ends; bytes that
/// are not UTF-8 become U+FFFD.
std::string one_line(std::string_view text);

}  // namespace mgz::picture
