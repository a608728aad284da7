// SPDX-License-Identifier: EUPL-1.2
/// Which libraries made a file: digits may differ between them.
#pragma once

#include <string>

namespace geo::io {

struct LibraryVersions {
    std::string gdal, geos, proj;  ///< "3.6.2", "3.11.1", "9.1.1"
};

LibraryVersions library_versions();

}  // namespace geo::io
