// SPDX-License-Identifier: EUPL-1.2
/// How this program was built and what it stands on: for run.json, and to explain a difference.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mgz {

/// "g++ 12.2.0"
std::string compiler();

/// "Release"
std::string_view build_type();

/// What the compiler was told, as on a command line.
std::string_view build_flags();

/// Name and version, in order of name. GDAL, GEOS, PROJ and libc as they are now; the others as
/// they were when the program was built.
std::vector<std::pair<std::string, std::string>> library_versions();

}  // namespace mgz
