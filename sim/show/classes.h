// SPDX-License-Identifier: EUPL-1.2
/// How figures are classed and coloured: one source for pictures, styles and the page, so that a
/// region has the same colour wherever it is seen.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mgz {

struct Colour {
    std::uint8_t red, green, blue;
    bool operator==(const Colour&) const = default;
};

/// "#rrggbb"
std::string hex(Colour colour);
/// What this share of the colour looks like on white.
Colour on_white(Colour colour, double share);

/// Breaks ascend, and there is one more of them than colours: class i holds breaks[i] <= x <
/// breaks[i + 1]. The first and last class are open-ended, so that every figure has a class: the
/// outermost breaks tell how far figures go as a rule.
struct Classes {
    std::vector<double> breaks;
    std::vector<Colour> colours;

    /// REQUIRES x is a number.
    std::size_t class_of(double x) const;
    Colour colour_of(double x) const { return colours[class_of(x)]; }
};

/// Of the share of need that is not met; the same in every map, year and scenario, so that any two
/// maps of shortage compare at a glance.
Classes shortage_classes();

/// Of another figure, from all values that are to be compared: 5 to 7 classes whose breaks are
/// round (1, 2, 2.5 or 5 times a power of ten), equally wide, or each about twice the last where
/// the values reach over more than an order of magnitude. Values that are no number count for
/// nothing. \param more_is_better blues that say "much" without alarm; also for figures that are
/// neither good nor bad. Otherwise the yellow to red of shortage: much is worrying.
Classes level_classes(std::string_view unit, bool more_is_better, std::span<const double> values);

/// Of differences to a reference; above 0 is better. Nine classes, the same on both sides: orange
/// is worse, purple is better. The middle is grey: most areas move a little by chance, and colour
/// would make that a finding. Shares always have limits at 1, 2, 4 and 8 percentage points, so that
/// any two maps compare; other units have the round multiple of these that fits them.
Classes effect_classes(std::string_view unit, std::span<const double> effects);

/// Drawn over an area whose effect is uncertain: 0 lies within its 90% interval.
inline constexpr Colour uncertain_hatch{0xa3, 0xa3, 0xa3};
/// Around an area whose effect is certain.
inline constexpr Colour certain_outline{0x22, 0x22, 0x22};
/// Of an area without a figure.
inline constexpr Colour no_figure{0xff, 0xff, 0xff};

/// For kinds without an order, told apart with any eyes: Okabe and Ito (2008), Color Universal
/// Design.
inline constexpr std::array<Colour, 6> kind_colours{{{0x00, 0x72, 0xb2},
                                                     {0xd5, 0x5e, 0x00},
                                                     {0x00, 0x9e, 0x73},
                                                     {0xcc, 0x79, 0xa7},
                                                     {0xe6, 0x9f, 0x00},
                                                     {0x56, 0xb4, 0xe9}}};
/// Of kinds beyond those.
inline constexpr Colour other_kind{0x8c, 0x8c, 0x8c};

}  // namespace mgz
