// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/build_facts.h"

#include <gnu/libc-version.h>

#include <algorithm>

#include "generated/build_facts.h"
#include "geo/io/version.h"

namespace mgz {

std::string compiler()
{
#ifdef __clang__
    return "clang " __clang_version__;
#else
    return "g++ " __VERSION__;
#endif
}

std::string_view build_type()
{
    return MGZ_BUILD_TYPE;
}

std::string_view build_flags()
{
    return MGZ_BUILD_FLAGS;
}

std::vector<std::pair<std::string, std::string>> library_versions()
{
    const auto now = geo::io::library_versions();
    std::vector<std::pair<std::string, std::string>> all{{"gdal", now.gdal},
                                                         {"geos", now.geos},
                                                         {"proj", now.proj},
                                                         {"libc", gnu_get_libc_version()},
                                                         MGZ_LIBRARIES};
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace mgz
