// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "sim/picture/map_request.h"

namespace mgz::cli {

struct MapArguments {
    std::string folder;
    picture::MapRequest request;
    std::string out;    ///< .png, .svg or .pdf
    std::string width;  ///< "160mm", "1200px"; empty: what suits
    bool force = false;
};

/// Draws a map of a folder. Errors (InputError): the extension or the width is none; see
/// picture::read_map and OutputFile.
int draw_map(const MapArguments& arguments);

}  // namespace mgz::cli
