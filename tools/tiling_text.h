// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "geo/io/tiling.h"

namespace mgz::cli {

/// What is wrong with a tiling, in a few aligned lines that name areas by code; the largest ten of
/// each kind..
std::string tiling_text(const geo::io::TilingReport& report);

}  // namespace mgz::cli
