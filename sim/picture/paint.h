// SPDX-License-Identifier: EUPL-1.2
/// A drawing as the bytes of a file. The same drawing gives the same bytes on a machine; fonts may
/// differ between machines.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/picture/drawing.h"

namespace mgz::picture {

using Bytes = std::vector<std::byte>;

/// \param scale pixels per point. Errors (RunError): the picture is too large for this machine.
Bytes png(const Drawing& drawing, double scale);

/// One page; text is text, fonts are embedded; no date of creation.
Bytes pdf(const Drawing& drawing);

/// Text is text, to be searched and edited; fonts come from where it is opened.
std::string svg(const Drawing& drawing);

}  // namespace mgz::picture
