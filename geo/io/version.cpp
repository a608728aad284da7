// SPDX-License-Identifier: EUPL-1.2
#include "geo/io/version.h"

#include <fmt/format.h>
#include <gdal.h>
#include <geos_c.h>
#include <ogr_srs_api.h>

namespace geo::io {

LibraryVersions library_versions()
{
    int major = 0, minor = 0, patch = 0;
    OSRGetPROJVersion(&major, &minor, &patch);
    const std::string geos = GEOSversion();  // "3.11.1-CAPI-1.17.1"
    return {GDALVersionInfo("RELEASE_NAME"), geos.substr(0, geos.find('-')),
            fmt::format("{}.{}.{}", major, minor, patch)};
}

}  // namespace geo::io
