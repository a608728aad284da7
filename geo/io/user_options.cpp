// SPDX-License-Identifier: EUPL-1.2
#include "geo/io/user_options.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace geo::io {

static bool is_option(std::string_view name)
{
    constexpr std::array<std::string_view, 9> prefixes{"CPL_", "GDAL_",  "GPKG_", "GTIFF_", "OGR_",
                                                       "OSR_", "SHAPE_", "TIFF_", "VSI_"};
    constexpr std::array<std::string_view, 2> kept{"GDAL_CACHEMAX", "GDAL_DATA"};
    return std::find(kept.begin(), kept.end(), name) == kept.end() &&
           std::any_of(prefixes.begin(), prefixes.end(),
                       [name](std::string_view prefix) { return name.starts_with(prefix); });
}

void ignore_user_options()
{
    std::vector<std::string> names;
    for (char** at = environ; *at != nullptr; ++at) {
        const std::string_view entry(*at);
        if (const auto name = entry.substr(0, entry.find('=')); is_option(name))
            names.emplace_back(name);
    }
    for (const auto& name : names)
        unsetenv(name.c_str());
    setenv("GDAL_CONFIG_FILE", "", 1);  // unset, it means those of the system and of the user
    setenv("PROJ_NETWORK", "OFF", 1);
}

}  // namespace geo::io
