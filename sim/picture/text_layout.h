// SPDX-License-Identifier: EUPL-1.2
/// Inside sim/picture only: one line of text as Pango lays it out, the same to measure and to
/// paint.
#pragma once

#include <string>

#include "sim/picture/drawing.h"
#include "sim/picture/handles.h"

namespace mgz::picture {

TextLayout make_text_layout(PangoContext* context, const std::string& text, Font font);

}  // namespace mgz::picture
