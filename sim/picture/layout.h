// SPDX-License-Identifier: EUPL-1.2
/// From what a picture says to where it stands on the page.
#pragma once

#include "sim/picture/drawing.h"
#include "sim/picture/picture.h"
#include "sim/picture/typeset.h"

namespace mgz::picture {

/// Points in a millimetre.
inline constexpr double points_per_mm = 72 / 25.4;

/// The width that suits the picture, in points: one map as wide as a page of text, several maps
/// more.
double natural_width(const Picture& picture);

/// The picture `width` points wide and as high as it takes. Text keeps its size, between 6.5 and 9
/// points: a narrow picture for a column of a journal has as readable a text as a wide one.
/// REQUIRES: a panel with an area; width of 100 or more.
Drawing lay_out(const Picture& picture, double width, const Typesetter& typesetter);

}  // namespace mgz::picture
