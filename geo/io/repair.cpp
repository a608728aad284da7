// SPDX-License-Identifier: EUPL-1.2
#include "geo/io/repair.h"

#include <fmt/format.h>

#include <cmath>
#include <vector>

#include "geo/check.h"

namespace geo::io {

static constexpr double largest_change = 0.001;  // part of the area

/// Rings of fewer than three vertices enclose nothing, and GEOS refuses to look at them.
static bool drop_stumps(MultiPolygon& shape)
{
    std::size_t dropped = 0;
    const auto stump = [](const Ring& ring) { return ring.size() < 3; };
    for (Polygon& part : shape.parts)
        dropped += std::erase_if(part.holes, stump);
    dropped += std::erase_if(shape.parts, [&](const Polygon& p) { return stump(p.outer); });
    return dropped > 0;
}

/// "Self-intersection at 155000 463000"; "" when valid.
static std::string fault(const GEOSGeometry* geometry, const Geos& geos)
{
    char* reason = nullptr;
    GEOSGeometry* location = nullptr;
    const bool valid =
        geos.yes(GEOSisValidDetail_r(geos.context(), geometry, 0, &reason, &location));
    std::string text;
    if (!valid) text = reason == nullptr ? "not valid" : reason;
    if (location != nullptr) {
        double x = 0, y = 0;
        const auto owned = geos.own(location);
        if (GEOSGeomGetX_r(geos.context(), owned.get(), &x) == 1 &&
            GEOSGeomGetY_r(geos.context(), owned.get(), &y) == 1) {
            text += fmt::format(" at {:.7g} {:.7g}", x, y);
        }
    }
    if (reason != nullptr) GEOSFree_r(geos.context(), reason);
    return text;
}

bool repair(MultiPolygon& shape, const Geos& geos, const std::string& where)
{
    const bool dropped = drop_stumps(shape);
    if (shape.parts.empty()) {
        throw InputError(where, "the boundary has no area", "draw at least one ring of 3 corners");
    }
    const auto geometry = geos.geometry(shape);
    const std::string wrong = fault(geometry.get(), geos);
    if (wrong.empty()) return dropped;

    const double before = area(shape);
    MultiPolygon mended;
    try {
        const auto made = geos.own(GEOSMakeValid_r(geos.context(), geometry.get()));
        mended = geos.polygons(made.get());
    } catch (const RunError& error) {  // it gave up: the shape is to blame, not the machine
        throw InputError(where,
                         fmt::format("the boundary is not valid ({}; {})", wrong, error.what()),
                         "redraw it so that no ring crosses itself or another");
    }
    const double after = area(mended);
    if (!(std::abs(after - before) < largest_change * std::abs(before))) {
        throw InputError(where,
                         fmt::format("the boundary is not valid ({}), and mending it would change "
                                     "its area from {:.6g} to {:.6g}",
                                     wrong, before, after),
                         "redraw it so that no ring crosses itself or another");
    }
    shape = std::move(mended);
    return true;
}

}  // namespace geo::io
