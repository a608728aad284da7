// SPDX-License-Identifier: EUPL-1.2
#include "geo/io/crs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "geo/check.h"
#include "geo/io/srs.h"

namespace geo::io {

/// "EPSG:28992" and the like. GDAL would take a file or an address too; here names only.
static bool is_authority_and_code(std::string_view name)
{
    const auto letters = [](std::string_view part) {
        return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        });
    };
    const std::size_t colon = name.find(':');
    return colon != std::string_view::npos && letters(name.substr(0, colon)) &&
           letters(name.substr(colon + 1));
}

Srs srs_named(const std::string& name)
{
    const GdalMessages quiet;
    Srs srs(OSRNewSpatialReference(nullptr));
    if (!is_authority_and_code(name) ||
        OSRSetFromUserInput(srs.get(), name.c_str()) != OGRERR_NONE) {
        throw InputError({}, fmt::format("'{}' is not a coordinate system PROJ knows", name),
                         "give a name such as EPSG:28992");
    }
    OSRSetAxisMappingStrategy(srs.get(), OAMS_TRADITIONAL_GIS_ORDER);
    return srs;
}

Srs srs_copy(OGRSpatialReferenceH srs)
{
    Srs copy(OSRClone(srs));
    OSRSetAxisMappingStrategy(copy.get(), OAMS_TRADITIONAL_GIS_ORDER);
    return copy;
}

Transform transform_between(OGRSpatialReferenceH from, OGRSpatialReferenceH to,
                            const std::string& where)
{
    if (OSRIsSame(from, to)) return nullptr;
    const GdalMessages messages;
    Transform transform(OCTNewCoordinateTransformation(from, to));
    if (!transform) {
        const char* name = OSRGetName(from);
        const char* wanted = OSRGetName(to);
        throw InputError(where,
                         fmt::format("its coordinate system ({}) cannot be turned into {}",
                                     name == nullptr ? "unnamed" : name,
                                     wanted == nullptr ? "the one wanted" : wanted),
                         "save it in a well-known system such as EPSG:28992");
    }
    return transform;
}

bool apply(OGRCoordinateTransformationH transform, std::vector<Point>& points)
{
    if (transform == nullptr || points.empty()) return true;
    const GdalMessages quiet;
    const std::size_t count = points.size();
    std::vector<double> x(count), y(count);
    for (std::size_t i = 0; i < count; ++i)
        x[i] = points[i].x, y[i] = points[i].y;
    std::vector<int> good(count);
    OCTTransformEx(transform, static_cast<int>(count), x.data(), y.data(), nullptr, good.data());
    for (std::size_t i = 0; i < count; ++i) {
        if (!good[i] || !std::isfinite(x[i]) || !std::isfinite(y[i])) return false;
        points[i] = {x[i], y[i]};
    }
    return true;
}

std::vector<Point> transform(std::span<const Point> points, const std::string& from,
                             const std::string& to)
{
    std::vector<Point> moved(points.begin(), points.end());
    const Srs source = srs_named(from);
    const Srs target = srs_named(to);
    const Transform way = transform_between(source.get(), target.get(), from);
    if (!apply(way.get(), moved)) {
        throw InputError({}, fmt::format("a point in {} has no place in {}", from, to),
                         "check the coordinates");
    }
    return moved;
}

}  // namespace geo::io
